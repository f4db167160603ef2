using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Domain.Assessments;

/// <summary>What is refused about one answer. The other answers of the same save are kept.</summary>
public static class AnsweringFaults
{
    public static Fault UnknownQuestion(string name) =>
        new(name, "There is no question “{0}” in this questionnaire; nothing was saved for it.", name);

    public static Fault NotANumber(Question question, string typed) =>
        new(question.Name, "“{0}” can't be read as a number. Write a number such as 1234.5: a point before decimals, no marks between thousands.", typed);

    public static Fault AmbiguousNumber(Question question, string typed, string whole, string fraction) =>
        new(question.Name, "“{0}” can be read in two ways. Write {1} for the whole number, or {2} with a point before decimals.", typed, whole, fraction);

    public static Fault NumberTooLong(Question question) =>
        new(question.Name, "This number has more than {0} digits. Write it shorter.", AnswerValue.MaxNumberLength);

    public static Fault NotWhole(Question question, string typed) =>
        new(question.Name, "“{0}” has decimals. Write a whole number here.", typed);

    public static Fault OutOfRange(Question question, RangeParameters range) =>
        new(question.Name, "Write a number from {0} to {1}.", range.Start.ToString(), range.End.ToString());

    public static Fault NotADate(Question question, string typed) =>
        new(question.Name, "“{0}” is not a day of the calendar. Write the date as year-month-day, such as 2026-06-30.", typed);

    public static Fault NotAChoice(Question question, string typed) =>
        new(question.Name, "“{0}” is none of the choices of this question. Choose one of those that are shown.", typed);

    public static Fault TextTooLong(Question question, int length) =>
        new(question.Name, "This text has {0} characters; at most {1} can be saved. Shorten it, or attach it as a file.", length, AnswerValue.MaxTextLength);

    public static Fault TakesFile(Question question) =>
        new(question.Name, "This question is answered with a file. Attach it as evidence.");

    public static Fault TakesNothing(Question question) =>
        new(question.Name, "Nothing can be answered here.");

    public static Fault NoReason(Question question) =>
        new(question.Name, "Say in a few words why this doesn't apply to you.");

    public static Fault ReasonTooLong(Question question) =>
        new(question.Name, "This reason is longer than {0} characters. Shorten it.", AnswerReading.MaxReasonLength);

    public static Fault TwoMarks(Question question) =>
        new(question.Name, "“Not applicable” and “don't know yet” can't both be said. Choose one of them.");

    public static Fault Frozen(Question question) =>
        new(question.Name, "This question was not sent back; its answer stays frozen.");

    public static Fault AnsweredMeanwhile(string question, string by) =>
        new(question, "{0} has answered this question meanwhile, so your answer isn't saved yet. Look at both and choose which one stands.", by);

    public static Fault NotApplicableRefused(Question question) =>
        new(question.Name, "“Not applicable” can't be chosen here. Answer the question, or leave it blank.");
}

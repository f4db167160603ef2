using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Answering;

/// <summary>What came of reading the answers of one save, before anything is written.</summary>
internal sealed class AnswersReading
{
    private readonly Sheet before;
    private readonly List<WrittenAnswer> unchanged = [];
    private readonly List<WrittenAnswer> changed = [];
    private readonly List<Fault> faults = [];
    private readonly List<string> notAsked = [];
    private readonly Dictionary<string, string> overwritten = new(StringComparer.Ordinal);

    private AnswersReading(Sheet before) => (this.before, After) = (before, before);

    /// <summary>To be written, in the order of the names, in which all who write take their locks.</summary>
    public IReadOnlyList<WrittenAnswer> Changed => changed;

    public IReadOnlyList<Fault> Faults => faults;

    public IReadOnlyList<string> NotAsked => notAsked;

    public IReadOnlyDictionary<string, string> Overwritten => overwritten;

    public Sheet After { get; private set; }

    public static AnswersReading Of(Sheet before, SaveAnswers.Command command, DateTime at, string by)
    {
        var reading = new AnswersReading(before);
        foreach (var (name, input) in command.Answers)
            reading.Read(name, input);
        if (reading.changed.Count > 0)
            reading.Apply(command, at, by);
        return reading;
    }

    public IReadOnlyDictionary<string, int> Saved(IReadOnlyDictionary<string, int> revisions)
    {
        var saved = new Dictionary<string, int>(revisions, StringComparer.Ordinal);
        foreach (var answer in unchanged)
            saved[answer.Question] = before.RevisionOf(answer.Question);
        return saved;
    }

    private void Read(string name, AnswerInput input)
    {
        if (!before.Questionnaire.TryFind(name, out var question))
            faults.Add(Domain.Assessments.AnsweringFaults.UnknownQuestion(name));
        else if (!input.TryRead(question, out var answer, out var fault))
            faults.Add(fault!);
        else if (IsAsStored(answer))
            unchanged.Add(answer);
        else if (!before.Head.Takes(name))
            faults.Add(Domain.Assessments.AnsweringFaults.Frozen(question.Definition));
        else
        {
            changed.Add(answer);
            NoteOverwriting(input, answer);
        }
    }

    private bool IsAsStored(WrittenAnswer answer) =>
        before.Answers.TryGetValue(answer.Question, out var stored)
            ? stored.Value == answer.Value && stored.NotApplicable == answer.NotApplicable && stored.NaReason == answer.NaReason && stored.DontKnow == answer.DontKnow
            : answer is { Value: null, NotApplicable: false, NaReason: null, DontKnow: false };

    private void NoteOverwriting(AnswerInput input, WrittenAnswer answer)
    {
        if (input.Revision is { } known && before.Answers.TryGetValue(answer.Question, out var stored) && stored.Revision > known)
            overwritten[answer.Question] = stored.SavedBy;
    }

    // An answer to a question that this very save hides was given while it was shown, and is kept for when it shows
    // again. One that was hidden before and after was given by nobody who could see it.
    private void Apply(SaveAnswers.Command command, DateTime at, string by)
    {
        After = before.With(changed, at, by, command.Page, command.Sequence);
        var unseen = changed.Where(answer => before.Questionnaire.TryFind(answer.Question, out var question)
            && !before.StateOf(question).Relevant && !After.StateOf(question).Relevant).ToList();
        if (unseen.Count > 0)
        {
            changed.RemoveAll(unseen.Contains);
            notAsked.AddRange(unseen.Select(answer => answer.Question));
            After = changed.Count == 0 ? before : before.With(changed, at, by, command.Page, command.Sequence);
        }
        changed.Sort((a, b) => string.CompareOrdinal(a.Question, b.Question));
    }
}

using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Answering;

/// <summary>What came of reading the answers of one save: first against what was stored before, then against what was there when it was written.</summary>
internal sealed class AnswersReading
{
    private readonly Sheet before;
    private readonly SaveAnswers.Command command;
    private readonly DateTime at;
    private readonly string by;
    private readonly List<WrittenAnswer> asStored = [];
    private readonly List<WrittenAnswer> changed = [];
    private readonly List<Fault> faults = [];
    private readonly List<string> notAsked = [];
    private readonly Dictionary<string, AnswerConflict> conflicts = new(StringComparer.Ordinal);

    private AnswersReading(Sheet before, SaveAnswers.Command command, DateTime at, string by) =>
        (this.before, After, this.command, this.at, this.by) = (before, before, command, at, by);

    /// <summary>To be written, in the order of the names, in which all who write take their locks.</summary>
    public IReadOnlyList<WrittenAnswer> Changed => changed;

    public IReadOnlyList<Fault> Faults => faults;

    public IReadOnlyList<string> NotAsked => notAsked;

    public IReadOnlyDictionary<string, AnswerConflict> Conflicts => conflicts;

    public Sheet After { get; private set; }

    public static AnswersReading Of(Sheet before, SaveAnswers.Command command, DateTime at, string by)
    {
        var reading = new AnswersReading(before, command, at, by);
        foreach (var (name, input) in command.Answers)
            reading.Read(name, input);
        if (reading.changed.Count > 0)
            reading.Apply();
        return reading;
    }

    /// <summary>Somebody else was there between reading and writing: what wasn't written is held against what stands there now.</summary>
    public void HoldAgainst(Sheet now, IReadOnlyDictionary<string, int> written)
    {
        After = now;
        foreach (var answer in changed.Where(answer => !written.ContainsKey(answer.Question)))
        {
            if (answer.Says(now.Answers.GetValueOrDefault(answer.Question)))
                asStored.Add(answer);
            else
                NoteConflict(answer, now);
        }
    }

    public IReadOnlyDictionary<string, int> Saved(IReadOnlyDictionary<string, int> written)
    {
        var saved = new Dictionary<string, int>(written, StringComparer.Ordinal);
        foreach (var answer in asStored)
            saved[answer.Question] = After.RevisionOf(answer.Question);
        return saved;
    }

    private void Read(string name, AnswerInput input)
    {
        if (!before.Questionnaire.TryFind(name, out var question))
            faults.Add(AnsweringFaults.UnknownQuestion(name));
        else if (!input.TryRead(question, out var answer, out var fault))
            faults.Add(fault!);
        else
            Sort(question, input, WithFiles(question, answer));
    }

    private void Sort(CompiledQuestion question, AnswerInput input, WrittenAnswer answer)
    {
        if (answer.Says(before.Answers.GetValueOrDefault(question.Name)))
            asStored.Add(answer);
        else if (input.Shown is { } shown && shown == answer.Mark)
            return;
        else if (!before.Head.Takes(question.Name))
            faults.Add(AnsweringFaults.Frozen(question.Definition));
        else if (!NoteConflict(answer, before))
            changed.Add(answer);
    }

    // What answers a question for a file are the files that lie beside it; a form sends their names back to nobody.
    private WrittenAnswer WithFiles(CompiledQuestion question, WrittenAnswer answer) =>
        question.Type is QuestionType.File or QuestionType.Image ? answer with { Value = before.Answers.GetValueOrDefault(question.Name)?.Value } : answer;

    // An earlier save of the same page, and one that was held up on the line, the statement itself tells from others.
    private bool NoteConflict(WrittenAnswer answer, Sheet stored)
    {
        if (answer.Known is not { } known || !stored.Answers.TryGetValue(answer.Question, out var theirs) || theirs.Revision <= known
            || (command.Page is not null && theirs.SavedFrom == command.Page))
            return false;
        conflicts[answer.Question] = new(theirs, before.Made(answer, at, by));
        return true;
    }

    // An answer to a question that this very save hides was given while it was shown, and is kept for when it shows
    // again. One that was hidden before and after was given by nobody who could see it.
    private void Apply()
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

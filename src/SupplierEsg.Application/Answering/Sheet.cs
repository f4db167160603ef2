using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Answering;

/// <summary>A document beside a question, as pages show it.</summary>
public sealed record EvidenceLine(EvidenceId Id, string Question, string FileName, string ContentType, long Size, string Sha256, DateTime UploadedAt, EvidenceState State);

/// <summary>How far the answering of some questions has come. Only what is asked counts: no notes, no calculations, nothing that isn't relevant.</summary>
/// <param name="Asked">Questions a person is asked.</param>
/// <param name="Answered">Of these, answered or called not applicable.</param>
/// <param name="Missing">Required and neither.</param>
/// <param name="Unfit">Answered with something the questionnaire's own rule doesn't take.</param>
/// <param name="MinutesLeft">Estimate for what isn't answered yet.</param>
public readonly record struct Progress(int Asked, int Answered, int Missing, int Unfit, int MinutesLeft)
{
    /// <summary>What stands in the way of submitting.</summary>
    public int Open => Missing + Unfit;

    public bool IsDone => Open == 0 && Answered > 0 || Asked == 0;

    public static Progress operator +(Progress a, Progress b) =>
        new(a.Asked + b.Asked, a.Answered + b.Answered, a.Missing + b.Missing, a.Unfit + b.Unfit, a.MinutesLeft + b.MinutesLeft);
}

/// <summary>An assessment being answered: its questionnaire, its answers, and what follows from them. Immutable.</summary>
public sealed class Sheet
{
    private static readonly ILookup<string, EvidenceLine> NoEvidence = Array.Empty<EvidenceLine>().ToLookup(line => line.Question);

    private readonly Dictionary<string, Answer> answers;
    private readonly AnswerSheet given;

    private Sheet(StoredSheet stored, CompiledQuestionnaire questionnaire, Dictionary<string, Answer> answers, AnswerSheet given, FormState state, DateOnly today, ILookup<string, EvidenceLine> evidence) =>
        (Head, Stamp, Questionnaire, this.answers, this.given, State, Today, Evidence) = (stored.Head, stored.Stamp, questionnaire, answers, given, state, today, evidence);

    public SheetHead Head { get; }

    public CompiledQuestionnaire Questionnaire { get; }

    public DateOnly Today { get; }

    /// <summary>What the answers make of every question.</summary>
    public FormState State { get; }

    /// <summary>Documents by question; empty where they weren't read.</summary>
    public ILookup<string, EvidenceLine> Evidence { get; }

    /// <summary>All answers that are stored, of hidden questions too.</summary>
    public IReadOnlyDictionary<string, Answer> Answers => answers;

    public LocalText Title => Questionnaire.Definition.Title;

    /// <summary>What was stored when it was read; after a save, what is stored unless somebody else saved too.</summary>
    public SheetStamp Stamp { get; }

    public static Sheet Of(StoredSheet stored, IEnumerable<Answer> answers, CompiledQuestionnaire questionnaire, DateOnly today)
    {
        var byQuestion = answers.ToDictionary(answer => answer.Question, StringComparer.Ordinal);
        var given = questionnaire.NewSheet();
        foreach (var answer in byQuestion.Values)
            Put(given, questionnaire, answer);
        return new(stored, questionnaire, byQuestion, given, questionnaire.State(today, given), today, NoEvidence);
    }

    /// <summary>The sheet as it is with these answers in place of what stood there.</summary>
    public Sheet With(IReadOnlyCollection<WrittenAnswer> written, DateTime at, string by)
    {
        var next = new Dictionary<string, Answer>(answers, StringComparer.Ordinal);
        var nextGiven = given.Copy();
        foreach (var answer in written)
            Put(nextGiven, Questionnaire, next[answer.Question] = new()
            {
                AssessmentId = Head.Id, SupplierId = Head.SupplierId, Question = answer.Question, Value = answer.Value, NotApplicable = answer.NotApplicable,
                NaReason = answer.NaReason, NaReview = NaReview.Pending, Revision = RevisionOf(answer.Question) + 1, SavedAt = at, SavedBy = by,
            });
        var stamp = Stamp with { Revisions = Stamp.Revisions + written.Count };
        return new(new(Head, stamp), Questionnaire, next, nextGiven, Questionnaire.State(Today, nextGiven), Today, Evidence);
    }

    /// <summary>The same answers with their documents.</summary>
    public Sheet With(IReadOnlyCollection<EvidenceLine> evidence) =>
        evidence.Count == 0 ? this : new(new(Head, Stamp), Questionnaire, answers, given, State, Today, evidence.ToLookup(line => line.Question, StringComparer.Ordinal));

    /// <summary>The same answers under a head that was read later.</summary>
    public Sheet With(SheetHead head) => head == Head ? this : new(new(head, Stamp), Questionnaire, answers, given, State, Today, Evidence);

    public int RevisionOf(string question) => answers.TryGetValue(question, out var answer) ? answer.Revision : 0;

    /// <summary>The answers, with the state of their evidence, as the domain computes with them.</summary>
    public AnswerSheet ToAnswerSheet()
    {
        var sheet = given.Copy();
        foreach (var files in Evidence)
            if (Questionnaire.TryFind(files.Key, out var question))
                sheet.Put(files.Key, given[question.Index] with { Evidence = AnswerEvidence.Of(files.Select(file => new AnswerEvidence { Question = files.Key, State = file.State })) });
        return sheet;
    }

    public QuestionState StateOf(CompiledQuestion question) => State.Questions[question.Index];

    /// <summary>A person is asked it at present.</summary>
    public bool IsAsked(CompiledQuestion question) => IsForPeople(question) && State.Questions[question.Index].Relevant;

    public IEnumerable<CompiledQuestion> QuestionsOf(CompiledTheme theme) => Questionnaire.Questions.Skip(theme.FirstQuestion).Take(theme.QuestionCount);

    /// <summary>Themes in which something is asked or shown at present.</summary>
    public IEnumerable<CompiledTheme> Themes => Questionnaire.Themes.Where(theme => State.RelevantThemes[theme.Index]);

    public Progress ProgressOf(CompiledTheme theme)
    {
        var progress = default(Progress);
        for (var i = theme.FirstQuestion; i < theme.FirstQuestion + theme.QuestionCount; i++)
            progress += ProgressOf(Questionnaire.Questions[i]);
        return progress;
    }

    public Progress Progress => Themes.Select(ProgressOf).Aggregate(default(Progress), (sum, part) => sum + part);

    /// <summary>What stands in the way of submitting, in the document's order.</summary>
    public IEnumerable<CompiledQuestion> OpenQuestions => Questionnaire.Questions.Where(question => State.Questions[question.Index] is { Missing: true } or { ConstraintBroken: true });

    /// <summary>Answered questions that ask for a document and have none: no hindrance, but it costs points.</summary>
    public IEnumerable<CompiledQuestion> WithoutEvidence => Questionnaire.Questions.Where(question =>
        question.Definition.Evidence == EvidenceNeed.Required && State.Questions[question.Index] is { Relevant: true, Answered: true } && !Evidence[question.Name].Any());

    public static bool IsForPeople(CompiledQuestion question) => question.Type is not (QuestionType.Note or QuestionType.Calculate);

    /// <summary>A calculated figure can need proof too: of what it is calculated from.</summary>
    public static bool TakesFiles(CompiledQuestion question) =>
        question.Type is QuestionType.File or QuestionType.Image || (question.Definition.Evidence != EvidenceNeed.None && question.Type != QuestionType.Note);

    private Progress ProgressOf(CompiledQuestion question)
    {
        if (!IsAsked(question))
            return default;
        var state = State.Questions[question.Index];
        var given = state.Answered || state.NotApplicable;
        return new(1, given ? 1 : 0, state.Missing ? 1 : 0, state.ConstraintBroken ? 1 : 0, given ? 0 : AnsweringTime.MinutesFor(question.Definition));
    }

    private static void Put(AnswerSheet sheet, CompiledQuestionnaire questionnaire, Answer answer)
    {
        if (questionnaire.TryFind(answer.Question, out var question) && AnswerValue.TryReadText(question.Definition, answer.Value, answer.Question, out var value, out _))
            sheet.Put(answer.Question, new(value) { NotApplicable = answer.NotApplicable, NaReview = answer.NaReview });
    }
}

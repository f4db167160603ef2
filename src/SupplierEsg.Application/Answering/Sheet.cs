using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Answering;

/// <summary>A document beside a question, as pages show it.</summary>
/// <param name="State">What was decided about it; where it stands on a day, <see cref="StateOn"/> says.</param>
/// <param name="AttachedAt">When it was put beside the question.</param>
/// <param name="ValidUntil">The last day on which it counts; null for no end, or where no date is known.</param>
public sealed record EvidenceLine(
    EvidenceId Id, string Question, string FileName, string ContentType, long Size, string Sha256, DateTime UploadedAt, EvidenceState State,
    DateTime AttachedAt, DocumentKind Kind, bool LacksDate, DateOnly? ValidUntil)
{
    /// <summary>What it counts as on a day: expired once its validity is over, whatever was decided about it.</summary>
    public EvidenceState StateOn(DateOnly day) => AnswerEvidence.StateOn(State, ValidUntil, day);
}

/// <summary>How far the answering of some questions has come. Only what is asked counts: no notes, no calculations, nothing that isn't relevant.</summary>
/// <param name="Asked">Questions a person is asked.</param>
/// <param name="Answered">Of these, answered or called not applicable.</param>
/// <param name="Unknown">Of these, said to be not known yet: no answer, and no hindrance.</param>
/// <param name="Missing">Required and none of these.</param>
/// <param name="Unfit">Answered with something the questionnaire's own rule doesn't take, or taken over and to be looked at.</param>
/// <param name="MinutesLeft">Estimate for what isn't answered yet.</param>
public readonly record struct Progress(int Asked, int Answered, int Unknown, int Missing, int Unfit, int MinutesLeft)
{
    /// <summary>What stands in the way of submitting.</summary>
    public int Open => Missing + Unfit;

    public bool IsDone => Open == 0 && Answered + Unknown > 0 || Asked == 0;

    public static Progress operator +(Progress a, Progress b) =>
        new(a.Asked + b.Asked, a.Answered + b.Answered, a.Unknown + b.Unknown, a.Missing + b.Missing, a.Unfit + b.Unfit, a.MinutesLeft + b.MinutesLeft);
}

/// <summary>An assessment being answered: its questionnaire, its answers, and what follows from them. Immutable.</summary>
public sealed class Sheet
{
    private static readonly ILookup<string, EvidenceLine> NoEvidence = Array.Empty<EvidenceLine>().ToLookup(line => line.Question);

    private static readonly Dictionary<string, QuestionReview> NoReviews = [];

    private readonly Dictionary<string, Answer> answers;

    private Sheet(SheetHead head, CompiledQuestionnaire questionnaire, Dictionary<string, Answer> answers, DateOnly today, ILookup<string, EvidenceLine> evidence, IReadOnlyDictionary<string, QuestionReview> reviews)
    {
        (Head, Questionnaire, this.answers, Today, Evidence, Reviews) = (head, questionnaire, answers, today, evidence, reviews);
        State = questionnaire.State(today, ToAnswerSheet());
    }

    public SheetHead Head { get; }

    public CompiledQuestionnaire Questionnaire { get; }

    public DateOnly Today { get; }

    /// <summary>What the answers make of every question.</summary>
    public FormState State { get; }

    /// <summary>Documents by question; empty where they weren't read.</summary>
    public ILookup<string, EvidenceLine> Evidence { get; }

    /// <summary>What the review made of questions, by name; empty before there is one.</summary>
    public IReadOnlyDictionary<string, QuestionReview> Reviews { get; }

    /// <summary>All answers that are stored, of hidden questions too.</summary>
    public IReadOnlyDictionary<string, Answer> Answers => answers;

    public LocalText Title => Questionnaire.Definition.Title;

    public static Sheet Of(StoredSheet stored, CompiledQuestionnaire questionnaire, DateOnly today, IEnumerable<EvidenceLine>? evidence = null, IEnumerable<QuestionReview>? reviews = null) =>
        new(stored.Head, questionnaire, stored.Answers.ToDictionary(answer => answer.Question, StringComparer.Ordinal), today,
            evidence?.ToLookup(line => line.Question, StringComparer.Ordinal) ?? NoEvidence,
            reviews?.ToDictionary(review => review.Question, StringComparer.Ordinal) ?? NoReviews);

    /// <summary>The sheet as it is with these answers in place of what stood there.</summary>
    public Sheet With(IEnumerable<WrittenAnswer> written, DateTime at, string by)
    {
        var next = new Dictionary<string, Answer>(answers, StringComparer.Ordinal);
        foreach (var answer in written)
            next[answer.Question] = Made(answer, at, by);
        return new(Head, Questionnaire, next, Today, Evidence, Reviews);
    }

    /// <summary>The row that this answer would be, after what is there now.</summary>
    internal Answer Made(WrittenAnswer answer, DateTime at, string by) => new()
    {
        AssessmentId = Head.Id, SupplierId = Head.SupplierId, Question = answer.Question, Value = answer.Value, NotApplicable = answer.NotApplicable,
        NaReason = answer.NaReason, DontKnow = answer.DontKnow, Revision = RevisionOf(answer.Question) + 1, SavedAt = at, SavedBy = by,
    };

    public int RevisionOf(string question) => answers.TryGetValue(question, out var answer) ? answer.Revision : 0;

    /// <summary>The answers as the domain computes with them.</summary>
    public AnswerSheet ToAnswerSheet()
    {
        var sheet = Questionnaire.NewSheet();
        foreach (var answer in answers.Values)
        {
            if (Questionnaire.TryFind(answer.Question, out var question) && AnswerValue.TryReadText(question.Definition, answer.Value, answer.Question, out var value, out _))
                sheet.Put(answer.Question, new(value) { NotApplicable = answer.NotApplicable, NaReview = NaReviewOf(answer), DontKnow = answer.DontKnow, Evidence = EvidenceOf(answer.Question) });
        }
        foreach (var files in Evidence.Where(files => !answers.ContainsKey(files.Key)))
            sheet.Put(files.Key, GivenAnswer.None with { Evidence = EvidenceOf(files.Key) });
        return sheet;
    }

    /// <summary>What a reviewer said to "not applicable", as long as the answer is the one that was judged.</summary>
    public NaReview NaReviewOf(Answer answer) =>
        Reviews.GetValueOrDefault(answer.Question) is { } review && review.AnswerRevision == answer.Revision ? review.NaReview : NaReview.Pending;

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
    public IEnumerable<CompiledQuestion> OpenQuestions =>
        Questionnaire.Questions.Where(question => State.Questions[question.Index] is { Missing: true } or { ConstraintBroken: true } || NeedsLook(question));

    /// <summary>Taken over from an earlier assessment, asked, and not looked at yet though something speaks against it.</summary>
    public bool NeedsLook(CompiledQuestion question) => IsAsked(question) && answers.TryGetValue(question.Name, out var answer) && answer.CarryOver.NeedsLook();

    /// <summary>Asked questions to which "don't know yet" was said: they score like blank ones.</summary>
    public IEnumerable<CompiledQuestion> UnknownQuestions => Questionnaire.Questions.Where(question => State.Questions[question.Index].DontKnow && IsAsked(question));

    /// <summary>Answered questions that ask for a document and have none, or only such as are past their validity: no hindrance, but it costs points.</summary>
    public IEnumerable<CompiledQuestion> WithoutEvidence => Questionnaire.Questions.Where(question =>
        question.Definition.Evidence == EvidenceNeed.Required && State.Questions[question.Index] is { Relevant: true, Answered: true } && Evidence[question.Name].All(line => line.StateOn(Today) == EvidenceState.Expired));

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
        var unfit = state.ConstraintBroken || NeedsLook(question);
        return new(1, given ? 1 : 0, state.DontKnow ? 1 : 0, state.Missing ? 1 : 0, unfit ? 1 : 0, given ? 0 : AnsweringTime.MinutesFor(question.Definition));
    }

    private EvidenceState EvidenceOf(string question) => AnswerEvidence.Of(Evidence[question].Select(line => line.StateOn(Today)));
}

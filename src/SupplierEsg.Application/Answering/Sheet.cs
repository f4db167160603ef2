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

    /// <summary>Why a reviewer didn't accept it.</summary>
    public ReviewReason? Reason { get; init; }

    public string? Words { get; init; }

    public string? DecidedBy { get; init; }

    public DateTime? DecidedAt { get; init; }
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

    // The same as the domain computes with them, without their evidence.
    private readonly AnswerSheet given;

    private Sheet(StoredSheet stored, CompiledQuestionnaire questionnaire, Dictionary<string, Answer> answers, DateOnly today, IReadOnlyDictionary<string, QuestionReview> reviews)
    {
        (Head, Stamp, Questionnaire, this.answers, Today, Evidence, Reviews, given) = (stored.Head, stored.Stamp, questionnaire, answers, today, NoEvidence, reviews, questionnaire.NewSheet());
        foreach (var answer in answers.Values)
            Put(answer);
        State = questionnaire.State(today, given);
    }

    private Sheet(Sheet before, IEnumerable<Answer> written)
        : this(before, before.Head, before.Evidence)
    {
        (answers, given) = (new(before.answers, StringComparer.Ordinal), before.given.Copy());
        foreach (var answer in written)
        {
            answers[answer.Question] = answer;
            Put(answer);
            Stamp = Stamp with { Revisions = Stamp.Revisions + 1 };
        }
        State = Questionnaire.State(Today, given);
    }

    private Sheet(Sheet same, SheetHead head, ILookup<string, EvidenceLine> evidence) =>
        (Head, Stamp, Questionnaire, answers, Today, Evidence, Reviews, given, State) = (head, same.Stamp, same.Questionnaire, same.answers, same.Today, evidence, same.Reviews, same.given, same.State);

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

    /// <summary>Of what was stored when this was read; after a save, of what is stored unless somebody else saved too.</summary>
    public SheetStamp Stamp { get; }

    public static Sheet Of(StoredSheet stored, CompiledQuestionnaire questionnaire, DateOnly today, IEnumerable<EvidenceLine>? evidence = null, IEnumerable<QuestionReview>? reviews = null) =>
        new Sheet(stored, questionnaire, stored.Answers.ToDictionary(answer => answer.Question, StringComparer.Ordinal), today, reviews?.ToDictionary(review => review.Question, StringComparer.Ordinal) ?? NoReviews)
            .Beside([.. evidence ?? []]);

    /// <summary>The sheet as it is with these answers in place of what stood there.</summary>
    public Sheet With(IEnumerable<WrittenAnswer> written, DateTime at, string by, string? page = null, long sequence = 0) =>
        new(this, written.Select(answer => Made(answer, at, by, page, sequence)));

    /// <summary>The same with these documents.</summary>
    public Sheet Beside(IReadOnlyCollection<EvidenceLine> evidence) =>
        evidence.Count == 0 ? this : new(this, Head, evidence.ToLookup(line => line.Question, StringComparer.Ordinal));

    /// <summary>The same under a head that was read later.</summary>
    public Sheet Under(SheetHead head) => head == Head ? this : new(this, head, Evidence);

    /// <summary>The row that this answer would be, after what is there now.</summary>
    internal Answer Made(WrittenAnswer answer, DateTime at, string by, string? page = null, long sequence = 0) => new()
    {
        AssessmentId = Head.Id, SupplierId = Head.SupplierId, Question = answer.Question, Value = answer.Value, NotApplicable = answer.NotApplicable,
        NaReason = answer.NaReason, DontKnow = answer.DontKnow, Revision = RevisionOf(answer.Question) + 1, SavedAt = at, SavedBy = by, SavedFrom = page, Sequence = sequence,
    };

    public int RevisionOf(string question) => answers.TryGetValue(question, out var answer) ? answer.Revision : 0;

    /// <summary>The answers, with the state of their evidence, as the domain computes with them.</summary>
    public AnswerSheet ToAnswerSheet()
    {
        var sheet = given.Copy();
        foreach (var files in Evidence)
            if (Questionnaire.TryFind(files.Key, out var question))
                sheet.Put(files.Key, given[question.Index] with { Evidence = AnswerEvidence.Of(files.Select(line => line.StateOn(Today))) });
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

    /// <summary>Themes with something to answer: all, but in a clarification only those that something was sent back in.</summary>
    public IEnumerable<CompiledTheme> OpenThemes =>
        Head.State == AssessmentState.Clarification ? Themes.Where(theme => QuestionsOf(theme).Any(question => Takes(question))) : Themes;

    /// <summary>Its answer can be changed, or what lies beside it.</summary>
    public bool Takes(CompiledQuestion question) => Head.Takes(question.Name) && StateOf(question).Relevant;

    /// <summary>What a reviewer made of the question, as long as its answer is the one that was judged.</summary>
    public QuestionReview? ReviewOf(CompiledQuestion question) => Reviews.GetValueOrDefault(question.Name);

    public Progress Progress => Themes.Select(ProgressOf).Aggregate(default(Progress), (sum, part) => sum + part);

    /// <summary>What stands in the way of submitting, in the document's order.</summary>
    public IEnumerable<CompiledQuestion> OpenQuestions =>
        Questionnaire.Questions.Where(question => IsInTheWay(question) && (State.Questions[question.Index] is { Missing: true } or { ConstraintBroken: true } || NeedsLook(question)));

    // What is frozen in a clarification nobody can mend.
    private bool IsInTheWay(CompiledQuestion question) => Head.State != AssessmentState.Clarification || Head.Takes(question.Name);

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
        var unfit = IsInTheWay(question) && (state.ConstraintBroken || NeedsLook(question));
        var missing = IsInTheWay(question) && state.Missing;
        return new(1, given ? 1 : 0, state.DontKnow ? 1 : 0, missing ? 1 : 0, unfit ? 1 : 0, given ? 0 : AnsweringTime.MinutesFor(question.Definition));
    }

    private void Put(Answer answer)
    {
        if (Questionnaire.TryFind(answer.Question, out var question) && AnswerValue.TryReadText(question.Definition, answer.Value, answer.Question, out var value, out _))
            given.Put(answer.Question, new(value) { NotApplicable = answer.NotApplicable, NaReview = NaReviewOf(answer), DontKnow = answer.DontKnow });
    }
}

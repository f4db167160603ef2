using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Reviewing;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Reviewing;

/// <summary>One theme under review: each question with its answer, its documents, and what to decide. One form keeps it all.</summary>
[Needs(Permission.ReviewAssessments), LimitUpload(MaxRequestBytes = 8 * 1024 * 1024)]
public sealed class ReviewModel(ICurrentUser me) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public AssessmentId Id { get; set; }

    /// <summary>Code of the theme; the first unless set.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Theme { get; set; }

    /// <summary>What was just done, to be confirmed above the page.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>What was just saved: accepted, rejected, other changes.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Saved { get; set; }

    [BindProperty]
    public DecideReview.Command Command { get; set; } = new(default(AssessmentId));

    public ReadReview.Result Review { get; private set; } = null!;

    public Sheet Sheet => Review.Sheet;

    public IReadOnlyList<CompiledTheme> Themes { get; private set; } = [];

    public CompiledTheme? Current { get; private set; }

    public bool IsMine => Review.Assessment.ReviewerId is { } id && id == me.Id;

    /// <summary>Whoever signed first can't sign second.</summary>
    public bool HasSigned => Review.Assessment.FirstSignature?.AccountId is { } id && id == me.Id;

    public string AddressOf(CompiledTheme theme) => $"/assessments/{Id}/review?theme={Uri.EscapeDataString(theme.Code)}";

    public string AddressOf(CompiledQuestion question) => $"{AddressOf(Sheet.Questionnaire.Themes[question.ThemeIndex])}#q-{question.Name}";

    public async Task OnGetAsync()
    {
        await Load();
        Command = Stored();
    }

    public Task<IActionResult> OnPostAsync() => Send(Command with { AssessmentId = Id }, result => Redirect(After(result)));

    /// <summary>Takes the review oneself.</summary>
    public async Task<IActionResult> OnPostTakeAsync()
    {
        ModelState.Clear();
        return await Send(new AssignReviewer.Command(Id, me.Id), _ => Redirect($"/assessments/{Id}/review?done=taken"));
    }

    public string? ErrorOf(string field) => ModelState.TryGetValue(field, out var state) && state.Errors.Count > 0 ? string.Join(" ", state.Errors.Select(error => error.ErrorMessage)) : null;

    public string? Confirmation()
    {
        if (Saved?.Split('-') is [var accepted, var rejected, var marks] && int.TryParse(accepted, out var a) && int.TryParse(rejected, out var r) && int.TryParse(marks, out var m))
            return a + r + m == 0 ? T["Nothing was changed."] : T["Saved. Accepted: {0}. Not accepted: {1}. Other changes: {2}.", a, r, m];
        return Done switch
        {
            "assigned" => T["The review is given to {0}.", Review.Reviewer ?? "–"],
            "taken" => T["You have this review now."],
            "sent-back" => T["The questions are open to the supplier again, and a mail is on its way."],
            "taken-back" => T["The review goes on with what the supplier has saved so far."],
            "signed" => T["You have put your name under the review. It waits for a second reviewer now."],
            "finalised" => T["The review is finalised, and the supplier gets a mail."],
            _ => null,
        };
    }

    protected override async Task Load()
    {
        Review = await Mediator.Send(new ReadReview.Query(Id), HttpContext.RequestAborted);
        Themes = [.. Sheet.ReviewedThemes()];
        Current = Themes.FirstOrDefault(theme => theme.Code == Theme) ?? Themes.FirstOrDefault(theme => Theme is null && Sheet.ReviewProgressOf(theme).Left > 0) ?? Themes.FirstOrDefault();
        if (HttpMethods.IsPost(Request.Method))
            Command = Typed(Stored());
    }

    private DecideReview.Command Stored()
    {
        var questions = Current is null ? [] : Sheet.Reviewed(Current).ToList();
        return new(Id)
        {
            Documents = [.. questions.SelectMany(question => Sheet.Evidence[question.Name]).Select(StoredDocument)],
            Questions = [.. questions.Select(StoredQuestion)],
        };
    }

    private static DecideReview.Document StoredDocument(EvidenceLine line)
    {
        var stored = new DecideReview.Document { Question = line.Question, DocumentId = line.Id, Verdict = line.State, Reason = line.Reason, Words = line.Words, Seen = line.DecidedAt };
        return stored with { Shown = stored.AsText() };
    }

    private DecideReview.Question StoredQuestion(CompiledQuestion question)
    {
        var (review, judged) = (Sheet.ReviewOf(question), Sheet.JudgementOf(question));
        var stored = new DecideReview.Question
        {
            Name = question.Name, Na = Sheet.SaysNotApplicable(question) ? judged?.NaReview ?? NaReview.Pending : null, Reason = judged?.NaReason, Words = judged?.NaWords,
            Gap = judged?.DeclarationGap ?? false, GapWords = judged?.GapWords, SendBack = review?.SendBack ?? false, SendBackWords = review is { SendBack: true } ? review.SendBackWords : null,
            AnswerRevision = Sheet.RevisionOf(question.Name), Seen = review?.TouchedAt,
        };
        return stored with { Shown = stored.AsText() };
    }

    // What nobody touched shows what stands now; what was typed stays, and is held against what stands now.
    private DecideReview.Command Typed(DecideReview.Command stored) => new(Id)
    {
        Documents = [.. stored.Documents.Select(now => Command.Documents.Find(sent => sent.DocumentId == now.DocumentId && sent.Question == now.Question) is { } sent && sent.IsTouched
            ? sent with { Seen = now.Seen, Shown = now.Shown } : now)],
        Questions = [.. stored.Questions.Select(now => Command.Questions.Find(sent => sent.Name == now.Name) is { } sent && sent.IsTouched
            ? sent with { Seen = now.Seen, Shown = now.Shown, AnswerRevision = now.AnswerRevision } : now)],
    };

    private string After(DecideReview.Result result)
    {
        var saved = $"saved={result.Accepted}-{result.Rejected}-{result.Marks}";
        if (!Request.Form.ContainsKey("go"))
            return $"/assessments/{Id}/review?theme={Uri.EscapeDataString(Theme ?? "")}&{saved}";
        return result.NextTheme is null ? $"/assessments/{Id}/finalise?{saved}" : $"/assessments/{Id}/review?theme={Uri.EscapeDataString(result.NextTheme)}&{saved}#q-{result.NextQuestion}";
    }
}

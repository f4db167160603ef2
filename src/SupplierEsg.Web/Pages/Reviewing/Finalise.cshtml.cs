using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Reviewing;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Reviewing;

/// <summary>What is still undecided; or the figures that finalising gives, and the confirmation.</summary>
[Needs(Permission.ReviewAssessments)]
public sealed class FinaliseModel(ICurrentUser me, TimeProvider time) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public AssessmentId Id { get; set; }

    [BindProperty]
    public SignReview.Command Command { get; set; } = new(default);

    public ReadReview.Result Review { get; private set; } = null!;

    public IReadOnlyList<CompiledQuestion> Undecided => [.. Review.Sheet.Questionnaire.Questions.Where(question => Review.Sheet.IsUndecided(question))];

    /// <summary>This signature is the first of two.</summary>
    public bool IsFirstOfTwo => Review.NeedsSecond && Review.Assessment.FirstSignature is null;

    public bool HasSigned => Review.Assessment.FirstSignature?.AccountId is { } id && id == me.Id;

    public DateOnly ValidUntil => time.Today().AddMonths(Review.ValidMonths);

    public string AddressOf(CompiledQuestion question) =>
        $"/assessments/{Id}/review?theme={Uri.EscapeDataString(Review.Sheet.Questionnaire.Themes[question.ThemeIndex].Code)}#q-{question.Name}";

    public async Task OnGet()
    {
        await Load();
        Command = new(Id, Review.Assessment.Version);
    }

    public Task<IActionResult> OnPost() => Send(Command with { Id = Id }, result => Redirect($"/assessments/{Id}/review?done={(result.IsFinalised ? "finalised" : "signed")}"));

    protected override async Task Load()
    {
        Review = await Mediator.Send(new ReadReview.Query(Id, WithScore: true));
        // A form that comes back shows what stands now.
        Command = Command with { Version = Review.Assessment.Version };
    }
}

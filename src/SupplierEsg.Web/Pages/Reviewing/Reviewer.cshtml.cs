using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Reviewing;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Reviewing;

/// <summary>Who reviews an assessment: oneself, or somebody else.</summary>
[Needs(Permission.ReviewAssessments)]
public sealed class ReviewerModel(ICurrentUser me) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public AssessmentId Id { get; set; }

    [BindProperty]
    public AssignReviewer.Command Command { get; set; } = new(default, null);

    public ReadReview.Result Review { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task OnGet()
    {
        await Load();
        Command = new(Id, Review.Assessment.ReviewerId ?? me.Id);
    }

    public Task<IActionResult> OnPost() => Send(Command with { Id = Id }, _ => Redirect($"/assessments/{Id}/review?done=assigned"));

    protected override async Task Load()
    {
        Review = await Mediator.Send(new ReadReview.Query(Id));
        People = [.. (await Mediator.Send(new ListReviewers.Query())).Select(person => new SelectListItem(person.Id == me.Id ? T["{0} (you)", person.Name] : person.Name, person.Id.ToString()))];
    }
}

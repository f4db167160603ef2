using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Reviewing;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Reviewing;

[Needs(Permission.ReviewAssessments)]
public sealed class TakeBackModel : FormPage
{
    [BindProperty(SupportsGet = true)]
    public AssessmentId Id { get; set; }

    public ReadReview.Result Review { get; private set; } = null!;

    /// <summary>Sent-back questions whose answers have changed since the submission.</summary>
    public int Changed => Review.Sheet.Answers.Values.Count(answer => answer.SavedAt > Review.Assessment.Submission!.At);

    public Task OnGet() => Load();

    public Task<IActionResult> OnPost() => Send(new TakeBackClarification.Command(Id), _ => Redirect($"/assessments/{Id}/review?done=taken-back"));

    protected override async Task Load() => Review = await Mediator.Send(new ReadReview.Query(Id));
}

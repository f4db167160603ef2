using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Reviewing;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Reviewing;

[Needs(Permission.ReviewAssessments)]
public sealed class SendBackModel(TimeProvider time) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public AssessmentId Id { get; set; }

    [BindProperty]
    public SendBackQuestions.Command Command { get; set; } = new(default, null);

    public ReadReview.Result Review { get; private set; } = null!;

    public DateOnly Earliest => time.Today().AddDays(1);

    public IReadOnlyList<(CompiledQuestion Question, string Words)> Marked =>
        [.. Review.Sheet.Questionnaire.Questions.Where(question => Review.Sheet.ReviewOf(question) is { SendBack: true }).Select(question => (question, Review.Sheet.ReviewOf(question)!.SendBackWords!))];

    public async Task OnGet()
    {
        await Load();
        Command = new(Id, time.Today().AddDays(SendBackQuestions.UsualDays), Review.Assessment.Version);
    }

    public Task<IActionResult> OnPost() => Send(Command with { Id = Id }, _ => Redirect($"/assessments/{Id}/review?done=sent-back"));

    protected override async Task Load()
    {
        Review = await Mediator.Send(new ReadReview.Query(Id));
        // A form that comes back shows what stands now.
        Command = Command with { Version = Review.Assessment.Version };
    }
}

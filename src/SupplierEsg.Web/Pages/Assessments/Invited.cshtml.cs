using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Mail;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Assessments;

[Needs(Permission.ManageAssessments)]
public sealed class InvitedModel(IMediator mediator, IOptions<MailOptions> mail) : PageModel
{
    public bool MailGoesOut => mail.Value.IsSetUp;

    public ReadInvited.Result Done { get; private set; } = null!;

    public async Task<IActionResult> OnGet(DateTimeOffset? at, QuestionnaireVersionId? questionnaire)
    {
        if (at is not { } moment)
            return NotFound();
        Done = await mediator.Send(new ReadInvited.Query(moment.UtcDateTime, questionnaire));
        return Page();
    }
}

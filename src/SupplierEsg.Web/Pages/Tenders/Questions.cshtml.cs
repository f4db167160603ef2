using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Tenders;

[Needs(Permission.ManageTenders)]
public sealed class QuestionsModel : TenderPage
{
    [BindProperty]
    public AnswerTenderQuestion.Command Command { get; set; } = new();

    public Task OnGet() => Load();

    public Task<IActionResult> OnPost() => Send(Command, _ => Done(T["The answer is published to every bidder."], "/questions"));
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Assessments;

/// <summary>
/// Two steps at one address: choose the suppliers, then look at who gets which mail and send. Nothing is stored between
/// them; what was chosen travels in the form, so that it survives searching and turning pages without script.
/// </summary>
[Needs(Permission.ManageAssessments)]
public sealed class InviteModel(TimeProvider time) : FormPage
{
    [BindProperty]
    public InviteSuppliers.Command Command { get; set; } = new(null, [], null);

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Category { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Country { get; set; }

    [BindProperty(SupportsGet = true)]
    public SupplierStatus? Status { get; set; }

    /// <summary>The page of the list.</summary>
    [BindProperty(SupportsGet = true)]
    public int Part { get; set; } = 1;

    public bool Checking { get; private set; }

    public PrepareInvitations.Result Prepared { get; private set; } = null!;

    public Page<ListInvitable.Row> List { get; private set; } = null!;

    public IReadOnlyList<SupplierId> Chosen => Command.Suppliers ?? [];

    /// <summary>The one for all; null where the rules decide, or nothing is chosen yet.</summary>
    public PrepareInvitations.Questionnaire? Questionnaire => Prepared.Questionnaires.FirstOrDefault(q => q.Id == Command.Questionnaire);

    public bool ByRules => Prepared.HasRules && Command.Questionnaire is null;

    public DateOnly Earliest => time.Today().AddDays(1);

    public async Task OnGet([FromQuery] SupplierId[] supplier, [FromQuery] QuestionnaireVersionId? questionnaire)
    {
        Command = Command with { Suppliers = supplier, Questionnaire = questionnaire };
        await Load();
    }

    /// <param name="go">Which button was pressed: <c>filter</c>, <c>choose</c>, <c>check</c> or <c>send</c>; none for a page of the list.</param>
    /// <param name="without">A supplier to take out again.</param>
    public async Task<IActionResult> OnPost(string? go, SupplierId? without)
    {
        if (without is { } unwanted)
            Command = Command with { Suppliers = [.. Chosen.Where(id => id != unwanted)], Recipients = [.. (Command.Recipients ?? []).Where(r => r.Supplier != unwanted)] };
        Checking = go is "check" or "send" || without is not null;
        if (go == "send")
            return await Send(Command, done => Redirect($"/assessments/invited?{(Command.Questionnaire is { } one ? $"questionnaire={one}&" : "")}at={Uri.EscapeDataString(done.At.ToString("o", CultureInfo.InvariantCulture))}"));
        // What is wrong with fields of the other step is told there.
        ModelState.Clear();
        if (go == "filter")
            Part = 1;
        await Load();
        if (go == "check" && ((Questionnaire is null && !ByRules) || Chosen.Count == 0))
            return await ChooseFirst();
        return Page();
    }

    /// <summary>The rules first, where there are any: whoever chooses nothing goes by them.</summary>
    public IEnumerable<SelectListItem> QuestionnaireItems() =>
        Prepared.Questionnaires.Select(q => new SelectListItem(T["{0} (version {1}, {2} questions)", q.Title.In(Languages.Current), q.Label.Length > 0 ? q.Label : q.Number, q.QuestionCount], q.Id.ToString()))
            .Prepend(new(Prepared.HasRules ? T["The one the rules give each supplier"] : T["Choose one"], ""));

    public IEnumerable<SelectListItem> LanguageItems(string chosen) =>
        Languages.All.Select(language => new SelectListItem(language.Name, language.Tag, language.Tag == chosen));

    /// <summary>What stands in the form for a supplier: as chosen before, else its first contact.</summary>
    public InviteSuppliers.Recipient RecipientOf(PrepareInvitations.Row row)
    {
        var wish = Command.Recipients?.FirstOrDefault(r => r.Supplier == row.Id);
        var contact = row.Contacts.FirstOrDefault(c => c.Email == wish?.Email) ?? row.Contacts[0];
        return new(row.Id, contact.Email, wish?.Language ?? contact.Language);
    }

    protected override async Task Load()
    {
        Prepared = await Mediator.Send(new PrepareInvitations.Query(Command.Questionnaire, Chosen));
        if (Prepared is { Questionnaires.Count: 1, HasRules: false } && Questionnaire is null)
        {
            Command = Command with { Questionnaire = Prepared.Questionnaires[0].Id };
            Prepared = await Mediator.Send(new PrepareInvitations.Query(Command.Questionnaire, Chosen));
        }
        if (Checking)
            Command = Command with { DueOn = Command.DueOn ?? time.Today().AddDays(Inviting.UsualDays) };
        else
            List = await Mediator.Send(new ListInvitable.Query { Search = Q, Category = Category, Country = Country, Status = Status, Page = Part });
    }

    /// <summary>Back to the first step, whose choices are missing.</summary>
    private async Task<IActionResult> ChooseFirst()
    {
        Checking = false;
        await Load();
        if (Questionnaire is null && !ByRules)
            ModelState.AddModelError("Command.Questionnaire", T["Choose a questionnaire."]);
        if (Chosen.Count == 0)
            ModelState.AddModelError("Command.Suppliers", T["Choose at least one supplier."]);
        var page = Page();
        page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }
}

using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Questionnaires.Tiers;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Questionnaires.Tiers;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Questionnaires.Tiers;

/// <summary>Which questionnaire a supplier gets: the rules in their order, whom each reaches, and a place to try them.</summary>
[Needs(Permission.ViewQuestionnaires)]
public sealed class IndexModel : FormPage
{
    private const int LongestSearch = 200;

    public ReadTiers.Result Found { get; private set; } = null!;

    public string Search { get; private set; } = "";

    public Task OnGet([FromQuery(Name = "q")] string? search = null)
    {
        Search = search?.Trim() is { Length: > 0 } typed ? typed[..Math.Min(typed.Length, LongestSearch)] : "";
        return Load();
    }

    /// <summary>What the rule is given to, or its form id where that questionnaire is gone.</summary>
    public static string Title(ReadTiers.Line line) => line.Form?.Title.In(Languages.Current) ?? line.Rule.FormId;

    public string TitleOf(TierRule rule) => Title(Found.Lines.First(line => line.Rule.Id == rule.Id));

    protected override async Task Load() => Found = await Mediator.Send(new ReadTiers.Query(Search), HttpContext.RequestAborted);
}

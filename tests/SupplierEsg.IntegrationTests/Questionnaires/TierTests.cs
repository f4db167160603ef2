using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Application.Questionnaires.Tiers;
using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Questionnaires.Tiers;
using SupplierEsg.Infrastructure.Content;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Assessments;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Questionnaires;

/// <summary>Which questionnaire a supplier gets. Each in a house of its own: there is one list of rules.</summary>
public sealed class TierTests
{
    [Theory, OnEveryDatabase]
    public async Task The_shipped_questionnaires_bring_the_usual_rules_once(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        await Ship(house);
        var rules = (await house.Send(new ReadTiers.Query())).List.Rules;
        rules.Select(rule => (rule.Name, rule.FormId)).ShouldBe([("Micro companies", "esg-micro"), ("All others", "esg-default")]);
        await house.Send(new RemoveTierRule.Command(rules[0].Id));
        await house.Send(new AddShippedQuestionnaire.Command(ShippedQuestionnaires.Micro));
        (await house.Send(new ReadTiers.Query())).List.Rules.ShouldHaveSingleItem();
        (await house.InDb(db => db.Journal.CountAsync(line => line.Event == nameof(TierRuleRemoved)))).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task An_officer_adds_moves_changes_and_removes_a_rule_without_script(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        await Ship(house);
        var officer = await house.As(Role.Officer);
        var form = await WebPage.Get(officer, "/questionnaires/tiers/rule");
        form = await WebPage.Read(officer, await form.Submit(new() { ["Command.Name"] = "", ["Command.FormId"] = "" }));
        form.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        form.Text.ShouldContain("Give the rule a name.");
        (await form.Submit(new() { ["Command.Name"] = "Chinese metal works", ["Command.Categories"] = "metals", ["Command.Countries"] = "CN", ["Command.FormId"] = "esg-default", ["Command.Reason"] = "Ore is a risk." })).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var list = await WebPage.Get(officer, "/questionnaires/tiers");
        Names(list).ShouldBe(["Micro companies", "Chinese metal works", "All others"]);
        list.Text.ShouldContain("any size; Metals and metal products; China");
        var added = (await house.Send(new ReadTiers.Query())).List.Rules[1].Id;
        await list.Submit(new() { ["Rule"] = added.ToString() }, button: $"#r-{added} button[value=true]", form: $"#r-{added} form");
        list = await WebPage.Get(officer, "/questionnaires/tiers");
        Names(list).ShouldBe(["Chinese metal works", "Micro companies", "All others"]);

        var change = await WebPage.Get(officer, $"/questionnaires/tiers/rule/{added}");
        change.Document.QuerySelector("#Command_Name")!.GetAttribute("value").ShouldBe("Chinese metal works");
        var removal = await WebPage.Get(officer, $"/questionnaires/tiers/rule/{added}/remove");
        (await change.Submit(new() { ["Command.Name"] = "Metal works" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await WebPage.Read(officer, await removal.Submit())).Text.ShouldContain("Somebody else changed this in the meantime.");
        (await (await WebPage.Get(officer, $"/questionnaires/tiers/rule/{added}/remove")).Submit()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Names(await WebPage.Get(officer, "/questionnaires/tiers")).ShouldBe(["Micro companies", "All others"]);
    }

    [Theory, OnEveryDatabase]
    public async Task The_list_says_whom_each_rule_reaches_and_whom_none_does(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        await Ship(house);
        var (micro, large) = (await house.Register(Of(5)), await house.Register(Of(500)));
        var rules = (await house.Send(new ReadTiers.Query())).List.Rules;
        await house.Send(new RemoveTierRule.Command(rules[1].Id));
        await house.Send(new SaveTierRule.Command { Name = "German micro", Sizes = [TierSize.Micro], Countries = ["DE"], FormId = "esg-micro" });
        var auditor = await house.As(Role.Auditor);
        var page = await WebPage.Get(auditor, $"/questionnaires/tiers?q={Uri.EscapeDataString(large.LegalName)}");
        page.Text.ShouldContain("“Micro companies” above takes everybody it could reach.");
        page.Text.ShouldContain("No rule reaches some suppliers: 1");
        page.Document.QuerySelector(".notice.warning li")!.TextContent.ShouldBe(large.LegalName);
        page.Document.QuerySelector("#try tbody")!.TextContent.ShouldContain("No rule fits");
        page.Document.QuerySelector($"#r-{rules[0].Id} td.num:nth-of-type(4)")!.TextContent.Trim().ShouldStartWith("1");
        page.Document.QuerySelector("form[action$=move]").ShouldBeNull("An auditor changes nothing.");
        (await WebPage.Get(auditor, $"/suppliers/{micro.Id}")).Text.ShouldContain("by the rule “Micro companies”");
        (await WebPage.Get(auditor, $"/suppliers/{large.Id}")).Text.ShouldContain("No rule gives this supplier a questionnaire.");
    }

    [Theory, OnEveryDatabase]
    public async Task Suppliers_invited_in_one_go_get_each_their_own(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        await Publish(house);
        var (micro, large) = (await house.Register(Of(5)), await house.Register(Of(500)));
        var officer = await house.As(Role.Officer);
        var page = await WebPage.Get(officer, $"/assessments/invite?supplier={micro.Id}&supplier={large.Id}");
        page.Document.QuerySelector("#Command_Questionnaire option")!.TextContent.ShouldBe("The one the rules give each supplier");
        page = await WebPage.Read(officer, await page.Submit(button: "button[value=check]"));
        page.Text.ShouldContain("Rule: Micro companies");
        page.Text.ShouldContain("Rule: All others");
        var sent = await page.Submit(button: ".form button[value=send]");
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync());
        (await WebPage.Get(officer, sent.Headers.Location!.ToString())).Text.ShouldContain("Each to the questionnaire named below");
        (await FormOf(house, micro.Id), await FormOf(house, large.Id)).ShouldBe(("esg-micro", "esg-default"));
    }

    [Theory, OnEveryDatabase]
    public async Task Who_gets_none_by_the_rules_stands_in_the_way_and_a_questionnaire_for_all_still_goes(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        await Ship(house);
        var supplier = await house.Register(Of(5));
        Refusals(await Should.ThrowAsync<RulesBroken>(() => house.Send(new InviteSuppliers.Command(null, [supplier.Id], house.Due())))).ShouldBe(["tier.not-published"]);
        var (_, all) = await Publish(house);
        foreach (var rule in (await house.Send(new ReadTiers.Query())).List.Rules.Where(rule => rule.IsForAll))
            await house.Send(new RemoveTierRule.Command(rule.Id));
        var large = await house.Register(Of(500));
        Refusals(await Should.ThrowAsync<RulesBroken>(() => house.Send(new InviteSuppliers.Command(null, [supplier.Id, large.Id], house.Due())))).ShouldBe(["tier.none-fits"]);
        await house.Send(new InviteSuppliers.Command(all, [supplier.Id, large.Id], house.Due()));
        await house.Send(new RemoveTierRule.Command((await house.Send(new ReadTiers.Query())).List.Rules.Single().Id));
        (await Should.ThrowAsync<RuleBroken>(() => house.Send(new InviteSuppliers.Command(null, [large.Id], house.Due())))).Code.ShouldBe("tier.no-rules");
    }

    [Theory, OnEveryDatabase]
    public async Task A_program_reads_and_replaces_the_rules_and_invites_by_them(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        await Publish(house);
        var api = await house.Api(Role.Officer);
        var read = await api.GetAsync("/api/v1/questionnaires/tiers");
        (await read.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("rows").GetArrayLength().ShouldBe(2);

        object rules = new { rows = new object[] { new { name = "Everybody", questionnaire = "esg-micro" } } };
        (await Put(api, rules, null)).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await Put(api, rules, "\"99\"")).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await Put(api, new { rows = new[] { new { name = "x", questionnaire = "nothing" } } }, read.Headers.ETag!.Tag)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var replaced = await Put(api, rules, read.Headers.ETag!.Tag);
        replaced.StatusCode.ShouldBe(HttpStatusCode.OK, await replaced.Content.ReadAsStringAsync());
        replaced.Headers.ETag!.Tag.ShouldNotBe(read.Headers.ETag.Tag);

        var supplier = await house.Register(Of(500));
        var invited = await api.PostAsJsonAsync("/api/v1/assessments", new { suppliers = new[] { supplier.Id.ToString() }, dueOn = house.Due().ToString("yyyy-MM-dd") });
        invited.StatusCode.ShouldBe(HttpStatusCode.Created, await invited.Content.ReadAsStringAsync());
        (await invited.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("invited")[0].GetProperty("rule").GetString().ShouldBe("Everybody");
        (await FormOf(house, supplier.Id)).ShouldBe("esg-micro");
    }

    private static IEnumerable<string> Refusals(RulesBroken refused) => refused.Refusals.Select(refusal => refusal.Code);

    private static SupplierBuilder Of(int heads) => A.Supplier().Reached("Anna Weber", Inviting.NewAddress()).With(p => p with { HeadCount = heads });

    private static IEnumerable<string> Names(WebPage list) => list.Document.QuerySelectorAll("table.data tbody tr[id] th").Select(cell => cell.FirstChild!.TextContent.Trim());

    private static Task<string> FormOf(House house, SupplierId supplier) => house.InDb(db =>
        (from assessment in db.Assessments
         join version in db.QuestionnaireVersions on assessment.QuestionnaireVersionId equals version.Id
         where assessment.SupplierId == supplier
         select version.FormId).SingleAsync());

    private static async Task<HttpResponseMessage> Put(HttpClient api, object rules, string? tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/questionnaires/tiers") { Content = JsonContent.Create(rules) };
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await api.SendAsync(request);
    }

    private static async Task<(QuestionnaireVersionId Micro, QuestionnaireVersionId Default)> Ship(House house) =>
        (await house.Send(new AddShippedQuestionnaire.Command(ShippedQuestionnaires.Micro)), await house.Send(new AddShippedQuestionnaire.Command(ShippedQuestionnaires.Default)));

    private static async Task<(QuestionnaireVersionId Micro, QuestionnaireVersionId Default)> Publish(House house)
    {
        var (micro, all) = await Ship(house);
        return (await house.Send(new PublishQuestionnaire.Command(micro)), await house.Send(new PublishQuestionnaire.Command(all)));
    }
}

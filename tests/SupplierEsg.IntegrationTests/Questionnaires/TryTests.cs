using System.Net;
using AngleSharp.Dom;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Content;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Questionnaires;

/// <summary>An author answers a draft and watches the score.</summary>
public sealed class TryTests
{
    [Theory, OnEveryDatabase]
    public async Task Questions_come_and_go_the_score_follows_and_nothing_is_kept(DatabaseProvider database)
    {
        var (officer, address) = await Draft(database, "try");
        var page = await WebPage.Get(officer, $"{address}?theme=ENV");
        page.Document.QuerySelector("#q-since")!.HasAttribute("hidden").ShouldBeTrue();
        Points(page, "policy").ShouldStartWith("Declared 0.0, verified 0.0 of 100, weight 2.");
        page = await WebPage.Read(officer, await page.Submit(new() { ["a-policy"] = "yes", ["theme"] = "ENV" }));
        page.Document.QuerySelector("#q-since")!.HasAttribute("hidden").ShouldBeFalse();
        Points(page, "policy").ShouldStartWith("Declared 100.0, verified 100.0 of 100");
        page.Document.QuerySelector("#score .score-figure")!.TextContent.ShouldBe("100.0");
        page.Document.QuerySelector("#score .band")!.TextContent.ShouldContain("A");
        page.Document.QuerySelector("#score .figures")!.TextContent.ShouldContain("1 of 1");
        (await WebPage.Get(officer, address)).Document.QuerySelector("#q-since")!.HasAttribute("hidden").ShouldBeTrue();
        (await officer.GetAsync($"{address}?theme=nothing")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task Evidence_and_not_applicable_count_as_the_author_says(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var officer = await house.As(Role.Officer);
        var id = await house.Send(new AddShippedQuestionnaire.Command(ShippedQuestionnaires.Micro));
        var definition = (await house.Send(new GetQuestionnaire.Query(id))).Definition;
        var theme = definition.Themes.First(t => t.Questions.Any(q => q is { IsSelect: true, Evidence: Domain.Questionnaires.EvidenceNeed.Required, Relevant: null, IsScored: true }));
        var question = theme.Questions.First(q => q is { IsSelect: true, Evidence: Domain.Questionnaires.EvidenceNeed.Required, Relevant: null, IsScored: true });
        var best = question.Choices.MaxBy(c => c.Points ?? 0)!.Name;
        var page = await WebPage.Get(officer, $"/questionnaires/{id}/try?theme={theme.Code}");
        Dictionary<string, string?> answers = new() { [$"a-{question.Name}"] = best, ["theme"] = theme.Code };
        foreach (var (all, own, verified) in new[] { ("accepted", "", "100.0"), ("missing", "", "0.0"), ("missing", "pending", "50.0"), ("accepted", "expired", "0.0") })
        {
            var tried = await WebPage.Read(officer, await page.Submit(new(answers) { ["Evidence"] = all, [$"v-{question.Name}"] = own }));
            Points(tried, question.Name).ShouldContain($"verified {verified} of 100");
        }
        var excused = definition.Themes.SelectMany(t => t.Questions.Select(q => (Theme: t, Question: q))).First(q => q.Question is { AllowNa: true, IsScored: true, Relevant: null });
        page = await WebPage.Get(officer, $"/questionnaires/{id}/try?theme={excused.Theme.Code}");
        foreach (var (review, said) in new[] { ("accepted", "–"), ("rejected", "0.0") })
        {
            var tried = await WebPage.Read(officer, await page.Submit(new() { [$"n-{excused.Question.Name}"] = "on", [$"r-{excused.Question.Name}"] = "No site", [$"w-{excused.Question.Name}"] = review, ["theme"] = excused.Theme.Code }));
            Points(tried, excused.Question.Name).ShouldContain($"Declared {said}, verified {said} of 100");
        }
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_wrong_stands_beside_its_field_and_other_themes_answers_travel_along(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var officer = await house.As(Role.Officer);
        var id = await house.Send(new AddShippedQuestionnaire.Command(ShippedQuestionnaires.Default));
        var definition = (await house.Send(new GetQuestionnaire.Query(id))).Definition;
        var theme = definition.Themes.First(t => t.Questions.Any(q => q is { IsNumber: true, Relevant: null }));
        var number = theme.Questions.First(q => q is { IsNumber: true, Relevant: null }).Name;
        var other = definition.Themes.First(t => t != theme).Code;
        var page = await WebPage.Get(officer, $"/questionnaires/{id}/try?theme={theme.Code}");
        page = await WebPage.Read(officer, await page.Submit(new() { [$"a-{number}"] = "many", ["theme"] = theme.Code, ["AsOf"] = "soon" }));
        page.Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelector($"#e-{number}")!.TextContent.ShouldNotBeEmpty();
        page.Document.QuerySelector($"#a-{number}")!.GetAttribute("value").ShouldBe("many");
        page.Document.QuerySelectorAll("#faults a").Select(link => link.GetAttribute("href")).ShouldBe(["#AsOf", $"#a-{number}"]);

        page = await WebPage.Read(officer, await page.Submit(new() { [$"a-{number}"] = "12", [$"v-{number}"] = "rejected", ["theme"] = other, ["AsOf"] = "2027-03-01" }));
        page.Document.QuerySelector($"input[type=hidden][name='a-{number}']")!.GetAttribute("value").ShouldBe("12");
        page.Document.QuerySelector($"input[type=hidden][name='v-{number}']")!.GetAttribute("value").ShouldBe("rejected");
        page.Document.QuerySelector("#score .figures")!.TextContent.ShouldContain("1 March 2027");
        page = await WebPage.Read(officer, await page.Submit(new() { ["theme"] = theme.Code }));
        page.Document.QuerySelector($"#a-{number}")!.GetAttribute("value").ShouldBe("12");
    }

    private static string Points(WebPage page, string question) => page.Document.QuerySelector($"#s-{question}")!.TextContent.Trim();

    private static async Task<(HttpClient Officer, string Address)> Draft(DatabaseProvider database, string form)
    {
        var house = await Houses.On(database);
        await using var workbook = new MemoryStream(A.QuestionnaireWorkbook($"{form}-{database}").Bytes());
        var draft = await house.Send(new ImportQuestionnaire.Command(workbook, "form.xlsx"));
        return (await house.As(Role.Officer), $"/questionnaires/{draft.Id}/try");
    }
}

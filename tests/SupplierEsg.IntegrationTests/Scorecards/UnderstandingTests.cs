using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupplierEsg.Builders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Scorecards;

/// <summary>What would bring points, what is missing, and what moved a score since the last one.</summary>
public sealed class UnderstandingTests
{
    private const string Proved = """
        {"formId":"proved","title":{"en":"Proved"},"themes":[{"code":"T","label":{"en":"Theme"},"pillar":"G","questions":[
          {"name":"q1","type":"acknowledge","label":{"en":"Is there a policy?"},"weight":1,"evidence":"required"},
          {"name":"q2","type":"acknowledge","label":{"en":"Is it published?"},"weight":3,"evidence":"required"}]}]}
        """;

    [Theory, OnEveryDatabase]
    public async Task Page_portal_and_API_say_which_changes_would_bring_the_most(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var stored = await house.Keep(A.EthicsScore());
        var supplier = await house.SignedIn(await house.MakeAccount(Role.Supplier, stored.Supplier));
        foreach (var (browser, address) in new[] { (await house.As(Role.Officer), $"/scorecards/{stored.Id}"), (supplier, $"/portal/results/{stored.Id}") })
        {
            var page = await WebPage.Get(browser, address);
            var rows = page.Document.QuerySelectorAll("#improve tbody tr");
            rows.Length.ShouldBe(5);
            rows[0].QuerySelector("td.num")!.TextContent.ShouldBe("+21.0");
            rows[0].TextContent.ShouldContain("“Cases closed within a year”: if you had “80 %” and not “40 %”.");
            rows[1].TextContent.ShouldContain("“Agents trained” is not answered. If you had: 100 %.");
        }
        var api = await (await house.Api(Role.Officer)).GetFromJsonAsync<JsonElement>($"/api/v1/scorecards/{stored.Id}/improvements");
        api.GetProperty("best")[0].GetProperty("question").GetString().ShouldBe("r1");
        api.GetProperty("best")[0].GetProperty("gain").GetDecimal().ShouldBe(21m);
        api.GetProperty("missingEvidence").GetArrayLength().ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Missing_and_rejected_evidence_is_listed_whole_with_the_reviewers_reason(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var stored = await house.Keep(A.Score(Proved).Answering("q1", "OK", EvidenceState.Rejected).Answering("q2", "OK"));
        await house.InDb(async db =>
        {
            var document = new EvidenceDocument
            {
                Id = Domain.EvidenceId.New(), SupplierId = stored.Supplier, FileName = "policy.pdf", ContentType = "application/pdf", Size = 10, Sha256 = new string('a', 64),
                UploadedAt = house.Time.GetUtcNow().UtcDateTime, UploadedBy = "Anna Weber",
            };
            var link = new AnswerEvidence { AssessmentId = stored.Assessment, Question = "q1", DocumentId = document.Id, SupplierId = stored.Supplier, AttachedAt = document.UploadedAt };
            db.AddRange(document, link);
            db.Entry(link).Property(l => l.State).CurrentValue = EvidenceState.Rejected;
            db.Entry(link).Property(l => l.Reason).CurrentValue = ReviewReason.NotSigned;
            db.Entry(link).Property(l => l.Words).CurrentValue = "The board has to sign it.";
            return await db.SaveChangesAsync();
        });
        var page = await WebPage.Get(await house.SignedIn(await house.MakeAccount(Role.Supplier, stored.Supplier)), $"/portal/results/{stored.Id}");
        var (best, lacking) = (page.Document.QuerySelectorAll("#improve table")[0], page.Document.QuerySelectorAll("#improve table")[1]);
        best.TextContent.ShouldContain("Attach evidence for “Is it published?”.");
        best.QuerySelectorAll("tbody td.num").Select(cell => cell.TextContent).ShouldBe(["+75.0", "+25.0"]);
        lacking.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        lacking.TextContent.ShouldContain("policy.pdf: It is a draft, or lacks a signature. The board has to sign it.");
    }

    [Theory, OnEveryDatabase]
    public async Task A_replaced_scorecard_advises_nothing_any_more(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var first = await house.Keep(A.EthicsScore());
        await house.KeepAgain(first, A.EthicsScore().Answering("a3", "100"), TimeSpan.FromHours(1));
        (await WebPage.Get(await house.As(Role.Officer), $"/scorecards/{first.Id}")).Document.QuerySelector("#improve").ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task Two_scorecards_stand_side_by_side_with_what_each_change_moved(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        Supplier supplier = A.Supplier();
        var version = await house.KeepVersion(A.EthicsDefinition);
        var before = await house.KeepAnswered(supplier, version, A.EthicsScore(), ago: 300);
        var after = await house.KeepAnswered(supplier, version, A.EthicsScore().Answering("a3", "100").Answering("p1", "no").Found("ETH", Severity.Minor, new(2026, 1, 3)), ago: 1);
        var browser = await house.As(Role.Officer);

        var card = await WebPage.Get(browser, $"/scorecards/{after.Id}");
        var compare = card.Document.QuerySelectorAll(".page-actions a").Single(a => a.TextContent == "Compare with the one before").GetAttribute("href")!;
        foreach (var address in new[] { compare, $"/scorecards/compare?a={before.Id}&b={after.Id}", $"/scorecards/compare?a={after.Id}&b={before.Id}" })
        {
            var page = await WebPage.Get(browser, address);
            var rows = page.Document.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr");
            rows.Select(row => row.QuerySelector("td.num")!.TextContent).ShouldBe(["+20.0", "−16.7", "−5.0", "−1.7"]);
            rows[0].TextContent.ShouldContain("Agents trained");
            rows[1].TextContent.ShouldContain("Yes, published");
            rows[2].TextContent.ShouldContain("Adverse findings on Ethics");
            page.Document.QuerySelectorAll(".figures dd")[2].TextContent.ShouldBe("−1.7");
        }

        var api = await (await house.Api(Role.Officer)).GetFromJsonAsync<JsonElement>($"/api/v1/scorecards/compare?a={after.Id}");
        api.GetProperty("before").GetGuid().ShouldBe(before.Id.Value);
        api.GetProperty("difference").GetDecimal().ShouldBe(-1.666667m);
        api.GetProperty("questions").EnumerateArray().Select(q => q.GetProperty("points").GetDecimal()).ShouldBe([20m, -16.666667m]);
        api.GetProperty("findings")[0].GetProperty("points").GetDecimal().ShouldBe(-5m);

        var own = await house.SignedIn(await house.MakeAccount(Role.Supplier, supplier.Id));
        (await WebPage.Get(own, $"/portal/results/compare?a={after.Id}")).Text.ShouldContain("Two results compared");
    }

    [Theory, OnEveryDatabase]
    public async Task Versions_may_differ_and_new_and_dropped_questions_are_marked(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        Supplier supplier = A.Supplier();
        var first = await house.KeepVersion(A.EthicsDefinition);
        var changed = A.EthicsDefinition.Replace("\"name\":\"a2\"", "\"name\":\"a9\"", StringComparison.Ordinal);
        var second = await house.KeepVersion(changed, 2, first.FormId);
        var before = await house.KeepAnswered(supplier, first, A.EthicsScore(), ago: 300);
        var after = await house.KeepAnswered(supplier, second, A.Score(changed).Answering("p1", "yes").Answering("p2", "half").Answering("a1", "60").Answering("r1", "40").Excused("r2", NaReview.Accepted), ago: 1);
        var page = await WebPage.Get(await house.As(Role.Officer), $"/scorecards/compare?a={before.Id}&b={after.Id}");
        page.Text.ShouldContain("They were made from different versions of the questionnaire");
        page.Document.QuerySelectorAll("tbody .tag").Select(tag => tag.TextContent).ShouldBe(["New question", "Dropped question"], ignoreOrder: true);
    }

    [Theory, OnEveryDatabase]
    public async Task Scorecards_of_two_suppliers_or_of_others_are_not_compared(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (one, other) = (await house.Keep(A.EthicsScore()), await house.Keep(A.EthicsScore()));
        var page = await WebPage.Get(await house.As(Role.Officer), $"/scorecards/compare?a={one.Id}&b={other.Id}");
        page.Text.ShouldContain("These scorecards are of two suppliers.");
        var alone = await WebPage.Get(await house.As(Role.Officer), $"/scorecards/compare?a={one.Id}");
        alone.Text.ShouldContain("There is no earlier scorecard of this questionnaire");

        var api = await house.Api(Role.Officer);
        (await api.GetAsync($"/api/v1/scorecards/compare?a={one.Id}&b={other.Id}")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await api.GetAsync($"/api/v1/scorecards/compare?a={one.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await api.GetAsync("/api/v1/scorecards/compare")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        var supplier = await house.SignedIn(await house.MakeAccount(Role.Supplier, one.Supplier));
        (await supplier.GetAsync($"/portal/results/compare?a={other.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await supplier.GetAsync($"/portal/results/compare?a={one.Id}&b={other.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}

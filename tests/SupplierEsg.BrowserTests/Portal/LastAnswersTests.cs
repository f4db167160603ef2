using Microsoft.EntityFrameworkCore;
using SupplierEsg.Builders;
using SupplierEsg.BrowserTests.Support;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scorecards;
using SupplierEsg.Infrastructure.Accounts;
using static Microsoft.Playwright.Assertions;

namespace SupplierEsg.BrowserTests.Portal;

/// <summary>A supplier that has answered before: what is there already, what it looks at, and what it lets serve.</summary>
public sealed class LastAnswersTests(LiveHouse house)
{
    private static readonly (string, string) Renamed = ("Is there a policy?", "Is there a policy in writing?");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Only_what_changed_is_looked_at_with_script_and_without(bool javaScript)
    {
        var (person, id) = await AnsweredBefore(Renamed, ("Energy used", "Energy bought"));
        var page = await house.SignedIn(person, javaScript: javaScript);
        await page.GotoAsync($"/portal/assessments/{id}");
        if (javaScript)
            await page.ShouldBeAccessible("last-answers-task-list");
        await Expect(page.Locator(".notice.warning")).ToContainTextAsync("Look at these before you submit: 2.");
        await page.ClickAsync("text=Only what needs a look");
        await Expect(page.Locator("dl.summary dt")).ToHaveCountAsync(2);
        if (javaScript)
            await page.ShouldBeAccessible("last-answers-look");

        await page.GotoAsync($"/portal/assessments/{id}/GOV");
        if (javaScript)
            await page.ShouldBeAccessible("last-answers-theme");
        await page.FillAsync("#a-remarks", "Typed, and not saved before the button is pressed.");
        await page.ClickAsync("#q-policy button[name=confirm]");
        await page.WaitForURLAsync(url => url.EndsWith("/ENV#q-energy", StringComparison.Ordinal));
        await page.ClickAsync("#q-energy button[name=confirm]");
        await Expect(page.Locator("button[name=confirm]")).ToHaveCountAsync(0);
        var stored = await house.InDb(db => db.Answers.IgnoreQueryFilters().Where(a => a.AssessmentId == id).ToDictionaryAsync(a => a.Question));
        (stored["policy"].CarryOver, stored["energy"].CarryOver).ShouldBe((CarryOver.Carried, CarryOver.Carried));
        stored["remarks"].Value.ShouldBe("Typed, and not saved before the button is pressed.");
    }

    [Fact]
    public async Task Enter_in_a_field_confirms_nothing()
    {
        var (person, id) = await AnsweredBefore(Renamed, ("Energy used", "Energy bought"));
        var page = await house.SignedIn(person, javaScript: false);
        await page.GotoAsync($"/portal/assessments/{id}/ENV");
        await page.PressAsync("#a-staff", "Enter");
        await Expect(page.Locator("#q-energy button[name=confirm]")).ToBeVisibleAsync();
        (await house.InDb(db => db.Answers.IgnoreQueryFilters().SingleAsync(a => a.AssessmentId == id && a.Question == "energy"))).CarryOver.ShouldBe(CarryOver.QuestionChanged);
    }

    [Fact]
    public async Task On_a_phone_in_chinese_by_all_pages()
    {
        var (person, id) = await AnsweredBefore(Renamed);
        var page = await house.SignedIn(person, "zh-CN", 390);
        foreach (var (path, name) in new[] { ("", "task-list"), ("/look", "look"), ("/GOV", "theme") })
        {
            await page.GotoAsync($"/portal/assessments/{id}{path}");
            await page.ShouldBeAccessible($"zh-last-answers-{name}");
        }
    }

    [Fact]
    public async Task Earlier_answers_serve_once_it_is_consented_by_keyboard_alone()
    {
        var (person, id) = await AnsweredBefore();
        var page = await house.SignedIn(person);
        await page.GotoAsync($"/portal/assessments/{id}");
        await page.TabTo("main a[href$='/serve']");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.EndsWith("/serve", StringComparison.Ordinal));
        await page.ShouldBeAccessible("serve");
        await page.TabTo("main form button");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".error-summary")).ToContainTextAsync("Tick the consent");
        await page.TabTo("#Consent");
        await page.Keyboard.PressAsync("Space");
        await page.TabTo("main form button");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".receipt-number")).ToBeVisibleAsync();
        await page.ShouldBeAccessible("serve-receipt");
        await page.GotoAsync("/portal/results");
        await Expect(page.Locator("table .tag.good", new() { HasText = "Final" })).ToHaveCountAsync(2);
        await page.ShouldBeAccessible("results-final");
        await page.ClickAsync("main table a");
        await page.ShouldBeAccessible("result-final");
    }

    /// <summary>Answered and reviewed half a year ago; invited to the same version, or to the next where something of it is replaced.</summary>
    private async Task<(AppUser Person, AssessmentId Assessment)> AnsweredBefore(params (string Was, string Now)[] changes)
    {
        var (now, then) = (DateTime.UtcNow, DateTime.UtcNow.AddMonths(-6));
        var supplier = A.Supplier().Reached("Lin Wei", $"{Guid.NewGuid():N}@supplier.example").Build();
        var version = A.PublishedQuestionnaire(then);
        var past = A.AssessmentIn(AssessmentState.Finalised, then, supplier.Id, version);
        var asked = version;
        if (changes.Length > 0)
        {
            var json = changes.Aggregate(A.SurveyDefinition, (text, change) => text.Replace(change.Was, change.Now));
            asked = QuestionnaireVersion.Import(QuestionnaireJson.ReadStored(json) with { FormId = version.FormId }, 2, null, now);
            asked.Publish(now);
        }
        var document = new EvidenceDocument { Id = EvidenceId.New(), SupplierId = supplier.Id, FileName = "policy.pdf", ContentType = "application/pdf", Size = 48_000, Sha256 = new string('a', 64), UploadedAt = then, UploadedBy = "Lin Wei" };
        var score = A.Score(A.SurveyDefinition).Answering("policy", "yes", EvidenceState.Accepted).Answering("since", "2024-05-01").Answering("energy", "250").Answering("agreed", "OK").Build();
        var assessment = A.Invitation(supplier.Id, asked, now);
        await house.InDb(db =>
        {
            db.AddRange(supplier, version, past, assessment, document);
            if (asked != version)
                db.Add(asked);
            foreach (var (question, value) in new[] { ("policy", "yes"), ("since", "2024-05-01"), ("energy", "250"), ("agreed", "OK") })
                db.Add(new Answer { AssessmentId = past.Id, SupplierId = supplier.Id, Question = question, Value = value, Revision = 1, SavedAt = then, SavedBy = "Lin Wei" });
            db.Add(new AnswerEvidence { AssessmentId = past.Id, Question = "policy", SupplierId = supplier.Id, DocumentId = document.Id, AttachedAt = then });
            db.Add(Scorecard.Make(past.Id, supplier.Id, version.Id, score, then.AddDays(3), past.ValidUntil));
            return db.SaveChangesAsync();
        });
        return (await house.Account(Role.Supplier, supplier.Id, name: "Lin Wei"), assessment.Id);
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Domain.Tenders;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.IntegrationTests.Assessments;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Tenders;

/// <summary>A tender and the buyer's people who run it, each at a browser of their own.</summary>
internal sealed class TenderRun
{
    public static readonly TimeSpan UntilClosing = TimeSpan.FromDays(10);

    public required House House { get; init; }

    public required HttpClient Officer { get; set; }

    public TenderId Id { get; private set; }

    public QuestionnaireVersion? Questionnaire { get; private init; }

    public string Address(string page = "") => $"/tenders/{Id}{page}";

    /// <summary>Drafted with two items and rules: quality 50, price 40 (lowest ÷ own), ESG 10 as declared.</summary>
    public static async Task<TenderRun> Draft(House house, Dictionary<string, string?>? rules = null)
    {
        var questionnaire = await house.Publish();
        var run = new TenderRun { House = house, Officer = await house.As(Role.Officer), Questionnaire = questionnaire };
        var closes = house.Time.GetUtcNow().UtcDateTime + UntilClosing;
        var made = await (await WebPage.Get(run.Officer, "/tenders/new")).Submit(new()
        {
            ["Command.Facts.Title"] = $"Crushers {Guid.NewGuid():N}", ["Command.Facts.Currency"] = "EUR", ["Command.Facts.Zone"] = "UTC",
            ["Command.Facts.Items[0].Name"] = "Jaw crusher", ["Command.Facts.Items[0].Quantity"] = "2", ["Command.Facts.Items[0].Unit"] = "piece",
            ["Command.Facts.Items[1].Name"] = "Commissioning", ["Command.Facts.Items[1].Quantity"] = "1",
            ["Command.Facts.ClosesOn"] = $"{closes:yyyy-MM-dd}", ["Command.Facts.ClosesAt"] = $"{closes:HH:mm}",
        });
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect, await made.Content.ReadAsStringAsync());
        run.Id = TenderId.From(Guid.Parse(made.Headers.Location!.ToString().Split('/')[^1]));
        await run.Post("/rules", Rules(questionnaire, rules));
        return run;
    }

    public static Dictionary<string, string?> Rules(QuestionnaireVersion questionnaire, Dictionary<string, string?>? changed = null)
    {
        var fields = new Dictionary<string, string?>
        {
            ["Command.Rules.Criteria[0].Name"] = "Technical merit", ["Command.Rules.Criteria[0].Weight"] = "50", ["Command.Rules.Criteria[0].MaxPoints"] = "10",
            ["Command.Rules.PriceWeight"] = "40", ["Command.Rules.Formula"] = "LowestRatio", ["Command.Rules.EsgWeight"] = "10", ["Command.Rules.Figure"] = "Declared",
            ["Command.Rules.Questionnaire"] = questionnaire.Id.ToString(), ["Command.Rules.ExclusionGrounds"] = "Corruption",
        };
        foreach (var (name, value) in changed ?? [])
            fields[name] = value;
        return fields;
    }

    /// <summary>Sends a form of one of the tender's pages, and expects it to be taken.</summary>
    public async Task Post(string page, Dictionary<string, string?>? fields = null, HttpClient? by = null, string form = "main form[method=post]")
    {
        var answer = await TryPost(page, fields, by, form);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, (await WebPage.Read(by ?? Officer, answer)).Text);
    }

    public async Task<HttpResponseMessage> TryPost(string page, Dictionary<string, string?>? fields = null, HttpClient? by = null, string form = "main form[method=post]") =>
        await (await WebPage.Get(by ?? Officer, Address(page))).Submit(fields, form);

    /// <summary>What a refused form says.</summary>
    public async Task<string> Refused(string page, Dictionary<string, string?>? fields = null, HttpClient? by = null, string form = "main form[method=post]")
    {
        var answer = await TryPost(page, fields, by, form);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        return (await WebPage.Read(by ?? Officer, answer)).Text;
    }

    public Task Publish() => Post("/publish");

    public async Task<Bidder> Invite(string name, SupplierStatus status = SupplierStatus.Registered)
    {
        var supplier = await House.Register(A.Supplier().Named($"{name} {A.Name()}").InStatus(status).Reached("Lin Wei", Inviting.NewAddress()));
        await Post("/bidders", new() { ["Command.Supplier"] = supplier.LegalName }, form: "main form.panel");
        return await Bidder.Of(this, supplier);
    }

    /// <summary>A person who may evaluate, appointed to the panel.</summary>
    public async Task<AppUser> Appoint(bool chair = false)
    {
        var account = await House.MakeAccount(Role.Evaluator, null);
        await Post("/panel", new() { ["Command.Evaluator"] = account.Id.ToString(), ["Command.IsChair"] = chair ? "true" : "false" }, form: "main form.panel");
        return account;
    }

    /// <summary>Past the closing time, or further; whoever was signed in by then has to do so again.</summary>
    public async Task Pass(TimeSpan time)
    {
        House.Time.Advance(time);
        Officer = await House.As(Role.Officer);
    }

    public Task Close() => Pass(UntilClosing + TimeSpan.FromMinutes(1));

    /// <summary>Opened by two officers.</summary>
    public async Task Open()
    {
        await Post("/opening");
        await Post("/opening", by: await House.SignedIn(await House.MakeAccount(Role.Officer, null)));
    }

    public Task Mark(HttpClient evaluator, BidId bid, string points) =>
        Post($"/marking/{bid}", new() { ["Command.Marks[0].Points"] = points, ["Command.Marks[0].Reason"] = "As the offer shows." }, evaluator);

    public Task<Tender> Read() => House.InDb(db => db.Tenders.AsNoTracking().SingleAsync(t => t.Id == Id));

    public Task<List<TenderBid>> Bids() => House.InDb(db => db.Bids.AsNoTracking().Where(b => b.TenderId == Id).OrderBy(b => b.Number).ToListAsync());

    public async Task<WebPage> Page(string page = "", HttpClient? by = null) => await WebPage.Get(by ?? Officer, Address(page));

    public Task<List<string>> Journal() => House.InDb(db => db.Journal.Where(line => line.Subject == $"tender/{Id}").OrderBy(line => line.Sequence).Select(line => line.Event).ToListAsync());
}

/// <summary>A supplier that bids, and one of its people.</summary>
internal sealed class Bidder
{
    public required TenderRun Run { get; init; }

    public required Supplier Supplier { get; init; }

    public required AppUser Person { get; init; }

    public required HttpClient Browser { get; set; }

    public required HttpClient Api { get; init; }

    public string Name => Supplier.LegalName;

    public string Address(string page = "") => $"/portal/tenders/{Run.Id}{page}";

    public string ApiAddress(string path = "") => $"/api/v1/tenders/{Run.Id}/bid{path}";

    public static async Task<Bidder> Of(TenderRun run, Supplier supplier)
    {
        var person = await run.House.MakeAccount(Role.Supplier, supplier.Id);
        return new() { Run = run, Supplier = supplier, Person = person, Browser = await run.House.SignedIn(person), Api = await run.House.Api(person) };
    }

    public async Task<WebPage> Page(string page = "") => await WebPage.Get(Browser, Address(page));

    public async Task Post(string page, Dictionary<string, string?>? fields = null, string form = "main form[method=post]")
    {
        var answer = await (await Page(page)).Submit(fields, form);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, (await WebPage.Read(Browser, answer)).Text);
    }

    public async Task<string> Refused(string page, Dictionary<string, string?>? fields = null, string form = "main form[method=post]")
    {
        var answer = await (await Page(page)).Submit(fields, form);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        return (await WebPage.Read(Browser, answer)).Text;
    }

    public async Task SignIn() => Browser = await Run.House.SignedIn(Person);

    public Task Begin() => Post("", form: "main form[action$='handler=Begin']");

    /// <summary>Everything filled in: what a unit of each item costs, the declaration, and the questionnaire.</summary>
    public async Task Fill(string crusher, string commissioning)
    {
        await Begin();
        await Post("/bid/prices", new() { ["Command.UnitPrices[0]"] = crusher, ["Command.UnitPrices[1]"] = commissioning });
        await Post("/bid/declarations", new() { ["Command.Declarations[0].Confirmed"] = "true" });
        await AnswerQuestionnaire();
    }

    public async Task AnswerQuestionnaire(int energy = 250)
    {
        var assessment = (await Read()).AssessmentId;
        var answer = await Api.PutAsJsonAsync($"/api/v1/assessments/{assessment}/answers", new Dictionary<string, object>
        {
            ["policy"] = new { value = "yes" }, ["since"] = new { value = "2024-05-01" }, ["energy"] = new { value = energy }, ["agreed"] = new { value = true },
        });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    public Task Submit() => Post("/bid/check", new() { ["Command.Declared"] = "true", ["Command.DeclaredBy"] = "Lin Wei" });

    public Task<HttpResponseMessage> SubmitByApi(int? version = null) => Api.PostAsJsonAsync(ApiAddress("/submit"), new { declared = true, declaredBy = "Lin Wei", version });

    public async Task<JsonElement> ReadByApi() => await Api.GetFromJsonAsync<JsonElement>(ApiAddress());

    public Task<TenderBid> Read() => Run.House.InDb(db => db.Bids.AsNoTracking().SingleAsync(b => b.TenderId == Run.Id && b.SupplierId == Supplier.Id));
}

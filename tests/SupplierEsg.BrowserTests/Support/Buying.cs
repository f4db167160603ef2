using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Tenders;
using SupplierEsg.Infrastructure.Accounts;

namespace SupplierEsg.BrowserTests.Support;

/// <summary>A tender that is run without a browser: every step is the real use case, done by its person.</summary>
internal sealed class Buying
{
    public const string Jaw = "Jaw crusher, 400 t/h, with spare jaws for two years";

    public const string Commissioning = "Commissioning and training";

    public required LiveHouse House { get; init; }

    public required AppUser Officer { get; init; }

    public required TenderId Id { get; init; }

    public string Address(string page = "") => $"/tenders/{Id}{page}";

    /// <summary>Two items in euros, closing in ten days, with rules: quality 60 in two criteria, price 30, ESG 10 as declared.</summary>
    public static async Task<Buying> Draft(LiveHouse house, string? title = null, AppUser? officer = null, QuestionnaireVersionId? questionnaire = null, Func<TypedRules, TypedRules>? rules = null)
    {
        var by = officer ?? await house.Account(Role.Officer, name: "Ines Albrecht");
        var facts = Facts(title ?? $"Crushers {A.Name()}", house.Now.AddDays(10));
        var id = await house.SendAs(by, new DraftTender.Command { Facts = facts });
        var typed = Rules(questionnaire ?? await Questionnaire(house));
        await house.SendAs(by, new EditTenderRules.Command { Id = id, Rules = rules?.Invoke(typed) ?? typed });
        return new() { House = house, Officer = by, Id = id };
    }

    public static TypedFacts Facts(string title, DateTime closes) => new()
    {
        Title = title, Currency = "EUR", Zone = "UTC", ClosesOn = DateOnly.FromDateTime(closes), ClosesAt = new(closes.Hour, closes.Minute),
        Description = "For the quarry at Zhuozhou: two crushers, delivered and set up.\nThe old ones are taken back.",
        Items = [new() { Lot = "Machines", Name = Jaw, Quantity = "2", Unit = "piece" }, new() { Lot = "Services", Name = Commissioning, Quantity = "1" }],
    };

    /// <summary>That of <see cref="A.SurveyDefinition"/>, published.</summary>
    public static async Task<QuestionnaireVersionId> Questionnaire(LiveHouse house)
    {
        var version = A.PublishedQuestionnaire(house.Now);
        await house.InDb(db =>
        {
            db.Add(version);
            return db.SaveChangesAsync();
        });
        return version.Id;
    }

    private static TypedRules Rules(QuestionnaireVersionId questionnaire) => new()
    {
        Criteria = [new() { Name = "Technical merit", Weight = "40", MaxPoints = "10", Minimum = "30" }, new() { Name = "Service within a day, and spare parts for ten years", Weight = "20", MaxPoints = "5" }],
        PriceWeight = "30", EsgWeight = "10", Figure = EsgFigure.Declared, Questionnaire = questionnaire, LifeCycleCosts = ["Energy over ten years"], BelowMean = "30",
        ExclusionGrounds = [ExclusionGround.Corruption, ExclusionGround.ChildLabourOrTrafficking, ExclusionGround.EnvironmentalSocialOrLabourLaw],
    };

    public Task<T> By<T>(AppUser person, IRequest<T> step) => House.SendAs(person, step);

    public Task<T> ByOfficer<T>(IRequest<T> step) => By(Officer, step);

    public Task Publish() => ByOfficer(new PublishTender.Command(Id));

    public async Task<Bidding> Invite(string name)
    {
        var supplier = A.Supplier().Named($"{name} {A.Name()}").Reached("Lin Wei", $"{Guid.NewGuid():N}@supplier.example").Build();
        await House.InDb(db =>
        {
            db.Add(supplier);
            return db.SaveChangesAsync();
        });
        var bidding = new Bidding { Tender = this, Supplier = supplier.Id, Name = supplier.LegalName, Person = await House.Account(Role.Supplier, supplier.Id, name: "Lin Wei") };
        await Invite(bidding);
        return bidding;
    }

    public Task Invite(Bidding bidder) => ByOfficer(new InviteToBid.Command { Id = Id, Supplier = bidder.Name });

    public Task Appoint(AppUser person, bool chair = false) => ByOfficer(new AppointEvaluator.Command { Id = Id, Evaluator = person.Id, IsChair = chair });

    public async Task Open(AppUser second)
    {
        await ByOfficer(new AgreeToOpen.Command(Id));
        (await By(second, new AgreeToOpen.Command(Id))).ShouldBeTrue();
    }

    /// <summary>Declares no conflict, marks every bid a point lower than the one before, and finishes.</summary>
    /// <param name="points">Of the first bid, by criterion.</param>
    public async Task MarkAll(AppUser evaluator, params decimal[] points)
    {
        await By(evaluator, new DeclareConflicts.Command { Id = Id });
        foreach (var bid in await Bids())
            await Mark(evaluator, bid.Id, [.. points.Select(mark => mark + 1 - bid.Number!.Value)]);
        await By(evaluator, new FinishMarking.Command(Id));
    }

    public async Task Mark(AppUser evaluator, BidId bid, params decimal[] points)
    {
        var criteria = (await Read()).Rules!.Evaluation.Criteria.Where(c => c.Kind == CriterionKind.Quality);
        await By(evaluator, new GiveMarks.Command { Id = Id, Bid = bid, Marks = [.. criteria.Zip(points, (criterion, mark) => new TypedMark { Criterion = criterion.Code, Points = $"{mark}", Reason = "Proven in two quarries of this size; louder than others." })] });
    }

    public Task<Tender> Read() => House.InDb(db => db.Tenders.AsNoTracking().SingleAsync(t => t.Id == Id));

    /// <summary>Those that were opened.</summary>
    public Task<List<TenderBid>> Bids() => House.InDb(db => db.Bids.IgnoreQueryFilters().AsNoTracking().Where(b => b.TenderId == Id && b.Number != null).OrderBy(b => b.Number).ToListAsync());
}

/// <summary>A supplier that bids, and one of its people.</summary>
internal sealed class Bidding
{
    public required Buying Tender { get; init; }

    public required SupplierId Supplier { get; init; }

    public required string Name { get; init; }

    public required AppUser Person { get; init; }

    public string Address(string page = "") => $"/portal/tenders/{Tender.Id}{page}";

    /// <summary>The same supplier in another tender.</summary>
    public Bidding In(Buying tender) => new() { Tender = tender, Supplier = Supplier, Name = Name, Person = Person };

    private Task<T> Do<T>(IRequest<T> step) => Tender.House.SendAs(Person, step);

    public Task Ask(string question) => Do(new AskTenderQuestion.Command { Id = Tender.Id, Text = question });

    public Task Begin() => Do(new BeginBid.Command(Tender.Id));

    public Task SavePrices(string crusher, string? commissioning, string? energy) =>
        Do(new SavePrices.Command { Tender = Tender.Id, UnitPrices = [crusher, commissioning], LifeCycleCosts = [energy] });

    /// <param name="applies">A ground that can't be ruled out.</param>
    public async Task Declare(ExclusionGround? applies = null)
    {
        var rules = (await Tender.Read()).Rules!;
        await Do(new SaveDeclarations.Command
        {
            Tender = Tender.Id, Note = "We offer the machine that runs at Baoding.",
            Declarations = [.. rules.ExclusionGrounds.Select(ground => new SaveDeclarations.Declaration { Ground = ground, Confirmed = ground != applies, SelfCleaning = ground == applies ? "A fine of 2023, paid; the works manager has gone." : null })],
        });
    }

    public async Task<TenderFileId> AddDocument(string name = "offer.pdf")
    {
        using var content = new MemoryStream([.. Invited.Pdf.Buffer, .. System.Text.Encoding.UTF8.GetBytes(name)]);
        return await Do(new AddOfferDocument.Command(Tender.Id, name, content));
    }

    public async Task Answer(int energy = 250)
    {
        var assessment = (await Read()).AssessmentId!.Value;
        var answers = new Dictionary<string, string> { ["policy"] = "yes", ["since"] = "2024-05-01", ["energy"] = $"{energy}", ["agreed"] = "OK" };
        (await Do(new SaveAnswers.Command(assessment, answers.ToDictionary(a => a.Key, a => new AnswerInput { Text = a.Value })))).Faults.ShouldBeEmpty();
    }

    /// <summary>Everything filled in and sent.</summary>
    /// <returns>The offer's document.</returns>
    public async Task<TenderFileId> Send(string crusher, string commissioning, string energy, ExclusionGround? applies = null)
    {
        await Begin();
        await SavePrices(crusher, commissioning, energy);
        await Declare(applies);
        var document = await AddDocument();
        await Answer();
        await Submit();
        return document;
    }

    public Task Submit() => Do(new SubmitBid.Command { Tender = Tender.Id, Declared = true, DeclaredBy = "Lin Wei" });

    public Task<TenderBid> Read() => Tender.House.InDb(db => db.Bids.IgnoreQueryFilters().AsNoTracking().SingleAsync(b => b.TenderId == Tender.Id && b.SupplierId == Supplier));

    /// <summary>A page of the bidder's, signed in.</summary>
    public async Task<Microsoft.Playwright.IPage> Open(string path = "", string language = "en-GB", int width = 1440, bool javaScript = true, Microsoft.Playwright.ColorScheme theme = Microsoft.Playwright.ColorScheme.Light)
    {
        var page = await Tender.House.SignedIn(Person, language, width, javaScript, theme);
        await page.GotoAsync(Address(path));
        return page;
    }
}

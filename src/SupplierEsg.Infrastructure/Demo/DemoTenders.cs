using MediatR;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Infrastructure.Demo;

/// <summary>The demonstration's tenders: one that is open, with a question to answer and a bid being worked on, and one whose bidders know the decision.</summary>
/// <param name="on">Does a step so many days ago, as the person with this address.</param>
/// <param name="panel">Accounts of the evaluators.</param>
internal sealed class DemoTenders(Func<int, string, Func<IMediator, Task>, Task> on, IReadOnlyList<Guid> panel, CancellationToken token)
{
    private static readonly string Officer = DemoPerson.Officer.Email;

    public async Task Live(QuestionnaireVersionId questionnaire)
    {
        await Decided();
        await Open(questionnaire);
    }

    private async Task Decided()
    {
        var bidders = DemoSupplier.All.Take(3).ToList();
        var tender = await Draft(daysAgo: 14, new()
        {
            Title = "Spare gearboxes for the belt conveyors", Category = "machinery", Currency = "EUR", Zone = "Europe/Berlin", ClosesOn = Day(14, 4), ClosesAt = new(12, 0),
            Description = "Twelve gearboxes of two sizes for the conveyors of the northern pit, delivered to the port of Walvis Bay, with commissioning by the maker.",
            Items = [new() { Lot = "Gearboxes", Name = "Bevel gearbox, 250 kW", Quantity = "8", Unit = "piece" }, new() { Lot = "Gearboxes", Name = "Bevel gearbox, 400 kW", Quantity = "4", Unit = "piece" }, new() { Lot = "Services", Name = "Commissioning", Quantity = "1" }],
        }, Rules(null) with { LifeCycleCosts = ["Spare parts and oil over five years"] }, bidders);
        (string, string, string, string)[] prices = [("11800", "18400", "24000", "31000"), ("14950", "21900", "18500", "17500"), ("13200", "20100", "36000", "26500")];
        foreach (var (bidder, price) in bidders.Zip(prices))
            await Bid(daysAgo: 12, tender, bidder, price);
        await on(9, Officer, m => m.Send(new AgreeToOpen.Command(tender), token));
        await on(9, DemoPerson.Administrator.Email, m => m.Send(new AgreeToOpen.Command(tender), token));
        var marks = new Dictionary<string, (string Merit, string Delivery)[]> { [DemoPerson.Evaluator.Email] = [("7", "6"), ("9", "8"), ("6", "7")], [DemoPerson.Reviewer.Email] = [("7.5", "6"), ("8.5", "9"), ("6.5", "7")] };
        foreach (var (evaluator, given) in marks)
        {
            await on(8, evaluator, m => m.Send(new DeclareConflicts.Command { Id = tender }, token));
            await on(7, evaluator, m => Mark(m, tender, given));
            await on(7, evaluator, m => m.Send(new FinishMarking.Command(tender), token));
        }
        await on(6, Officer, m => m.Send(new CompleteMarks.Command(tender), token));
        await on(5, Officer, m => Propose(m, tender));
        await on(4, DemoPerson.Manager.Email, m => m.Send(new ApproveAward.Command(tender), token));
    }

    private async Task Open(QuestionnaireVersionId questionnaire)
    {
        DemoSupplier[] bidders = [DemoSupplier.All[5], DemoSupplier.All[1], DemoSupplier.All[7]];
        var tender = await Draft(daysAgo: 5, new()
        {
            Title = "Permanent magnets for drive motors", Category = "raw-materials", Currency = "CNY", Zone = "Asia/Shanghai", ClosesOn = Day(0, 12), ClosesAt = new(17, 0),
            Description = "Sintered NdFeB magnets for the motors of haul trucks, as drawn, over two years.",
            Items = [new() { Name = "Magnet segment N42SH", Quantity = "24000", Unit = "piece" }, new() { Name = "Tooling", Quantity = "1" }],
        }, Rules(questionnaire), bidders);
        await on(4, bidders[1].Email, m => m.Send(new AskTenderQuestion.Command { Id = tender, Text = "May the magnets be coated with epoxy instead of nickel?" }, token));
        await on(3, Officer, async m => await m.Send(new AnswerTenderQuestion.Command { Question = await Asked(m, tender), Answer = "Yes, if the coating passes the salt spray test of the drawing." }, token));
        await on(2, bidders[0].Email, m => m.Send(new AskTenderQuestion.Command { Id = tender, Text = "分批交货可以吗？ (May the goods be delivered in several lots?)" }, token));
        await on(1, bidders[0].Email, async m =>
        {
            await m.Send(new BeginBid.Command(tender), token);
            await m.Send(new SavePrices.Command { Tender = tender, UnitPrices = ["38.50", null], LifeCycleCosts = [] }, token);
        });
    }

    private async Task<TenderId> Draft(int daysAgo, TypedFacts facts, TypedRules rules, IReadOnlyList<DemoSupplier> bidders)
    {
        var tender = default(TenderId);
        await on(daysAgo, Officer, async m =>
        {
            tender = await m.Send(new DraftTender.Command { Facts = facts }, token);
            await m.Send(new EditTenderRules.Command { Id = tender, Rules = rules }, token);
            foreach (var bidder in bidders)
                await m.Send(new InviteToBid.Command { Id = tender, Supplier = bidder.Name }, token);
            foreach (var evaluator in panel)
                await m.Send(new AppointEvaluator.Command { Id = tender, Evaluator = evaluator }, token);
            await m.Send(new PublishTender.Command(tender), token);
        });
        return tender;
    }

    private async Task Bid(int daysAgo, TenderId tender, DemoSupplier bidder, (string Small, string Large, string Service, string Upkeep) price) => await on(daysAgo, bidder.Email, async m =>
    {
        await m.Send(new BeginBid.Command(tender), token);
        await m.Send(new SavePrices.Command { Tender = tender, UnitPrices = [price.Small, price.Large, price.Service], LifeCycleCosts = [price.Upkeep] }, token);
        await m.Send(new SaveDeclarations.Command { Tender = tender, Declarations = [.. Grounds.Select(ground => new SaveDeclarations.Declaration { Ground = ground, Confirmed = true })] }, token);
        await m.Send(new SubmitBid.Command { Tender = tender, Declared = true, DeclaredBy = bidder.Contact }, token);
    });

    private async Task Mark(IMediator m, TenderId tender, (string Merit, string Delivery)[] marks)
    {
        var marking = await m.Send(new ReadMarking.Query(tender), token);
        foreach (var (bid, mark) in marking.Bids.Zip(marks))
            await m.Send(new GiveMarks.Command
            {
                Id = tender, Bid = bid.Id,
                Marks = [new() { Criterion = "Q1", Points = mark.Merit, Reason = "Drawings, test reports and references looked at." }, new() { Criterion = "Q2", Points = mark.Delivery, Reason = "Delivery plan and penalties offered." }],
            }, token);
    }

    private async Task Propose(IMediator m, TenderId tender)
    {
        var progress = (await m.Send(new EvaluateTender.Query(tender), token)).Progress;
        var first = progress.Report!.Evaluation.Ranking[0].Id;
        await m.Send(new ProposeAward.Command { Id = tender, Bid = progress.Bids.First(line => line.Label == first).Bid.Id, Reason = "First by total: best technical merit, and the lowest cost over five years after its price." }, token);
    }

    private async Task<TenderQuestionId> Asked(IMediator m, TenderId tender) => (await m.Send(new GetTender.Query(tender), token)).Questions.First(q => q.Answer is null).Id;

    private static DateOnly Day(int daysAgo, int ahead) => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(ahead - daysAgo);

    private static readonly ExclusionGround[] Grounds = [ExclusionGround.Corruption, ExclusionGround.Fraud, ExclusionGround.MoneyLaundering, ExclusionGround.ChildLabourOrTrafficking];

    private static TypedRules Rules(QuestionnaireVersionId? questionnaire) => new()
    {
        Criteria = [new() { Name = "Technical merit", Weight = "30" }, new() { Name = "Delivery", Weight = questionnaire is null ? "20" : "10" }],
        PriceWeight = questionnaire is null ? "50" : "40", Formula = PriceFormulaKind.LowestRatio,
        EsgWeight = questionnaire is null ? null : "20", Questionnaire = questionnaire, BelowMean = "40", BelowNext = "30", ExclusionGrounds = [.. Grounds],
    };
}

using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>Evaluates invented bids by rules that are being written, and stores nothing.</summary>
public static class TryRules
{
    public const int MostBids = 20;
    public const int MaxNameLength = 100;

    public sealed record Query : IRequest<EvaluationReport>
    {
        public TypedRules Rules { get; init => field = value ?? new(); } = new();

        /// <summary>ISO 4217.</summary>
        public string? Currency { get; init; } = "EUR";

        public List<TypedBid> Bids { get; init => field = [.. (value ?? []).Select(row => (TypedBid?)row ?? new())]; } = [];
    }

    /// <summary>A row of the form; one left empty counts as not there.</summary>
    public sealed record TypedBid
    {
        public string? Name { get; init; }

        public string? Price { get; init; }

        /// <summary>All together; below 0 where something is left over at the end.</summary>
        public string? LifeCycleCosts { get; init; }

        /// <summary>By the row of the criterion in <see cref="TypedRules.Criteria"/>, those left empty included.</summary>
        public List<string?> Marks { get; init => field = value ?? []; } = [];

        /// <summary>The overall score, 0 to 100.</summary>
        public string? Esg { get; init; }

        public bool IsBlank() => Marks.Append(Name).Append(Price).Append(LifeCycleCosts).Append(Esg).All(string.IsNullOrWhiteSpace);
    }

    internal sealed class Handler(ICurrentUser user, TimeProvider time) : IRequestHandler<Query, EvaluationReport>
    {
        public Task<EvaluationReport> Handle(Query query, CancellationToken cancellationToken)
        {
            var figures = new TypedFigures();
            var rules = new RulesReading(query.Rules, figures.Under($"{nameof(query.Rules)}.")).Read();
            var currency = (query.Currency ?? "").Trim().ToUpperInvariant();
            if (currency.Length != 3 || !currency.All(char.IsAsciiLetter))
                figures.Refuse(TrialRefusals.CurrencyUnknown());
            var bids = new BidsReading(query, rules, figures).Read();
            figures.ThrowRefusals();
            return Task.FromResult(Report(rules, bids, currency));
        }

        private EvaluationReport Report(TenderRules rules, List<Bid> bids, string currency)
        {
            try
            {
                return new()
                {
                    Title = "", Currency = currency, Rules = rules, Bids = [.. bids.Select(bid => new ReportedBid(bid, bid.Id, []))],
                    Evaluation = BidEvaluation.Of(rules.Evaluation, bids), Formulas = BidEvaluation.UnderEachFormula(rules.Evaluation, bids),
                    EvaluatedAt = time.Now(), EvaluatedBy = user.Name,
                };
            }
            catch (NumberTooLongException)
            {
                throw TrialRefusals.TooLong();
            }
        }
    }

    private sealed class BidsReading(Query query, TenderRules rules, TypedFigures figures)
    {
        public List<Bid> Read()
        {
            var bids = new List<Bid>();
            for (var i = 0; i < query.Bids.Count; i++)
            {
                if (!query.Bids[i].IsBlank())
                    bids.Add(Bid(i, bids));
            }
            if (bids.Count == 0)
                figures.Refuse(TrialRefusals.NoBids());
            if (bids.Count > MostBids)
                figures.Refuse(TrialRefusals.TooManyBids(MostBids));
            return bids;
        }

        private Bid Bid(int index, List<Bid> others)
        {
            var (typed, at, row) = (query.Bids[index], $"{nameof(query.Bids)}[{index}].", index + 1);
            var (costsAt, esgAt) = (at + nameof(typed.LifeCycleCosts), at + nameof(typed.Esg));
            var price = Price(typed.Price, at + nameof(typed.Price), row);
            var costs = figures.Number(typed.LifeCycleCosts, costsAt, costs => costs <= TenderRules.LargestAmount && (price is null || (price + costs).Value.Sign > 0), _ => TrialRefusals.CostsOutside(costsAt, row));
            var esg = figures.Number(typed.Esg, esgAt, score => score.Sign >= 0 && score <= Rational.Hundred, score => TrialRefusals.EsgOutside(esgAt, score));
            if (rules.Evaluation.NeedsEsg && string.IsNullOrWhiteSpace(typed.Esg))
                figures.Refuse(TrialRefusals.EsgMissing(esgAt, row));
            return new(Name(typed.Name, at + nameof(typed.Name), row, others))
            {
                Price = price,
                LifeCycleCosts = costs is { } given ? [given] : [],
                Quality = Marks(typed, at + nameof(typed.Marks), row),
                Esg = esg is { } overall ? new(new Dictionary<string, Rational> { [EsgFigures.WholeQuestionnaire] = overall }, Eligibility.Eligible) : null,
            };
        }

        private Rational? Price(string? typed, string member, int row)
        {
            if (string.IsNullOrWhiteSpace(typed))
                figures.Refuse(TrialRefusals.PriceMissing(member, row));
            return figures.Amount(typed, member);
        }

        private string Name(string? typed, string member, int row, List<Bid> others)
        {
            var name = TenderRules.Name(typed);
            if (name.Length == 0)
                figures.Refuse(TrialRefusals.NameMissing(member, row));
            else if (name.Length > MaxNameLength)
                figures.Refuse(TrialRefusals.NameTooLong(member, MaxNameLength));
            else if (others.Exists(bid => bid.Id.Equals(name, StringComparison.OrdinalIgnoreCase)))
                figures.Refuse(TrialRefusals.NameTwice(member, name));
            return name;
        }

        private Dictionary<string, Marks> Marks(TypedBid typed, string at, int bid)
        {
            var marks = new Dictionary<string, Marks>(StringComparer.Ordinal);
            var rows = query.Rules.Criteria.Select((row, index) => (row, index)).Where(entry => !entry.row.IsBlank());
            foreach (var (criterion, (_, index)) in rules.Evaluation.Criteria.Where(c => c.Kind == CriterionKind.Quality).Zip(rows))
            {
                var (member, highest, name) = ($"{at}[{index}]", criterion.MaxPoints, rules.Names[criterion.Code]);
                var written = typed.Marks.ElementAtOrDefault(index);
                if (string.IsNullOrWhiteSpace(written))
                    figures.Refuse(TrialRefusals.MarkMissing(member, bid, name, highest.ToString()));
                else if (figures.Number(written, member, mark => mark.Sign >= 0 && mark <= highest, mark => TrialRefusals.MarkOutside(member, mark, name, highest.ToString())) is { } mark)
                    marks[criterion.Code] = new([mark]);
            }
            return marks;
        }
    }
}

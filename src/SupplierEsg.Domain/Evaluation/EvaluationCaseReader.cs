using System.Text.Json;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Evaluation;

/// <summary>Reads the body of the evaluation preview and reports everything that is wrong in it at once.</summary>
internal sealed class EvaluationCaseReader
{
    private const int MostNumbers = 100;

    private readonly FaultList faults = new();

    public EvaluationCaseReading Read(JsonElement body)
    {
        if (JsonMembers.Open(body, "", faults) is not { } root)
            return new(null, faults.All);
        if (!root.TryGet("tender", out _))
            faults.Add("tender", "The tender is missing; give an object with criteria and a price formula.");
        var rules = root.Object("tender") is { } tender ? new RulesReader(faults).Read(tender) : null;
        if (!root.TryGet("bids", out _))
            faults.Add("bids", "The bids are missing; give a list, which may be empty.");
        var bids = Bids(root, rules);
        return faults.Count > 0 || rules is null ? new(null, faults.All) : new(new(rules, bids), []);
    }

    private List<Bid> Bids(JsonMembers root, EvaluationRules? rules)
    {
        var (bids, ids) = (new List<Bid>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (element, path) in root.List("bids", EvaluationCase.MostBids))
        {
            if (JsonMembers.Open(element, path, faults) is not { } members)
                continue;
            var before = faults.Count;
            var quality = Quality(members);
            var marksAreRead = faults.Count == before;
            var bid = Bid(members) with { Quality = quality };
            if (bid.Id.Length > 0 && !ids.Add(bid.Id))
                faults.Add(members.PathOf("id"), "There is another bid {0}; give each an id of its own.", JsonMembers.Shortened(bid.Id));
            if (rules is not null)
                Check(rules, bid, members, marksAreRead);
            bids.Add(bid);
        }
        return bids;
    }

    private Bid Bid(JsonMembers members)
    {
        var id = members.Text("id");
        if (!members.TryGet("id", out _) || id is { Length: 0 })
            faults.Add(members.PathOf("id"), "The bid has no id; give a text that names it.");
        return new(id ?? "")
        {
            Status = members.Word<BidStatus>("status") ?? BidStatus.Submitted,
            ExclusionGround = members.Text("exclusionGround") is { Length: > 0 } ground ? ground : null,
            Price = NumberReading.Amount(members, "price", faults),
            LifeCycleCosts = Costs(members),
            Esg = Esg(members),
        };
    }

    private Dictionary<string, Marks> Quality(JsonMembers members)
    {
        var read = new Dictionary<string, Marks>(StringComparer.Ordinal);
        if (members.Object("quality") is not { } criteria)
            return read;
        foreach (var code in criteria.Names)
        {
            if (criteria.Object(code) is { } marks)
                read[code] = new([.. Numbers(marks, "scores").Select(score => score.Number)], NumberReading.Number(marks, "moderated", faults));
        }
        return read;
    }

    // A residual value is a cost below 0.
    private List<Rational> Costs(JsonMembers members)
    {
        var costs = Numbers(members, "lifeCycleCosts").ToList();
        foreach (var (cost, path) in costs.Where(c => c.Number > NumberReading.LargestAmount || -c.Number > NumberReading.LargestAmount))
            faults.Add(path, "This is {0}; give an amount of at most 1,000,000,000,000,000.", NumberReading.Shown(cost));
        return [.. costs.Select(cost => cost.Number)];
    }

    private IEnumerable<(Rational Number, string Path)> Numbers(JsonMembers members, string name)
    {
        foreach (var (element, path) in members.List(name, MostNumbers))
        {
            if (NumberReading.Short(JsonMembers.NumberOf(element, path, faults), path, faults) is { } number)
                yield return (number, path);
        }
    }

    private EsgFigures? Esg(JsonMembers members)
    {
        if (members.Object("esg") is not { } esg)
            return null;
        var figures = new Dictionary<string, Rational>(StringComparer.Ordinal);
        foreach (var name in EsgFigures.Names)
        {
            if (NumberReading.Within(esg, name, Rational.Zero, Rational.Hundred, faults) is { } figure)
                figures[name] = figure;
        }
        return new(figures, esg.Word<Eligibility>("eligibility") ?? Eligibility.Eligible);
    }

    // A bid needs what the evaluation will ask it for, and no more: one that is out needs no price, no marks and no figures.
    private void Check(EvaluationRules rules, Bid bid, JsonMembers members, bool marksAreRead)
    {
        var before = faults.Count;
        var criteria = rules.Criteria.Where(c => c.Kind == CriterionKind.Quality).ToList();
        foreach (var criterion in criteria.Where(c => bid.Quality.ContainsKey(c.Code)))
            CheckMarks(criterion, bid.Quality[criterion.Code], members.PathOf("quality"));
        if (!marksAreRead || Admission.Before(rules, bid) is not null)
            return;
        foreach (var criterion in criteria.Where(c => !bid.Quality.TryGetValue(c.Code, out var marks) || (marks.Scores.Count == 0 && marks.Moderated is null)))
            faults.Add(JsonMembers.Join(members.PathOf("quality"), criterion.Code), "The bid has no mark for {0}; give the evaluators' scores or a moderated mark.", JsonMembers.Shortened(criterion.Code));
        var isSound = faults.Count == before && criteria.TrueForAll(c => c.MaxPoints.Sign > 0);
        if (!isSound || Admission.BelowMinimum(rules, bid) is null)
            CheckFigures(rules, bid, members);
    }

    private void CheckFigures(EvaluationRules rules, Bid bid, JsonMembers members)
    {
        if (bid.Price is null && !members.TryGet("price", out _))
            faults.Add(members.PathOf("price"), "The bid has no price; give a number above 0.");
        if (bid.Price is { } price && bid.LifeCycleCosts.Aggregate(price, (sum, cost) => sum + cost).Sign <= 0)
            faults.Add(members.PathOf("lifeCycleCosts"), "Price and life-cycle costs together must be above 0.");
        if (rules.NeedsEsg && bid.Esg?.Overall is null)
            faults.Add(JsonMembers.Join(members.PathOf("esg"), EsgFigures.WholeQuestionnaire), "The tender counts ESG and the bid has no such figure; give a number from 0 to 100.");
    }

    private void CheckMarks(Criterion criterion, Marks marks, string path)
    {
        var own = JsonMembers.Join(path, criterion.Code);
        for (var i = 0; i < marks.Scores.Count; i++)
            CheckMark(criterion, marks.Scores[i], $"{own}.scores[{i}]");
        if (marks.Moderated is { } moderated)
            CheckMark(criterion, moderated, $"{own}.moderated");
    }

    private void CheckMark(Criterion criterion, Rational mark, string path)
    {
        if (mark.Sign < 0 || (criterion.MaxPoints.Sign > 0 && mark > criterion.MaxPoints))
            faults.Add(path, "A mark of {0} goes from 0 to {1}; this is {2}.", JsonMembers.Shortened(criterion.Code), NumberReading.Shown(criterion.MaxPoints), NumberReading.Shown(mark));
    }
}

using SupplierEsg.Domain.Journal;
using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Domain.Questionnaires.Tiers;

public sealed record TierRuleAdded(TierRuleId Rule, string RuleName, string FormId) : DomainEvent(TierList.Subject);

public sealed record TierRuleChanged(TierRuleId Rule, string RuleName, string FormId) : DomainEvent(TierList.Subject);

public sealed record TierRuleRemoved(TierRuleId Rule, string RuleName, string FormId) : DomainEvent(TierList.Subject);

public sealed record TierRuleMoved(TierRuleId Rule, string RuleName, int Place) : DomainEvent(TierList.Subject);

public sealed record TierRulesReplaced(IReadOnlyList<string> Rules) : DomainEvent(TierList.Subject);

/// <summary>Which questionnaire a supplier gets: rules in their order, of which the first that fits counts. There is one list.</summary>
public sealed class TierList : Aggregate
{
    public const int OnlyId = 1;

    public const int MostRules = 50;

    internal const string Subject = "tiers/1";

    private TierList()
    {
    }

    public int Id { get; private set; } = OnlyId;

    public IReadOnlyList<TierRule> Rules { get; private set; } = [];

    public static TierList Empty() => new();

    /// <summary>The rule that counts for a supplier; null where none fits.</summary>
    public TierRule? For(Supplier supplier) => For(supplier.Size, [.. supplier.Supplied.Select(category => category.Code)], supplier.CountryCode);

    public TierRule? For(SizeClass? size, IReadOnlyList<string> categories, string country) => Rules.FirstOrDefault(rule => rule.Fits(size, categories, country));

    /// <summary>The earlier rule that takes everybody whom this one could reach; null where it can reach somebody.</summary>
    public TierRule? ShadowOf(TierRule rule) => Rules.TakeWhile(earlier => earlier.Id != rule.Id).FirstOrDefault(earlier => earlier.Covers(rule));

    public TierRule Find(TierRuleId id) => Rules.FirstOrDefault(rule => rule.Id == id) ?? throw TierListRules.Gone();

    /// <summary>Puts a rule last, or before a last rule for all, behind which nothing would reach it.</summary>
    public TierRuleId Add(TierRule rule)
    {
        if (Rules.Count >= MostRules)
            throw TierListRules.TooMany();
        rule = Checked(rule with { Id = TierRuleId.New() }, Rules);
        var place = Rules is [.., { IsForAll: true }] && !rule.IsForAll ? Rules.Count - 1 : Rules.Count;
        Rules = [.. Rules.Take(place), rule, .. Rules.Skip(place)];
        Raise(new TierRuleAdded(rule.Id, rule.Name, rule.FormId));
        return rule.Id;
    }

    public void Change(TierRule rule)
    {
        Find(rule.Id);
        var changed = Checked(rule, Rules.Where(other => other.Id != rule.Id));
        Rules = [.. Rules.Select(other => other.Id == rule.Id ? changed : other)];
        Raise(new TierRuleChanged(changed.Id, changed.Name, changed.FormId));
    }

    public void Remove(TierRuleId id)
    {
        var rule = Find(id);
        Rules = [.. Rules.Where(other => other.Id != id)];
        Raise(new TierRuleRemoved(id, rule.Name, rule.FormId));
    }

    /// <summary>One place up or down; at the end it stays where it is.</summary>
    public void Move(TierRuleId id, bool up)
    {
        var rule = Find(id);
        var rules = Rules.ToList();
        var (place, wanted) = (rules.IndexOf(rule), rules.IndexOf(rule) + (up ? -1 : 1));
        if (wanted < 0 || wanted >= rules.Count)
            return;
        (rules[place], rules[wanted]) = (rules[wanted], rules[place]);
        Rules = rules;
        Raise(new TierRuleMoved(id, rule.Name, wanted + 1));
    }

    /// <summary>Takes a whole list; rules that bear the id of one there is keep it.</summary>
    public void Replace(IReadOnlyList<TierRule> rules)
    {
        if (rules.Count > MostRules)
            throw TierListRules.TooMany();
        var known = Rules.Select(rule => rule.Id).ToHashSet();
        var taken = new List<TierRule>();
        foreach (var (rule, place) in rules.Select((rule, place) => (rule, place)))
        {
            try
            {
                taken.Add(Checked(rule with { Id = known.Remove(rule.Id) ? rule.Id : TierRuleId.New() }, taken));
            }
            catch (RuleBroken refusal)
            {
                throw refusal.At($"Rules[{place}].{refusal.Member}");
            }
        }
        Rules = taken;
        Raise(new TierRulesReplaced([.. taken.Select(rule => rule.Name)]));
    }

    private static TierRule Checked(TierRule rule, IEnumerable<TierRule> others)
    {
        var name = rule.Name.Trim();
        if (others.Any(other => other.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            throw TierListRules.NameTaken(name);
        if (rule.Categories.FirstOrDefault(code => !ProductCategory.IsKnown(code)) is { } category)
            throw TierListRules.CategoryUnknown(category);
        if (rule.Countries.FirstOrDefault(code => !Country.IsKnown(code)) is { } country)
            throw TierListRules.CountryUnknown(country);
        return rule with { Name = name, Reason = rule.Reason.Trim(), Sizes = [.. rule.Sizes.Distinct().Order()], Categories = [.. rule.Categories.Distinct()], Countries = [.. rule.Countries.Distinct()] };
    }
}

/// <summary>What is refused about the rules.</summary>
public static class TierListRules
{
    public static RuleBroken Gone() =>
        new("tier.gone", "This rule isn't there any more. Go back to the list and look at the rules there are.");

    public static RuleBroken TooMany() =>
        new("tier.too-many", "There can be at most {0} rules. Put several together, or remove some.", "Rules", TierList.MostRules);

    public static RuleBroken NameTaken(string name) =>
        new("tier.name-taken", "Another rule is called “{0}” already. Choose another name.", "Name", name);

    public static RuleBroken CategoryUnknown(string code) =>
        new("tier.category-unknown", "There is no product category “{0}”. Choose from the list.", "Categories", code);

    public static RuleBroken CountryUnknown(string code) =>
        new("tier.country-unknown", "There is no country with the code “{0}”. Give two letters as ISO 3166 has them, such as DE or CN.", "Countries", code);

    public static RuleBroken FormUnknown(string formId) =>
        new("tier.form-unknown", "There is no questionnaire “{0}”. Choose one from the list.", "FormId", formId);

    public static RuleBroken NoRules() =>
        new("tier.no-rules", "No rules say yet which supplier gets which questionnaire. Choose a questionnaire.", "Questionnaire");

    public static RuleBroken NoneFits(string supplier, string member) =>
        new("tier.none-fits", "No rule gives {0} a questionnaire. Choose a questionnaire for it yourself, or add a rule that reaches it.", member, supplier);

    public static RuleBroken NotPublished(string supplier, string rule, string formId, string member) =>
        new("tier.not-published", "The rule “{1}” gives {0} the questionnaire {2}, of which no version is published. Publish one, or choose another questionnaire.", member, supplier, rule, formId);
}

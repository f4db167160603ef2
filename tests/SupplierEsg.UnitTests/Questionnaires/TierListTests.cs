using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires.Tiers;
using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.UnitTests.Questionnaires;

public sealed class TierListTests
{
    [Theory]
    [InlineData(9, "Micro")]
    [InlineData(10, "Others")]
    [InlineData(null, "Others")]
    public void The_first_rule_that_fits_counts(int? heads, string expected)
    {
        var list = ListOf(Rule("Micro") with { Sizes = [TierSize.Micro] }, Rule("Others"));
        list.For(A.Supplier().With(p => p with { HeadCount = heads }).Build())!.Name.ShouldBe(expected);
    }

    [Theory]
    [InlineData(SizeClass.Micro, "metals", "DE", true)]
    [InlineData(SizeClass.Micro, "it", "DE", false)]
    [InlineData(SizeClass.Micro, "metals", "FR", false)]
    [InlineData(SizeClass.Large, "metals", "DE", false)]
    [InlineData(null, "metals", "CN", true)]
    public void Each_condition_has_to_hold_and_any_of_its_values_will_do(SizeClass? size, string category, string country, bool fits)
    {
        var rule = Rule("r") with { Sizes = [TierSize.Unknown, TierSize.Micro], Categories = ["metals", "chemicals"], Countries = ["DE", "CN"] };
        rule.Fits(size, ["other", category], country).ShouldBe(fits);
    }

    [Fact]
    public void A_supplier_that_no_rule_fits_gets_none()
    {
        ListOf(Rule("Micro") with { Sizes = [TierSize.Micro] }).For(SizeClass.Large, [], "DE").ShouldBeNull();
        TierList.Empty().For(SizeClass.Large, [], "DE").ShouldBeNull();
    }

    [Fact]
    public void A_rule_behind_one_that_takes_everybody_it_could_reach_is_shadowed()
    {
        var list = ListOf(
            Rule("small ones") with { Sizes = [TierSize.Micro, TierSize.Small] },
            Rule("German micro") with { Sizes = [TierSize.Micro], Countries = ["DE"] },
            Rule("Germans") with { Countries = ["DE"] },
            Rule("metals") with { Categories = ["metals"] },
            Rule("all sizes") with { Sizes = [.. Enum.GetValues<TierSize>()] },
            Rule("all"));
        list.Rules.Select(rule => list.ShadowOf(rule)?.Name).ShouldBe([null, "small ones", null, null, null, "all sizes"]);
    }

    [Fact]
    public void A_new_rule_goes_before_a_last_one_for_all()
    {
        var list = ListOf(Rule("Micro") with { Sizes = [TierSize.Micro] }, Rule("Others"));
        list.Add(Rule("Germans") with { Countries = ["DE"] });
        list.Rules.Select(rule => rule.Name).ShouldBe(["Micro", "Germans", "Others"]);
        list.Events.OfType<TierRuleAdded>().Last().RuleName.ShouldBe("Germans");
    }

    [Fact]
    public void Rules_move_change_and_go_and_each_is_told()
    {
        var list = ListOf(Rule("a") with { Countries = ["DE"] }, Rule("b") with { Countries = ["FR"] });
        var (a, b) = (list.Rules[0], list.Rules[1]);
        list.EventsWritten();
        list.Move(b.Id, up: true);
        list.Move(b.Id, up: true);
        list.Rules.Select(rule => rule.Name).ShouldBe(["b", "a"]);
        list.Change(a with { Name = " c ", Countries = ["CN", "CN"] });
        list.Rules[1].Name.ShouldBe("c");
        list.Rules[1].Countries.ShouldBe(["CN"]);
        list.Remove(b.Id);
        list.Rules.ShouldHaveSingleItem();
        list.Events.Select(told => told.Name).ShouldBe([nameof(TierRuleMoved), nameof(TierRuleChanged), nameof(TierRuleRemoved)]);
    }

    [Fact]
    public void What_no_rule_may_be_is_refused()
    {
        var list = ListOf(Rule("a"));
        Should.Throw<RuleBroken>(() => list.Add(Rule("A"))).Code.ShouldBe("tier.name-taken");
        Should.Throw<RuleBroken>(() => list.Add(Rule("b") with { Categories = ["spaceships"] })).Code.ShouldBe("tier.category-unknown");
        Should.Throw<RuleBroken>(() => list.Add(Rule("b") with { Countries = ["XX"] })).Code.ShouldBe("tier.country-unknown");
        Should.Throw<RuleBroken>(() => list.Remove(TierRuleId.New())).Code.ShouldBe("tier.gone");
        Should.Throw<RuleBroken>(() => list.Replace([Rule("x"), Rule("x")])).Member.ShouldBe("Rules[1].Name");
        Should.Throw<RuleBroken>(() => list.Replace([.. Enumerable.Range(0, TierList.MostRules + 1).Select(n => Rule($"r{n}"))])).Code.ShouldBe("tier.too-many");
        list.Rules.ShouldHaveSingleItem("What is refused changes nothing.");
    }

    [Fact]
    public void A_list_that_takes_its_place_keeps_the_ids_it_names()
    {
        var list = ListOf(Rule("a"), Rule("b") with { Countries = ["DE"] });
        var kept = list.Rules.Single(rule => rule.Name == "a");
        list.Replace([Rule("new"), kept with { Name = "a2" }, Rule("stranger") with { Id = TierRuleId.New() }]);
        list.Rules[1].Id.ShouldBe(kept.Id);
        list.Rules.Select(rule => rule.Id).Distinct().Count().ShouldBe(3);
    }

    private static TierRule Rule(string name) => new() { Name = name, FormId = "f" };

    private static TierList ListOf(params TierRule[] rules)
    {
        var list = TierList.Empty();
        list.Replace(rules);
        return list;
    }
}

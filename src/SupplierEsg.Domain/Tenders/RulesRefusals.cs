namespace SupplierEsg.Domain.Tenders;

/// <summary>Every way in which the rules of a tender are refused. The member is the field of the form that is at fault.</summary>
public static class RulesRefusals
{
    /// <summary>Where it is told that the weights don't sum to 100: at the sum, since no single weight is wrong.</summary>
    public const string Weights = "Weights";

    public static RuleBroken NotANumber(string member, string typed) =>
        new("rules.not-a-number", "“{0}” can't be read as a number. Write a number such as 1234.5: a point before decimals, no marks between thousands.", member, typed);

    public static RuleBroken TwoWays(string member, string typed, string whole, string fraction) =>
        new("rules.number-two-ways", "“{0}” can be read in two ways. Write {1} for the whole number, or {2} with a point before decimals.", member, typed, whole, fraction);

    public static RuleBroken NumberTooLong(string member, int most) =>
        new("rules.number-too-long", "This number has more than {0} digits. Write it shorter.", member, most);

    public static RuleBroken CriterionNameMissing(string member, int row) =>
        new("rules.criterion-name-missing", "Criterion {0} has no name. Say what is judged, such as: Quality of the delivery plan.", member, row);

    public static RuleBroken NameTooLong(string member) =>
        new("rules.name-too-long", "This name is longer than {0} characters. Shorten it.", member, TenderRules.MaxNameLength);

    public static RuleBroken NameTwice(string member, string name) =>
        new("rules.name-twice", "“{0}” stands here twice. Give each a name of its own.", member, name);

    public static RuleBroken TooManyCriteria() =>
        new("rules.too-many-criteria", "There can be at most {0} quality criteria. Put some together, or leave some out.", "Criteria", TenderRules.MostLines);

    public static RuleBroken TooManyCosts() =>
        new("rules.too-many-costs", "There can be at most {0} life-cycle costs. Put some together, or leave some out.", "LifeCycleCosts", TenderRules.MostLines);

    public static RuleBroken WeightMissing(string member, int row) =>
        new("rules.weight-missing", "Criterion {0} has no weight. Write a number from 0 to 100.", member, row);

    public static RuleBroken WeightOutside(string member, string typed) =>
        new("rules.weight-outside", "A weight of {0} is not possible. Write a number from 0 to 100.", member, typed);

    public static RuleBroken WeightsSum(string sum) =>
        new("rules.weights-sum", "The weights sum to {0}. Change them until they sum to exactly 100.", Weights, sum);

    public static RuleBroken HighestMarkMissing(string member, int row) =>
        new("rules.highest-mark-missing", "Criterion {0} has no highest mark. Write one above 0, such as 10.", member, row);

    public static RuleBroken HighestMarkOutside(string member, string typed) =>
        new("rules.highest-mark-outside", "{0} can't be the highest mark. Write a number above 0 and up to {1}, such as 10.", member, typed, TenderRules.HighestMark);

    public static RuleBroken MinimumOutside(string member, string typed) =>
        new("rules.minimum-outside", "{0} can't be a minimum. Write a score from 0 to 100, or leave this empty for none.", member, typed);

    public static RuleBroken FormulaMissing() =>
        new("rules.formula-missing", "The price has a weight and no formula. Choose how a price becomes points.", "Formula");

    public static RuleBroken FactorOutside(string typed) =>
        new("rules.factor-outside", "At {0} times the lowest price no points could be left to give. Write a number above 1, such as 2.", "Factor", typed);

    public static RuleBroken ReferenceMissing() =>
        new("rules.reference-missing", "This formula measures against a published price. Write the price that earns no points.", "Reference");

    public static RuleBroken AmountOutside(string member, string typed) =>
        new("rules.amount-outside", "{0} is no amount for a price. Write one above 0 and up to 1,000,000,000,000,000.", member, typed);

    public static RuleBroken DiscountOutside(string member, string typed) =>
        new("rules.discount-outside", "A discount of {0} percent is not possible. Write a percentage from 0 to below 100, or leave this empty for none.", member, typed);

    public static RuleBroken TrimFromOutside(string typed) =>
        new("rules.trim-from-outside", "{0} is no number of bids that leaves some to count. Write a whole number from 3 on.", "TrimFrom", typed);

    public static RuleBroken PointsBelowZero(string member, string typed) =>
        new("rules.points-below-zero", "{0} points can't be taken off. Write 0 or more.", member, typed);

    public static RuleBroken DiscountWithoutPrice() =>
        new("rules.discount-without-price", "The price has no weight, so that a discount on it would change nothing. Give the price a weight, or leave the discount empty.", "EsgPriceDiscount");

    public static RuleBroken EsgWithoutQuestionnaire() =>
        new("rules.esg-without-questionnaire", "The rules count ESG, and no questionnaire is part of the bid. Choose one, or leave weight, discount and minimums of ESG empty.", "Questionnaire");

    public static RuleBroken TieTwice(string member) =>
        new("rules.tie-twice", "This stands in the list already, and can't part what it has not parted before. Choose another, or nothing.", member);

    public static RuleBroken PercentOutside(string member, string typed) =>
        new("rules.percent-outside", "{0} percent says nothing about a price. Write a percentage above 0 and below 100, or leave this empty to leave the test out.", member, typed);

    public static RuleBroken EstimateMissing() =>
        new("rules.estimate-missing", "There is no estimate to compare prices with. Write the buyer's estimate, or leave the test against it empty.", "Estimate");

    public static RuleBroken StandstillMissing() =>
        new("rules.standstill-missing", "The days of standstill are missing. Write a whole number from 0 to {0}.", "StandstillDays", TenderRules.LongestStandstill);

    public static RuleBroken StandstillOutside(string typed) =>
        new("rules.standstill-outside", "A standstill of {0} days is not possible. Write a whole number from 0 to {1}.", "StandstillDays", typed, TenderRules.LongestStandstill);
}

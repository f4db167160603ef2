using SupplierEsg.Domain.Evaluation;

namespace SupplierEsg.Domain.Tenders;

/// <summary>What is refused about invented bids on which rules are tried out.</summary>
public static class TrialRefusals
{
    public static RuleBroken NoBids() =>
        new("trial.no-bids", "There is no bid to try the rules on. Write a name and a price for at least one.", "Bids");

    public static RuleBroken TooManyBids(int most) =>
        new("trial.too-many-bids", "The rules can be tried on at most {0} bids. Leave some out.", "Bids", most);

    public static RuleBroken CurrencyUnknown() =>
        new("trial.currency-unknown", "This is no code of a currency. Write its three letters, such as EUR or CNY.", "Currency");

    public static RuleBroken NameMissing(string member, int row) =>
        new("trial.name-missing", "Bid {0} has no name. Invent a short one, such as ALPHA.", member, row);

    public static RuleBroken NameTwice(string member, string name) =>
        new("trial.name-twice", "Another bid is called “{0}” already. Give each a name of its own.", member, name);

    public static RuleBroken NameTooLong(string member, int most) =>
        new("trial.name-too-long", "This name is longer than {0} characters. Shorten it.", member, most);

    public static RuleBroken PriceMissing(string member, int row) =>
        new("trial.price-missing", "Bid {0} has no price. Write an amount above 0, such as 120000.", member, row);

    public static RuleBroken CostsOutside(string member, int row) =>
        new("trial.costs-outside", "With its life-cycle costs bid {0} has no price above 0 to compare. Write costs that leave one.", member, row);

    public static RuleBroken MarkMissing(string member, int row, string criterion, string highest) =>
        new("trial.mark-missing", "Bid {0} has no mark for “{1}”. Write one from 0 to {2}.", member, row, criterion, highest);

    public static RuleBroken MarkOutside(string member, string mark, string criterion, string highest) =>
        new("trial.mark-outside", "{0} can't be a mark for “{1}”. Write one from 0 to {2}.", member, mark, criterion, highest);

    public static RuleBroken EsgMissing(string member, int row) =>
        new("trial.esg-missing", "The rules count ESG, and bid {0} has no ESG score. Write one from 0 to 100.", member, row);

    public static RuleBroken EsgOutside(string member, string score) =>
        new("trial.esg-outside", "{0} can't be an ESG score. Write one from 0 to 100.", member, score);

    /// <summary>What <see cref="BidEvaluation"/> can't compute within its bounds.</summary>
    public static RuleBroken TooLong() =>
        new("trial.too-long", "The figures are too long to be computed with. Write numbers of fewer digits.", "Bids");
}

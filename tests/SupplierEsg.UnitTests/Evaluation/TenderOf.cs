using System.Text.Json;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.UnitTests.Evaluation;

/// <summary>Short ways to write evaluations: JSON with single quotes; price P of 60 and quality Q of 40 (highest mark 10) unless said otherwise.</summary>
internal static class TenderOf
{
    public const string PriceAndQuality = "'criteria':[{'code':'P','kind':'price','weight':60},{'code':'Q','kind':'quality','weight':40,'maxPoints':10}]";

    public static string Bid(string id, decimal price, decimal mark, string more = "") =>
        FormattableString.Invariant($"{{'id':'{id}','price':{price},'quality':{{'Q':{{'scores':[{mark}]}}}}{more}}}");

    public static string Json(string bids, string more = "'priceFormula':{'kind':'lowest-ratio'}", string criteria = PriceAndQuality) =>
        $"{{'tender':{{{criteria},{more}}},'bids':[{bids}]}}";

    public static EvaluationCase Case(string json)
    {
        using var document = JsonDocument.Parse(json.Replace('\'', '"'));
        var reading = EvaluationCase.Read(document.RootElement);
        reading.Faults.ShouldBeEmpty();
        return reading.Case!;
    }

    public static BidEvaluation Evaluate(string json) => BidEvaluation.Of(Case(json).Rules, Case(json).Bids);

    public static IReadOnlyList<Fault> Faults(string json)
    {
        using var document = JsonDocument.Parse(json.Replace('\'', '"'));
        var reading = EvaluationCase.Read(document.RootElement);
        reading.Case.ShouldBeNull();
        reading.Faults.ShouldAllBe(f => f.Message.Length > 10);
        return reading.Faults;
    }

    public static string[] Paths(string json) => [.. Faults(json).Select(f => f.Path).Distinct()];
}

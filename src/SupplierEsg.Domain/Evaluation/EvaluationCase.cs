using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Evaluation;

/// <summary>A case that was read, or all that is wrong with it.</summary>
public sealed record EvaluationCaseReading(EvaluationCase? Case, IReadOnlyList<Fault> Faults);

/// <summary>What the evaluation preview is asked: the rules of a tender, and bids. Nothing of it is stored.</summary>
public sealed record EvaluationCase(EvaluationRules Rules, IReadOnlyList<Bid> Bids)
{
    /// <summary>Reversals rank anew for each bid.</summary>
    public const int MostBids = 500;

    public static EvaluationCaseReading Read(JsonElement body) => new EvaluationCaseReader().Read(body);

    /// <summary>Evaluates the case, also under the other price formulas; a fault where its numbers grow beyond all measure.</summary>
    public bool TryEvaluate([NotNullWhen(true)] out EvaluationResponse? evaluation, [NotNullWhen(false)] out Fault? fault)
    {
        try
        {
            evaluation = EvaluationResponse.Of(BidEvaluation.Of(Rules, Bids), BidEvaluation.UnderEachFormula(Rules, Bids));
            fault = null;
            return true;
        }
        catch (NumberTooLongException)
        {
            evaluation = null;
            fault = new("bids", "The figures are too long to be computed with; give numbers of fewer digits.");
            return false;
        }
    }
}

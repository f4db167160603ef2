using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>A mark as typed.</summary>
public sealed record TypedMark
{
    public string? Criterion { get; init; }

    public string? Points { get; init; }

    public string? Reason { get; init; }

    /// <exception cref="RulesBroken">A mark can't be read, is out of range or has no reason; all of it is told.</exception>
    internal static IReadOnlyList<(Domain.Evaluation.Criterion Criterion, decimal Points, string Reason)> Read(List<TypedMark>? marks, TenderRules rules)
    {
        var figures = new TypedFigures();
        var read = new List<(Domain.Evaluation.Criterion, decimal, string)>();
        for (var i = 0; i < (marks?.Count ?? 0); i++)
        {
            var mark = marks![i];
            if (string.IsNullOrWhiteSpace(mark.Points) && string.IsNullOrWhiteSpace(mark.Reason))
                continue;
            var criterion = rules.QualityCriteria().FirstOrDefault(c => c.Code == mark.Criterion) ?? throw new NotFound("criterion");
            if (string.IsNullOrWhiteSpace(mark.Points))
                figures.Refuse(TenderRefusals.MarkMissing(criterion.MaxPoints).At($"Marks[{i}].Points"));
            if (string.IsNullOrWhiteSpace(mark.Reason) || mark.Reason.Length > BidMark.MaxReasonLength)
                figures.Refuse(TenderRefusals.MarkReasonMissing(criterion.Code).At($"Marks[{i}].Reason"));
            if (figures.Number(mark.Points, $"Marks[{i}].Points") is not { } points)
                continue;
            if (points.Sign < 0 || points > criterion.MaxPoints)
                figures.Refuse(TenderRefusals.MarkOutOfRange(criterion.Code, points.ToDecimal6(), criterion.MaxPoints).At($"Marks[{i}].Points"));
            else
                read.Add((criterion, points.ToDecimal6(), (mark.Reason ?? "").ReplaceLineEndings("\n").Trim()));
        }
        figures.ThrowRefusals();
        return read;
    }
}

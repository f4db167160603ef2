using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Infrastructure.Excel.Questionnaires;

/// <summary>How the cells of a questionnaire workbook write what is more than a text.</summary>
internal static class FormCells
{
    private const int MostDecimals = 400;

    public static string Number(Rational number) => number.TryExactText(MostDecimals, out var text)
        ? text
        : throw new InvalidDataException($"The number {number} has no end as a decimal and can't stand in a workbook.");

    public static string? Flag(bool flag) => flag ? "yes" : null;

    public static string? Score(ScoreRule? score) => score switch
    {
        null => null,
        { Mode: ScoreMode.Valid } => Vocabulary.WordOf(ScoreMode.Valid),
        _ => $"{Vocabulary.WordOf(score.Mode)} {Pairs(score.Points.Select(p => (Number(p.X), p.Y)))}",
    };

    public static string? Range(RangeParameters? range) =>
        range is null ? null : $"start={Number(range.Start)} end={Number(range.End)} step={Number(range.Step)}";

    public static string? Words<T>(IReadOnlyDictionary<T, Rational> numbers)
        where T : struct, Enum => numbers.Count == 0 ? null : Pairs(numbers.OrderBy(n => n.Key).Select(n => (Vocabulary.WordOf(n.Key), n.Value)));

    public static string? Bands(IReadOnlyList<Band>? bands) => bands is null ? null : Pairs(bands.Select(b => (b.Name, b.Minimum)));

    public static string? Standards(IReadOnlyList<string> standards) => standards.Count == 0 ? null : string.Join("; ", standards);

    public static string Language(QuestionnaireLanguage language) => $"{language.Name} ({language.Code})";

    private static string Pairs(IEnumerable<(string Left, Rational Right)> pairs) => string.Join("; ", pairs.Select(p => $"{p.Left}={Number(p.Right)}"));
}

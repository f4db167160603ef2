using System.Globalization;

namespace SupplierEsg.Application.Questionnaires.Importing;

/// <summary>One thing in a questionnaire workbook that keeps it from being imported: where it stands, what is wrong, what would be right.</summary>
/// <param name="Sheet">The sheet as the workbook names it; empty when the fault is of the file as a whole.</param>
/// <param name="Row">As Excel counts it; null when no row is at fault.</param>
/// <param name="Column">The letter, such as <c>C</c>; null when there is no such column, or no column is at fault.</param>
/// <param name="Heading">The column's heading, also of a column that is missing.</param>
/// <param name="Template">English sentence with numbered places; also the key of its translations.</param>
public sealed record WorkbookFault(string Sheet, int? Row, string? Column, string? Heading, string Template, IReadOnlyList<object> Args)
{
    /// <summary>In an expression: the character at which reading stopped, counted from 1.</summary>
    public int? Position { get; init; }

    /// <summary>The sentence in English.</summary>
    public string Message
    {
        get
        {
            var sentence = string.Format(CultureInfo.InvariantCulture, Template, [.. Args]);
            return Position is { } position ? $"{sentence} {string.Format(CultureInfo.InvariantCulture, AtCharacter, position)}" : sentence;
        }
    }

    /// <summary>What follows the sentence about an expression.</summary>
    public const string AtCharacter = "(Character {0} of the expression.)";

    public override string ToString() => $"{Sheet} {Column}{Row} ({Heading}): {Message}";
}

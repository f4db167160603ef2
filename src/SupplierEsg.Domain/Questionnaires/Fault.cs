using System.Globalization;
using System.Text;

namespace SupplierEsg.Domain.Questionnaires;

/// <summary>
/// Something that is wrong in a questionnaire or a scoring case, with where it stands. All faults of an input are reported
/// at once, so this is a value and not an exception.
/// </summary>
/// <param name="Path">The member in the preview's JSON: <c>questionnaire.themes[0].questions[2].weight</c>, <c>answers.q1.value</c>; empty for the whole.</param>
/// <param name="Template">English sentence with numbered places: what is wrong and what would be right. Also the key of its translations.</param>
/// <param name="Args">What fills the places.</param>
public sealed record Fault(string Path, string Template, params IReadOnlyList<object> Args)
{
    /// <summary>Where in the questionnaire, for readers of other forms than JSON (a workbook's sheet, row and column).</summary>
    public FaultPlace? Place { get; init; }

    /// <summary>The sentence in English.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Template, [.. Args]);

    public override string ToString() => $"{Path}: {Message}";

    internal static Fault At(FaultPlace place, string template, params IReadOnlyList<object> args) =>
        new(place.Path, template, args) { Place = place };
}

/// <summary>A place in a <see cref="QuestionnaireDefinition"/>; indexes count from 0.</summary>
public sealed record FaultPlace
{
    public static readonly FaultPlace Whole = new();

    public int? Theme { get; init; }

    /// <summary>Index in <see cref="Questionnaires.Theme.Groups"/> of the theme.</summary>
    public int? Group { get; init; }

    /// <summary>Index in <see cref="Questionnaires.Theme.Questions"/> of the theme.</summary>
    public int? Question { get; init; }

    public int? Choice { get; init; }

    /// <summary>The last member: <c>weight</c>, <c>score.points[1]</c>, <c>settings.bands[0]</c>; null for the thing itself.</summary>
    public string? Member { get; init; }

    /// <summary>In an expression: the character at which reading stopped, counted from 1.</summary>
    public int? Position { get; init; }

    public FaultPlace At(string member) => this with { Member = member };

    public string Path
    {
        get
        {
            var path = new StringBuilder("questionnaire");
            Append(path, "themes", Theme);
            Append(path, "groups", Group);
            Append(path, "questions", Question);
            Append(path, "choices", Choice);
            return Member is null ? path.ToString() : path.Append('.').Append(Member).ToString();
        }
    }

    private static void Append(StringBuilder path, string list, int? index)
    {
        if (index is { } i)
            path.Append('.').Append(list).Append('[').Append(i.ToString(CultureInfo.InvariantCulture)).Append(']');
    }
}

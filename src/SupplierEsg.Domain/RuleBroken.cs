using System.Globalization;

namespace SupplierEsg.Domain;

/// <summary>
/// The one way the domain refuses something. Pages put it beside the field named by <see cref="Member"/>,
/// the API turns it into a problem document.
/// </summary>
/// <remarks>
/// <see cref="Template"/> is an English sentence with numbered places (<c>{0}</c>) and doubles as the key under which
/// translations are found; <see cref="Args"/> fill the places. It says what is wrong and what would be right.
/// </remarks>
public sealed class RuleBroken : Exception
{
    public RuleBroken(string code, string template, string? member = null, params object[] args)
        : base(string.Format(CultureInfo.InvariantCulture, template, args))
    {
        Code = code;
        Template = template;
        Member = member;
        Args = args;
    }

    /// <summary>Stable and dotted, from the catalogue of the aggregate: <c>supplier.identifier-taken</c>.</summary>
    public string Code { get; }

    public string Template { get; }

    /// <summary>The command's member at fault, or null when the refusal is about the whole.</summary>
    public string? Member { get; }

    public IReadOnlyList<object> Args { get; }

    /// <summary>Where the reader can look at the thing the refusal names, as a path within the site; null for nowhere.</summary>
    public string? Link { get; init; }

    /// <summary>The same refusal, put to another member.</summary>
    public RuleBroken At(string member) => new(Code, Template, member, [.. Args]) { Link = Link };
}

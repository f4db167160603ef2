using FluentValidation;
using FluentValidation.Results;

namespace SupplierEsg.Web.Support;

/// <summary>A choice in an address of the API, written as JSON writes it and read in small and capital letters.</summary>
internal static class QueryChoice
{
    /// <exception cref="ValidationException">There is no such choice; the fault lists them all.</exception>
    public static T? Read<T>(string? written, string member)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(written))
            return null;
        // Names only: Enum.TryParse would take figures and lists too.
        foreach (var value in Enum.GetValues<T>())
            if (written.Equals(value.ToString(), StringComparison.OrdinalIgnoreCase))
                return value;
        throw Refuse(member, Enum.GetNames<T>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]));
    }

    public static ValidationException Refuse(string member, IEnumerable<string> choices) =>
        new([new ValidationFailure(member, $"Give one of {string.Join(", ", choices)}.")]);
}

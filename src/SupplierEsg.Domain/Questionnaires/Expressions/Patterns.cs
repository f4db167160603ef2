using System.Text.RegularExpressions;

namespace SupplierEsg.Domain.Questionnaires.Expressions;

/// <summary>
/// The patterns of one questionnaire, each built once. They match whole texts, without backtracking: in time proportional to
/// the text, whatever a stranger wrote.
/// </summary>
public sealed class Patterns
{
    private const int MaxLength = 1_000;
    private const int Most = 500;
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    // A last resort for patterns with huge counts, which take long on long texts all the same.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, Regex?> built = new(StringComparer.Ordinal);

    internal Regex? Get(string pattern, out string? wrong)
    {
        wrong = pattern.Length > MaxLength ? "The pattern is longer than 1,000 characters; shorten it." : null;
        if (wrong is null && !built.ContainsKey(pattern))
        {
            if (built.Count == Most)
                wrong = "The questionnaire has more than 500 different patterns; use some of them again.";
            else
                built[pattern] = Build(pattern);
        }
        if (wrong is not null)
            return null;
        if (built[pattern] is not { } regex)
            wrong = "The pattern is not a regular expression that can be matched without backtracking; look-around and back-references are not possible.";
        return built[pattern];
    }

    private static Regex? Build(string pattern)
    {
        try
        {
            // The pattern must also stand alone: "a)(?:b" would slip through the parentheses around it.
            _ = new Regex(pattern, Options, Timeout);
            return new Regex($@"\A(?:{pattern})\z", Options, Timeout);
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException or InsufficientExecutionStackException)
        {
            return null;
        }
    }
}

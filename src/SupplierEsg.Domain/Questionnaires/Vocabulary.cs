using System.Collections.Frozen;

namespace SupplierEsg.Domain.Questionnaires;

/// <summary>The supported question types of XLSForm.</summary>
public enum QuestionType
{
    Text,
    Integer,
    Decimal,
    Range,
    SelectOne,
    SelectMultiple,
    Acknowledge,
    Date,
    File,
    Image,
    Note,
    Calculate,
}

/// <summary>Environment, social, governance.</summary>
public enum Pillar
{
    E,
    S,
    G,
}

/// <summary>What a question looks at: what is promised, what is done, what comes of it.</summary>
public enum Layer
{
    Policy,
    Action,
    Result,
}

public enum EvidenceNeed
{
    None,
    Optional,
    Required,
}

/// <summary>Where the evidence of an answer stands on the scoring date.</summary>
public enum EvidenceState
{
    Missing,
    Pending,
    Accepted,
    Rejected,
    Expired,
}

/// <summary>What a gate that doesn't hold does to eligibility.</summary>
public enum GateEffect
{
    Fail,
    Conditional,
}

public enum ScoreMode
{
    Step,
    Linear,
    Valid,
}

/// <summary>What a reviewer says to "not applicable".</summary>
public enum NaReview
{
    Pending,
    Accepted,
    Rejected,
}

/// <summary>Weight of an adverse finding: 5, 15 or 30 points off the theme's verified figure.</summary>
public enum Severity
{
    Minor,
    Major,
    Severe,
}

public enum Eligibility
{
    Eligible,
    Conditional,
    Ineligible,
}

/// <summary>The words of the workbook and the API for the values of an enumeration: <c>select_one</c>, <c>policy</c>, <c>E</c>.</summary>
public static class Vocabulary
{
    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ByValue = Enum.GetValues<T>().ToFrozenDictionary(v => v, Word);
        public static readonly FrozenDictionary<string, T> ByWord = ByValue.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);
        public static readonly string List = string.Join(", ", Enum.GetValues<T>().Select(v => ByValue[v]));

        // XLSForm joins words with underscores; what is our own has hyphens, as in addresses.
        private static string Joint => typeof(T).Namespace == typeof(Evaluation.PriceFormulaKind).Namespace ? "-" : "_";

        private static string Word(T value)
        {
            var name = value.ToString();
            return value is Pillar ? name : string.Concat(name.Select((c, i) =>
                char.IsUpper(c) && i > 0 ? Joint + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
        }
    }

    public static string WordOf<T>(T value)
        where T : struct, Enum => Words<T>.ByValue[value];

    public static bool TryRead<T>(string word, out T value)
        where T : struct, Enum => Words<T>.ByWord.TryGetValue(word, out value);

    /// <summary>All words, for a sentence that says what would be right: <c>policy, action, result</c>.</summary>
    public static string All<T>()
        where T : struct, Enum => Words<T>.List;
}

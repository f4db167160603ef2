using System.Collections.Frozen;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Questionnaires.Importing;

internal enum RowKind
{
    Question,
    BeginGroup,
    EndGroup,

    /// <summary>Not supported, but it opens and closes as a group does; its own row is refused.</summary>
    BeginRepeat,
    EndRepeat,

    /// <summary>What a phone notes by itself, such as the time of starting.</summary>
    Metadata,
    Unknown,
}

/// <summary>The cell <c>type</c> of a survey row taken apart.</summary>
/// <param name="List">Name of the choice list of a <c>select</c>; empty when it is missing.</param>
/// <param name="Rest">What follows and isn't understood.</param>
internal sealed record TypeCell(RowKind Kind, QuestionType Type = QuestionType.Text, string? List = null, string? Rest = null)
{
    public static readonly string Supported =
        string.Join(", ", Enum.GetValues<QuestionType>().Select(t => Vocabulary.WordOf(t) + (t is QuestionType.SelectOne or QuestionType.SelectMultiple ? " LIST" : ""))) + ", begin_group, end_group";

    private static readonly FrozenSet<string> Metadata = FrozenSet.Create(
        "start", "end", "today", "deviceid", "device_id", "username", "phonenumber", "phone_number", "email", "simserial", "sim_serial",
        "subscriberid", "subscriber_id", "audit", "start-geopoint", "start_geopoint", "uri", "get_today", "get_start_time", "get_end_time", "get_device_id", "get_user_name");

    public static TypeCell Read(string cell)
    {
        var words = cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var first = words[0].ToLowerInvariant();
        if (words.Length > 1 && first is "begin" or "end" or "select" && words[1].ToLowerInvariant() is "group" or "repeat" or "loop" or "one" or "multiple" && words.Length > 1)
            (first, words) = ($"{first}_{words[1].ToLowerInvariant()}", words[1..]);
        var rest = words[1..];
        return first switch
        {
            "begin_group" => new(RowKind.BeginGroup),
            "end_group" => new(RowKind.EndGroup),
            "begin_repeat" or "begin_loop" => new(RowKind.BeginRepeat),
            "end_repeat" or "end_loop" => new(RowKind.EndRepeat),
            "select_one" => Select(QuestionType.SelectOne, rest),
            "select_multiple" => Select(QuestionType.SelectMultiple, rest),
            _ when rest.Length == 0 && Metadata.Contains(first) => new(RowKind.Metadata),
            _ when rest.Length == 0 && Vocabulary.TryRead<QuestionType>(first, out var type) => new(RowKind.Question, type),
            _ => new(RowKind.Unknown),
        };
    }

    private static TypeCell Select(QuestionType type, string[] rest)
    {
        if (rest.Length > 1 && rest[0].Equals("from", StringComparison.OrdinalIgnoreCase))
            rest = rest[1..];
        return new(RowKind.Question, type, rest.FirstOrDefault() ?? "", rest.Length > 1 ? string.Join(' ', rest[1..]) : null);
    }
}

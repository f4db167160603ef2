namespace SupplierEsg.Infrastructure.Excel.Reading;

/// <summary>What a number format makes of a number.</summary>
internal enum NumberKind : byte
{
    Number,
    Date,
    TimeOfDay,
    Elapsed,
}

/// <summary>Tells formats of dates and times from those of numbers (ECMA-376 part 1, 18.8.30 and 18.8.31).</summary>
internal static class NumberFormat
{
    /// <summary>
    /// The formats that have a number and no text. 27 to 36 and 50 to 58 are those of East Asian Excels, of which 32 to 35,
    /// 55 and 56 are times in Chinese and dates or times elsewhere.
    /// </summary>
    public static NumberKind OfBuiltIn(int id) => id switch
    {
        14 or 15 or 16 or 17 or 22 => NumberKind.Date,
        18 or 19 or 20 or 21 or 45 or 47 => NumberKind.TimeOfDay,
        46 => NumberKind.Elapsed,
        >= 27 and <= 31 or 36 or (>= 50 and <= 54) or 57 or 58 => NumberKind.Date,
        >= 32 and <= 35 or 55 or 56 => NumberKind.TimeOfDay,
        _ => NumberKind.Number,
    };

    /// <summary>Looks at the letters of the code's first section that are not quoted, escaped or in brackets.</summary>
    public static NumberKind Of(string code)
    {
        var letters = Letters(code, out var elapsed);
        if (elapsed)
            return NumberKind.Elapsed;
        var hasTime = letters.AsSpan().ContainsAny('h', 's');
        if (letters.AsSpan().ContainsAny("ydegb"))
            return NumberKind.Date;
        if (letters.Contains('m'))
            return hasTime && !HasMonth(letters) ? NumberKind.TimeOfDay : NumberKind.Date;
        if (letters.Contains("aaa", StringComparison.Ordinal))
            return NumberKind.Date;
        return hasTime || letters.Contains('p') ? NumberKind.TimeOfDay : NumberKind.Number;
    }

    /// <summary>An m right after hours or right before seconds is minutes, any other is months.</summary>
    private static bool HasMonth(string letters)
    {
        for (var at = letters.IndexOf('m'); at >= 0; at = letters.IndexOf('m', at))
        {
            var end = at;
            while (end < letters.Length && letters[end] == 'm')
                end++;
            var afterHours = at > 0 && letters[at - 1] == 'h';
            var beforeSeconds = end < letters.Length && letters[end] == 's';
            if (!afterHours && !beforeSeconds)
                return true;
            at = end;
            if (at >= letters.Length)
                break;
        }
        return false;
    }

    private static string Letters(string code, out bool elapsed)
    {
        elapsed = false;
        var letters = new System.Text.StringBuilder();
        for (var at = 0; at < code.Length && code[at] != ';'; at++)
        {
            var one = char.ToLowerInvariant(code[at]);
            if (one is '\\' or '_' or '*')
                at++;
            else if (one == '"')
                at = EndOf(code, at, '"');
            else if (one == '[')
            {
                var end = EndOf(code, at, ']');
                elapsed |= IsElapsed(code.AsSpan(at + 1, Math.Max(0, end - at - 1)));
                at = end;
            }
            else if (IsGeneral(code, at))
                at += "General".Length - 1;
            else if (one == 'e' && at + 1 < code.Length && code[at + 1] is '+' or '-')
                at++;
            else if (char.IsAsciiLetter(one))
                letters.Append(one);
        }
        return WithoutHalfDays(letters.ToString());
    }

    /// <summary>AM/PM and A/P are times and hold an m and an a that mean nothing else.</summary>
    private static string WithoutHalfDays(string letters) =>
        letters.Replace("ampm", "p", StringComparison.Ordinal).Replace("ap", "p", StringComparison.Ordinal);

    private static bool IsGeneral(string code, int at) =>
        string.Compare(code, at, "General", 0, "General".Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static int EndOf(string code, int at, char closing)
    {
        var end = code.IndexOf(closing, at + 1);
        return end < 0 ? code.Length : end;
    }

    /// <summary><c>[h]</c>, <c>[mm]</c>, <c>[s]</c> and their kin count on beyond a day.</summary>
    private static bool IsElapsed(ReadOnlySpan<char> bracket) =>
        bracket.Length > 0 && (bracket[0] | 0x20) is 'h' or 'm' or 's'
        && bracket.TrimStart(bracket[0]).IsEmpty;
}

using System.Globalization;
using System.Text;

namespace SupplierEsg.Domain.Assessments;

/// <summary>Names that every file system and every download dialogue takes.</summary>
public static class FileNames
{
    /// <summary>In characters, the extension included.</summary>
    public const int MaxLength = 120;

    private static readonly string[] Devices =
    [
        "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    ];

    /// <summary>
    /// The last part of a path without characters that some system refuses, controls, or marks that turn the reading
    /// direction (with which <c>gpj.exe</c> shows as <c>exe.jpg</c>).
    /// </summary>
    public static string Clean(string? sent)
    {
        var last = (sent ?? "").Split('/', '\\')[^1];
        var clean = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
                continue;
            if (rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*' or 0xFFFD)
                clean.Append('_');
            else
                clean.Append(rune.ToString());
        }
        var name = clean.ToString().Normalize(NormalizationForm.FormC).Trim(' ', '.', '\u00A0', '\u3000');
        if (name.Length == 0)
            name = "file";
        if (Devices.Contains(name.Split('.')[0], StringComparer.OrdinalIgnoreCase))
            name = "_" + name;
        return Shortened(name, Path.GetExtension(name));
    }

    /// <summary>The name with the ending of what the file really is, added where it has another.</summary>
    public static string WithExtensionOf(string name, EvidenceKind kind) =>
        kind.Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) ? name : Shortened(name + kind.Extensions[0], kind.Extensions[0]);

    private static string Shortened(string name, string extension)
    {
        if (name.Length <= MaxLength)
            return name;
        if (extension.Length > 10)
            extension = "";
        var stem = name[..(MaxLength - extension.Length)];
        return (char.IsHighSurrogate(stem[^1]) ? stem[..^1] : stem) + extension;
    }
}

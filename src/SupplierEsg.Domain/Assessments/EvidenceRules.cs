using System.Globalization;

namespace SupplierEsg.Domain.Assessments;

/// <summary>How much is taken; told on the page before a file is chosen. Section <c>Evidence</c> of the configuration.</summary>
public sealed record EvidenceLimits
{
    public const string Section = "Evidence";

    /// <summary>Largest file, in bytes.</summary>
    public long MaxFileBytes { get; init; } = 25L * 1024 * 1024;

    /// <summary>Files beside one question.</summary>
    public int MaxFilesPerQuestion { get; init; } = 20;

    /// <summary>Largest form with files, in bytes: read to its end, so that what else stands in it is saved and a plain answer reaches the browser.</summary>
    public long MaxRequestBytes { get; init; } = 160L * 1024 * 1024;

    /// <summary>Documents in one supplier's library.</summary>
    public int MaxLibraryFiles { get; init; } = 1000;

    /// <summary>All documents of one supplier's library together, in bytes.</summary>
    public long MaxLibraryBytes { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Whether the settings make sense.</summary>
    public bool IsSound =>
        MaxFileBytes > 0 && MaxFilesPerQuestion > 0 && MaxRequestBytes >= MaxFileBytes && MaxLibraryFiles > 0 && MaxLibraryBytes >= MaxFileBytes;

    public decimal MaxLibraryMegabytes => Megabytes(MaxLibraryBytes);

    public decimal MaxFileMegabytes => Megabytes(MaxFileBytes);

    public static decimal Megabytes(long bytes) => Math.Round(bytes / 1024m / 1024m, 1, MidpointRounding.AwayFromZero);
}

/// <summary>What is refused about files.</summary>
public static class EvidenceRules
{
    public static RuleBroken Empty(string name) =>
        new("evidence.empty", "{0} is empty: it has no content. Choose the file again, or another one.", "File", name);

    public static RuleBroken TooLarge(string name, long size, EvidenceLimits limits) =>
        new("evidence.too-large", "{0} has {1} MB; a file may have at most {2} MB. Make it smaller, or attach it in parts.", "File", name, EvidenceLimits.Megabytes(size), limits.MaxFileMegabytes);

    public static RuleBroken TooMany(EvidenceLimits limits) =>
        new("evidence.too-many", "There are {0} files beside this question already, and more are not taken. Remove one first, or put several into one file.", "File", limits.MaxFilesPerQuestion);

    public static RuleBroken Program(string name) =>
        new("evidence.program", "{0} is a program, whatever its name says, and was not taken. Attach a document or a picture: {1}.", "File", name, EvidenceKind.Names);

    public static RuleBroken Macros(string name) =>
        new("evidence.macros", "{0} holds macros and was not taken. Save it without macros, or as a PDF, and attach that.", "File", name);

    public static RuleBroken Markup(string name) =>
        new("evidence.markup", "{0} is a web page, or a drawing or data written as one, and was not taken. Save it as a PDF, and attach that.", "File", name);

    public static RuleBroken UnknownKind(string name) =>
        new("evidence.unknown-kind", "{0} is of a kind that is not taken here, or it is damaged or locked by a password. Attach one of these: {1}.", "File", name, EvidenceKind.Names);

    public static RuleBroken NotAPicture(string name) =>
        new("evidence.not-a-picture", "{0} is not a picture. This question asks for one: PNG, JPEG, GIF, TIFF or WebP.", "File", name);

    public static RuleBroken NotTaken(string question) =>
        new("evidence.not-asked", "No file is asked for with the question “{0}”.", "Question", question);

    public static RuleBroken LibraryFull(EvidenceLimits limits) =>
        new("evidence.library-full", "There are {0} documents in your library already, and more are not taken. Remove some that you don't need any more.", "File", limits.MaxLibraryFiles);

    public static RuleBroken LibraryTooLarge(string name, EvidenceLimits limits) =>
        new("evidence.library-too-large", "With {0}, the documents in your library would have more than {1} MB together. Remove some that you don't need any more.", "File", name, limits.MaxLibraryMegabytes);

    public static RuleBroken NotInLibrary(string name) =>
        new("evidence.not-in-library", "{0} was removed from your library. Upload it again to use it.", null, name);

    public static RuleBroken InUse(string name) =>
        new("evidence.in-use", "{0} stands beside answers that are not submitted yet. Take it from these answers first.", null, name);

    public static RuleBroken PastValidity(string name, DateOnly lastDay) =>
        new("evidence.past-validity", "{0} was valid until {1} and proves nothing now. Attach a newer one.", "Documents", name, Iso(lastDay));

    public static RuleBroken NothingChosen() =>
        new("evidence.nothing-chosen", "Choose at least one document.", "Documents");

    public static RuleBroken IssuedInTheFuture(DateOnly issuedOn) =>
        new("evidence.issued-in-the-future", "{0} is in the future. Give the day on which the document was issued.", "IssuedOn", Iso(issuedOn));

    public static RuleBroken ExpiresBeforeIssue(DateOnly expiresOn, DateOnly issuedOn) =>
        new("evidence.expires-before-issue", "{0} is before the day of issue, {1}. Give the last day on which the document holds.", "ExpiresOn", Iso(expiresOn), Iso(issuedOn));

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static RuleBroken NoFile() =>
        new("evidence.no-file", "No file arrived. Send it as the part “file” of a form (multipart/form-data).", "File");
}

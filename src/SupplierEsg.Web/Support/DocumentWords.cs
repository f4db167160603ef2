using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Documents;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Web.Pages.Portal;

namespace SupplierEsg.Web.Support;

/// <summary>What is said about documents in the reader's language, and where they are used.</summary>
internal static class DocumentWords
{
    /// <summary>Offered to choose from; a program may name others.</summary>
    private static readonly string[] Tags =
    [
        "en", "zh-Hans", "zh-Hant", "bg", "bn", "cs", "da", "de", "el", "es", "et", "fi", "fr", "he", "hi", "hr", "hu", "id", "it", "ja", "km", "ko", "lt", "lv", "ms", "nb", "nl", "pl", "pt",
        "ro", "ru", "sk", "sl", "sr", "sv", "ta", "th", "tr", "uk", "ur", "vi", "ar",
    ];

    public static string Of(this Words T, DocumentKind kind) => kind switch
    {
        DocumentKind.Policy => T["Policy or procedure"],
        DocumentKind.KeyFigures => T["Key figures"],
        DocumentKind.Certificate => T["Certificate or permit"],
        DocumentKind.Declaration => T["Signed declaration"],
        DocumentKind.Record => T["Record of something done"],
        _ => T["Other document"],
    };

    public static string Of(this Words T, DocumentState state, DocumentValidity validity) => state switch
    {
        DocumentState.Expired => T["Expired"],
        DocumentState.Expiring => T["Expires within {0} days", validity.WarningDays],
        _ => T["Valid"],
    };

    public static string TagOf(DocumentState state) => state switch
    {
        DocumentState.Expired => "tag bad",
        DocumentState.Expiring => "tag caution",
        _ => "tag good",
    };

    /// <summary>How long each kind counts, before anybody has to choose one.</summary>
    public static string ValidityOf(this Words T, DocumentValidity validity) =>
        T["A policy counts for {0} years after its issue, key figures for {1}; a certificate until it expires, or {2} years where no expiry is printed on it. All others count until they expire.",
            validity.PolicyYears, validity.KeyFiguresYears, validity.CertificateYears];

    public static IEnumerable<SelectListItem> Kinds(this Words T) => Enum.GetValues<DocumentKind>().OrderBy(kind => kind == DocumentKind.Other).Select(kind => new SelectListItem(T.Of(kind), kind.ToString()));

    /// <summary>Each language by its own name, the same to every reader.</summary>
    public static IEnumerable<SelectListItem> LanguageChoices(string? chosen) =>
        Tags.Union([chosen ?? ""]).Where(tag => tag.Length > 0).Select(tag => new SelectListItem(LanguageName(tag), tag)).Prepend(new("", ""));

    public static string LanguageName(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag).NativeName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }

    /// <summary>The number of the question as its page has it; null for a calculation, which has none.</summary>
    public static string? NumberOf(DocumentUse use)
    {
        var theme = use.Questionnaire.Themes[use.Question.ThemeIndex];
        return Sheet.IsForPeople(use.Question)
            ? $"{theme.Index + 1}.{use.Questionnaire.Questions.Skip(theme.FirstQuestion).Take(use.Question.Index - theme.FirstQuestion + 1).Count(Sheet.IsForPeople)}"
            : null;
    }

    /// <summary>The page on which the answer stands; null where the assessment was withdrawn.</summary>
    public static string? AddressOf(DocumentUse use) =>
        use.Open ? ThemeAddress.Of(use.Assessment, use.Questionnaire, use.Question)
        : use.State.IsAnswered() ? $"{ThemeAddress.Of(use.Assessment)}/check"
        : null;
}

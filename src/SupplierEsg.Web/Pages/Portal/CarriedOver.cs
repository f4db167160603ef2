using SupplierEsg.Application.Answering;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Web.Pages.Portal;

/// <summary>One answer that was taken over, as it shows beside its question (<c>Pages/Shared/_CarriedOver.cshtml</c>).</summary>
public sealed record CarriedOverLine(string Question, Answer Answer, bool NeedsLook);

/// <summary>What stands above the themes of an assessment that began, or could begin, with earlier answers (<c>Pages/Shared/_Beginning.cshtml</c>).</summary>
public sealed record BeginningNotice(Sheet Sheet, ReadBeginning.Result Beginning);

/// <summary>Answers taken over, and the way through those that need a look.</summary>
public static class CarriedOver
{
    /// <summary>Name of the button on a theme's page, whose value is a question.</summary>
    public const string Button = "confirm";

    public static IReadOnlyList<CompiledQuestion> ToLookAt(this Sheet sheet) => [.. sheet.Questionnaire.Questions.Where(sheet.NeedsLook)];

    /// <summary>Why somebody should look, in English, the key of its translations; null where nothing speaks against the answer.</summary>
    public static string? Why(CarryOver carried) => carried switch
    {
        CarryOver.QuestionChanged => "The question, its choices or its unit have changed since.",
        CarryOver.DocumentExpired => "A document beside it no longer holds. Add the current one, or see whether the answer still stands.",
        CarryOver.DateExpired => "The date you gave has passed.",
        CarryOver.NotAccepted => "The review didn't accept it last time, or a document beside it.",
        _ => null,
    };

    /// <summary>The next one after this question, or the first there is; the question itself where none is left.</summary>
    /// <param name="sheet">As it was before the question was confirmed.</param>
    public static string AddressAfter(Sheet sheet, string question)
    {
        if (!sheet.Questionnaire.TryFind(question, out var here))
            return ThemeAddress.Of(sheet.Head.Id);
        var others = sheet.ToLookAt().Where(other => other != here).ToList();
        return ThemeAddress.Of(sheet.Head.Id, sheet.Questionnaire, others.Find(other => other.Index > here.Index) ?? others.FirstOrDefault() ?? here);
    }
}

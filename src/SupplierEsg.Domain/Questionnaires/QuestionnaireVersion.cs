using System.Text;
using SupplierEsg.Domain.Journal;

namespace SupplierEsg.Domain.Questionnaires;

public enum VersionState
{
    /// <summary>Imported; may still be replaced by another import.</summary>
    Draft,

    /// <summary>Never changes again; assessments refer to it.</summary>
    Published,
}

public sealed record QuestionnaireImported(QuestionnaireVersionId Version, string FormId, int Number, string? SourceFile) : DomainEvent($"questionnaire/{Version}");

public sealed record QuestionnairePublished(QuestionnaireVersionId Version, string FormId, int Number) : DomainEvent($"questionnaire/{Version}");

public sealed record QuestionnaireDraftDiscarded(QuestionnaireVersionId Version, string FormId, int Number) : DomainEvent($"questionnaire/{Version}");

/// <summary>
/// One version of a questionnaire: its whole definition in one row. Versions of one questionnaire share the
/// <see cref="FormId"/>; a workbook with the same <c>form_id</c> is the next version.
/// </summary>
public sealed class QuestionnaireVersion : Aggregate
{
    /// <summary>The longest <c>form_id</c> and the longest <c>version</c> of an author, in characters.</summary>
    public const int MaxFormId = 100;
    public const int MaxLabel = 100;

    /// <summary>Lists of languages and file names are cut to these lengths.</summary>
    public const int MaxLanguages = 400;
    public const int MaxSourceFile = 260;

    private QuestionnaireVersion()
    {
    }

    public QuestionnaireVersionId Id { get; private set; }

    /// <summary>The workbook's <c>form_id</c>: what ties versions together.</summary>
    public string FormId { get; private set; } = "";

    /// <summary>The <see cref="FormId"/> as it is compared: no questionnaire is told from another by case or width of letters.</summary>
    public string FormKey { get; private set; } = "";

    /// <summary>Counts from 1 within the questionnaire.</summary>
    public int Number { get; private set; }

    /// <summary>The author's own version, such as <c>2026.1</c>; empty where the workbook has none.</summary>
    public string Label { get; private set; } = "";

    public LocalText Title { get; private set; } = LocalText.Empty;

    /// <summary>How many questions a supplier can be asked: all but notes and calculations.</summary>
    public int QuestionCount { get; private set; }

    /// <summary>Names of its languages for lists, each in its own language: <c>English, 中文</c>.</summary>
    public string Languages { get; private set; } = "";

    /// <summary>The definition as <see cref="QuestionnaireJson"/> writes it.</summary>
    public string Definition { get; private set; } = "";

    public VersionState State { get; private set; }

    public string? SourceFile { get; private set; }

    public DateTime ImportedAt { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    public static string KeyOf(string formId) => formId.Trim().Normalize(NormalizationForm.FormKC).ToUpperInvariant();

    /// <param name="number">One above the questionnaire's highest version.</param>
    public static QuestionnaireVersion Import(QuestionnaireDefinition definition, int number, string? sourceFile, DateTime now)
    {
        var version = new QuestionnaireVersion { Id = QuestionnaireVersionId.New(), FormKey = KeyOf(definition.FormId ?? ""), Number = number };
        version.Take(definition, sourceFile, now);
        return version;
    }

    /// <summary>Another import takes a draft's place, so that drafts don't pile up while an author mends a workbook.</summary>
    public void Replace(QuestionnaireDefinition definition, string? sourceFile, DateTime now)
    {
        if (State == VersionState.Published)
            throw QuestionnaireRules.Published(this);
        Take(definition, sourceFile, now);
    }

    public void Publish(DateTime now)
    {
        if (State == VersionState.Published)
            throw QuestionnaireRules.Published(this);
        State = VersionState.Published;
        PublishedAt = now;
        Raise(new QuestionnairePublished(Id, FormId, Number));
    }

    /// <summary>To be called before the draft is removed.</summary>
    public void Discard()
    {
        if (State == VersionState.Published)
            throw QuestionnaireRules.PublishedStays(this);
        Raise(new QuestionnaireDraftDiscarded(Id, FormId, Number));
    }

    private void Take(QuestionnaireDefinition definition, string? sourceFile, DateTime now)
    {
        FormId = definition.FormId ?? "";
        Label = definition.Version ?? "";
        Title = definition.Title;
        QuestionCount = definition.Themes.Sum(theme => theme.Questions.Count(q => q.Type is not (QuestionType.Note or QuestionType.Calculate)));
        Languages = Shortened(string.Join(", ", definition.Languages.Select(l => l.Name)), MaxLanguages)!;
        Definition = QuestionnaireJson.Write(definition);
        SourceFile = Shortened(sourceFile, MaxSourceFile);
        ImportedAt = now;
        Raise(new QuestionnaireImported(Id, FormId, Number, SourceFile));
    }

    private static string? Shortened(string? text, int length) => text?.Length > length ? text[..(length - 1)] + "…" : text;
}

/// <summary>What is refused about questionnaires.</summary>
public static class QuestionnaireRules
{
    public static RuleBroken Published(QuestionnaireVersion version) =>
        new("questionnaire.published", "Version {0} is published and never changes. Import the workbook again to make the next version.", null, version.Number);

    public static RuleBroken PublishedStays(QuestionnaireVersion version) =>
        new("questionnaire.published", "Version {0} is published and stays: assessments may refer to it. Only drafts can be discarded.", null, version.Number);

    public static RuleBroken NoLongerValid(QuestionnaireVersion version, Fault fault) =>
        new("questionnaire.no-longer-valid", "The draft {0} can't be published as it is: {1} Mend its workbook and import it again.", null, version.FormId, fault.ToString());

    public static RuleBroken NotPublished(QuestionnaireVersion version) =>
        new("questionnaire.not-published", "Version {0} is a draft. Publish it before suppliers are invited to it.", null, version.Number);
}

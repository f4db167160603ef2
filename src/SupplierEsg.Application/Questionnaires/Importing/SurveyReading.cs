using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Questionnaires.Importing;

/// <summary>Goes through the rows of the sheet <c>survey</c>: groups open and close, questions go where they stand.</summary>
internal sealed class SurveyReading(FormTable table, SettingsReading settings, QuestionReading questions, FormLanguages languages, ImportReport report)
{
    private const int MostNested = 20;

    private readonly List<ThemeDraft> drafts = [];
    private readonly Stack<Open> open = [];
    private readonly Dictionary<string, string> metadata = new(StringComparer.Ordinal);

    /// <summary>An opened group: its name, its row, and whether it is a repeat.</summary>
    private sealed record Open(string Name, int Row, bool IsRepeat);

    public IReadOnlyList<ThemeDraft> Drafts => drafts;

    /// <summary>Types of the metadata rows by their names: expressions may refer to them in vain.</summary>
    public IReadOnlyDictionary<string, string> MetadataTypes => metadata;

    public void Read()
    {
        foreach (var source in table.Rows)
            Read(new FormRow(table, source, languages, report));
        foreach (var group in open.Reverse())
            report.Fault(table, group.Row, "type", "The group \"{0}\" is not closed; add a row end_group where it ends.", group.Name);
        NameLooseThemes();
    }

    private void Read(FormRow row)
    {
        if (row.Text("type") is not { } written)
        {
            if (!row.IsBlank("name", "label"))
                row.Fault("type", "The row has no type; write one of: {0}.", TypeCell.Supported);
            return;
        }
        var type = TypeCell.Read(written);
        switch (type.Kind)
        {
            case RowKind.Question or RowKind.Unknown:
                Current().Questions.Add((questions.Read(row, type, written, GroupName()), row.RowNumber));
                break;
            case RowKind.BeginRepeat:
                row.Fault("type", QuestionReading.NotSupported, FormRow.Shortened(written), TypeCell.Supported);
                Begin(row, isRepeat: true);
                break;
            case RowKind.BeginGroup:
                Begin(row, isRepeat: false);
                break;
            case RowKind.EndGroup or RowKind.EndRepeat:
                End(row, type.Kind == RowKind.EndRepeat);
                break;
            default:
                metadata.TryAdd(row.Text("name") ?? "", written);
                report.Count("metadata", "Rows of a metadata type: {0}, the first is {1} in row {2}. They were passed over: what a phone notes by itself isn't asked here.", written, row.RowNumber);
                break;
        }
    }

    private ThemeDraft Current()
    {
        if (open.Count == 0 && (drafts.Count == 0 || !drafts[^1].IsLoose))
            drafts.Add(new(settings.LooseTheme(), null));
        return drafts[^1];
    }

    private string? GroupName() => open.Count > 1 ? open.Peek().Name : null;

    private void Begin(FormRow row, bool isRepeat)
    {
        var name = row.Text("name") ?? "";
        if (open.Count == 0)
            drafts.Add(new(ReadTheme(row, name), row.RowNumber));
        else
            Nest(row, name);
        open.Push(new(name, row.RowNumber, isRepeat));
        if (open.Count == MostNested + 1)
            row.Fault("type", "Groups are nested deeper than {0}; lay the questions out with fewer.", MostNested);
    }

    private Theme ReadTheme(FormRow row, string name)
    {
        var label = row.Local("label");
        if (label.IsEmpty && name.Length > 0)
        {
            report.Count("themes-without-label", "Top-level groups without a label: {0}, the first in row {1}. Their names are shown instead.", row.RowNumber);
            label = LocalText.Of(languages.Default, name);
        }
        return new() { Code = name, Label = label, Pillar = row.Word<Pillar>("pillar"), Weight = row.Number("weight"), Relevant = row.Expression("relevant") };
    }

    private void Nest(FormRow row, string name)
    {
        foreach (var column in new[] { "pillar", "weight" })
        {
            if (!row.IsBlank(column))
                row.Fault(column, "A group within a group has no {0}: only top-level groups are themes. Clear the cell, or move the group out.", column);
        }
        drafts[^1].Groups.Add((new() { Name = name, Label = row.Local("label"), Relevant = row.Expression("relevant"), Parent = GroupName() }, row.RowNumber));
    }

    private void End(FormRow row, bool isRepeat)
    {
        if (!open.TryPop(out var begun))
            row.Fault("type", "There is no open group to close here; remove the row, or add begin_group where the group starts.");
        else if (begun.IsRepeat != isRepeat)
            row.Fault("type", "The row closes what began in row {0} with another word; write {1}.", begun.Row, begun.IsRepeat ? "end_repeat" : "end_group");
    }

    private void NameLooseThemes()
    {
        var taken = drafts.Where(d => !d.IsLoose).Select(d => d.Theme.Code).ToHashSet(StringComparer.Ordinal);
        var code = Arrangements.FreeCode(settings.LooseTheme().Code, taken);
        for (var i = 0; i < drafts.Count; i++)
        {
            if (drafts[i].IsLoose)
                drafts[i] = drafts[i] with { Theme = drafts[i].Theme with { Code = code } };
        }
    }
}

using SupplierEsg.Application.Workbooks;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Questionnaires.Importing;

/// <summary>Finds the cells behind the faults of the compiler, which only knows places in the definition.</summary>
internal sealed class FaultPlaces(
    FormTable survey, FormTable choices, ChoiceLists lists, SettingsReading settings,
    IReadOnlyList<ThemeDraft> drafts, IReadOnlyDictionary<string, string> metadata, ImportReport report)
{
    public void Take(IReadOnlyList<Fault> faults)
    {
        var seen = new HashSet<(string, int?, string, string)>();
        foreach (var fault in faults)
        {
            var (table, row, column) = CellOf(fault.Place ?? FaultPlace.Whole);
            // A list's choices are in every question that uses it.
            if (report.Names(table.Name, row, table.HeadingOf(column)) || !seen.Add((table.Name, row, column, fault.Message)))
                continue;
            var (template, args) = Worded(fault, table);
            pending.Add((new(table.Name, row, table.LetterOf(column), table.HeadingOf(column), template, args) { Position = fault.Place?.Position }, table.IndexOf(column)));
        }
        foreach (var (fault, column) in pending)
            report.Add(fault, column);
    }

    private readonly List<(WorkbookFault Fault, int Column)> pending = [];

    private (FormTable Table, int? Row, string Column) CellOf(FaultPlace place)
    {
        var member = place.Member ?? "";
        if (place.Theme is not { } theme)
            return member.StartsWith("settings.", StringComparison.Ordinal) ? (settings.Table, settings.Row, SettingsReading.ColumnOf(member)) : (survey, null, "type");
        var draft = drafts[theme];
        if (place.Question is { } question)
            return OfQuestion(draft.Questions[question], place.Choice, member);
        if (place.Group is { } group)
            return (survey, draft.Groups[group].Row, member == "parent" ? "name" : ColumnOf(member));
        return draft.Row is { } row ? (survey, row, ColumnOf(member)) : (settings.Table, settings.Row, member == "pillar" ? "pillar" : "form_id");
    }

    private (FormTable Table, int? Row, string Column) OfQuestion((Question Question, int Row) draft, int? choice, string member) =>
        choice is { } index && draft.Question.List is { } list
            ? (choices, lists.Find(list)!.RowOf(index), member == "points" ? "points" : "name")
            : (survey, draft.Row, ColumnOf(member));

    private static string ColumnOf(string member) => member.Split('.', '[')[0] switch
    {
        "code" => "name",
        "choices" or "group" or "" => "type",
        var same => same,
    };

    private (string Template, IReadOnlyList<object> Args) Worded(Fault fault, FormTable table)
    {
        if (settings.AllowsDoubledChoices && table == choices && fault.Place is { Choice: not null, Member: "name" } && fault.Args is [_, string name])
            return ("There is another choice named {0} in the list before this one. allow_choice_duplicates is not supported; give each choice its own name.", [name]);
        if (fault.Place?.Position is not null && fault.Args is [string wanted, ..] && metadata.TryGetValue(wanted, out var type))
            return ("{0} is of the metadata type {1}, which is passed over here, so it has no answer to refer to; remove the reference.", [wanted, type]);
        // The compiler puts the position behind the sentence; here it has a member of its own.
        return fault.Place?.Position is not null && fault.Template.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var end
            ? (fault.Template[..end], [.. fault.Args.SkipLast(1)])
            : (fault.Template, fault.Args);
    }
}

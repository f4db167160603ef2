using ClosedXML.Excel;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Infrastructure.Excel.Writing;

namespace SupplierEsg.Infrastructure.Excel.Scorecards;

/// <summary>Every word of the workbook in a sentence, with the figures that this questionnaire sets.</summary>
internal static class DefinitionsSheet
{
    public static void Add(IXLWorkbook workbook, ScorecardContent content)
    {
        var sheet = HouseSheet.Add(workbook, content.Say("Definitions"), 26, 78);
        sheet.Title(1, content.Say("Definitions"));
        sheet.Headings(3, frozen: true, content.Say("Term"), content.Say("Meaning"));
        var row = 3;
        foreach (var (term, meaning) in Terms(content))
        {
            row++;
            sheet.Text(row, 1, term).Style.Font.SetBold();
            sheet.Text(row, 2, meaning);
            sheet.Cells.Row(row).Height = 15 * Math.Max(Wide.Lines(term, 26), Wide.Lines(meaning, 78));
        }
        sheet.Body(4, row, 2);
        sheet.Cells.Column(1).CellsUsed(cell => cell.Address.RowNumber > 3).ToList().ForEach(cell => cell.Style.Font.SetBold());
        content.Print(sheet, landscape: false);
    }

    private static (string Term, string Meaning)[] Terms(ScorecardContent content) =>
    [
        (content.Say("Declared"), content.Say("What the supplier's own answers earn, 0 to 100.")),
        (content.Say("Verified"), content.Say("The declared figure with the credit of its evidence; for a theme also less the points of adverse findings. Bands, minimums and bids use it.")),
        (content.Say("Credit"), Credits(content)),
        (content.Say("Weight"), content.Say("How much a question counts within its layer, a layer within its theme, a theme within its pillar and the whole.")),
        (content.Say("Layer"), content.Say("What a question looks at: Policy ({0}) is what is promised, Action ({1}) what is done, Result ({2}) what comes of it. The figures are the layers' weights.", WeightOf(content, Layer.Policy), WeightOf(content, Layer.Action), WeightOf(content, Layer.Result))),
        (content.Say("Theme"), content.Say("The weighted mean of its layers that have a score, or of its questions where it has no layers.")),
        (content.Say("Pillar"), content.Say("The weighted mean of its themes that have a figure: environment, social, governance.")),
        (content.Say("Overall"), content.Say("The weighted mean of all themes that have a figure.")),
        (content.Say("Band"), Bands(content)),
        (content.Say("Not answered"), content.Say("Gives 0. Leaving a box empty never helps.")),
        (content.Say("Not applicable"), content.Say("Leaves the calculation only once a reviewer has accepted it. Above 40 % of a theme's weight, the theme has too little to judge by.")),
        (content.Say("Gate"), content.Say("A condition that has to be fulfilled whatever the score is. One that fails makes the supplier not eligible; a conditional one asks for a decision.")),
        (content.Say("Minimum"), Minimums(content)),
        (content.Say("Eligibility"), content.Say("Not eligible with a failed gate or a missed minimum; eligible on conditions with a conditional gate only; else eligible.")),
        (content.Say("Required questions answered"), content.Say("Of the required questions that were asked, those answered or not applicable.")),
        (content.Say("Rounding"), content.Say("Everything is computed in exact fractions. Results are rounded to six decimals, half away from zero; people see one. Calculations on these sheets show one decimal of figures that have more.")),
    ];

    private static string WeightOf(ScorecardContent content, Layer layer) => content.Words.Number(content.Words.Rules.WeightOf(layer));

    private static string Credits(ScorecardContent content)
    {
        string Share(EvidenceState state) => content.Words.Number(content.Words.Rules.Credit(EvidenceNeed.Required, state));
        return content.Say(
            "The part of the declared points that counts as verified where evidence is required: accepted {0}, waiting for review {1}, missing {2}, rejected {3}, expired {4}.",
            Share(EvidenceState.Accepted), Share(EvidenceState.Pending), Share(EvidenceState.Missing), Share(EvidenceState.Rejected), Share(EvidenceState.Expired));
    }

    private static string Bands(ScorecardContent content) => content.Say(
        "The verified overall figure from which a band is reached: {0}.",
        string.Join(content.Say(", "), content.Words.Rules.Bands.Select(b => $"{b.Name} {content.Words.Number(b.Minimum)}")));

    private static string Minimums(ScorecardContent content)
    {
        if (content.Words.Rules.Minimums.Count == 0)
            return content.Say("The least verified figure that makes a supplier eligible. This questionnaire sets none.");
        var set = content.Words.Rules.Minimums.Select(m =>
            $"{(Vocabulary.TryRead<Pillar>(m.Key, out var pillar) ? content.Words.Label(pillar) : content.Say("Overall"))} {content.Words.Number(m.Value)}");
        return content.Say("The least verified figure that makes a supplier eligible. Set are: {0}.", string.Join(content.Say(", "), set));
    }
}

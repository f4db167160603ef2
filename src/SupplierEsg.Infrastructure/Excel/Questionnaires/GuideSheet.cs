using ClosedXML.Excel;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires.Importing;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Infrastructure.Excel.Writing;

namespace SupplierEsg.Infrastructure.Excel.Questionnaires;

/// <summary>Explains the columns to authors, in both languages; the import and XLSForm's tools pass over it.</summary>
internal sealed class GuideSheet(IXLWorkbook workbook, ITexts texts)
{
    private const int TypesColumn = 6;

    private static readonly (string Sheet, string Column, string Meaning)[] Lines =
    [
        ("survey", "type", "What is asked for. LIST is the name of a list on the sheet choices. A top-level group is a theme; groups within it only lay questions out."),
        ("survey", "name", "Unique name of the question: letters, digits, _, - and . only. Expressions refer to it as ${name}."),
        ("survey", "label::…", "The question as the supplier reads it, one column per language."),
        ("survey", "hint::…", "Help below the question, one column per language."),
        ("survey", "required", "yes when an assessment can't be submitted without an answer."),
        ("survey", "relevant", "Expression over earlier questions: the question is asked only when it holds."),
        ("survey", "constraint", "Expression that the answer must fulfil before submitting; a full stop is the answer itself."),
        ("survey", "constraint_message::…", "What the supplier is told when the constraint does not hold."),
        ("survey", "calculation", "Expression that gives the value of a calculate."),
        ("survey", "parameters", "Bounds of a range, such as start=0 end=10 step=1."),
        ("survey", "pillar", "E, S or G, on the begin_group row of a theme."),
        ("survey", "weight", "Weight of the question within its theme or layer, or of the theme among the themes. Without a weight a question is not scored."),
        ("survey", "layer", "policy, action or result. In one theme either all scored questions have a layer or none has."),
        ("survey", "score", "How a number earns points: step 0=0; 80=60; 95=100 or linear 0=100; 5=0. For a date: valid."),
        ("survey", "gate", "Expression that must hold for the supplier to be eligible; a full stop is the answer itself."),
        ("survey", "gate_effect", "fail (the default), or conditional when somebody shall decide."),
        ("survey", "evidence", "none, optional or required: whether a document goes with the answer."),
        ("survey", "allow_na", "yes when the supplier may say that the question does not apply."),
        ("survey", "unit", "Unit shown behind a number."),
        ("survey", "standard", "References to standards, with semicolons between them."),
        ("choices", "list_name", "Name of the list the choice belongs to."),
        ("choices", "points", "Points of the choice, 0 to 100; in a select_multiple from −100."),
        ("settings", "form_id", "Ties the versions of one questionnaire together."),
        ("settings", "version", "Your own version, such as 2026.1."),
        ("settings", "evidence_credit", "Share of the points that counts as verified, by state of the evidence, such as pending=0.5; missing=0."),
        ("settings", "layers", "Weights of the layers, such as policy=25; action=40; result=35."),
        ("settings", "bands", "Bands with their least score, such as A=80; B=65; C=50."),
        ("settings", "minimum_overall", "Least score overall; minimum_e, minimum_s and minimum_g by pillar."),
        ("settings", "valid_months", "Months for which a scorecard counts as current; 12 unless set."),
        ("settings", "second_review", "yes, where a second reviewer has to agree before a review is finalised."),
        ("settings", "pillar", "Pillar of questions that stand outside any group."),
    ];

    private readonly HouseSheet sheet = HouseSheet.Add(workbook, QuestionnaireImport.Guide, 12, 24, 70, 60, 3, 26);

    public GuideSheet Write()
    {
        sheet.Headings(1, frozen: true, "sheet", "column", "English", "中文");
        var row = 2;
        foreach (var (name, column, meaning) in Lines)
        {
            sheet.Text(row, 1, name);
            sheet.Text(row, 2, column);
            sheet.Text(row, 3, meaning);
            sheet.Text(row++, 4, texts.In("zh-Hans", meaning));
        }
        sheet.Body(2, row - 1, 4).Print("guide", landscape: true);
        return this;
    }

    /// <summary>Writes the types an author can choose from, those with this questionnaire's lists included, and says where they stand.</summary>
    public string TypesWith(IEnumerable<string> lists)
    {
        string[] types =
        [
            "begin_group", "end_group",
            .. Enum.GetValues<QuestionType>().Where(t => t is not (QuestionType.SelectOne or QuestionType.SelectMultiple)).Select(Vocabulary.WordOf),
            .. lists.SelectMany(list => new[] { $"select_one {list}", $"select_multiple {list}" }),
        ];
        HouseStyle.Heading(sheet.Text(1, TypesColumn, "type").Style);
        for (var i = 0; i < types.Length; i++)
            sheet.Text(i + 2, TypesColumn, types[i]);
        return $"{QuestionnaireImport.Guide}!$F$2:$F${types.Length + 1}";
    }
}

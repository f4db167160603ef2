using ClosedXML.Excel;

namespace SupplierEsg.Builders;

public static partial class A
{
    /// <summary>A questionnaire of two questions in one theme, as an author writes it.</summary>
    public static QuestionnaireWorkbook QuestionnaireWorkbook(string formId) => new QuestionnaireWorkbook()
        .Sheet("survey", "type|name|label::English (en)|label::中文 (zh)|required|relevant|pillar|weight",
            "begin_group|ENV|Environment|环境|||E|20",
            "select_one yes_no|policy|Is there an environmental policy?|是否有环境方针？|yes|||2",
            "text|since|Since when?|从何时起？||${policy} = 'yes'||",
            "end_group")
        .Sheet("choices", "list_name|name|label::English (en)|label::中文 (zh)|points", "yes_no|yes|Yes|是|100", "yes_no|no|No|否|0")
        .Sheet("settings", "form_title|form_title_zh|form_id|version|default_language", $"Short form|简表|{formId}|2026.1|English (en)");
}

/// <summary>A workbook made of lines of cells with | between.</summary>
public sealed class QuestionnaireWorkbook
{
    private readonly Dictionary<string, string[]> sheets = [];

    public QuestionnaireWorkbook Sheet(string name, params string[] lines)
    {
        sheets[name] = lines;
        return this;
    }

    public byte[] Bytes()
    {
        using var workbook = new XLWorkbook();
        foreach (var (name, lines) in sheets)
        {
            var sheet = workbook.AddWorksheet(name);
            for (var row = 0; row < lines.Length; row++)
            {
                var cells = lines[row].Split('|');
                for (var column = 0; column < cells.Length; column++)
                    sheet.Cell(row + 1, column + 1).SetDataType(XLDataType.Text).SetValue(cells[column]);
            }
        }
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        return stream.ToArray();
    }
}

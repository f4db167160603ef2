using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupplierEsg.Benchmarks;

/// <summary>
/// The questionnaire that is answered: forty questions on one page in the mixture of the shipped one (choices, figures, texts, dates;
/// some with evidence, some that can be not applicable), and a second page of one question behind it.
/// </summary>
internal static class Form
{
    public const int Questions = 40;
    public const string Theme = "ALL";

    /// <summary>Stands in every single answer's request until it is sent; all later ones have as many digits.</summary>
    public const long FirstSequence = 1_000_000_000_000;

    private enum Kind
    {
        One,
        Number,
        Text,
        Several,
        Date,
    }

    public static string Definition()
    {
        var questions = new JsonArray([.. Enumerable.Range(0, Questions).Select(Question)]);
        return new JsonObject
        {
            ["formId"] = "bench", ["version"] = "2026.1", ["defaultLanguage"] = "en",
            ["languages"] = new JsonArray(new JsonObject { ["code"] = "en", ["name"] = "English" }, new JsonObject { ["code"] = "zh", ["name"] = "中文" }),
            ["title"] = Label("Forty questions", "四十个问题"),
            ["themes"] = new JsonArray(
                new JsonObject { ["code"] = Theme, ["label"] = Label("Everything", "全部"), ["pillar"] = "G", ["questions"] = questions },
                new JsonObject { ["code"] = "END", ["label"] = Label("The end", "结尾"), ["pillar"] = "E", ["questions"] = new JsonArray(new JsonObject { ["name"] = "last", ["type"] = "text", ["label"] = Label("Anything else?", "其他说明？") }) }),
        }.ToJsonString();
    }

    public static string NameOf(int question) => $"q{question:D2}";

    /// <summary>Label as on the page.</summary>
    public static string LabelOf(int question) => $"Question {question} of the page: how do you make sure that this is done, and who answers for it?";

    public static bool IsChoice(int question) => KindOf(question) is Kind.One or Kind.Several;

    public static IReadOnlyList<string> ChoicesOf(int question) => KindOf(question) == Kind.One ? ["Yes, always", "In part", "No"] : ["In writing", "By training", "By audit", "Otherwise"];

    /// <summary>Takes files beside it.</summary>
    public static bool TakesFiles(int question) => question % 5 == 1;

    public static bool TakesNotApplicable(int question) => question % 5 == 2;

    /// <summary>What is answered at one turn: every answer differs from the turn before.</summary>
    public static string AnswerTo(int question, int turn) => KindOf(question) switch
    {
        Kind.One => turn % 2 == 0 ? "c0" : "c1",
        Kind.Number => $"{(question * 100) + (turn % 2)}.5",
        Kind.Text => $"We do this by ourselves every year, and write down what came of it. Turn {turn % 2}.",
        Kind.Several => turn % 2 == 0 ? "c0 c2" : "c1 c3",
        _ => $"2026-0{1 + (turn % 2)}-15",
    };

    /// <summary>The page's form as a browser without script sends it.</summary>
    public static (string ContentType, byte[] Body) Whole(int turn, string token)
    {
        const string Boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW1";
        var body = new StringBuilder();
        void Part(string name, string value, string? more = null) => body.Append("--").Append(Boundary).Append("\r\nContent-Disposition: form-data; name=\"").Append(name).Append('"').Append(more).Append("\r\n\r\n").Append(value).Append("\r\n");
        // Without revisions: a reader who knows none is asked about nobody else's answers.
        Part("known", string.Join(' ', Enumerable.Range(0, Questions).Select(question => $"{NameOf(question)}:-")));
        for (var question = 0; question < Questions; question++)
        {
            foreach (var value in KindOf(question) == Kind.Several ? AnswerTo(question, turn).Split(' ') : [AnswerTo(question, turn)])
                Part($"a-{NameOf(question)}", value);
            if (TakesFiles(question))
                Part($"f-{NameOf(question)}", "", "; filename=\"\"\r\nContent-Type: application/octet-stream");
            if (TakesNotApplicable(question))
                Part($"r-{NameOf(question)}", "");
        }
        Part("go", "1");
        Part("__RequestVerificationToken", token);
        body.Append("--").Append(Boundary).Append("--\r\n");
        return ($"multipart/form-data; boundary={Boundary}", Encoding.UTF8.GetBytes(body.ToString()));
    }

    /// <summary>One answer as the page's script sends it.</summary>
    public static byte[] One(int turn, string page) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        page,
        sequence = FirstSequence,
        answers = new Dictionary<string, object> { [NameOf(turn % Questions)] = new { value = AnswerTo(turn % Questions, turn / Questions), na = false, reason = "" } },
    });

    private static Kind KindOf(int question) => (question % 10) switch
    {
        0 or 1 or 2 or 3 => Kind.One,
        4 or 5 or 6 => Kind.Number,
        7 => Kind.Text,
        8 => Kind.Several,
        _ => Kind.Date,
    };

    private static JsonNode Question(int question)
    {
        var kind = KindOf(question);
        var made = new JsonObject
        {
            ["name"] = NameOf(question),
            ["type"] = kind switch { Kind.One => "select_one", Kind.Number => "decimal", Kind.Text => "text", Kind.Several => "select_multiple", _ => "date" },
            ["label"] = Label(LabelOf(question), $"第{question}题：你们如何保证做到，由谁负责？"),
            ["required"] = question % 2 == 0,
        };
        if (question % 4 == 0)
            made["hint"] = Label("We ask because our customers ask us.", "因为客户也这样问我们。");
        if (IsChoice(question))
        {
            made["list"] = kind == Kind.One ? "one" : "several";
            made["choices"] = new JsonArray([.. ChoicesOf(question).Select((choice, i) => new JsonObject { ["name"] = $"c{i}", ["label"] = Label(choice, choice), ["points"] = i == 0 ? 100 : 0 })]);
            made["weight"] = 1;
        }
        if (kind == Kind.Number)
            (made["unit"], made["constraint"]) = ("MWh", ". >= 0");
        if (TakesFiles(question))
            made["evidence"] = "optional";
        if (TakesNotApplicable(question))
            made["allowNa"] = true;
        return made;
    }

    private static JsonObject Label(string english, string chinese) => new() { ["en"] = english, ["zh"] = chinese };
}

using CsCheck;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.UnitTests.Questionnaires.Importing;

/// <summary>Questionnaires of all shapes that a workbook can have, without faults. Each is drawn from a row of numbers.</summary>
internal sealed class GeneratedQuestionnaires
{
    public static readonly Gen<QuestionnaireDefinition> All = Gen.Int[0, 999].Array[10, 400].Select(numbers => new GeneratedQuestionnaires(numbers).Definition())
        .Where(definition => definition.Themes.Any(t => t.Questions.Count > 0));

    private static readonly string[] Texts =
    [
        "Plain", "=1+1", "+49 30 1", "-5", "@here", "'quoted", "_x000D_ is text", "5", "2026-01-02", "TRUE", "yes", "two\nlines", "tab\tinside",
        "中文，带标点。", "<b>&amp;\"</b>", "#N/A", "ÄÖÜ é", "😀 smile", "a;b=c", "0.1", "1e5", "007",
    ];

    private static readonly string?[] Expressions = [null, null, "true()", "1 = 1", "today() > '2026-01-01'", "5", "not(false())", "-1 < 0", "string-length('=') = 1"];

    private static readonly string[] Weights = ["0", "1", "2.5", "0.001", "33.333333333333", "123456789012345678.000000000000000001", "100"];

    private readonly int[] numbers;
    private readonly List<Question> asked = [];
    private int at;

    private GeneratedQuestionnaires(int[] numbers) => this.numbers = numbers;

    private QuestionnaireDefinition Definition() => new()
    {
        FormId = "generated form",
        Version = Maybe(Text),
        DefaultLanguage = "en",
        Languages = [new("en", "English"), new("zh", "中文")],
        Title = Local(),
        Settings = Settings(),
        Themes = [.. Enumerable.Range(0, 1 + Below(3)).Select(Theme)],
    };

    private int Below(int limit) => numbers[at++ % numbers.Length] % limit;

    private bool Coin => Below(2) == 0;

    private T OneOf<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    private T? Maybe<T>(Func<T> make)
        where T : class => Coin ? make() : null;

    private Rational? MaybeNumber(Func<Rational> make) => Coin ? make() : null;

    private string Text() => OneOf(Texts);

    private LocalText Local() => new([new("en", Text()), new("zh", Coin ? Text() : "")]);

    private LocalText MaybeLocal() => Coin ? Local() : LocalText.Empty;

    private Rational Weight() => Rational.Parse(OneOf(Weights));

    private Rational UpTo(int most) => Rational.Of(Below(most * 10 + 1), 10);

    // Groups open and close at random; the questions of each stand together, as rows of a workbook do.
    private Theme Theme(int index)
    {
        var open = new Stack<string>();
        var groups = new List<QuestionGroup>();
        var questions = new List<Question>();
        var layered = Coin;
        var relevant = Expression();
        for (var step = Below(15); step > 0; step--)
        {
            switch (Below(5))
            {
                case 0:
                    groups.Add(new() { Name = $"g{step}", Label = MaybeLocal(), Relevant = OneOf(Expressions), Parent = open.TryPeek(out var parent) ? parent : null });
                    open.Push($"g{step}");
                    break;
                case 1:
                    open.TryPop(out _);
                    break;
                default:
                    questions.Add(Question($"q{index}_{step}", open.TryPeek(out var group) ? group : null) with { Layer = layered ? OneOf(Enum.GetValues<Layer>()) : null });
                    asked.Add(questions[^1]);
                    break;
            }
        }
        return new()
        {
            Code = $"T{index}", Label = Local(), Pillar = OneOf(Enum.GetValues<Pillar>()), Weight = MaybeNumber(Weight), Relevant = relevant,
            Groups = groups, Questions = questions,
        };
    }

    private Question Question(string name, string? group)
    {
        var question = new Question
        {
            Name = name, Type = OneOf(Enum.GetValues<QuestionType>()), Group = group, Label = Local(), Hint = MaybeLocal(), ConstraintMessage = MaybeLocal(),
            Required = Coin, ReadOnly = Coin, AllowNa = Coin, Relevant = Expression(), Constraint = Expression(), Gate = Expression(), Calculation = Expression(),
            Appearance = Maybe(Text), Unit = Maybe(Text), Weight = MaybeNumber(Weight), GateEffect = OneOf(Enum.GetValues<GateEffect>()),
            Evidence = OneOf(Enum.GetValues<EvidenceNeed>()), Standard = [.. new[] { "GRI 308-1", "ESRS G1-2", "VSME C3" }.Where(_ => Coin)],
        };
        return question.Type switch
        {
            QuestionType.SelectOne or QuestionType.SelectMultiple => WithList(question),
            QuestionType.Integer or QuestionType.Decimal => question with { Score = Maybe(Rule), Default = Coin ? "5" : null },
            QuestionType.Range => question with { Score = Maybe(Rule), Parameters = Coin ? new(0, Rational.Parse("10.5"), Rational.Parse("0.5")) : null },
            QuestionType.Calculate => question with { Score = Maybe(Rule), Calculation = question.Calculation ?? "1" },
            QuestionType.Date => question with { Score = Coin ? new(ScoreMode.Valid, []) : null, Default = Coin ? "2026-01-02" : null },
            QuestionType.Text => question with { Default = Maybe(Text) },
            _ => question,
        };
    }

    // Questions that share a list share its choices.
    private Question WithList(Question question)
    {
        var list = $"list_{Below(4)}";
        var choices = asked.Find(q => q.List == list)?.Choices
            ?? [.. Enumerable.Range(0, 1 + Below(4)).Select(i => new Choice($"c{i}") { Label = Local(), Points = MaybeNumber(() => UpTo(100)) })];
        return question with { List = list, Choices = choices, Default = Coin ? "c0" : null };
    }

    private string? Expression() => asked.Count > 0 && Below(4) == 0 ? $"${{{OneOf(asked).Name}}} != ''" : OneOf(Expressions);

    private ScoreRule Rule() => new(
        Coin ? ScoreMode.Step : ScoreMode.Linear,
        [.. Enumerable.Range(-Below(5), 1 + Below(6)).Select(x => new ScorePoint(Rational.Of(x, 4), UpTo(100)))]);

    private QuestionnaireSettings Settings() => new()
    {
        EvidenceCredit = new SortedDictionary<EvidenceState, Rational>(Coin ? new Dictionary<EvidenceState, Rational> { [EvidenceState.Pending] = UpTo(1), [EvidenceState.Expired] = 1 } : []),
        Layers = new SortedDictionary<Layer, Rational>(Coin ? new Dictionary<Layer, Rational> { [Layer.Action] = Weight() } : []),
        Bands = Maybe(() => (IReadOnlyList<Band>)[.. Enumerable.Range(1, 1 + Below(5)).Select(i => new Band($"B {i}", 100 - (i * 10)))]),
        Minimums = new SortedDictionary<string, Rational>(Coin ? new Dictionary<string, Rational> { ["overall"] = UpTo(100), ["G"] = UpTo(100) } : [], StringComparer.Ordinal),
        ValidMonths = Coin ? 1 + Below(36) : null,
    };
}

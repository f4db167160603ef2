using System.Globalization;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Scorecards;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Infrastructure.Content.Scores;

/// <summary>
/// A score told in one language: every name, figure, reason and calculation that the page, the workbook and the API say.
/// It reads what is stored and computes nothing.
/// </summary>
public sealed partial class ScoreWords
{
    private const int LongestLabel = 140;

    private readonly ITexts texts;
    private readonly string language;
    private readonly AssessmentScore score;
    private readonly CultureInfo culture;
    private readonly Dictionary<string, Question> questions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Theme> themes = new(StringComparer.Ordinal);
    private readonly ILookup<string, ScoreLine> lines;

    public ScoreWords(ITexts texts, string language, AssessmentScore score, QuestionnaireDefinition questionnaire)
    {
        (this.texts, this.language, this.score) = (texts, language, score);
        culture = CultureInfo.GetCultureInfo(IsChinese ? "zh-CN" : "en-GB");
        Rules = new(questionnaire.Settings);
        Title = questionnaire.Title.In(language);
        foreach (var theme in questionnaire.Themes)
        {
            themes[theme.Code] = theme;
            foreach (var question in theme.Questions)
                questions[question.Name] = question;
        }
        lines = score.Lines.ToLookup(line => line.Theme, StringComparer.Ordinal);
    }

    public static ScoreWords Of(ITexts texts, string language, ScorecardView view) => new(texts, language, view.Score, view.Questionnaire);

    /// <summary>The figures by which was scored, as the version's settings have them.</summary>
    public ScoringRules Rules { get; }

    /// <summary>Of the questionnaire.</summary>
    public string Title { get; }

    private bool IsChinese => language != "en";

    public string Say(string english, params object[] args) => texts.In(language, english, args);

    /// <summary>The questions of a theme that stand on the scorecard, in document order.</summary>
    public IEnumerable<ScoreLine> LinesOf(ThemeScore theme) => lines[theme.Code];

    /// <summary>One decimal, half away from zero; an en dash where there is no figure.</summary>
    public string Figure(decimal? figure) =>
        figure is { } value ? Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.0", culture) : "–";

    /// <summary>A number as it was given: at most 6 decimals.</summary>
    public string Number(Rational number)
    {
        var text = number.Round(6).ToText().Replace('-', '−');
        return culture.NumberFormat.NumberDecimalSeparator is "." ? text : text.Replace(".", culture.NumberFormat.NumberDecimalSeparator, StringComparison.Ordinal);
    }

    /// <summary>A share of 0 to 1, cut and never rounded up to 100.</summary>
    public string Percent(decimal share) =>
        (share >= 1 ? 100 : Math.Min(99, Math.Round(share * 100, MidpointRounding.AwayFromZero))).ToString("0", culture) + " %";

    public string Date(DateOnly date) => date.ToString(IsChinese ? "yyyy年M月d日" : "d MMMM yyyy", culture);

    /// <param name="moment">Already in the reader's zone.</param>
    public string Moment(DateTime moment) => moment.ToString(IsChinese ? "yyyy年M月d日 HH:mm" : "d MMMM yyyy, HH:mm", culture);

    public string Label(string question) =>
        questions.TryGetValue(question, out var found) && found.Label.In(language) is { Length: > 0 } label ? label : question;

    public string Label(ThemeScore theme) => ThemeLabel(theme.Code);

    public string ThemeLabel(string code) =>
        themes.TryGetValue(code, out var theme) && theme.Label.In(language) is { Length: > 0 } label ? label : code;

    public string Label(Pillar pillar) => Say(pillar switch
    {
        Pillar.E => "Environment",
        Pillar.S => "Social",
        _ => "Governance",
    });

    public string Label(Layer layer) => Say(layer switch
    {
        Layer.Policy => "Policy",
        Layer.Action => "Action",
        _ => "Result",
    });

    public string Label(Eligibility eligibility) => Say(eligibility switch
    {
        Eligibility.Eligible => "Eligible",
        Eligibility.Conditional => "Eligible on conditions",
        _ => "Not eligible",
    });

    /// <summary>What the eligibility comes from.</summary>
    public string Meaning(Eligibility eligibility) => Say(eligibility switch
    {
        Eligibility.Eligible => "Every gate is passed and every minimum is reached.",
        Eligibility.Conditional => "A conditional gate is not passed. Somebody has to decide, and say why.",
        _ => "A gate is not passed, or a minimum is not reached.",
    });

    public string Label(EvidenceState state) => Say(state switch
    {
        EvidenceState.Missing => "Missing",
        EvidenceState.Pending => "Waits for review",
        EvidenceState.Accepted => "Accepted",
        EvidenceState.Rejected => "Rejected",
        _ => "Expired",
    });

    /// <summary>The standards a question refers to; empty when none.</summary>
    public string Standards(string question) => questions.TryGetValue(question, out var found) ? string.Join(", ", found.Standard) : "";

    /// <summary>What was answered, with the labels of choices, dates as people write them, and the unit.</summary>
    public string Answer(ScoreLine line)
    {
        if (!line.Relevant)
            return Say("Not asked");
        if (line.NotApplicable is not null)
            return Say("Not applicable");
        if (line.Answer.Length == 0)
            return Say("Not answered");
        return questions.TryGetValue(line.Question, out var question) ? Written(question, line.Answer) : line.Answer;
    }

    private string Written(Question question, string answer) => question.Type switch
    {
        QuestionType.SelectOne => ChoiceLabel(question, answer),
        QuestionType.SelectMultiple => string.Join(Say(", "), answer.Split(' ').Select(name => ChoiceLabel(question, name))),
        QuestionType.Acknowledge => Say("Confirmed"),
        QuestionType.Date when DateOnly.TryParseExact(answer, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => Date(date),
        QuestionType.Integer or QuestionType.Decimal or QuestionType.Range or QuestionType.Calculate when question.Unit is { Length: > 0 } unit => $"{answer} {unit}",
        _ => answer,
    };

    private string ChoiceLabel(string question, string name) => questions.TryGetValue(question, out var found) ? ChoiceLabel(found, name) : name;

    private string ChoiceLabel(Question question, string name) =>
        question.Choices.FirstOrDefault(c => c.Name == name)?.Label.In(language) is { Length: > 0 } label ? label : name;

    /// <summary>A label that fits into a sentence.</summary>
    private string Short(string label) => label.Length <= LongestLabel ? label : label[..(LongestLabel - 1)].TrimEnd() + "…";
}

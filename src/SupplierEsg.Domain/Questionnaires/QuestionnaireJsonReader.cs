using System.Text.Json;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Questionnaires;

/// <summary>
/// From JSON to the definition. Only shapes are checked here; contents are the compiler's. What can't be read leaves an empty
/// place, so that the places after it keep their indexes.
/// </summary>
internal sealed class QuestionnaireJsonReader
{
    public const int MaxThemes = 1_000;
    public const int MaxQuestions = 10_000;
    public const int MaxChoices = 10_000;
    public const int MaxPoints = 1_000;

    private readonly FaultList faults;
    private readonly string language;

    private QuestionnaireJsonReader(FaultList faults, string language) => (this.faults, this.language) = (faults, language);

    public static QuestionnaireDefinition Read(JsonElement element, FaultList faults, string path = "questionnaire")
    {
        if (JsonMembers.Open(element, path, faults) is not { } root)
            return new();
        var defaultLanguage = root.Text("defaultLanguage");
        return new QuestionnaireJsonReader(faults, string.IsNullOrWhiteSpace(defaultLanguage) ? "en" : defaultLanguage).Questionnaire(root, defaultLanguage);
    }

    private QuestionnaireDefinition Questionnaire(JsonMembers root, string? defaultLanguage)
    {
        if (!root.TryGet("themes", out _))
            faults.Add(root.PathOf("themes"), "The themes are missing; give a list of themes.");
        return new()
        {
            FormId = root.Text("formId"),
            Version = root.Text("version"),
            DefaultLanguage = defaultLanguage,
            Languages = Each(root, "languages", 200, ReadLanguage),
            Title = root.Local("title", language),
            Settings = root.Object("settings") is { } settings ? Settings(settings) : QuestionnaireSettings.Default,
            Themes = Each(root, "themes", MaxThemes, ReadTheme),
        };
    }

    private QuestionnaireLanguage? ReadLanguage(JsonElement element, string path)
    {
        if (JsonMembers.Open(element, path, faults) is not { } members)
            return null;
        var code = members.Text("code");
        if (string.IsNullOrWhiteSpace(code))
            faults.Add(members.PathOf("code"), "The language has no tag; give one such as \"en\" or \"zh\".");
        return new(code ?? "", members.Text("name") ?? code ?? "");
    }

    private QuestionnaireSettings Settings(JsonMembers settings) => new()
    {
        EvidenceCredit = Numbers<EvidenceState>(settings, "evidenceCredit"),
        Layers = Numbers<Layer>(settings, "layers"),
        Bands = settings.TryGet("bands", out _) ? Each(settings, "bands", MaxPoints, ReadBand) : null,
        Minimums = Minimums(settings),
        ValidMonths = Months(settings),
        SecondReview = settings.Flag("secondReview"),
    };

    private SortedDictionary<T, Rational> Numbers<T>(JsonMembers parent, string name)
        where T : struct, Enum
    {
        var numbers = new SortedDictionary<T, Rational>();
        if (parent.Object(name) is not { } members)
            return numbers;
        foreach (var word in members.Names)
        {
            if (!Vocabulary.TryRead<T>(word, out var key))
                faults.Add(members.PathOf(word), "\"{0}\" is none of the possible words; give one of: {1}.", JsonMembers.Shortened(word), Vocabulary.All<T>());
            else if (members.Number(word) is { } number)
                numbers[key] = number;
        }
        return numbers;
    }

    private static SortedDictionary<string, Rational> Minimums(JsonMembers settings)
    {
        var minimums = new SortedDictionary<string, Rational>(StringComparer.Ordinal);
        if (settings.Object("minimums") is not { } members)
            return minimums;
        foreach (var key in members.Names)
        {
            if (members.Number(key) is { } number)
                minimums[key] = number;
        }
        return minimums;
    }

    private int? Months(JsonMembers settings)
    {
        if (settings.Number("validMonths") is not { } months)
            return null;
        if (months.IsInteger && months >= 1 && months <= 1_200)
            return (int)months.Numerator;
        faults.Add(settings.PathOf("validMonths"), "A scorecard is valid for a whole number of months from 1 to 1200, not for {0}.", months);
        return null;
    }

    private Band ReadBand(JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() != 2)
        {
            faults.Add(path, "A band is a list of its name and its minimum, such as [\"A\", 80].");
            return new("", -1);
        }
        var name = JsonMembers.TextOf(element[0], path + "[0]", faults);
        var minimum = JsonMembers.NumberOf(element[1], path + "[1]", faults);
        return new(name ?? "", minimum ?? -1);
    }

    private Theme ReadTheme(JsonElement element, string path)
    {
        if (JsonMembers.Open(element, path, faults) is not { } theme)
            return new();
        if (!theme.TryGet("questions", out _))
            faults.Add(theme.PathOf("questions"), "The questions are missing; give a list of questions.");
        return new()
        {
            Code = theme.Text("code") ?? "",
            Label = theme.Local("label", language),
            Pillar = theme.Word<Pillar>("pillar"),
            Weight = theme.Number("weight"),
            Relevant = theme.Text("relevant"),
            Groups = Each(theme, "groups", MaxQuestions, ReadGroup),
            Questions = Each(theme, "questions", MaxQuestions, ReadQuestion),
        };
    }

    private QuestionGroup ReadGroup(JsonElement element, string path) =>
        JsonMembers.Open(element, path, faults) is not { } group ? new() : new()
        {
            Name = group.Text("name") ?? "",
            Label = group.Local("label", language),
            Relevant = group.Text("relevant"),
            Parent = group.Text("parent"),
        };

    private Question ReadQuestion(JsonElement element, string path)
    {
        if (JsonMembers.Open(element, path, faults) is not { } question)
            return new();
        if (!question.TryGet("type", out _))
            faults.Add(question.PathOf("type"), "The type is missing; give one of: {0}.", Vocabulary.All<QuestionType>());
        return Scoring(question, new()
        {
            Name = question.Text("name") ?? "",
            Type = question.Word<QuestionType>("type") ?? QuestionType.Text,
            Label = question.Local("label", language),
            Hint = question.Local("hint", language),
            Required = question.Flag("required"),
            Relevant = question.Text("relevant"),
            Constraint = question.Text("constraint"),
            ConstraintMessage = question.Local("constraintMessage", language),
            Calculation = question.Text("calculation"),
            Appearance = question.Text("appearance"),
            Default = question.Text("default"),
            ReadOnly = question.Flag("readOnly"),
            Group = question.Text("group"),
            List = question.Text("list"),
            Choices = Each(question, "choices", MaxChoices, ReadChoice),
            Parameters = ReadParameters(question),
        });
    }

    private Question Scoring(JsonMembers question, Question read) => read with
    {
        Layer = question.Word<Layer>("layer"),
        Weight = question.Number("weight"),
        Score = question.Object("score") is { } score ? Rule(score) : null,
        Gate = question.Text("gate"),
        GateEffect = question.Word<GateEffect>("gateEffect") ?? GateEffect.Fail,
        Evidence = question.Word<EvidenceNeed>("evidence") ?? EvidenceNeed.None,
        AllowNa = question.Flag("allowNa"),
        Unit = question.Text("unit"),
        Standard = Each(question, "standard", 200, (element, path) => JsonMembers.TextOf(element, path, faults)),
    };

    private ScoreRule? Rule(JsonMembers score)
    {
        if (!score.TryGet("mode", out _))
            faults.Add(score.PathOf("mode"), "The mode is missing; give one of: {0}.", Vocabulary.All<ScoreMode>());
        var mode = score.Word<ScoreMode>("mode");
        var before = faults.Count;
        var points = score.List("points", MaxPoints).Select(p => ReadPoint(p.Element, p.Path)).ToList();
        // A list with a fault in it is named once; the rest of it would only be called empty or not rising.
        return mode is { } known && faults.Count == before ? new(known, [.. points.Select(p => p!.Value)]) : null;
    }

    private ScorePoint? ReadPoint(JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() != 2)
        {
            faults.Add(path, "A point is a list of a value and the points it gives, such as [80, 60].");
            return null;
        }
        var x = JsonMembers.NumberOf(element[0], path + "[0]", faults);
        var y = JsonMembers.NumberOf(element[1], path + "[1]", faults);
        return x is { } value && y is { } points ? new(value, points) : null;
    }

    private Choice ReadChoice(JsonElement element, string path) =>
        JsonMembers.Open(element, path, faults) is not { } choice ? new("") : new(choice.Text("name") ?? "")
        {
            Label = choice.Local("label", language),
            Points = choice.Number("points"),
        };

    // As an object, or as XLSForm writes it in a cell: "start=0 end=10 step=1".
    private RangeParameters? ReadParameters(JsonMembers question)
    {
        if (question.TryGet("parameters", out var element) && element.ValueKind == JsonValueKind.String)
        {
            if (RangeParameters.TryRead(question.Text("parameters") ?? "", out var written))
                return written;
            faults.Add(question.PathOf("parameters"), "The parameters of a range are written start=0 end=10 step=1.");
            return null;
        }
        return question.Object("parameters") is not { } parameters ? null : new(
            parameters.Number("start") ?? RangeParameters.Unset.Start,
            parameters.Number("end") ?? RangeParameters.Unset.End,
            parameters.Number("step") ?? RangeParameters.Unset.Step);
    }

    private List<T> Each<T>(JsonMembers parent, string name, int most, Func<JsonElement, string, T?> read)
        where T : class
    {
        var items = new List<T>();
        foreach (var (element, path) in parent.List(name, most))
        {
            if (read(element, path) is { } item)
                items.Add(item);
        }
        return items;
    }
}

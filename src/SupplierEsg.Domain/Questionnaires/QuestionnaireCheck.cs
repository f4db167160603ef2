using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Questionnaires;

/// <summary>All rules of a questionnaire's content that don't need its expressions.</summary>
internal sealed class QuestionnaireCheck(QuestionnaireDefinition definition, FaultList faults)
{
    private const int MaxQuestions = QuestionnaireJsonReader.MaxQuestions;

    public void Run()
    {
        Settings(definition.Settings);
        if (definition.Themes.Sum(t => t.Questions.Count) is > MaxQuestions and var count)
            faults.Add(FaultPlace.Whole.At("themes"), "The questionnaire has {0} questions; at most {1} are possible.", count, MaxQuestions);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < definition.Themes.Count; i++)
            Theme(new() { Theme = i }, definition.Themes[i], codes, names);
    }

    private void Settings(QuestionnaireSettings settings)
    {
        var place = FaultPlace.Whole;
        foreach (var (state, credit) in settings.EvidenceCredit)
            Within(credit, 0, 1, place.At($"settings.evidenceCredit.{Vocabulary.WordOf(state)}"), "A credit lies between {1} and {2}, not at {0}.");
        foreach (var (layer, weight) in settings.Layers)
            Weight(weight, place.At($"settings.layers.{Vocabulary.WordOf(layer)}"));
        foreach (var (key, minimum) in settings.Minimums)
        {
            var at = place.At(JsonMembers.Join("settings.minimums", key));
            if (key is not ("overall" or "E" or "S" or "G"))
                faults.Add(at, "There can be minimums for overall, E, S and G, not for \"{0}\".", JsonMembers.Shortened(key));
            Within(minimum, 0, 100, at, "A minimum lies between {1} and {2}, not at {0}.");
        }
        Bands(settings.Bands ?? []);
    }

    private void Bands(IReadOnlyList<Band> bands)
    {
        var minimums = new Dictionary<Rational, string>();
        for (var i = 0; i < bands.Count; i++)
        {
            var place = FaultPlace.Whole.At($"settings.bands[{i}]");
            if (string.IsNullOrWhiteSpace(bands[i].Name))
                faults.Add(place, "The band has no name; give one such as A.");
            else if (bands[i].Name.Length > Band.MaxNameLength)
                faults.Add(place, "The name of a band has {0} characters; give at most {1}.", bands[i].Name.Length, Band.MaxNameLength);
            if (Within(bands[i].Minimum, 0, 100, place, "The minimum of a band lies between {1} and {2}, not at {0}.")
                && !minimums.TryAdd(bands[i].Minimum, bands[i].Name))
                faults.Add(place, "The bands {0} and {1} have one minimum, {2}; give each its own.", minimums[bands[i].Minimum], bands[i].Name, bands[i].Minimum);
        }
    }

    private void Theme(FaultPlace place, Theme theme, HashSet<string> codes, HashSet<string> names)
    {
        Name(theme.Code, place.At("code"), "theme", codes);
        if (theme.Weight is { } weight)
            Weight(weight, place.At("weight"));
        if (theme.Pillar is null && theme.Questions.Any(q => q.IsScored))
            faults.Add(place.At("pillar"), "The theme has scored questions but no pillar; give E, S or G.");
        var groups = Groups(place, theme);
        for (var i = 0; i < theme.Questions.Count; i++)
            Question(place with { Question = i }, theme.Questions[i], groups, names);
        Layers(place, theme);
    }

    private HashSet<string> Groups(FaultPlace place, Theme theme)
    {
        var groups = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < theme.Groups.Count; i++)
        {
            var group = theme.Groups[i];
            var at = place with { Group = i };
            if (group.Parent is { } parent && !groups.Contains(parent))
                faults.Add(at.At("parent"), "There is no group {0} before this one in the theme; name an earlier group.", JsonMembers.Shortened(parent));
            Name(group.Name, at.At("name"), "group", groups);
        }
        return groups;
    }

    // Either all scored questions of a theme have a layer or none has.
    private void Layers(FaultPlace place, Theme theme)
    {
        var scored = theme.Questions.Select((q, i) => (Question: q, Index: i)).Where(q => q.Question.IsScored).ToList();
        if (scored.All(q => q.Question.Layer is null))
            return;
        foreach (var (question, index) in scored.Where(q => q.Question.Layer is null))
            faults.Add((place with { Question = index }).At("layer"), "Other scored questions of the theme have a layer and {0} has none; give all of them one of {1}, or none of them.", question.Name, Vocabulary.All<Layer>());
    }

    private void Question(FaultPlace place, Question question, HashSet<string> groups, HashSet<string> names)
    {
        Name(question.Name, place.At("name"), "question", names);
        if (question.Group is { } group && !groups.Contains(group))
            faults.Add(place.At("group"), "There is no group {0} in the theme; name one of its groups.", JsonMembers.Shortened(group));
        if (question.Weight is { } weight)
            Weight(weight, place.At("weight"));
        if (question.Type == QuestionType.Calculate && string.IsNullOrWhiteSpace(question.Calculation))
            faults.Add(place.At("calculation"), "The question is calculated but has no calculation; give an expression.");
        if (question.IsSelect)
            Choices(place, question);
        if (question.Score is { } score)
            Rule(place, question, score);
        if (question is { Type: QuestionType.Range, Parameters: { } range })
            Range(place, range);
    }

    private void Choices(FaultPlace place, Question question)
    {
        if (question.Choices.Count == 0)
            faults.Add(place.At("choices"), "The question has no list of choices; give at least one choice.");
        var least = question.Type == QuestionType.SelectMultiple ? -100 : 0;
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < question.Choices.Count; i++)
        {
            var at = place with { Choice = i };
            Name(question.Choices[i].Name, at.At("name"), "choice", names);
            if (question.Choices[i].Points is { } points)
                Within(points, least, 100, at.At("points"), "The points of a choice lie between {1} and {2} here, not at {0}.");
        }
    }

    private void Rule(FaultPlace place, Question question, ScoreRule score)
    {
        if (question.Type == QuestionType.Date && score.Mode != ScoreMode.Valid)
            faults.Add(place.At("score.mode"), "A date is scored by the mode valid only, not by {0}.", Vocabulary.WordOf(score.Mode));
        if ((question.IsNumber || question.Type == QuestionType.Calculate) && score.Mode == ScoreMode.Valid)
            faults.Add(place.At("score.mode"), "A number is scored by the mode step or linear, not by valid.");
        if (score.Mode == ScoreMode.Valid)
            return;
        if (score.Points.Count == 0)
            faults.Add(place.At("score.points"), "The rule has no points; give at least one pair of a value and the points it gives, such as [80, 60].");
        for (var i = 0; i < score.Points.Count; i++)
        {
            var at = place.At($"score.points[{i}]");
            Within(score.Points[i].Y, 0, 100, at, "The points of a rule lie between {1} and {2}, not at {0}.");
            if (i > 0 && score.Points[i].X <= score.Points[i - 1].X)
                faults.Add(at, "The values of a rule rise from pair to pair; {0} doesn't come after {1}.", score.Points[i].X, score.Points[i - 1].X);
        }
    }

    private void Range(FaultPlace place, RangeParameters range)
    {
        if (range.Start >= range.End)
            faults.Add(place.At("parameters"), "A range starts below its end; {0} isn't below {1}.", range.Start, range.End);
        if (range.Step.Sign <= 0)
            faults.Add(place.At("parameters.step"), "The step of a range is above 0, not {0}.", range.Step);
    }

    private void Name(string name, FaultPlace place, string thing, HashSet<string> taken)
    {
        if (name.Length == 0)
            faults.Add(place, "The {0} has no name; give one of letters, digits, _, - and . only.", thing);
        else if (!Naming.IsName(name))
            faults.Add(place, "\"{0}\" is no name; a name has at most {1} letters, digits, _, - and . only.", JsonMembers.Shortened(name), Naming.MaxLength);
        else if (!taken.Add(name))
            faults.Add(place, "There is another {0} named {1} before this one; give each its own name.", thing, name);
    }

    private void Weight(Rational weight, FaultPlace place)
    {
        if (weight.Sign < 0)
            faults.Add(place, "A weight is 0 or above, not {0}.", weight);
    }

    private bool Within(Rational value, int least, int most, FaultPlace place, string template)
    {
        if (value >= least && value <= most)
            return true;
        faults.Add(place, template, value, least, most);
        return false;
    }
}

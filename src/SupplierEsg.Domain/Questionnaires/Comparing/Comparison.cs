namespace SupplierEsg.Domain.Questionnaires.Comparing;

/// <summary>Walks two versions side by side.</summary>
internal sealed class Comparison(QuestionnaireDefinition before, QuestionnaireDefinition now)
{
    private sealed record Place(Theme Theme, Question Question, int Order);

    public QuestionnaireChanges Run() => new()
    {
        Settings = Settings(),
        Parts = Parts(),
        Questions = Questions(),
        Carried = now.Themes.SelectMany(theme => theme.Questions).Where(IsAnswered).Select(question => question.Name).ToLookup(Meanings().GetValueOrDefault),
    };

    private IReadOnlyDictionary<string, Meaning> Meanings() => now.Since(before);

    private static bool IsAnswered(Question question) => question.Type is not (QuestionType.Note or QuestionType.Calculate);

    private List<Difference> Settings()
    {
        var (old, rules) = (new ScoringRules(before.Settings), new ScoringRules(now.Settings));
        var found = new Differences();
        found.Texts(ChangedPart.Title, null, before.Title, now.Title);
        found.Keyed(ChangedPart.Language, before.Languages, now.Languages, language => language.Code, language => language.Name);
        found.Keyed(ChangedPart.Band, old.Bands, rules.Bands, band => band.Name, band => band.Minimum.ToString());
        found.Keyed(ChangedPart.Minimum, old.Minimums, rules.Minimums, minimum => minimum.Key, minimum => minimum.Value.ToString());
        found.Keyed(ChangedPart.EvidenceCredit, Enum.GetValues<EvidenceState>(), Enum.GetValues<EvidenceState>(), Vocabulary.WordOf,
            state => old.Credit(EvidenceNeed.Required, state).ToString(), state => rules.Credit(EvidenceNeed.Required, state).ToString());
        found.Keyed(ChangedPart.LayerWeight, Enum.GetValues<Layer>(), Enum.GetValues<Layer>(), Vocabulary.WordOf, layer => old.WeightOf(layer).ToString(), layer => rules.WeightOf(layer).ToString());
        found.Values(ChangedPart.ValidMonths, Months(before), Months(now));
        found.Flags(ChangedPart.SecondReview, before.Settings.SecondReview, now.Settings.SecondReview);
        return found.All;
    }

    private static string Months(QuestionnaireDefinition version) => $"{version.Settings.ValidMonths ?? QuestionnaireSettings.UsualValidMonths}";

    private List<PartChange> Parts()
    {
        var changes = new List<PartChange>();
        var old = before.Themes.ToDictionary(theme => theme.Code, StringComparer.Ordinal);
        var moved = Order.Moved([.. before.Themes.Select(theme => theme.Code)], [.. now.Themes.Select(theme => theme.Code)]);
        foreach (var (theme, place) in now.Themes.Select((theme, place) => (theme, place)))
        {
            var found = new Differences();
            if (!old.TryGetValue(theme.Code, out var was))
                changes.Add(new(theme.Code, null, theme.Label, HowChanged.Added, []));
            else
            {
                found.Texts(ChangedPart.Label, null, was.Label, theme.Label);
                found.Values(ChangedPart.Pillar, Word(was.Pillar), Word(theme.Pillar));
                found.Values(ChangedPart.Weight, (was.Weight ?? 1).ToString(), (theme.Weight ?? 1).ToString());
                found.Values(ChangedPart.Relevant, was.Relevant, theme.Relevant);
                if (moved.Contains(theme.Code))
                    found.Values(ChangedPart.Order, $"{before.Themes.ToList().IndexOf(was) + 1}", $"{place + 1}");
                if (found.All.Count > 0)
                    changes.Add(new(theme.Code, null, theme.Label, HowChanged.Changed, found.All));
            }
            changes.AddRange(Groups(theme.Code, was?.Groups ?? [], theme.Groups));
        }
        var codes = now.Themes.Select(theme => theme.Code).ToHashSet(StringComparer.Ordinal);
        changes.AddRange(before.Themes.Where(theme => !codes.Contains(theme.Code)).Select(theme => new PartChange(theme.Code, null, theme.Label, HowChanged.Removed, [])));
        return changes;
    }

    private static IEnumerable<PartChange> Groups(string theme, IReadOnlyList<QuestionGroup> before, IReadOnlyList<QuestionGroup> now)
    {
        foreach (var group in now)
        {
            if (before.FirstOrDefault(other => other.Name == group.Name) is not { } was)
            {
                yield return new(theme, group.Name, group.Label, HowChanged.Added, []);
                continue;
            }
            var found = new Differences();
            found.Texts(ChangedPart.Label, null, was.Label, group.Label);
            found.Values(ChangedPart.Relevant, was.Relevant, group.Relevant);
            found.Values(ChangedPart.Group, was.Parent, group.Parent);
            if (found.All.Count > 0)
                yield return new(theme, group.Name, group.Label, HowChanged.Changed, found.All);
        }
        foreach (var gone in before.Where(group => now.All(other => other.Name != group.Name)))
            yield return new(theme, gone.Name, gone.Label, HowChanged.Removed, []);
    }

    private List<QuestionChange> Questions()
    {
        var (old, current) = (Places(before), Places(now));
        var moved = Order.Moved([.. old.Keys], [.. current.Keys]);
        var changes = new List<QuestionChange>();
        foreach (var (name, place) in current)
        {
            var meaning = QuestionMeaning.Of(place.Question, old.GetValueOrDefault(name)?.Question);
            if (!old.TryGetValue(name, out var was))
            {
                changes.Add(new(name, place.Theme.Code, place.Question.Label, HowChanged.Added, false, meaning, []));
                continue;
            }
            var found = QuestionDifferences.Of(was.Question, place.Question);
            found.Values(ChangedPart.Theme, was.Theme.Code, place.Theme.Code);
            found.Values(ChangedPart.Group, was.Question.Group, place.Question.Group);
            var elsewhere = found.All.Any(difference => difference.Part is ChangedPart.Theme or ChangedPart.Group);
            if (!elsewhere && moved.Contains(name))
                found.Values(ChangedPart.Order, $"{was.Order + 1}", $"{place.Order + 1}");
            if (found.All.Count > 0)
                changes.Add(new(name, place.Theme.Code, place.Question.Label, HowChanged.Changed, elsewhere || moved.Contains(name), meaning, found.All));
        }
        changes.AddRange(old.Where(place => !current.ContainsKey(place.Key))
            .Select(place => new QuestionChange(place.Key, place.Value.Theme.Code, place.Value.Question.Label, HowChanged.Removed, false, null, [])));
        return changes;
    }

    private static OrderedDictionary<string, Place> Places(QuestionnaireDefinition version)
    {
        var places = new OrderedDictionary<string, Place>(StringComparer.Ordinal);
        foreach (var theme in version.Themes)
            foreach (var question in theme.Questions)
                places.Add(question.Name, new(theme, question, places.Count));
        return places;
    }

    private static string? Word(Pillar? pillar) => pillar is { } some ? Vocabulary.WordOf(some) : null;
}

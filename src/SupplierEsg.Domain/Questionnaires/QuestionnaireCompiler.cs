using System.Diagnostics.CodeAnalysis;
using SupplierEsg.Domain.Questionnaires.Expressions;

namespace SupplierEsg.Domain.Questionnaires;

/// <summary>Parses the expressions of a definition, in document order, and numbers its questions and groups.</summary>
internal sealed class QuestionnaireCompiler
{
    private readonly QuestionnaireDefinition definition;
    private readonly FaultList faults;
    private readonly bool tolerateUnknown;
    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);
    private readonly Patterns patterns = new();
    private readonly List<CompiledTheme> themes = [];
    private readonly List<CompiledGroup> groups = [];
    private readonly List<CompiledQuestion> questions = [];

    private QuestionnaireCompiler(QuestionnaireDefinition definition, bool tolerateUnknown)
    {
        this.definition = definition;
        this.tolerateUnknown = tolerateUnknown;
        faults = new();
    }

    /// <param name="definition">What to compile.</param>
    /// <param name="tolerateUnknown">Say nothing of references to unknown questions: some question could not be read at all.</param>
    public static Compilation Compile(QuestionnaireDefinition definition, bool tolerateUnknown)
    {
        var compiler = new QuestionnaireCompiler(definition, tolerateUnknown);
        new QuestionnaireCheck(definition, compiler.faults).Run();
        compiler.Number();
        for (var i = 0; i < definition.Themes.Count; i++)
            compiler.Theme(i, definition.Themes[i]);
        return compiler.faults.Count > 0
            ? new(null, compiler.faults.All)
            : new(new(definition, compiler.themes, [.. compiler.groups], [.. compiler.questions]), []);
    }

    // A doubled name is a fault of its own; references to it mean the first.
    private void Number()
    {
        var index = 0;
        foreach (var question in definition.Themes.SelectMany(t => t.Questions))
            indexes.TryAdd(question.Name, index++);
    }

    private void Theme(int index, Theme theme)
    {
        var place = new FaultPlace { Theme = index };
        var first = questions.Count;
        themes.Add(new()
        {
            Index = index,
            Definition = theme,
            FirstQuestion = first,
            Relevant = Parse(theme.Relevant, place.At("relevant"), new(this, first, hasCurrent: false)),
        });
        var ownGroups = Groups(place, theme, first);
        for (var i = 0; i < theme.Questions.Count; i++)
            Question(place with { Question = i }, theme.Questions[i], index, ownGroups);
    }

    // A group's expression sees what stands before the group's first question, those of groups within it included.
    private Dictionary<string, int> Groups(FaultPlace place, Theme theme, int first)
    {
        var parents = new Dictionary<string, int>(StringComparer.Ordinal);
        var starts = new int[theme.Groups.Count];
        Array.Fill(starts, first + theme.Questions.Count);
        var local = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < theme.Groups.Count; i++)
            local.TryAdd(theme.Groups[i].Name, i);
        for (var i = theme.Questions.Count - 1; i >= 0; i--)
        {
            if (theme.Questions[i].Group is { } name && local.TryGetValue(name, out var group))
                starts[group] = first + i;
        }
        for (var i = theme.Groups.Count - 1; i >= 0; i--)
        {
            if (theme.Groups[i].Parent is { } parent && local.TryGetValue(parent, out var outer) && outer < i)
                starts[outer] = Math.Min(starts[outer], starts[i]);
        }
        for (var i = 0; i < theme.Groups.Count; i++)
        {
            var group = theme.Groups[i];
            var relevant = Parse(group.Relevant, (place with { Group = i }).At("relevant"), new(this, starts[i], hasCurrent: false));
            var parent = group.Parent is not null ? parents.GetValueOrDefault(group.Parent, -1) : -1;
            parents.TryAdd(group.Name, groups.Count);
            groups.Add(new(parent, relevant));
        }
        return parents;
    }

    private void Question(FaultPlace place, Question question, int theme, Dictionary<string, int> ownGroups)
    {
        var scope = new Scope(this, questions.Count, hasCurrent: true);
        questions.Add(new()
        {
            Index = questions.Count,
            ThemeIndex = theme,
            Definition = question,
            Place = place,
            Group = question.Group is not null ? ownGroups.GetValueOrDefault(question.Group, -1) : -1,
            IsScored = question.IsScored,
            Relevant = Parse(question.Relevant, place.At("relevant"), scope),
            Constraint = Parse(question.Constraint, place.At("constraint"), scope),
            Calculation = Parse(question.Calculation, place.At("calculation"), scope),
            Gate = Parse(question.Gate, place.At("gate"), scope),
        });
    }

    private Expression? Parse(string? text, FaultPlace place, Scope scope)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var expression = Expression.Parse(text, scope, patterns, out var wrong);
        foreach (var fault in wrong)
            faults.Add(new Fault(place.Path, $"{fault.Template} (Character {{{fault.Args.Count}}}.)", [.. fault.Args, fault.Position]) { Place = place with { Position = fault.Position } });
        return expression;
    }

    private sealed class Scope(QuestionnaireCompiler compiler, int before, bool hasCurrent) : IExpressionScope
    {
        public bool HasCurrent => hasCurrent;

        public bool TryResolve(string name, out int question, [NotNullWhen(false)] out string? wrong)
        {
            wrong = null;
            if (!compiler.indexes.TryGetValue(name, out question))
            {
                if (compiler.tolerateUnknown)
                    return true;
                wrong = "There is no question {0}; refer to an earlier question by its name.";
            }
            else if (question == before && hasCurrent)
            {
                wrong = "The question refers to itself as {0}; write . for its own answer.";
            }
            else if (question >= before)
            {
                wrong = "The question {0} comes later; an expression can refer to earlier questions only.";
            }
            return wrong is null;
        }
    }
}

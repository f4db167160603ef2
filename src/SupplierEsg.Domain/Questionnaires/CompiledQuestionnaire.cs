using System.Collections.Frozen;
using SupplierEsg.Domain.Questionnaires.Expressions;

namespace SupplierEsg.Domain.Questionnaires;

/// <summary>What compiling gave: a questionnaire, or all that is wrong with it.</summary>
public sealed record Compilation(CompiledQuestionnaire? Questionnaire, IReadOnlyList<Fault> Faults);

/// <summary>
/// A questionnaire without faults, its expressions parsed and its questions numbered in document order. Immutable: compiled once
/// per process and version, and shared by all threads.
/// </summary>
public sealed class CompiledQuestionnaire
{
    private readonly FrozenDictionary<string, int> byName;

    internal CompiledQuestionnaire(
        QuestionnaireDefinition definition,
        IReadOnlyList<CompiledTheme> themes,
        CompiledGroup[] groups,
        CompiledQuestion[] questions)
    {
        Definition = definition;
        Themes = themes;
        Groups = groups;
        Questions = questions;
        Rules = new(definition.Settings);
        byName = questions.ToFrozenDictionary(q => q.Name, q => q.Index, StringComparer.Ordinal);
    }

    public QuestionnaireDefinition Definition { get; }

    public IReadOnlyList<CompiledTheme> Themes { get; }

    /// <summary>All questions of all themes, in document order.</summary>
    public IReadOnlyList<CompiledQuestion> Questions { get; }

    /// <summary>The settings with the rules' own figures for what the author didn't set.</summary>
    public ScoringRules Rules { get; }

    internal CompiledGroup[] Groups { get; }

    /// <summary>Checks a definition and compiles it; reports every fault there is, each with its place.</summary>
    public static Compilation Compile(QuestionnaireDefinition definition) => QuestionnaireCompiler.Compile(definition, tolerateUnknown: false);

    /// <summary>Compiles a version that was published, and so is known to have no faults.</summary>
    /// <exception cref="InvalidDataException">It has faults all the same.</exception>
    public static CompiledQuestionnaire CompileStored(QuestionnaireDefinition definition)
    {
        var (questionnaire, faults) = Compile(definition);
        return questionnaire ?? throw new InvalidDataException($"A stored questionnaire is damaged. {faults[0]}");
    }

    public bool TryFind(string name, out CompiledQuestion question)
    {
        var found = byName.TryGetValue(name, out var index);
        question = found ? Questions[index] : null!;
        return found;
    }

    /// <summary>An empty sheet for answers to this questionnaire.</summary>
    public AnswerSheet NewSheet() => new(this);

    /// <summary>What a form needs to know of every question after a change of answers.</summary>
    /// <exception cref="RuleBroken">The answers make the expressions compute with numbers beyond all measure.</exception>
    public FormState State(DateOnly asOf, AnswerSheet answers) => FormState.Of(this, asOf, answers);
}

/// <summary>A theme, and where its questions stand in the document.</summary>
public sealed class CompiledTheme
{
    public required int Index { get; init; }

    public required Theme Definition { get; init; }

    public required Expression? Relevant { get; init; }

    /// <summary>Index of its first question in <see cref="CompiledQuestionnaire.Questions"/>.</summary>
    public required int FirstQuestion { get; init; }

    public int QuestionCount => Definition.Questions.Count;

    public string Code => Definition.Code;
}

/// <summary>A nested group; its parent is the index of an earlier one, or −1.</summary>
internal sealed record CompiledGroup(int Parent, Expression? Relevant);

/// <summary>A question with its expressions parsed.</summary>
public sealed class CompiledQuestion
{
    /// <summary>Place in document order, counted from 0.</summary>
    public required int Index { get; init; }

    public required int ThemeIndex { get; init; }

    public required Question Definition { get; init; }

    public required FaultPlace Place { get; init; }

    public Expression? Relevant { get; init; }

    public Expression? Constraint { get; init; }

    public Expression? Calculation { get; init; }

    public Expression? Gate { get; init; }

    /// <summary>A weight above 0 and a rule.</summary>
    public required bool IsScored { get; init; }

    internal int Group { get; init; }

    public string Name => Definition.Name;

    public QuestionType Type => Definition.Type;

    /// <summary>"Not applicable" can be said here; on a <c>calculate</c> it is ignored.</summary>
    public bool TakesNotApplicable => Definition.AllowNa && Type != QuestionType.Calculate;

    /// <summary>Whether it counts for completeness: required, and something a person answers.</summary>
    public bool CountsAsRequired => Definition.Required && Type is not (QuestionType.Calculate or QuestionType.Note);
}

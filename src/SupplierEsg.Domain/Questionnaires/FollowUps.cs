using System.Text.RegularExpressions;
using SupplierEsg.Domain.Questionnaires.Expressions;

namespace SupplierEsg.Domain.Questionnaires;

/// <summary>Which questions other answers may bring up or hide.</summary>
public static partial class FollowUps
{
    /// <summary>Names of the questions whose showing hangs on one of these, straight or by way of others; not these themselves.</summary>
    public static IReadOnlySet<string> FollowUpsOf(this CompiledQuestionnaire questionnaire, IEnumerable<string> questions)
    {
        var moved = questions.ToHashSet(StringComparer.Ordinal);
        var brought = new HashSet<string>(StringComparer.Ordinal);
        // Expressions refer to earlier questions only, so one pass in document order reaches everything.
        foreach (var question in questionnaire.Questions)
        {
            if (moved.Contains(question.Name))
                continue;
            var shown = Conditions(questionnaire, question).Any(condition => RefersTo(condition, moved));
            if (shown)
                brought.Add(question.Name);
            if (shown || (question.Calculation is { } calculation && RefersTo(calculation, moved)))
                moved.Add(question.Name);
        }
        return brought;
    }

    private static IEnumerable<Expression> Conditions(CompiledQuestionnaire questionnaire, CompiledQuestion question)
    {
        if (question.Relevant is { } own)
            yield return own;
        for (var group = question.Group; group >= 0; group = questionnaire.Groups[group].Parent)
            if (questionnaire.Groups[group].Relevant is { } outer)
                yield return outer;
        if (questionnaire.Themes[question.ThemeIndex].Relevant is { } theme)
            yield return theme;
    }

    // A text that looks like a reference is taken for one: a question too many is hidden all the same.
    private static bool RefersTo(Expression expression, HashSet<string> names) => Reference().Matches(expression.Text).Any(found => names.Contains(found.Groups[1].Value));

    [GeneratedRegex(@"\$\{\s*([^}\s]+)\s*\}")]
    private static partial Regex Reference();
}

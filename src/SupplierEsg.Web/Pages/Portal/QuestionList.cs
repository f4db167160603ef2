using SupplierEsg.Application.Answering;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Web.Pages.Portal;

/// <summary>What the questions of a theme are drawn from (<c>Pages/Shared/_QuestionList.cshtml</c>).</summary>
public sealed record QuestionList(Sheet Sheet, CompiledTheme Theme)
{
    /// <summary>What was typed and refused, to be shown again in place of what is stored.</summary>
    public IReadOnlyDictionary<string, AnswerInput> Typed { get; init; } = new Dictionary<string, AnswerInput>();

    /// <summary>Why, in the reader's language, by question.</summary>
    public ILookup<string, string> Faults { get; init; } = Array.Empty<(string, string)>().ToLookup(f => f.Item1, f => f.Item2);

    /// <summary>For looking only: an author tries a questionnaire, nothing is saved and no file taken.</summary>
    public bool Preview { get; init; }

    /// <summary>Each question of the page with the revision its reader knows: <c>q1:3 q2:0</c>.</summary>
    public string Known => string.Join(' ', Sheet.QuestionsOf(Theme).Where(Sheet.IsForPeople).Where(IsOnPage).Select(question => $"{question.Name}:{Sheet.RevisionOf(question.Name)}"));

    /// <summary>Something of the group is asked or shown at present.</summary>
    public bool IsShown(string group) => Sheet.QuestionsOf(Theme).Any(question => question.Definition.Group == group && Sheet.StateOf(question).Relevant);

    public IEnumerable<(CompiledQuestion Question, string Number)> Numbered()
    {
        var number = 0;
        foreach (var question in Sheet.QuestionsOf(Theme))
        {
            var counted = Sheet.IsForPeople(question) ? $"{Theme.Index + 1}.{++number}" : "";
            if (IsOnPage(question))
                yield return (question, counted);
        }
    }

    // In a clarification only what was sent back stands to be answered.
    private bool IsOnPage(CompiledQuestion question) => Sheet.Head.State != AssessmentState.Clarification || Sheet.Head.Takes(question.Name);
}

/// <summary>The documents beside one question (<c>Pages/Shared/_QuestionFiles.cshtml</c>).</summary>
public sealed record QuestionFiles(string Question, IEnumerable<EvidenceLine> Lines, bool MayRemove);

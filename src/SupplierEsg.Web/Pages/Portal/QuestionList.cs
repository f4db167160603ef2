using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Infrastructure.Content.Scores;

namespace SupplierEsg.Web.Pages.Portal;

/// <summary>What the questions of a theme are drawn from (<c>Pages/Shared/_QuestionList.cshtml</c>).</summary>
public sealed record QuestionList(Sheet Sheet, CompiledTheme Theme)
{
    /// <summary>What was typed and not saved, to be shown again in place of what is stored.</summary>
    public IReadOnlyDictionary<string, AnswerInput> Typed { get; init; } = new Dictionary<string, AnswerInput>();

    /// <summary>Why, in the reader's language, by question.</summary>
    public ILookup<string, string> Faults { get; init; } = None;

    /// <summary>Why files weren't taken, by question: the answer beside them may be saved all the same.</summary>
    public ILookup<string, string> FileFaults { get; init; } = None;

    /// <summary>Questions with two answers, of which one has to be chosen.</summary>
    public IReadOnlyDictionary<string, AnswerConflict> Conflicts { get; init; } = new Dictionary<string, AnswerConflict>();

    /// <summary>From colleague to colleague, by question.</summary>
    public ILookup<string, AnswerNote> Notes { get; init; } = Array.Empty<AnswerNote>().ToLookup(note => note.Question);

    /// <summary>Notes that were refused: words and why.</summary>
    public IReadOnlyDictionary<string, (string Text, string Fault)> RefusedNotes { get; init; } = new Dictionary<string, (string, string)>();

    /// <summary>The question that a note is to be written for; null for none.</summary>
    public string? WritingNote { get; init; }

    /// <summary>An author tries the questionnaire: nothing is saved and no file taken, and each question shows what it earns. Null for a supplier.</summary>
    public Trial? Trial { get; init; }

    /// <summary>
    /// Each question of the page with the revision its reader knows and, where there was one, the mark of the answer that
    /// was shown: <c>q1:3:5f0c1a2b q2:0</c>. What wasn't saved is still based on what was known when it was typed.
    /// </summary>
    public string Known => string.Join(' ', Sheet.QuestionsOf(Theme).Where(Sheet.IsForPeople).Where(IsOnPage).Select(question => Typed.GetValueOrDefault(question.Name) is { Revision: { } revision } typed
        ? $"{question.Name}:{revision}:{typed.Shown ?? "-"}"
        : Sheet.Answers.TryGetValue(question.Name, out var answer) ? $"{question.Name}:{answer.Revision}:{AnswerMark.Of(answer)}" : $"{question.Name}:0"));

    private static ILookup<string, string> None => Array.Empty<(string, string)>().ToLookup(f => f.Item1, f => f.Item2);

    /// <summary>Forms for notes would make up a fifth of a page; most questions have no note.</summary>
    public bool HasNoteForm(string question) => question == WritingNote || Notes.Contains(question) || RefusedNotes.ContainsKey(question);

    /// <summary>"Don't know yet" is offered where a blank would be missing, or cost points.</summary>
    public static bool TakesDontKnow(CompiledQuestion question) => question.CountsAsRequired || question.IsScored;

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

/// <summary>What an author sees beside each question: what a review is taken to have made of it, and what it earns.</summary>
public sealed record Trial(ScoreWords Words, IReadOnlyDictionary<string, ScoreLine> Lines, IReadOnlyDictionary<string, TryQuestionnaire.Mark> Marks);

/// <summary>One question of a trial (<c>Pages/Shared/_QuestionTried.cshtml</c>).</summary>
public sealed record TriedQuestion(CompiledQuestion Question, Trial Trial);

/// <summary>The documents beside one question (<c>Pages/Shared/_QuestionFiles.cshtml</c>).</summary>
public sealed record QuestionFiles(string Question, IEnumerable<EvidenceLine> Lines, bool MayRemove);

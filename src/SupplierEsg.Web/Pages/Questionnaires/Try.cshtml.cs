using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Application.Scorecards;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scorecards;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Infrastructure.Content.Scores;
using SupplierEsg.Web.Api;
using SupplierEsg.Web.Pages.Portal;
using SupplierEsg.Web.Pages.Scorecards;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Questionnaires;

/// <summary>
/// A theme as a supplier sees it, answered by the questionnaire's author, who watches the score. What was answered travels
/// in the form and is kept nowhere.
/// </summary>
[Needs(Permission.ViewQuestionnaires), RequestSizeLimit(PreviewCase.LongestBody), RequestFormLimits(ValueLengthLimit = 1024 * 1024, ValueCountLimit = 20_000)]
public sealed class TryModel(IMediator mediator, ITexts texts, Words words, TimeProvider time) : PageModel
{
    // Null for the scoring date, empty for the whole.
    private readonly List<(string? Question, string Message)> refused = [];

    [BindProperty(SupportsGet = true)]
    public QuestionnaireVersionId Id { get; set; }

    /// <summary>The scoring date, as typed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? AsOf { get; set; }

    /// <summary>What evidence is taken for, in a word of the API.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Evidence { get; set; }

    public Sheet Sheet { get; private set; } = null!;

    public CompiledTheme Current { get; private set; } = null!;

    public QuestionList List { get; private set; } = null!;

    public ScorecardPage Card { get; private set; } = null!;

    public DateOnly Date { get; private set; }

    /// <summary>What was tried on other themes, as fields to carry along.</summary>
    public IEnumerable<(string Name, string Value)> Carried { get; private set; } = [];

    /// <summary>What is wrong, each with the id of its field; null where it stands on another theme's page.</summary>
    public IReadOnlyList<(string? Target, string Message)> Summary =>
        [.. refused.Select(fault => (fault.Question is { } name ? OnPage(name) ? $"a-{name}" : null : "AsOf", fault.Message))];

    public EvidenceState All => Vocabulary.TryRead<EvidenceState>(Evidence ?? "", out var state) ? state : EvidenceState.Accepted;

    public IReadOnlyList<CompiledTheme> Themes => Sheet.Questionnaire.Themes;

    public Task OnGet([FromQuery] string? theme, CancellationToken token) => Show(theme, new Dictionary<string, AnswerInput>(), new Dictionary<string, TryQuestionnaire.Mark>(), token);

    public async Task OnPost([FromForm] string? theme, CancellationToken token)
    {
        var form = await Request.ReadFormAsync(token);
        await Show(theme, PostedAnswers.Of(form), PostedMarks(form), token);
        Carried = [.. form.Where(field => IsCarried(field.Key))
            .SelectMany(field => field.Value.OfType<string>().Where(value => value.Length > 0).Select(value => (field.Key, value)))];
    }

    private bool IsCarried(string field) => field.Length > 2 && field[1] == '-' && field[0] is 'a' or 'n' or 'r' or 'v' or 'w' && !OnPage(field[2..]);

    private bool OnPage(string question) => Sheet.Questionnaire.TryFind(question, out var found) && found.ThemeIndex == Current.Index;

    private static Dictionary<string, TryQuestionnaire.Mark> PostedMarks(IFormCollection form) =>
        form.Keys.Where(key => key.Length > 2 && key[..2] is "v-" or "w-").Select(key => key[2..]).Distinct().ToDictionary(
            name => name,
            name => new TryQuestionnaire.Mark(
                Vocabulary.TryRead<EvidenceState>(form[$"v-{name}"].ToString(), out var evidence) ? evidence : null,
                Vocabulary.TryRead<NaReview>(form[$"w-{name}"].ToString(), out var review) ? review : NaReview.Pending));

    private async Task Show(string? theme, IReadOnlyDictionary<string, AnswerInput> inputs, IReadOnlyDictionary<string, TryQuestionnaire.Mark> marks, CancellationToken token)
    {
        Date = DateIn(AsOf);
        var (result, typed) = await Try(inputs, marks, token);
        Sheet = result.Sheet;
        Current = (theme is null ? Sheet.Themes.FirstOrDefault() ?? Themes.FirstOrDefault() : Themes.FirstOrDefault(t => t.Code == theme)) ?? throw new NotFound("theme");
        refused.AddRange(result.Faults.Select(fault => ((string?)fault.Path, words[fault.Template, [.. fault.Args]])));
        Card = await CardOf(result.Score, token);
        List = new(Sheet, Current)
        {
            Trial = new(Card.Words, result.Score.Lines.ToDictionary(line => line.Question, StringComparer.Ordinal), marks),
            Typed = typed ?? inputs.Where(input => result.Faults.Any(fault => fault.Path == input.Key)).ToDictionary(),
            Faults = result.Faults.ToLookup(fault => fault.Path, fault => words[fault.Template, [.. fault.Args]]),
        };
    }

    // Answers with which nobody can compute stay as they were typed; the score is that of no answers.
    private async Task<(TryQuestionnaire.Result Result, IReadOnlyDictionary<string, AnswerInput>? Typed)> Try(IReadOnlyDictionary<string, AnswerInput> inputs, IReadOnlyDictionary<string, TryQuestionnaire.Mark> marks, CancellationToken token)
    {
        var query = new TryQuestionnaire.Query(Id, inputs) { AsOf = Date, Evidence = All, Marks = marks };
        try
        {
            return (await mediator.Send(query, token), null);
        }
        catch (RuleBroken tooMuch)
        {
            refused.Add(("", words.Of(tooMuch)));
            return (await mediator.Send(query with { Answers = new Dictionary<string, AnswerInput>() }, token), inputs);
        }
    }

    private DateOnly DateIn(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return time.Today();
        if (DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        refused.Add((null, words["“{0}” is not a day of the calendar written as YYYY-MM-DD. Today is taken as the scoring date.", typed.Length > 40 ? typed[..40] : typed]));
        return time.Today();
    }

    // Made as a scorecard is made, so that the same partials tell it; it is never saved.
    private async Task<ScorecardPage> CardOf(AssessmentScore score, CancellationToken token)
    {
        var (version, definition) = await mediator.Send(new GetQuestionnaire.Query(Id), token);
        var view = new ScorecardView
        {
            Card = Scorecard.Make(default, default, Id, score, time.Now()), Score = score, Questionnaire = definition, FormId = version.FormId, VersionNumber = version.Number,
            SupplierName = "", SupplierLocalName = null, Receipt = null, State = default, Current = null,
        };
        return new(view, ScoreWords.Of(texts, Languages.Current, view), $"/questionnaires/{Id}/try", IsOwn: false);
    }
}

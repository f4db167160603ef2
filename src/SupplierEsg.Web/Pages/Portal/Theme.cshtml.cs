using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal;

/// <summary>One theme's questions: as a whole form without script, answer by answer with it.</summary>
[Needs(Permission.UsePortal), LimitUpload]
public sealed class ThemeModel(EvidenceLimits limits) : FormPage
{
    private readonly List<(string Question, string Message)> faults = [];
    private IReadOnlyDictionary<string, AnswerInput> typed = new Dictionary<string, AnswerInput>();

    [BindProperty(SupportsGet = true)]
    public AssessmentId Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Theme { get; set; } = "";

    /// <summary>How many questions the save before brought up.</summary>
    [BindProperty(SupportsGet = true)]
    public int More { get; set; }

    public EvidenceLimits Limits => limits;

    public Sheet Sheet { get; private set; } = null!;

    public CompiledTheme Current { get; private set; } = null!;

    public QuestionList List => new(Sheet, Current) { Typed = typed, Faults = faults.ToLookup(f => f.Question, f => f.Message) };

    /// <summary>What is wrong, each with the id of its field.</summary>
    public IReadOnlyList<(string? Target, string Message)> Summary =>
        [.. faults.Select(fault => (TargetOf(fault.Question), fault.Message)), .. ModelState[""]?.Errors.Select(error => ((string?)null, error.ErrorMessage)) ?? []];

    /// <summary>Something was refused, but not the whole.</summary>
    public bool PartlySaved { get; private set; }

    public bool TakesFiles => Sheet.QuestionsOf(Current).Any(Sheet.TakesFiles);

    public string ScriptWords => AutosaveWords.Of(T);

    public string CountsOf(CompiledTheme theme) => ShownAnswer.Counts(Sheet, theme, T);

    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        if (!Sheet.Head.State.IsOpen() || !Sheet.State.RelevantThemes[Current.Index])
            return Redirect(ThemeAddress.Of(Id));
        if (Sheet.Head.State == AssessmentState.Invited)
            await Mediator.Send(new OpenAssessment.Command(Id), HttpContext.RequestAborted);
        return Page();
    }

    /// <summary>Takes the whole form. What is right is saved even when something is wrong; what is wrong stays as it was typed.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var form = await Request.ReadFormAsync(HttpContext.RequestAborted);
        var inputs = PostedAnswers.Of(form);
        try
        {
            var result = await Mediator.Send(new SaveAnswers.Command(Id, inputs), HttpContext.RequestAborted);
            Show(result.Sheet);
            Note(result.Faults, inputs);
            await TakeFiles(form);
            if (RemovalIn(form) is { } removal)
                await Mediator.Send(removal, HttpContext.RequestAborted);
            if (faults.Count == 0)
                return Redirect(After(form, result));
            PartlySaved = true;
        }
        catch (RuleBroken refusal)
        {
            Refuse(refusal);
            typed = inputs;
        }
        await Load();
        var page = Page();
        page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    /// <summary>Takes files as they are chosen, and gives the question's list of files back as markup.</summary>
    public async Task<IActionResult> OnPostFilesAsync(string question)
    {
        await Load();
        var form = await Request.ReadFormAsync(HttpContext.RequestAborted);
        var refused = new List<string>();
        await TakeFiles(form, refusal => refused.Add(T.Of(refusal)));
        if (RemovalIn(form) is { } removal)
            await Mediator.Send(removal, HttpContext.RequestAborted);
        await Load();
        if (refused.Count > 0)
            Response.Headers["X-Refused"] = Uri.EscapeDataString(string.Join(' ', refused));
        return Partial("_QuestionFiles", new QuestionFiles(question, Sheet.Evidence[question], true));
    }

    protected override async Task Load() => Show(await Mediator.Send(new GetSheet.Query(Id), HttpContext.RequestAborted));

    private void Show(Sheet sheet) => (Sheet, Current) = (sheet, ThemeAddress.Find(sheet.Questionnaire, Theme) ?? throw new NotFound("theme"));

    private void Note(IReadOnlyList<Fault> refused, IReadOnlyDictionary<string, AnswerInput> inputs)
    {
        foreach (var fault in refused)
            Note(fault.Path, T[fault.Template, [.. fault.Args]]);
        typed = inputs.Where(input => refused.Any(fault => fault.Path == input.Key)).ToDictionary();
    }

    private void Note(string question, string message) => faults.Add((question, message));

    private string? TargetOf(string name) =>
        Sheet.Questionnaire.TryFind(name, out var question) ? (question.Type is QuestionType.File or QuestionType.Image ? $"f-{name}" : $"a-{name}") : null;

    private Task TakeFiles(IFormCollection form) => TakeFiles(form, null);

    private async Task TakeFiles(IFormCollection form, Action<RuleBroken>? refused)
    {
        foreach (var file in form.Files.Where(file => file.Name.StartsWith(PostedAnswers.File, StringComparison.Ordinal) && file.FileName.Length > 0))
        {
            var question = file.Name[PostedAnswers.File.Length..];
            try
            {
                await using var content = file.OpenReadStream();
                await Mediator.Send(new AttachEvidence.Command(Id, question, file.FileName, content), HttpContext.RequestAborted);
            }
            catch (RuleBroken refusal) when (refused is not null)
            {
                refused(refusal);
            }
            catch (RuleBroken refusal)
            {
                Note(question, T.Of(refusal));
            }
        }
    }

    private RemoveEvidence.Command? RemovalIn(IFormCollection form) =>
        form["remove"].ToString().Split('|') is [var question, var document] && EvidenceId.TryParse(document, null, out var id) ? new(Id, question, id) : null;

    // Back to this page where a file was taken away, or where the answers brought up questions nobody has seen yet.
    private string After(IFormCollection form, SaveAnswers.Result saved)
    {
        var here = ThemeAddress.Of(Id, Current);
        if (RemovalIn(form) is { } removal)
            return $"{here}#q-{removal.Question}";
        var fresh = saved.Sheet.QuestionsOf(Current).Where(question => !saved.ShownBefore.Questions[question.Index].Relevant && saved.Sheet.IsAsked(question)).ToList();
        if (fresh.Count > 0)
            return $"{here}?more={fresh.Count}#q-{fresh[0].Name}";
        if (form.ContainsKey("stay"))
            return here;
        var next = saved.Sheet.Themes.FirstOrDefault(theme => theme.Index > Current.Index);
        return next is null ? $"{ThemeAddress.Of(Id)}/check" : ThemeAddress.Of(Id, next);
    }
}

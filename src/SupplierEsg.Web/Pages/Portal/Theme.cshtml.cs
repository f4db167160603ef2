using System.Text.Json;
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

    public string CountsOf(CompiledTheme theme)
    {
        var progress = Sheet.ProgressOf(theme);
        return progress.Asked == 0 ? T["Nothing to answer"] : T["{0} of {1} answered", progress.Answered, progress.Asked];
    }

    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        if (!Sheet.Head.State.TakesAnswers() || !Sheet.OpenThemes.Contains(Current))
            return Redirect(ThemeAddress.Of(Id));
        if (Sheet.Head.State == AssessmentState.Invited)
            await Mediator.Send(new OpenAssessment.Command(Id), HttpContext.RequestAborted);
        return Page();
    }

    /// <summary>Takes the whole form. What is right is saved even when something is wrong; what is wrong stays as it was typed.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        var form = await Request.ReadFormAsync(HttpContext.RequestAborted);
        var inputs = PostedAnswers.Of(form);
        try
        {
            var result = await Mediator.Send(new SaveAnswers.Command(Id, inputs), HttpContext.RequestAborted);
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

    /// <summary>Takes what the script sends a moment after a change, and says what has become of it.</summary>
    public async Task<IActionResult> OnPostSaveAsync()
    {
        if (await AutosavePost.Read(Request, HttpContext.RequestAborted) is not { } post)
            return BadRequest();
        try
        {
            var result = await Mediator.Send(post.ToCommand(Id), HttpContext.RequestAborted);
            Current = ThemeAddress.Find(result.Sheet.Questionnaire, Theme) ?? throw new NotFound("theme");
            Sheet = result.Sheet;
            return new JsonResult(AutosaveReply.Of(result, Current, T, CountsOf(Current)));
        }
        catch (RuleBroken refusal)
        {
            return new JsonResult(new { refused = T.Of(refusal) }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
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

    protected override async Task Load()
    {
        Sheet = await Mediator.Send(new GetSheet.Query(Id), HttpContext.RequestAborted);
        Current = ThemeAddress.Find(Sheet.Questionnaire, Theme) ?? throw new NotFound("theme");
    }

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
        var next = saved.Sheet.OpenThemes.FirstOrDefault(theme => theme.Index > Current.Index);
        return next is null ? $"{ThemeAddress.Of(Id)}/check" : ThemeAddress.Of(Id, next);
    }
}

using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal;

/// <summary>One theme's questions: as a whole form without script, answer by answer with it.</summary>
[Needs(Permission.UsePortal), LimitUpload, EnableRateLimiting(UploadRate.Policy)]
public sealed class ThemeModel(EvidenceLimits limits) : FormPage
{
    private readonly PostRefusals refused = new();
    private IReadOnlyDictionary<string, AnswerInput> typed = new Dictionary<string, AnswerInput>();
    private IReadOnlyDictionary<string, AnswerConflict> conflicts = new Dictionary<string, AnswerConflict>();
    private IReadOnlyList<AnswerNote> notes = [];

    [BindProperty(SupportsGet = true)]
    public AssessmentId Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Theme { get; set; } = "";

    /// <summary>How many questions the save before brought up.</summary>
    [BindProperty(SupportsGet = true)]
    public int More { get; set; }

    /// <summary>The question that a note is to be written for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Notes { get; set; }

    public EvidenceLimits Limits => limits;

    public Sheet Sheet { get; private set; } = null!;

    /// <summary>The bid that it is part of; null where it is none's, or was submitted.</summary>
    public FindBidOfAssessment.Result? Bid { get; private set; }

    public CompiledTheme Current { get; private set; } = null!;

    public QuestionList List => new(Sheet, Current)
    {
        Typed = typed, Faults = refused.Answers, FileFaults = refused.Files, RefusedNotes = refused.Notes, Conflicts = conflicts, WritingNote = Notes,
        Notes = notes.ToLookup(note => note.Question, StringComparer.Ordinal),
    };

    /// <summary>What is wrong, each with the id of its field.</summary>
    public IReadOnlyList<(string? Target, string Message)> Summary =>
    [
        .. conflicts.Values.Select(both => ((string?)$"c-{both.Theirs.Question}", T[Conflicting(both).Template, [.. Conflicting(both).Args]])),
        .. refused.Summary(IsFile),
        .. ModelState[""]?.Errors.Select(error => ((string?)null, error.ErrorMessage)) ?? [],
    ];

    /// <summary>Something was refused, but not the whole.</summary>
    public bool PartlySaved { get; private set; }

    public bool TakesFiles => Sheet.QuestionsOf(Current).Any(Sheet.TakesFiles);

    public IHtmlContent ScriptWords => AutosaveWords.Of(T);

    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        if (!Sheet.Head.State.TakesAnswers() || !Sheet.OpenThemes.Contains(Current))
            return Redirect(ThemeAddress.Of(Id));
        if (Sheet.Head.State == AssessmentState.Invited)
        {
            await Mediator.Send(new OpenAssessment.Command(Id), HttpContext.RequestAborted);
            await Load();
        }
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
            Take(result.Sheet);
            Note(result, inputs);
            await TakeFiles(form);
            await TakeNotes(form);
            if (RemovalIn(form) is { } removal)
                await Mediator.Send(removal, HttpContext.RequestAborted);
            if (form[CarriedOver.Button].FirstOrDefault() is { Length: > 0 } confirmed)
                await Mediator.Send(new ConfirmCarriedOver.Command(Id, [confirmed]), HttpContext.RequestAborted);
            if (refused.Count + conflicts.Count == 0)
                return Redirect(After(form, result));
            PartlySaved = true;
        }
        catch (RuleBroken refusal)
        {
            Refuse(refusal);
            typed = inputs;
        }
        await Load();
        return NotYet();
    }

    /// <summary>Takes files as they are chosen, and gives the question's list of files back as markup.</summary>
    public async Task<IActionResult> OnPostFilesAsync(string question)
    {
        await Load();
        var form = await Request.ReadFormAsync(HttpContext.RequestAborted);
        await TakeFiles(form);
        if (RemovalIn(form) is { } removal)
            await Mediator.Send(removal, HttpContext.RequestAborted);
        await Load();
        TellRefused(refused.Files.SelectMany(fault => fault));
        return Partial("_QuestionFiles", new QuestionFiles(question, Sheet.Evidence[question], true));
    }

    /// <summary>Takes a note to colleagues, or deletes one, and gives the question's list of notes back as markup.</summary>
    public async Task<IActionResult> OnPostNotesAsync(string question)
    {
        await TakeNotes(await Request.ReadFormAsync(HttpContext.RequestAborted));
        TellRefused(refused.Notes.Values.Select(note => note.Fault));
        return Partial("_QuestionNotes", await Mediator.Send(new ListNotes.Query(Id, question), HttpContext.RequestAborted));
    }

    protected override async Task Load()
    {
        Take(await Mediator.Send(new GetSheet.Query(Id), HttpContext.RequestAborted));
        if (Sheet.Head.HasNotes)
            notes = await Mediator.Send(new ListNotes.Query(Id), HttpContext.RequestAborted);
        Bid = Sheet.Head.State.IsOpen() ? await Mediator.Send(new FindBidOfAssessment.Query(Id), HttpContext.RequestAborted) : null;
    }

    private void Take(Sheet sheet) => (Sheet, Current) = (sheet, ThemeAddress.Find(sheet.Questionnaire, Theme) ?? throw new NotFound("theme"));

    private static Fault Conflicting(AnswerConflict both) => AnsweringFaults.AnsweredMeanwhile(both.Theirs.Question, both.Theirs.SavedBy);

    private void Note(SaveAnswers.Result result, IReadOnlyDictionary<string, AnswerInput> inputs)
    {
        foreach (var fault in result.Faults)
            refused.Answer(fault.Path, T[fault.Template, [.. fault.Args]]);
        conflicts = result.Conflicts;
        if (result.Faults.Count + conflicts.Count == 0)
            return;
        typed = inputs.Where(input => conflicts.ContainsKey(input.Key) || result.Faults.Any(fault => fault.Path == input.Key)).ToDictionary();
    }

    private bool IsFile(string name) => Sheet.Questionnaire.TryFind(name, out var question) && question.Type is QuestionType.File or QuestionType.Image;

    private async Task TakeFiles(IFormCollection form)
    {
        foreach (var file in form.Files.Where(file => file.Name.StartsWith(PostedAnswers.File, StringComparison.Ordinal) && file.FileName.Length > 0))
        {
            var question = file.Name[PostedAnswers.File.Length..];
            try
            {
                await using var content = file.OpenReadStream();
                await Mediator.Send(new AttachEvidence.Command(Id, question, file.FileName, content), HttpContext.RequestAborted);
            }
            catch (RuleBroken refusal)
            {
                refused.File(question, T.Of(refusal));
            }
        }
    }

    // Every note that was written is taken, whichever button sent the form: none is lost.
    private async Task TakeNotes(IFormCollection form)
    {
        foreach (var (question, text) in PostedAnswers.Notes(form))
        {
            try
            {
                await Mediator.Send(new AddNote.Command(Id, question, text), HttpContext.RequestAborted);
            }
            catch (RuleBroken refusal)
            {
                refused.Note(question, text, T.Of(refusal));
            }
        }
        if (AnswerNoteId.TryParse(form["unnote"].ToString(), null, out var id))
            await Mediator.Send(new DeleteNote.Command(Id, id), HttpContext.RequestAborted);
    }

    private void TellRefused(IEnumerable<string> faults)
    {
        if (string.Join(' ', faults) is { Length: > 0 } told)
            Response.Headers["X-Refused"] = Uri.EscapeDataString(told);
    }

    private RemoveEvidence.Command? RemovalIn(IFormCollection form) =>
        form["remove"].ToString().Split('|') is [var question, var document] && EvidenceId.TryParse(document, null, out var id) ? new(Id, question, id) : null;

    // Back to this page where a file was taken away or a note written, or where the answers brought up questions nobody has seen yet.
    private string After(IFormCollection form, SaveAnswers.Result saved)
    {
        var here = ThemeAddress.Of(Id, Current);
        if (RemovalIn(form) is { } removal)
            return $"{here}#q-{removal.Question}";
        if (PortalPlace.Of(form["visit"], Url) is { } visit)
            return visit;
        if (form[CarriedOver.Button].FirstOrDefault() is { Length: > 0 } confirmed)
            return CarriedOver.AddressAfter(saved.Sheet, confirmed);
        if (form["notes"].ToString() is { Length: > 0 } wanted && saved.Sheet.Questionnaire.TryFind(wanted, out _))
            return $"{here}?notes={Uri.EscapeDataString(wanted)}#q-{wanted}";
        if (form["note"].ToString() is { Length: > 0 } noted && saved.Sheet.Questionnaire.TryFind(noted, out _))
            return $"{here}#q-{noted}";
        var fresh = saved.Sheet.QuestionsOf(Current).Where(question => !saved.ShownBefore.Questions[question.Index].Relevant && saved.Sheet.IsAsked(question)).ToList();
        if (fresh.Count > 0)
            return $"{here}?more={fresh.Count}#q-{fresh[0].Name}";
        if (form.ContainsKey("stay") || form.ContainsKey("unnote"))
            return here;
        var next = saved.Sheet.OpenThemes.FirstOrDefault(theme => theme.Index > Current.Index);
        return next is null ? $"{ThemeAddress.Of(Id)}/check" : ThemeAddress.Of(Id, next);
    }
}

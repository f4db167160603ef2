using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Web.Pages.Portal;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Questionnaires;

/// <summary>A theme as a supplier sees it. Answers can be tried out, so that questions come and go; nothing is kept.</summary>
[Needs(Permission.ViewQuestionnaires), RequestFormLimits(ValueLengthLimit = 1024 * 1024, ValueCountLimit = 20_000)]
public sealed class PreviewModel(IMediator mediator, Words words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public QuestionnaireVersionId Id { get; set; }

    public Sheet Sheet { get; private set; } = null!;

    public CompiledTheme Current { get; private set; } = null!;

    public QuestionList List { get; private set; } = null!;

    /// <summary>What was tried on other themes, as fields to carry along.</summary>
    public IEnumerable<(string Name, string Value)> Carried { get; private set; } = [];

    public IReadOnlyList<CompiledTheme> Themes => Sheet.Questionnaire.Themes;

    public Task OnGet([FromQuery] string? theme, CancellationToken token) => Show(theme, new Dictionary<string, AnswerInput>(), token);

    public async Task OnPost([FromForm] string? theme, CancellationToken token)
    {
        var form = await Request.ReadFormAsync(token);
        var inputs = PostedAnswers.Of(form);
        await Show(theme, inputs, token);
        var here = Sheet.QuestionsOf(Current).Select(q => q.Name).ToHashSet(StringComparer.Ordinal);
        Carried = [.. form.Where(field => field.Key.Length > 2 && field.Key[1] == '-' && field.Key[0] is 'a' or 'n' or 'r' or 'd' && !here.Contains(field.Key[2..]))
            .SelectMany(field => field.Value.OfType<string>().Where(value => value.Length > 0).Select(value => (field.Key, value)))];
    }

    private async Task Show(string? theme, IReadOnlyDictionary<string, AnswerInput> inputs, CancellationToken token)
    {
        var (sheet, faults) = await mediator.Send(new TryQuestionnaire.Query(Id, inputs), token);
        Sheet = sheet;
        Current = (theme is null ? sheet.Themes.FirstOrDefault() ?? Themes.FirstOrDefault() : Themes.FirstOrDefault(t => t.Code == theme)) ?? throw new NotFound("theme");
        List = new(sheet, Current)
        {
            Preview = true,
            Typed = inputs.Where(input => faults.Any(fault => fault.Path == input.Key)).ToDictionary(),
            Faults = faults.ToLookup(fault => fault.Path, fault => words[fault.Template, [.. fault.Args]]),
        };
    }
}

using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires.Importing;
using SupplierEsg.Application.Workbooks;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Questionnaires;

/// <summary>Takes a workbook as a draft. With a fault in it nothing changes, and all faults are told.</summary>
public static class ImportQuestionnaire
{
    /// <param name="Content">A stream that can seek; it is left open.</param>
    public sealed record Command(Stream? Content, string? FileName) : IRequest<Result>;

    /// <param name="Id">The draft; null when there are faults.</param>
    /// <param name="Replaced">The draft took the place of an earlier one of the same form id.</param>
    public sealed record Result(
        QuestionnaireVersionId? Id, bool Replaced, IReadOnlyList<WorkbookFault> Faults, IReadOnlyList<WorkbookNotice> Notices);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Content).NotNull().WithMessage("Choose the workbook to import.");
    }

    internal sealed class Handler(IAppDb db, IWorkbookReader workbooks, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var fileName = string.IsNullOrWhiteSpace(command.FileName) ? "workbook.xlsx" : command.FileName;
            var reading = QuestionnaireImport.Read(workbooks.Read(command.Content!, fileName, cancellationToken: cancellationToken));
            if (reading.Definition is not { } definition)
                return new(null, false, reading.Faults, reading.Notices);
            var (draft, replaced) = await db.TakeDraft(definition, fileName, time.Now(), cancellationToken);
            return new(draft.Id, replaced, [], reading.Notices);
        }
    }
}

/// <summary>Where an imported questionnaire goes.</summary>
internal static class Drafts
{
    /// <summary>Into the open draft of its form id, else into a new version above the highest.</summary>
    public static async Task<(QuestionnaireVersion Draft, bool Replaced)> TakeDraft(
        this IAppDb db, QuestionnaireDefinition definition, string? sourceFile, DateTime now, CancellationToken cancellationToken)
    {
        var key = QuestionnaireVersion.KeyOf(definition.FormId ?? "");
        var latest = await db.QuestionnaireVersions.Where(v => v.FormKey == key).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancellationToken);
        var draft = latest is { State: VersionState.Draft } ? latest : null;
        if (draft is not null)
            draft.Replace(definition, sourceFile, now);
        else
            db.QuestionnaireVersions.Add(draft = QuestionnaireVersion.Import(definition, (latest?.Number ?? 0) + 1, sourceFile, now));
        await db.SaveChangesAsync(cancellationToken);
        return (draft, ReferenceEquals(draft, latest));
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Questionnaires;

/// <summary>A version as a workbook that imports to the same questionnaire.</summary>
public static class ExportQuestionnaire
{
    public sealed record Query(QuestionnaireVersionId Id) : IRequest<WorkbookFile>;

    internal sealed class Handler(IAppDb db, IQuestionnaireWorkbooks workbooks) : IRequestHandler<Query, WorkbookFile>
    {
        public async Task<WorkbookFile> Handle(Query query, CancellationToken cancellationToken)
        {
            var version = await db.QuestionnaireVersions.AsNoTracking()
                .Where(v => v.Id == query.Id)
                .Select(v => new { v.FormId, v.Number, v.Label, v.Definition })
                .FirstOrDefaultAsync(cancellationToken)
                .OrNotFound("questionnaire");
            var name = WorkbookFile.NameOf($"{version.FormId} {(version.Label.Length > 0 ? version.Label : version.Number.ToString(System.Globalization.CultureInfo.InvariantCulture))}");
            return new(name, workbooks.Write(QuestionnaireJson.ReadStored(version.Definition)));
        }
    }
}

/// <summary>The workbook of a shipped questionnaire, to start from.</summary>
public static class ExportShippedQuestionnaire
{
    public sealed record Query(string? FormId) : IRequest<WorkbookFile>;

    internal sealed class Handler(IShippedQuestionnaires shipped, IQuestionnaireWorkbooks workbooks) : IRequestHandler<Query, WorkbookFile>
    {
        public Task<WorkbookFile> Handle(Query query, CancellationToken cancellationToken)
        {
            var definition = shipped.Find(query.FormId ?? "") ?? throw new NotFound("questionnaire");
            return Task.FromResult(new WorkbookFile(WorkbookFile.NameOf($"{definition.FormId} {definition.Version}"), workbooks.Write(definition)));
        }
    }
}

/// <summary>A workbook on its way out.</summary>
public sealed record WorkbookFile(string Name, byte[] Content)
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A file name that every system takes.</summary>
    public static string NameOf(string wanted) =>
        string.Concat(wanted.Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' ? c : '-')).Trim('-', '.') + ".xlsx";
}

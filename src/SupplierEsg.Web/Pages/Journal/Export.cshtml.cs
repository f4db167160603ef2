using System.Globalization;
using System.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Journal;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Journal;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Journal;

/// <summary>The journal as the filters leave it, as a file for spreadsheets; written while it is read, however long it is.</summary>
[Needs(Permission.ViewJournal)]
public sealed class ExportModel(IMediator mediator, Words words, Show show, TimeProvider time) : JournalPage(show)
{
    private const int AtOnce = 1000;

    public async Task<IActionResult> OnGet()
    {
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=journal-{time.Today().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.csv";
        // With its mark, without which spreadsheets don't take the file for UTF-8.
        await using var text = new StreamWriter(Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await text.WriteAsync(Csv.Line(words["Line"], words["Time (UTC)"], words["By whom"], words["What happened"], words["Event"], words["To what"], words["Reason"], words["Details"]));
        long? before = null;
        do
        {
            var lines = await mediator.Send(new ReadJournal.Query(Filter, before, Size: AtOnce), HttpContext.RequestAborted);
            foreach (var line in lines.Rows)
                await text.WriteAsync(Row(line));
            before = lines.HasOlder ? lines.Rows[^1].Sequence : null;
        }
        while (before is not null);
        return new EmptyResult();
    }

    private string Row(JournalEntry line) => Csv.Line(
        line.Sequence.ToString(CultureInfo.InvariantCulture), line.At.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture), line.ActorName,
        words[EventWords.Of(line.Event)], line.Event, line.Subject, line.Reason, line.Payload);
}

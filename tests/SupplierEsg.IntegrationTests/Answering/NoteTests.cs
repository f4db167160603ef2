using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Accounts;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Answering;

/// <summary>Notes from colleague to colleague beside a question, which the buyer's people never see.</summary>
public sealed class NoteTests
{
    private const string Words = "Ask the works council before you answer <this>.";

    [Theory, OnEveryDatabase]
    public async Task A_note_is_written_read_by_a_colleague_and_deleted_by_its_writer_alone(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var other = await invited.Colleague();
        var page = await invited.Page("/GOV");
        var added = await page.Submit(new() { ["m-remarks"] = Words, ["a-policy"] = "yes" }, button: "#q-remarks button[name=note]");
        added.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        added.Headers.Location!.ToString().ShouldEndWith("#q-remarks");
        (await invited.Stored())["policy"].Value.ShouldBe("yes", "The button saves the form too.");

        var theirs = await other.Page("/GOV");
        theirs.Document.QuerySelector("#q-remarks [data-notes] summary")!.TextContent.ShouldBe("Notes to colleagues (1)");
        theirs.Document.QuerySelector("#q-remarks [data-notes] li")!.TextContent.ShouldContain(Words);
        theirs.Document.QuerySelector("button[name=unnote]").ShouldBeNull();
        var note = await invited.House.InDb(db => db.AnswerNotes.AsNoTracking().SingleAsync(n => n.AssessmentId == invited.Assessment));
        var refused = await (await other.Api()).DeleteAsync(other.Api($"notes/{note.Id}"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var mine = await invited.Page("/GOV");
        (await mine.Submit(button: "button[name=unnote]")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await invited.House.InDb(db => db.AnswerNotes.CountAsync(n => n.AssessmentId == invited.Assessment))).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_too_long_stays_in_the_form_and_a_program_is_told_why(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var words = new string('x', AnswerNote.MaxLength + 1);
        var back = await invited.Save("GOV", new() { ["m-remarks"] = words });
        back.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        back.Document.QuerySelector("#m-remarks")!.TextContent.Trim().ShouldBe(words);
        back.Document.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#m-remarks");
        var api = await invited.Api();
        (await api.PostAsJsonAsync(invited.Api("notes"), new { question = "remarks", text = " " })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await api.PostAsJsonAsync(invited.Api("notes"), new { question = "unheard", text = "x" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await api.PostAsJsonAsync(invited.Api("notes"), new { question = "remarks", text = "kept" })).StatusCode.ShouldBe(HttpStatusCode.Created);
        var notes = await api.GetFromJsonAsync<JsonElement>(invited.Api("notes"));
        notes.EnumerateArray().Single().GetProperty("text").GetString().ShouldBe("kept");
    }

    [Theory, OnEveryDatabase]
    public async Task Nothing_the_buyer_can_open_holds_a_note_or_a_colleague_and_no_fingerprint_depends_on_one(DatabaseProvider database)
    {
        const string secret = "zanzibar-note";
        const string person = "Colleague Zanzibar";
        var house = await Houses.On(database);
        var invited = await Invited.To(house);
        await invited.Complete();
        var api = await invited.Api();
        (await api.PostAsJsonAsync(invited.Api("notes"), new { question = "policy", text = secret })).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await api.PostAsJsonAsync(invited.Api("colleagues"), new { name = person, email = $"{Guid.NewGuid():N}@supplier.example", themes = new[] { "GOV" } })).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await invited.Submit(api)).StatusCode.ShouldBe(HttpStatusCode.Created);
        var read = await invited.Read();
        foreach (var role in new[] { Role.Officer, Role.Reviewer, Role.Auditor, Role.Administrator })
        {
            var (browser, program) = (await house.As(role), await house.Api(role));
            foreach (var door in (await Door.All(house)).Where(door => door.Methods.Contains(HttpMethod.Get) && door.Text.Contains("assessments", StringComparison.Ordinal)))
            {
                var address = door.Text.Replace("{id:guid}", $"{invited.Assessment}", StringComparison.Ordinal).Replace("{id}", $"{invited.Assessment}", StringComparison.Ordinal);
                var text = await (await (door.IsApi ? program : browser).GetAsync(address)).Content.ReadAsStringAsync();
                text.ShouldNotContain(secret, Case.Insensitive, door.Text);
                text.ShouldNotContain(person, Case.Insensitive, door.Text);
            }
        }
        var journal = await house.InDb(db => db.Journal.Where(line => line.Subject == $"assessment/{invited.Assessment}").Select(line => line.Payload).ToListAsync());
        journal.ShouldAllBe(payload => !payload.Contains(secret));
        var sheet = await invited.Stored();
        ContentHash.Text(read.Id, "f", 1, sheet.Values, Array.Empty<string>().ToLookup(x => x)).ShouldNotContain(secret);
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Accounts;
using SupplierEsg.IntegrationTests.Answering;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Tenders;

/// <summary>Before the opening nobody but the bidder reads its prices and offers: not in the database, not in files, not in the log, on no page.</summary>
public sealed class SealingTests
{
    private const string Price = "48613.27";
    private const string Words = "We deliver with the north star crusher";

    /// <summary>However somebody may write the price, the total of two, or its digits.</summary>
    private static readonly string[] Secrets = ["48613.27", "48,613.27", "48613,27", "4861327", "97226.54", "97,226.54", "97228.0", "97,228.0", "north star crusher"];

    [Theory, OnEveryDatabase]
    public async Task No_price_stands_in_the_database_the_files_or_the_log_and_no_page_shows_one(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var logged = LogOf(house);
        var run = await TenderRun.Draft(house);
        var bidder = await run.Invite("Sealed");
        await run.Publish();
        await bidder.Fill(Price, "1.50");
        await bidder.Post("/bid/declarations", new() { ["Command.Note"] = Words });
        var upload = Invited.File(Encoding.UTF8.GetBytes($"{Words} at {Price} each."), "offer.txt", "files");
        var form = await bidder.Page("/bid/offer");
        upload.Add(new StringContent(form.Document.QuerySelector("main form.panel input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken");
        (await bidder.Browser.PostAsync(bidder.Address("/bid/offer"), upload)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await bidder.Submit();
        await house.SendMails();

        // The bidder itself reads what it has bid.
        (await bidder.Page("/bid/receipt")).Text.ShouldContain("48,613.27");
        (await bidder.ReadByApi()).GetProperty("prices").GetProperty("unitPrices")[0].GetDecimal().ShouldBe(48613.27m);
        var document = (await bidder.ReadByApi()).GetProperty("offer").GetProperty("documents")[0].GetProperty("file").GetString();
        (await bidder.Browser.GetStringAsync(bidder.Address($"/bid/offer/{document}"))).ShouldContain(Words);

        var found = new List<string>();
        await ReadDatabase(house, found);
        ReadFiles(house, found);
        Look("the log", logged.ToString(), found);
        await WalkAsEverybody(house, run, (await bidder.Read()).Id.ToString(), document!, found);
        found.ShouldBeEmpty();
        logged.ToString().Length.ShouldBeGreaterThan(10_000, "Something has to be there to be looked through.");
    }

    private static StringWriter LogOf(House house)
    {
        var text = new StringWriter();
        house.Services.GetRequiredLoggerFactory().AddProvider(new TextLog(TextWriter.Synchronized(text)));
        return text;
    }

    private static async Task ReadDatabase(House house, List<string> found)
    {
        var rows = 0;
        await house.InDb(async db =>
        {
            var connection = db.Database.GetDbConnection();
            await db.Database.OpenConnectionAsync();
            foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct())
            {
                await using var command = connection.CreateCommand();
                command.CommandText = $"SELECT * FROM \"{table}\"";
                await using var reader = await command.ExecuteReaderAsync();
                while (await reader.ReadAsync())
                {
                    rows++;
                    for (var column = 0; column < reader.FieldCount; column++)
                        Look($"{table}.{reader.GetName(column)}", Convert.ToString(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture) ?? "", found);
                }
            }
            return rows;
        });
        rows.ShouldBeGreaterThan(50);
    }

    // With the database itself, where it is a file: its free pages and its journal, too.
    private static void ReadFiles(House house, List<string> found)
    {
        foreach (var file in Directory.GetFiles(house.Database.Folder, "*", SearchOption.AllDirectories))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var content = new MemoryStream();
            stream.CopyTo(content);
            Look(Path.GetFileName(file), Encoding.Latin1.GetString(content.ToArray()), found);
        }
    }

    private static async Task WalkAsEverybody(House house, TenderRun run, string bid, string document, List<string> found)
    {
        var doors = await Door.All(house);
        var other = await run.Invite("Curious");
        foreach (var role in Enum.GetValues<Role>())
        {
            var person = role == Role.Supplier ? other.Person : await house.AccountOf(role);
            var (browser, program) = (await house.SignedIn(person), await house.Api(person));
            foreach (var door in doors.Where(door => door.Methods.Contains(HttpMethod.Get)))
            {
                var address = door.Text.Replace("{id:guid}", "{id}", StringComparison.Ordinal).Replace("{number?}", "", StringComparison.Ordinal)
                    .Replace("{bid}", bid, StringComparison.Ordinal).Replace("{file}", document, StringComparison.Ordinal).Replace("{id}", run.Id.ToString(), StringComparison.Ordinal);
                var answer = await (door.IsApi ? program : browser).GetAsync(address);
                Look($"{role} at {address}", await answer.Content.ReadAsStringAsync(), found);
                if (address.Contains("/tenders", StringComparison.Ordinal))
                    ((int)answer.StatusCode).ShouldBeLessThan(500, address);
            }
            Look($"{role} at the workbook", await (await browser.GetAsync(run.Address("/evaluation?handler=Workbook"))).Content.ReadAsStringAsync(), found);
        }
    }

    private static void Look(string where, string text, List<string> found)
    {
        foreach (var secret in Secrets.Where(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)))
            found.Add($"{where}: {secret}");
    }
}

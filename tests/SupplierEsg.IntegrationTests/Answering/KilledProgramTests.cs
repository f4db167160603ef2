using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Domain;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Answering;

/// <summary>
/// The real program in a process of its own is killed in the middle of saving, again and again: no answer that was shown as
/// saved is lost, and none is there that wasn't sent.
/// </summary>
public sealed class KilledProgramTests
{
    private const int Kills = 50;

    [Fact]
    public async Task No_answer_shown_as_saved_is_lost_and_none_is_there_that_was_not_sent()
    {
        using var folder = new TemporaryFolder();
        var people = await Seed(folder.Path);
        var writers = people.SelectMany(person => new[] { new Writer(person, "remarks", i => $"text {i}"), new Writer(person, "staff", i => $"{i}") }).ToList();
        var moments = new Random(20261125);
        var port = FreePort();
        for (var kill = 0; kill < Kills; kill++)
        {
            using var program = await Program.Start(folder.Path, port);
            if (kill == 0)
                foreach (var person in people)
                    await person.SignIn(program.Address);
            await SaveUntilKilled(program, writers, after: moments.Next(1, 60));
            Compare(folder.Path, writers);
        }
        writers.Sum(writer => writer.Acknowledged).ShouldBeGreaterThan(Kills);
        Look(folder.Path, "PRAGMA integrity_check", row => row.GetString(0)).ShouldBe(["ok"]);
    }

    /// <summary>All save at once and without pause; the one that is told the last acknowledgement to wait for kills the program.</summary>
    private static async Task SaveUntilKilled(Program program, IEnumerable<Writer> writers, int after)
    {
        var left = after;
        await Task.WhenAll(writers.Select(writer => Task.Run(async () =>
        {
            while (await writer.Save(program.Address))
                if (Interlocked.Decrement(ref left) == 0)
                    program.Kill();
        })));
        program.HasEnded.ShouldBeTrue(program.Said);
    }

    private static void Compare(string folder, IEnumerable<Writer> writers)
    {
        var stored = Look(folder, """SELECT lower("AssessmentId"), "Question", "Value", "Revision" FROM "Answers" """, row => (Place: $"{row.GetString(0)}/{row.GetString(1)}", Value: row.GetString(2), Revision: row.GetInt32(3)))
            .ToDictionary(row => row.Place);
        foreach (var writer in writers)
        {
            var (value, revision) = stored.TryGetValue(writer.Place, out var row) ? (row.Value, row.Revision) : (null, 0);
            var number = value is null ? 0 : writer.NumberOf(value);
            number.ShouldBeInRange(writer.Acknowledged, writer.Sent, $"{writer.Place} holds '{value}'.");
            // An answer and its line in the journal are written together or not at all.
            Look(folder, $"""SELECT COUNT(*) FROM "Journal" WHERE "Event" = 'AnswersSaved' AND "Subject" = 'assessment/{writer.Place.Split('/')[0]}' AND "Payload" LIKE '%"{writer.Question}"%' """, row => row.GetInt32(0))
                .ShouldBe([revision], writer.Place);
        }
    }

    private static List<T> Look<T>(string folder, string sql, Func<SqliteDataReader, T> read)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "supplier-esg.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>Three suppliers' people with a questionnaire each, in a database that the program finds in its folder.</summary>
    private static async Task<List<Person>> Seed(string folder)
    {
        await using var house = await House.Own(DatabaseProvider.Sqlite, TimeProvider.System);
        var invited = new List<Invited>();
        for (var i = 0; i < 3; i++)
            invited.Add(await Invited.To(house));
        await house.InDb(db => db.Database.ExecuteSqlRawAsync("VACUUM INTO {0}", Path.Combine(folder, "supplier-esg.db")));
        return [.. invited.Select(one => new Person(one.Assessment, one.Person.Email!))];
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>One of a supplier's people in a browser that stays open when the program goes.</summary>
    private sealed class Person(AssessmentId assessment, string email)
    {
        private readonly Dictionary<string, string> tokens = [];

        public AssessmentId Assessment => assessment;

        public HttpClient Browser { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() }) { Timeout = TimeSpan.FromSeconds(30) };

        public async Task SignIn(Uri address)
        {
            Browser.BaseAddress = address;
            await (await WebPage.Get(Browser, "/sign-in")).Submit(new() { ["Email"] = email, ["Password"] = House.Password });
            foreach (var theme in new[] { "GOV", "ENV" })
                tokens[theme] = (await WebPage.Get(Browser, $"/portal/assessments/{assessment}/{theme}")).Document.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        }

        public HttpRequestMessage Request(string theme, object body)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, $"/portal/assessments/{assessment}/{theme}/answers") { Content = JsonContent.Create(body) };
            request.Headers.Add("RequestVerificationToken", tokens[theme]);
            return request;
        }
    }

    /// <summary>Answers one question again and again, each time with a value of its own, and keeps what it was told.</summary>
    private sealed class Writer(Person person, string question, Func<int, string> value)
    {
        private readonly string page = $"{Guid.NewGuid():N}";

        public string Question => question;

        public string Place => $"{person.Assessment}/{question}";

        /// <summary>Number of the last answer that was sent.</summary>
        public int Sent { get; private set; }

        /// <summary>Number of the last answer that was shown as saved.</summary>
        public int Acknowledged { get; private set; }

        public int NumberOf(string stored) => Enumerable.Range(1, Sent).SingleOrDefault(number => value(number) == stored, int.MaxValue);

        /// <summary>False when the program is gone.</summary>
        public async Task<bool> Save(Uri address)
        {
            var number = ++Sent;
            using var request = person.Request(question == "remarks" ? "GOV" : "ENV", new { page, sequence = number, answers = new Dictionary<string, object> { [question] = new { value = value(number) } } });
            try
            {
                using var answer = await person.Browser.SendAsync(request);
                var reply = await answer.Content.ReadFromJsonAsync<JsonElement>();
                answer.StatusCode.ShouldBe(HttpStatusCode.OK, reply.ToString());
                reply.GetProperty("saved").TryGetProperty(question, out _).ShouldBeTrue(reply.ToString());
                Acknowledged = number;
                return true;
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException or JsonException)
            {
                return false;
            }
        }
    }

    /// <summary>The program as it is started by a person: a process that listens.</summary>
    private sealed class Program : IDisposable
    {
        private readonly Process process;
        private readonly ConcurrentQueue<string?> said = new();

        private Program(string folder, Uri address)
        {
            var program = typeof(global::Program).Assembly.Location;
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(program)! };
            foreach (var argument in new[] { program, "--urls", address.ToString(), "--Data:Folder", folder, "--Serilog:MinimumLevel:Default", "Error" })
                start.ArgumentList.Add(argument);
            start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
            (process, Address) = (Process.Start(start)!, address);
            process.OutputDataReceived += (_, line) => said.Enqueue(line.Data);
            process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        public Uri Address { get; }

        public bool HasEnded => process.HasExited;

        public string Said => string.Join('\n', said);

        public static async Task<Program> Start(string folder, int port)
        {
            var program = new Program(folder, new($"http://127.0.0.1:{port}"));
            using var client = new HttpClient { BaseAddress = program.Address };
            while (!await Answers(client))
            {
                program.HasEnded.ShouldBeFalse(program.Said);
                await Task.Delay(10);
            }
            return program;
        }

        /// <summary>As <c>kill -9</c>.</summary>
        public void Kill()
        {
            process.Kill();
            process.WaitForExit();
        }

        public void Dispose()
        {
            if (!HasEnded)
                Kill();
            process.Dispose();
        }

        private static async Task<bool> Answers(HttpClient client)
        {
            try
            {
                return (await client.GetAsync("/health/live")).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("supplieresg-killed-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}

using System.Net;
using System.Text;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Accounts;

/// <summary>
/// Walks every page and endpoint there is, as every role and as a stranger, and holds the answer against the permission
/// that stands on it. What is added later is walked without anybody thinking of it.
/// </summary>
public sealed class EveryPageAndEndpointTests
{
    /// <summary>What anybody may open. A line more here is a decision.</summary>
    private static readonly string[] Open =
    [
        "/sign-in", "/sign-out", "/forgot-password", "/password/{token}", "/setup/{token}", "/invitation/{token}", "/invitation/colleague/{token}", "/receipts/{number?}",
        "/preferences", "/status/{code:int}", "/failed", "/health/live", "/health/ready", "/openapi/{documentName}.json",
    ];

    private readonly List<string> faults = [];

    [Theory, OnEveryDatabase]
    public async Task Each_opens_to_those_who_may_and_to_nobody_else(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var samples = await Samples.Make(house);
        var doors = await Door.All(house);
        doors.Count.ShouldBeGreaterThan(30);
        await WalkAsStranger(house, doors, samples);
        foreach (var role in Enum.GetValues<Role>())
        {
            var person = role == Role.Supplier ? samples.Person : await house.AccountOf(role);
            await Walk(doors.Where(door => !door.IsApi), role, await house.SignedIn(person), samples);
            await Walk(doors.Where(door => door.IsApi), role, await house.Api(person), samples);
        }
        string.Join('\n', faults).ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task Another_suppliers_things_look_as_if_there_were_none(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var samples = await Samples.Make(house);
        var (browser, program) = (await house.SignedIn(samples.Person), await house.Api(samples.Person));
        var walked = 0;
        foreach (var door in (await Door.All(house)).Where(door => door.Needs is { } need && Permissions.Allow([Role.Supplier], need)))
        {
            var address = samples.Fill(door.Pattern, others: true, out var owned);
            if (!owned)
                continue;
            walked++;
            foreach (var method in door.Methods)
            {
                var answer = await Send(door.IsApi ? program : browser, door, method, address);
                // A form without its token, or a body that is none, may be refused before anything is looked up.
                var hidden = method == HttpMethod.Get ? answer.StatusCode == HttpStatusCode.NotFound : (int)answer.StatusCode is >= 400 and < 500;
                Expect(hidden, door, method, "a supplier's person at another's", answer);
            }
        }
        walked.ShouldBeGreaterThan(0);
        string.Join('\n', faults).ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task None_lacks_its_permission(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var doors = await Door.All(house);
        doors.Where(door => door is { Needs: null, IsOpen: false }).Select(door => door.Text).ShouldBeEmpty("They name no permission, so nobody can open them.");
        doors.Where(door => door.IsOpen && !Open.Contains(door.Text)).Select(door => door.Text).ShouldBeEmpty("They are open to everybody, and not on the list of what may be.");
        doors.Where(door => door is { IsOpen: true, Needs: not null }).Select(door => door.Text).ShouldBeEmpty("They name a permission and are open to everybody all the same.");
    }

    private async Task WalkAsStranger(House house, IEnumerable<Door> doors, Samples samples)
    {
        var stranger = house.Stranger();
        foreach (var door in doors)
            foreach (var method in door.Methods)
            {
                var answer = await Send(stranger, door, method, samples.Fill(door.Pattern, others: false, out _));
                if (door.IsOpen)
                    Expect((int)answer.StatusCode < 500, door, method, "a stranger", answer);
                else if (door.IsApi)
                    Expect(answer.StatusCode == HttpStatusCode.Unauthorized && IsProblem(answer), door, method, "a stranger", answer);
                else
                    Expect(answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.AbsolutePath == "/sign-in", door, method, "a stranger", answer);
            }
    }

    private async Task Walk(IEnumerable<Door> doors, Role role, HttpClient client, Samples samples)
    {
        foreach (var door in doors.Where(door => door.Needs is not null))
            foreach (var method in door.Methods)
            {
                var address = samples.Fill(door.Pattern, others: false, out _);
                if (!Permissions.Allow([role], door.Needs!.Value))
                {
                    var refused = await Send(client, door, method, address);
                    Expect(refused.StatusCode == HttpStatusCode.Forbidden && (!door.IsApi || IsProblem(refused)), door, method, role.ToString(), refused);
                }
                else if (method == HttpMethod.Get)
                {
                    var answer = await Send(client, door, method, address);
                    Expect((int)answer.StatusCode < 500 && answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) && answer.Headers.Location?.OriginalString.Contains("/sign-in") != true, door, method, role.ToString(), answer);
                }
            }
    }

    private static Task<HttpResponseMessage> Send(HttpClient client, Door door, HttpMethod method, string address)
    {
        var request = new HttpRequestMessage(method, address);
        if (method != HttpMethod.Get && method != HttpMethod.Delete)
            request.Content = door.TakesForm ? new MultipartFormDataContent { { new StringContent("x"), "x" } } : new StringContent("{}", Encoding.UTF8, "application/json");
        return client.SendAsync(request);
    }

    private static bool IsProblem(HttpResponseMessage answer) => answer.Content.Headers.ContentType?.MediaType == "application/problem+json";

    private void Expect(bool fine, Door door, HttpMethod method, string who, HttpResponseMessage answer)
    {
        if (!fine)
            faults.Add($"{method} {door.Text} (needs {door.Needs?.ToString() ?? "nothing"}) answers {who} with {(int)answer.StatusCode} {answer.Content.Headers.ContentType?.MediaType} {answer.Headers.Location}");
    }
}

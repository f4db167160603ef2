using Microsoft.EntityFrameworkCore;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.Infrastructure.Demo;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Demo;

public sealed class DemoTests
{
    [Theory, OnEveryDatabase]
    public async Task It_holds_a_dozen_suppliers_and_assessments_in_several_states(DatabaseProvider database)
    {
        await using var house = await House.Own(database, new DemoClock());
        await Infrastructure.Demo.Demo.Prepare(house.Services);

        (await house.InDb(db => db.Suppliers.CountAsync())).ShouldBe(12);
        var states = await house.InDb(db => db.Assessments.GroupBy(a => a.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));
        states.ShouldBe(new Dictionary<AssessmentState, int> { [AssessmentState.Invited] = 2, [AssessmentState.Opened] = 1, [AssessmentState.InProgress] = 2, [AssessmentState.Submitted] = 1, [AssessmentState.InReview] = 1, [AssessmentState.Clarification] = 1, [AssessmentState.Finalised] = 2 }, ignoreOrder: true);
        var bands = await house.InDb(db => db.Scorecards.Select(s => s.Band).ToListAsync());
        bands.Count.ShouldBe(7);
        bands.Distinct().Count().ShouldBeGreaterThanOrEqualTo(3);
        var decisions = await house.InDb(db => db.AnswerEvidence.GroupBy(e => e.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));
        decisions.Keys.ShouldBe([EvidenceState.Pending, EvidenceState.Accepted, EvidenceState.Rejected], ignoreOrder: true);
        (await house.InDb(db => db.Journal.CountAsync(line => line.Event == nameof(DocumentAccepted) && line.ActorName == "Zhao Min"))).ShouldBe(decisions[EvidenceState.Accepted]);
    }

    [Theory, OnEveryDatabase]
    public async Task Its_accounts_and_its_key_work_and_a_second_start_takes_the_first_key_back(DatabaseProvider database)
    {
        await using var house = await House.Own(database, new DemoClock());
        var first = await Infrastructure.Demo.Demo.Prepare(house.Services);
        first.Accounts.Select(a => a.Role).ShouldBe(Enum.GetValues<Role>(), ignoreOrder: true);
        foreach (var (_, _, email) in first.Accounts)
        {
            var form = await WebPage.Get(house.Stranger(), "/sign-in");
            (await form.Submit(new() { ["Email"] = email, ["Password"] = first.Password })).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect, email);
        }

        var second = await Infrastructure.Demo.Demo.Prepare(house.Services);
        (await Ask(house, first.ApiKey)).ShouldBe(System.Net.HttpStatusCode.Unauthorized);
        (await Ask(house, second.ApiKey)).ShouldBe(System.Net.HttpStatusCode.OK);
        (await house.InDb(db => db.Suppliers.CountAsync())).ShouldBe(12);
    }

    [Theory, OnEveryDatabase]
    public async Task It_leaves_a_database_alone_that_holds_anything_else(DatabaseProvider database)
    {
        await using var house = await House.Own(database, new DemoClock());
        await house.AccountOf(Role.Officer);
        var refused = await Should.ThrowAsync<InvalidOperationException>(() => Infrastructure.Demo.Demo.Prepare(house.Services));
        refused.Message.ShouldContain("--demo");
        (await house.InDb(db => db.Suppliers.CountAsync())).ShouldBe(0);
    }

    private static async Task<System.Net.HttpStatusCode> Ask(House house, string key)
    {
        var program = house.Stranger();
        program.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return (await program.GetAsync("/api/v1/suppliers")).StatusCode;
    }
}

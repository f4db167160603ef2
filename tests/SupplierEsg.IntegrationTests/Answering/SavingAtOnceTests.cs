using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Answering;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Answering;

/// <summary>Many saves at the same moment share what they can, and stand or fall each by itself.</summary>
public sealed class SavingAtOnceTests
{
    [Theory, OnEveryDatabase]
    public async Task Every_save_stands_with_its_line_in_the_journal(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var invited = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Invited.To(house)));
        var saves = await Task.WhenAll(invited.Select(async one => await Task.WhenAll(Save(one, 0), Save(one, 1), Save(one, 2), Save(one, 3))));

        saves.SelectMany(s => s).ShouldAllBe(save => save.Single().Value >= 1);
        foreach (var one in invited)
        {
            var stored = await one.Stored();
            stored.Count.ShouldBe(4);
            (await house.InDb(db => db.Journal.CountAsync(line => line.Subject == $"assessment/{one.Assessment}" && line.Event == "AnswersSaved"))).ShouldBe(4);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task One_that_is_refused_takes_no_other_with_it(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (open, other, gone) = (await Invited.To(house), await Invited.To(house), await Invited.To(house));
        await Task.WhenAll(Save(open, 0), Save(other, 0), Save(gone, 0));
        await house.InDb(db => db.Assessments.Where(a => a.Id == gone.Assessment).ExecuteUpdateAsync(set => set.SetProperty(a => a.State, AssessmentState.Withdrawn)));

        var refused = Enumerable.Range(1, 3).Select(i => Should.ThrowAsync<RuleBroken>(() => Save(gone, i))).ToList();
        var saved = Enumerable.Range(1, 3).SelectMany(i => new[] { Save(open, i), Save(other, i) }).ToList();
        await Task.WhenAll([.. refused, .. saved]);

        (await open.Stored()).Count.ShouldBe(4);
        (await other.Stored()).Count.ShouldBe(4);
        (await gone.Stored()).Count.ShouldBe(1);
        (await house.InDb(db => db.Journal.CountAsync(line => line.Subject == $"assessment/{gone.Assessment}" && line.Event == "AnswersSaved"))).ShouldBe(1);
    }

    // What the database itself refuses (an answer of an assessment that isn't there) is a failure, and as lonely as a refusal.
    [Theory, OnEveryDatabase]
    public async Task One_that_fails_takes_no_other_with_it(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var one = await Invited.To(house);
        await Save(one, 0);
        var broken = Enumerable.Range(0, 3).Select(_ => Should.ThrowAsync<Exception>(() => house.InDb(db => db.WriteAnswers(
            Write(one, 0) with { Answers = [new(null!, "x", false, null)] }, TestContext.Current.CancellationToken)))).ToList();
        await Task.WhenAll([.. broken, Save(one, 1), Save(one, 2)]);
        (await one.Stored()).Count.ShouldBe(3);
    }

    [Theory, OnEveryDatabase]
    public async Task What_another_node_saved_is_seen_at_once(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var one = await Invited.To(house);
        var api = await one.Api();
        (await api.PutAsJsonAsync(one.Api("answers"), new { policy = new { value = "yes" } })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await one.Page("/GOV")).Document.GetElementById("q-since")!.HasAttribute("hidden").ShouldBeFalse();

        // Past this program, as another would.
        await house.InDb(db => db.Answers.Where(a => a.AssessmentId == one.Assessment && a.Question == "policy")
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Value, "no").SetProperty(a => a.Revision, a => a.Revision + 1)));
        (await one.Page("/GOV")).Document.GetElementById("q-since")!.HasAttribute("hidden").ShouldBeTrue();

        var (_, reply) = await one.Autosave("GOV", new { since = new { value = "2024-05-01" } });
        reply.GetProperty("notAsked")[0].GetString().ShouldBe("since");
    }

    private static string QuestionOf(int i) => new[] { "policy", "remarks", "staff", "grade" }[i];

    private static AnswersWrite Write(Invited invited, int i) => new(
        new SheetHead(invited.Assessment, invited.Supplier, default, AssessmentState.InProgress, default, 0, []),
        [new WrittenAnswer(QuestionOf(i), i == 0 ? "yes" : "5", false, null)], invited.House.Time.GetUtcNow().UtcDateTime, "Lin Wei");

    private static async Task<IReadOnlyDictionary<string, int>> Save(Invited invited, int i)
    {
        var read = await invited.Read();
        if (read.State is AssessmentState.Invited or AssessmentState.Opened)
            await invited.House.InDb(db => db.Assessments.Where(a => a.Id == invited.Assessment).ExecuteUpdateAsync(set => set.SetProperty(a => a.State, AssessmentState.InProgress)));
        return await invited.House.InDb(db => db.WriteAnswers(Write(invited, i), TestContext.Current.CancellationToken));
    }
}

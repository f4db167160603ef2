using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Application.Common;
using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Assessments;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Life;

public sealed class ExpiryTests
{
    [Theory, OnEveryDatabase]
    public async Task It_counts_through_its_last_day_and_expires_in_the_night_after(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var life = await Living.In(house);
        var id = await life.Finalised(await house.Publish());
        house.Time.SetUtcNow(new(2027, 6, 30, 23, 59, 0, TimeSpan.Zero));
        await house.Send(new ExpireAssessments.Command());
        (await life.Read(id)).State.ShouldBe(AssessmentState.Finalised);
        house.Time.Advance(TimeSpan.FromMinutes(2));
        await house.Send(new ExpireAssessments.Command());
        (await life.Read(id)).State.ShouldBe(AssessmentState.Expired);
        (await house.Send(new ExpireAssessments.Command())).ShouldBe(new(0, 0, 0));
    }

    [Theory, OnEveryDatabase]
    public async Task Several_nodes_at_once_expire_each_one_once(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var now = house.Time.Now();
        var made = await Store(house, 12, now.AddMonths(-14));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => house.Send(new ExpireAssessments.Command()))));
        (await house.InDb(db => db.Assessments.CountAsync(a => made.Contains(a.Id) && a.State == AssessmentState.Expired))).ShouldBe(12);
        (await house.InDb(db => db.Journal.CountAsync(line => line.Event == nameof(AssessmentExpired)))).ShouldBe(12);
    }

    [Theory, OnEveryDatabase]
    public async Task The_approaching_end_is_told_at_90_30_and_7_days(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var made = await Store(house, 1, house.Time.Now());
        var last = (await house.Read(made[0])).ValidUntil!.Value;
        foreach (var left in new[] { 91, 90, 60, 31, 30, 8, 7, 0 })
        {
            house.Time.SetUtcNow(new(last.AddDays(-left).ToDateTime(new(0, 10)), TimeSpan.Zero));
            // The house's own job may be quicker; what the journal says is what counts.
            await house.Send(new ExpireAssessments.Command());
        }
        var told = await house.InDb(db => db.Journal.Where(line => line.Event == nameof(ExpiryDrawsNear)).OrderBy(line => line.Sequence).Select(line => line.At).ToListAsync());
        told.Select(at => last.DayNumber - DateOnly.FromDateTime(at).DayNumber).ShouldBe([90, 30, 7]);
    }

    [Theory, OnEveryDatabase]
    public async Task The_nightly_job_does_more_than_one_batch(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        await Store(house, ExpireAssessments.AtOnce + 3, house.Time.Now().AddMonths(-14));
        await house.InScope(async scope =>
        {
            var job = ActivatorUtilities.CreateInstance<Infrastructure.Jobs.ExpireAssessmentsJob>(scope);
            await job.Execute(null!, CancellationToken.None);
            return true;
        });
        (await house.InDb(db => db.Assessments.CountAsync(a => a.State == AssessmentState.Expired))).ShouldBe(ExpireAssessments.AtOnce + 3);
    }

    [Theory, OnEveryDatabase]
    public async Task The_job_is_due_at_start_and_every_night(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var scheduler = await house.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var nightly = await scheduler.GetTrigger(new TriggerKey("every night"));
        nightly!.GetFireTimeAfter(new DateTimeOffset(2026, 6, 30, 9, 0, 0, TimeSpan.Zero)).ShouldBe(new DateTimeOffset(2026, 7, 1, 0, 10, 0, TimeSpan.Zero));
    }

    [Theory, OnEveryDatabase]
    public async Task Today_offers_to_invite_again_until_somebody_has(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var version = await house.Publish();
        var life = await Living.In(house);
        await life.Finalised(version);
        (await life.Desk("/")).Text.ShouldNotContain("Results that end soon");
        house.Time.SetUtcNow(new(2027, 5, 1, 9, 0, 0, TimeSpan.Zero));
        var today = await life.Desk("/");
        today.Text.ShouldContain("Counts until 30 June 2027");
        var again = today.Document.QuerySelector($"a[href*='supplier={life.Supplier}']").ShouldNotBeNull();
        (await life.Desk(again.GetAttribute("href")!)).Text.ShouldContain(life.Name);
        house.Time.SetUtcNow(new(2027, 8, 1, 9, 0, 0, TimeSpan.Zero));
        await house.Send(new ExpireAssessments.Command());
        (await life.Desk("/")).Text.ShouldContain("Counted until 30 June 2027");
        await life.Invite(version);
        (await life.Desk("/")).Text.ShouldNotContain("Results that end soon");
    }

    [Theory, OnEveryDatabase]
    public async Task A_scorecard_says_whether_it_counts_to_both_sides(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var version = await house.Publish();
        var life = await Living.In(house);
        var id = await life.Invite(version);
        await life.Submit(id);
        await Says(life, "Provisional", "the review isn't done yet");
        house.Time.Advance(TimeSpan.FromMinutes(1));
        await life.Finalise(id);
        await Says(life, "Final", "it counts until 30 June 2027");
        house.Time.SetUtcNow(new(2027, 7, 1, 0, 5, 0, TimeSpan.Zero));
        await Says(life, "Expired", "Only a new assessment");
        await house.Send(new ExpireAssessments.Command());
        await Says(life, "Expired", "Only a new assessment");
    }

    private static async Task Says(Living life, string word, string sentence)
    {
        var browser = (await life.At(default(AssessmentId))).Browser;
        var results = await WebPage.Get(browser, "/portal/results");
        results.Document.QuerySelector("table.data tbody tr")!.TextContent.ShouldContain(word);
        (await WebPage.Get(browser, results.Document.QuerySelector("table.data tbody a")!.GetAttribute("href")!)).Text.ShouldContain(sentence);
        var list = await life.Desk("/scorecards");
        list.Document.QuerySelector("table.data tbody tr")!.TextContent.ShouldContain(word);
        (await life.Desk(list.Document.QuerySelector("table.data tbody a")!.GetAttribute("href")!)).Text.ShouldContain(sentence);
    }

    private static async Task<List<AssessmentId>> Store(House house, int count, DateTime since)
    {
        var version = A.PublishedQuestionnaire(since);
        var made = new List<AssessmentId>();
        await house.InDb(async db =>
        {
            db.Add(version);
            for (var i = 0; i < count; i++)
            {
                var supplier = A.Supplier().Build();
                var assessment = A.AssessmentIn(AssessmentState.Finalised, since, supplier.Id, version);
                db.AddRange(supplier, assessment);
                made.Add(assessment.Id);
            }
            return await db.SaveChangesAsync();
        });
        return made;
    }
}

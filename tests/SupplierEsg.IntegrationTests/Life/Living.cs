using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Application.Common;
using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scorecards;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Answering;
using SupplierEsg.IntegrationTests.Assessments;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Life;

/// <summary>A supplier whose assessments come and go, the person who answers for it, and the steps of a life in the order somebody takes them.</summary>
internal sealed class Living
{
    public required House House { get; init; }

    public required SupplierId Supplier { get; init; }

    public required string Name { get; init; }

    public required AppUser Person { get; init; }

    public static async Task<Living> In(House house)
    {
        var supplier = await house.Register();
        return new() { House = house, Supplier = supplier.Id, Name = supplier.LegalName, Person = await house.MakeAccount(Role.Supplier, supplier.Id) };
    }

    public async Task<AssessmentId> Invite(QuestionnaireVersion version) =>
        (await House.Send(new InviteSuppliers.Command(version.Id, [Supplier], House.Due(30)))).Invited.Single().Id;

    /// <summary>The next version of the same questionnaire, with something of its definition replaced.</summary>
    public async Task<QuestionnaireVersion> Next(QuestionnaireVersion version, params (string Was, string Now)[] changes)
    {
        var json = changes.Aggregate(A.SurveyDefinition, (text, change) => text.Replace(change.Was, change.Now));
        var next = QuestionnaireVersion.Import(QuestionnaireJson.ReadStored(json) with { FormId = version.FormId }, version.Number + 1, null, House.Time.Now());
        next.Publish(House.Time.Now());
        await House.InDb(async db =>
        {
            db.Add(next);
            return await db.SaveChangesAsync();
        });
        return next;
    }

    public Invited At(AssessmentId id, HttpClient browser) => new() { House = House, Supplier = Supplier, Assessment = id, Person = Person, Browser = browser };

    public async Task<Invited> At(AssessmentId id) => At(id, await House.SignedIn(Person));

    public Task<Assessment> Read(AssessmentId id) => House.Read(id);

    /// <summary>Opened, answered in full with a document, and submitted; today.</summary>
    public async Task Submit(AssessmentId id)
    {
        var at = await At(id);
        await at.Page();
        await at.Complete();
        var api = await at.Api();
        (await api.PostAsync(at.Api("evidence?question=policy"), Invited.File(Invited.Pdf($"of {House.Time.Now():O}"), "policy.pdf"))).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await at.Submit(api)).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    public async Task<AssessmentId> Finalised(QuestionnaireVersion version)
    {
        var id = await Invite(version);
        await Submit(id);
        await Finalise(id);
        return id;
    }

    public Task BeginReview(AssessmentId id) => Review(id, (assessment, _) =>
    {
        assessment.BeginReview(Guid.CreateVersion7());
        return Task.CompletedTask;
    });

    public Task SendBack(AssessmentId id, params string[] questions) => Review(id, (assessment, _) =>
    {
        assessment.SendBack([.. questions.Select(A.Marked)], [], House.Due(14), "content", House.Time.Now());
        return Task.CompletedTask;
    });

    /// <summary>Begins the review where nobody has, and signs it: with the final scorecard, and what it takes the place of.</summary>
    public Task Finalise(AssessmentId id) => Review(id, async (assessment, scope) =>
    {
        var db = scope.GetRequiredService<AppDb>();
        var reviewer = Guid.CreateVersion7();
        assessment.BeginReview(reviewer);
        var sheet = await scope.GetRequiredService<Sheets>().GetWithEvidence(id, CancellationToken.None);
        assessment.Sign(new(reviewer, "Rita Reviewer", House.Time.Now()), default, needsSecond: false, validMonths: 12).ShouldBeTrue();
        var score = AssessmentScoring.Score(sheet.Questionnaire, sheet.Today, sheet.ToAnswerSheet(), findings: []);
        db.Scorecards.Add(Scorecard.Make(id, assessment.SupplierId, assessment.QuestionnaireVersionId, score, House.Time.Now().AddMilliseconds(1), assessment.ValidUntil));
        await ((IAppDb)db).SupersedeOlder(assessment, CancellationToken.None);
    });

    public Task<List<string>> Journal(AssessmentId id) => House.InDb(db =>
        db.Journal.Where(line => line.Subject == $"assessment/{id}" && line.Event != "AnswersSaved" && line.Event != "EvidenceAttached").OrderBy(line => line.Sequence).Select(line => line.Event).ToListAsync());

    public Task<Dictionary<string, CarryOver>> Marks(AssessmentId id) => House.InDb(db => db.Answers.Where(a => a.AssessmentId == id).ToDictionaryAsync(a => a.Question, a => a.CarryOver));

    public async Task<WebPage> Desk(string address, Role role = Role.Officer) => await WebPage.Get(await House.As(role), address);

    // By the aggregate itself: the buyer's own steps have tests of their own.
    private Task Review(AssessmentId id, Func<Assessment, IServiceProvider, Task> step) => House.InScope(async scope =>
    {
        var db = scope.GetRequiredService<AppDb>();
        var assessment = await db.Assessments.SingleAsync(a => a.Id == id);
        await step(assessment, scope);
        return await db.SaveChangesAsync();
    });
}

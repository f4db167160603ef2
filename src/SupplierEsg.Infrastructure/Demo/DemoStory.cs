using System.Globalization;
using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Application.Questionnaires.Tiers;
using SupplierEsg.Application.Suppliers;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Infrastructure.Content;
using SupplierEsg.Infrastructure.Data;

namespace SupplierEsg.Infrastructure.Demo;

/// <summary>Lives the demonstration's past: every step is the real use case, done by its person, on its day.</summary>
internal sealed class DemoStory(IServiceProvider services)
{
    private readonly DemoClock clock = services.GetRequiredService<TimeProvider>() as DemoClock
        ?? throw new InvalidOperationException("The demonstration needs its own clock.");

    private readonly IHttpContextAccessor http = services.GetRequiredService<IHttpContextAccessor>();

    public async Task Live(CancellationToken token)
    {
        await On(daysAgo: 40, null, scope => MakeStaff(scope));
        await On(daysAgo: 30, DemoPerson.Officer.Email, scope => PublishQuestionnaires(scope, token));
        foreach (var (supplier, index) in DemoSupplier.All.Select((s, i) => (s, i)))
            await Tell(supplier, day: 22 - index, token);
        await TellTenders(token);
        clock.Behind = TimeSpan.Zero;
        await On(daysAgo: 0, null, async scope =>
        {
            var db = scope.GetRequiredService<AppDb>();
            db.Tell(new DemoLoaded());
            return await db.SaveChangesAsync(token);
        });
    }

    private async Task TellTenders(CancellationToken token)
    {
        var panel = new[] { DemoPerson.Evaluator.Email, DemoPerson.Reviewer.Email };
        var accounts = await On(0, null, scope => scope.GetRequiredService<AppDb>().Users.Where(user => panel.Contains(user.Email)).Select(user => user.Id).ToListAsync(token));
        var version = await On(0, null, scope => scope.GetRequiredService<AppDb>().QuestionnaireVersions.Where(v => v.FormId == ShippedQuestionnaires.FormIds[0]).Select(v => v.Id).SingleAsync(token));
        await new DemoTenders((daysAgo, email, step) => On(daysAgo, email, async scope =>
        {
            await step(scope.GetRequiredService<IMediator>());
            return true;
        }), accounts, token).Live(version);
    }

    private async Task Tell(DemoSupplier supplier, int day, CancellationToken token)
    {
        var id = await On(day, DemoPerson.Officer.Email, scope => Register(scope, supplier, token));
        if (supplier.Progress == DemoProgress.None)
            return;
        var daysToAnswer = supplier.Progress == DemoProgress.Invited && supplier.Country == "IN" ? 5 : 30;
        var (assessment, version) = await On(day - 2, DemoPerson.Officer.Email, scope => Invite(scope, id, clock.Today().AddDays(daysToAnswer), token));
        if (supplier.Progress == DemoProgress.Invited)
            return;
        await On(day - 4, null, scope => Accept(scope, supplier, id, assessment, token));
        await On(day - 4, supplier.Email, scope => scope.GetRequiredService<IMediator>().Send(new OpenAssessment.Command(assessment), token));
        if (supplier.Progress == DemoProgress.Opened)
            return;
        await On(day - 10, supplier.Email, scope => AnswerQuestions(scope, supplier, version, assessment, token));
        if (supplier.Progress < DemoProgress.Submitted)
            return;
        await On(day - 14, supplier.Email, scope => scope.GetRequiredService<IMediator>().Send(new SubmitAssessment.Command(assessment, true, supplier.Contact), token));
        if (supplier.Progress > DemoProgress.Submitted)
            await On(day - 15, DemoPerson.Reviewer.Email, scope => new DemoReview(scope.GetRequiredService<IMediator>(), supplier, assessment).Do(clock.Today(), token));
    }

    private static async Task<int> MakeStaff(IServiceProvider scope)
    {
        var maker = scope.GetRequiredService<AccountMaker>();
        foreach (var person in DemoPerson.Staff)
            await maker.Make(person.Email, person.Name, person.Role, null, person.Language, DemoPerson.Password);
        return DemoPerson.Staff.Count;
    }

    private async Task<int> PublishQuestionnaires(IServiceProvider scope, CancellationToken token)
    {
        var db = scope.GetRequiredService<AppDb>();
        var versions = ShippedQuestionnaires.FormIds.Select(form => QuestionnaireVersion.Import(ShippedQuestionnaires.Definition(form), 1, null, clock.Now())).ToList();
        versions.ForEach(version => version.Publish(clock.Now()));
        db.AddRange(versions);
        db.Add(TierLists.Usual(scope.GetRequiredService<IShippedQuestionnaires>(), scope.GetRequiredService<ITexts>(), DemoPerson.Officer.Language));
        return await db.SaveChangesAsync(token);
    }

    private static async Task<SupplierId> Register(IServiceProvider scope, DemoSupplier supplier, CancellationToken token)
    {
        var mediator = scope.GetRequiredService<IMediator>();
        var id = (await mediator.Send(new RegisterSupplier.Command
        {
            LegalName = supplier.Name, LocalName = supplier.LocalName, CountryCode = supplier.Country, HeadCount = supplier.HeadCount, Categories = supplier.Categories,
            Identifiers = [.. supplier.Identifiers.Select(i => new IdentifierRow { Scheme = i.Scheme, Value = i.Value })],
            Sites = [new SiteRow { Kind = SiteKind.RegisteredOffice, Lines = supplier.Language == "zh-Hans" ? "工业园区 8 号" : "8 Harbour Road", City = supplier.City, CountryCode = supplier.Country }],
            Contacts = [new ContactRow { Name = supplier.Contact, Email = supplier.Email, Language = supplier.Language }],
            Status = supplier.Status == SupplierStatus.Prospective ? SupplierStatus.Prospective : SupplierStatus.Registered,
            ConfirmedSimilar = true,
        }, token)).Id!.Value;
        if (supplier.Status is SupplierStatus.Qualified)
            await mediator.Send(new ChangeSupplierStatus.Command { Id = id, Status = SupplierStatus.Qualified, Reason = "Site visit and trade references without remarks." }, token);
        if (supplier.Status is SupplierStatus.Suspended)
            await mediator.Send(new ChangeSupplierStatus.Command { Id = id, Status = SupplierStatus.Suspended, Reason = "Insurance certificate has expired; suspended until a valid one is shown." }, token);
        return id;
    }

    private static async Task<(AssessmentId, QuestionnaireVersionId)> Invite(IServiceProvider scope, SupplierId supplier, DateOnly dueOn, CancellationToken token)
    {
        var invited = (await scope.GetRequiredService<IMediator>().Send(new InviteSuppliers.Command(null, [supplier], dueOn), token)).Invited.Single();
        return (invited.Id, invited.Questionnaire);
    }

    private async Task<int> Accept(IServiceProvider scope, DemoSupplier supplier, SupplierId id, AssessmentId assessmentId, CancellationToken token)
    {
        var account = await scope.GetRequiredService<AccountMaker>().Make(supplier.Email, supplier.Contact, Role.Supplier, id, supplier.Language, DemoPerson.Password);
        var db = scope.GetRequiredService<AppDb>();
        var assessment = await db.Assessments.SingleAsync(a => a.Id == assessmentId, token);
        assessment.Accept(assessment.InvitationKey, account.Id, clock.Now());
        return await db.SaveChangesAsync(token);
    }

    private async Task<int> AnswerQuestions(IServiceProvider scope, DemoSupplier supplier, QuestionnaireVersionId version, AssessmentId assessment, CancellationToken token)
    {
        var mediator = scope.GetRequiredService<IMediator>();
        var questionnaire = await scope.GetRequiredService<CompiledQuestionnaires>().Get(version, token);
        var answers = new DemoAnswers(questionnaire, supplier, clock.Today()).All();
        if (supplier.Progress == DemoProgress.InProgress)
            answers = [.. answers.Take(answers.Count * 3 / 5)];
        var saved = await mediator.Send(new SaveAnswers.Command(assessment, answers.ToDictionary(a => a.Question.Name, a => new AnswerInput { Text = a.Value })), token);
        if (saved.Faults.Count > 0)
            throw new InvalidOperationException($"The demonstration's answers are refused: {string.Join("; ", saved.Faults)}");

        var reached = answers.Count == 0 ? 0 : answers[^1].Question.Index;
        var asked = questionnaire.Questions.Where(q => q.Definition.Evidence == EvidenceNeed.Required && q.Index <= reached && saved.Sheet.State.Questions[q.Index].Relevant).ToList();
        foreach (var question in asked)
        {
            var document = await mediator.Send(new AttachEvidence.Command(assessment, question.Name, DemoDocument.NameFor(question), DemoDocument.For(question, supplier)), token);
            if (DemoDocument.DescriptionFor(question, document, clock.Today()) is { } description)
                await mediator.Send(description, token);
        }
        return asked.Count;
    }

    /// <summary>Does a step as a person, or as the system, on a day in working hours.</summary>
    private async Task<T> On<T>(int daysAgo, string? email, Func<IServiceProvider, Task<T>> step)
    {
        clock.Behind = TimeSpan.FromDays(Math.Max(daysAgo, 0));
        await using var scope = services.CreateAsyncScope();
        var culture = CultureInfo.CurrentUICulture;
        try
        {
            if (email is not null)
            {
                var account = await scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>().FindByEmailAsync(email);
                ClaimsPrincipal principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<AppUser>>().CreateAsync(account!);
                http.HttpContext = new DefaultHttpContext { User = principal, RequestServices = scope.ServiceProvider };
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(account!.Language == "zh-Hans" ? "zh-CN" : "en-GB");
            }
            return await step(scope.ServiceProvider);
        }
        finally
        {
            http.HttpContext = null;
            CultureInfo.CurrentUICulture = culture;
        }
    }
}

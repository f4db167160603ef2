using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Infrastructure.Demo;

namespace SupplierEsg.BrowserTests.Support;

/// <summary>A house with the demonstration's past, and what it lacks: a draft, a withdrawn assessment, a person who was only invited.</summary>
public sealed class DemoHouse : LiveHouse
{
    private readonly LiveHouse beside = new();

    public string DemoPassword { get; private set; } = "";

    /// <summary>A whole address: of a house beside this one, in which there is nobody yet.</summary>
    public string SetupLink { get; private set; } = "";

    public string PasswordLink { get; private set; } = "";

    public Guid InvitedPerson { get; private set; }

    public string WithdrawnLink { get; private set; } = "";

    internal TenderSamples Tenders { get; private set; } = null!;

    public string ColleagueLink { get; private set; } = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await beside.InitializeAsync();
        SetupLink = await SetupLinkOf(beside);
        await using var scope = Services.CreateAsyncScope();
        DemoPassword = (await Demo.Prepare(Services)).Password;
        await Send(new AddShippedQuestionnaire.Command("esg-default"));
        InvitedPerson = await Send(new AddPerson.Command { Name = "Noor Haddad", Email = "noor.haddad@demo.example", Roles = [Role.Reviewer] });
        PasswordLink = Path(await scope.ServiceProvider.GetRequiredService<IAccounts>().PasswordLink(InvitedPerson, default));
        await Withdraw();
        await Share(scope.ServiceProvider);
        Tenders = await TenderSamples.Make(this, (DemoClock)Services.GetRequiredService<TimeProvider>());
    }

    /// <summary>The one who signs in with this role; of the suppliers' people the one whose assessment has come so far.</summary>
    public async Task<string> EmailOf(Role role, AssessmentState state) =>
        role == Role.Supplier
            ? await InDb(db => (from user in db.Users
                                join assessment in db.Assessments.IgnoreQueryFilters() on user.SupplierId equals assessment.SupplierId
                                where assessment.State == state && !db.Bids.IgnoreQueryFilters().Any(bid => bid.AssessmentId == assessment.Id)
                                orderby user.Email
                                select user.Email!).FirstAsync())
            : $"{role.ToString().ToLowerInvariant()}@demo.example";

    public async Task<string> InvitationLink(AssessmentState state) => Path(await Send(new ShowInvitationLink.Command(await Assessment(state))));

    public Task<AssessmentId> Assessment(AssessmentState state) =>
        InDb(db => (from assessment in db.Assessments.IgnoreQueryFilters()
                    join user in db.Users on assessment.SupplierId equals user.SupplierId into people
                    from person in people.DefaultIfEmpty()
                    where assessment.State == state && !db.Bids.IgnoreQueryFilters().Any(bid => bid.AssessmentId == assessment.Id)
                    orderby person!.Email
                    select assessment.Id).FirstAsync());

    public override async ValueTask DisposeAsync()
    {
        await beside.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override void Replace(IServiceCollection services) => services.AddSingleton<TimeProvider, DemoClock>();

    private static async Task<string> SetupLinkOf(LiveHouse house)
    {
        await using var scope = house.Services.CreateAsyncScope();
        return new Uri(house.Address, Path(await scope.ServiceProvider.GetRequiredService<ISetup>().Renew(default) ?? "")).ToString();
    }

    private async Task Withdraw()
    {
        var supplier = A.Supplier().Named("Fjordglass Emballasje AS").From("NO").Build();
        await InDb(db =>
        {
            db.Add(supplier);
            return db.SaveChangesAsync();
        });
        var questionnaire = await InDb(db => db.QuestionnaireVersions.Where(q => q.PublishedAt != null).Select(q => q.Id).FirstAsync());
        var invited = (await Send(new InviteSuppliers.Command(questionnaire, [supplier.Id], DateOnly.FromDateTime(DateTime.UtcNow).AddDays(20), "Please answer for both plants."))).Invited.Single();
        WithdrawnLink = Path(await Send(new ShowInvitationLink.Command(invited.Id)));
        await Send(new WithdrawAssessment.Command(invited.Id, "The order went elsewhere."));
    }

    private async Task Share(IServiceProvider scope)
    {
        var id = await Assessment(AssessmentState.InProgress);
        var colleague = await InDb(async db =>
        {
            var assessment = await db.Assessments.SingleAsync(a => a.Id == id);
            var version = await db.QuestionnaireVersions.SingleAsync(q => q.Id == assessment.QuestionnaireVersionId);
            var themes = QuestionnaireJson.ReadStored(version.Definition).Themes.Select(theme => theme.Code).ToList();
            var asked = assessment.InviteColleague([], new("Priya Nair", "priya.nair@demo.example", "en"), themes[..2], themes, "Lin Wei", null, DateTime.UtcNow);
            db.Add(asked);
            await db.SaveChangesAsync();
            return asked;
        });
        ColleagueLink = Path(Application.Colleagues.ColleagueLink.Of(colleague, scope.GetRequiredService<ILinkTokens>(), scope.GetRequiredService<ISite>()));
    }

    private static string Path(string address) => new Uri(address).AbsolutePath;
}

using Microsoft.AspNetCore.Identity;
using SupplierEsg.Application;
using SupplierEsg.Application.Common;
using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Infrastructure.Data;

namespace SupplierEsg.Benchmarks;

/// <summary>A supplier's person with a form to fill in.</summary>
internal sealed record Respondent(string Email, Guid Assessment)
{
    public const string Password = "a long enough password";

    public string Page => $"/portal/assessments/{Assessment}/{Form.Theme}";
}

/// <summary>A database of the product's own making, with some suppliers invited to one questionnaire.</summary>
internal static class Seed
{
    public static async Task<IReadOnlyList<Respondent>> Make(string folder, int respondents)
    {
        var configuration = new ConfigurationBuilder().Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton<ICurrentUser, Nobody>().AddSingleton<IConfiguration>(configuration)
            .AddApplication().AddInfrastructure(configuration, folder, "supplier-esg.db").BuildServiceProvider();
        await services.PrepareDatabase();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        var now = TimeProvider.System.Now();
        var questionnaire = A.PublishedQuestionnaire(now, Form.Definition());
        db.Add(questionnaire);
        var all = new List<Respondent>();
        for (var i = 0; i < respondents; i++)
        {
            var supplier = A.Supplier().Build();
            var assessment = A.Invitation(supplier.Id, questionnaire, now);
            db.AddRange(supplier, assessment);
            await db.SaveChangesAsync();
            var account = new AppUser { Id = Guid.CreateVersion7(), UserName = $"bench{i}@example.com", Email = $"bench{i}@example.com", EmailConfirmed = true, DisplayName = $"Bench {i}", Language = "en", SupplierId = supplier.Id };
            if (!(await accounts.CreateAsync(account, Respondent.Password)).Succeeded || !(await accounts.AddToRoleAsync(account, nameof(Role.Supplier))).Succeeded)
                throw new InvalidOperationException("The account was refused.");
            all.Add(new(account.Email, assessment.Id.Value));
        }
        return all;
    }

    private sealed class Nobody : ICurrentUser
    {
        public Guid? Id => null;

        public string Name => "System";

        public IReadOnlyCollection<Role> Roles => [];

        public SupplierId? SupplierId => null;

        public bool IsSystem => true;

        public string Language => "en";
    }
}

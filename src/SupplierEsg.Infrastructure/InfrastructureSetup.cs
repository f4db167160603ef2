using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Application.Scorecards;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Application.Workbooks;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Infrastructure.Content;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.Infrastructure.Excel.Evaluations;
using SupplierEsg.Infrastructure.Excel.Questionnaires;
using SupplierEsg.Infrastructure.Excel.Reading;
using SupplierEsg.Infrastructure.Excel.Scorecards;
using SupplierEsg.Infrastructure.Files;
using SupplierEsg.Infrastructure.Idempotency;
using SupplierEsg.Infrastructure.Jobs;
using SupplierEsg.Infrastructure.Mail;

namespace SupplierEsg.Infrastructure;

public static class InfrastructureSetup
{
    /// <param name="configuration">Where it is set up.</param>
    /// <param name="services">Where it goes.</param>
    /// <param name="dataFolder">Where the embedded database, the evidence files and mails lie unless the configuration says otherwise.</param>
    /// <param name="sqliteFile">Name of the embedded database there, where no connection string is given.</param>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration, string dataFolder, string sqliteFile)
    {
        services.AddDatabase(configuration, Path.Combine(dataFolder, sqliteFile));
        services.AddAccounts(configuration);
        services.AddSingleton<IWorkbookReader, WorkbookReader>();
        services.AddMail(configuration, dataFolder);
        services.AddJobs();
        services.AddSingleton(new Buyer(configuration["Buyer:Name"] is { Length: > 0 } name ? name : null));
        services.AddSingleton<IdempotentReplies>();
        services.AddSingleton<Texts>();
        services.AddSingleton<IScorecardWorkbook, ScorecardWorkbook>();
        services.AddSingleton<ILeagueWorkbook, LeagueWorkbook>();
        services.AddSingleton<IEvaluationWorkbook, EvaluationWorkbook>();
        services.AddSingleton<ITexts>(provider => provider.GetRequiredService<Texts>());
        services.AddSingleton<IQuestionnaireWorkbooks, QuestionnaireWorkbooks>();
        services.AddSingleton<IShippedQuestionnaires, ShippedDefinitions>();
        services.AddEvidence(configuration, dataFolder);
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [DatabaseHealth.Ready]);
        return services;
    }

    /// <summary>Brings the database's schema to this version of the program, at start and before anything reads.</summary>
    public static async Task PrepareDatabase(this IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AppDb>().Database;
        // Looked up first: migrating locks the database and compares whole models even where there is nothing to do.
        if ((await database.GetPendingMigrationsAsync()).Any())
            await database.MigrateAsync();
        await scope.ServiceProvider.EnsureRoles();
    }
}

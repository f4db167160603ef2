using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Application.Workbooks;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Infrastructure.Content;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.Infrastructure.Excel.Questionnaires;
using SupplierEsg.Infrastructure.Excel.Reading;

namespace SupplierEsg.Infrastructure;

public static class InfrastructureSetup
{
    /// <param name="dataFolder">Where the embedded database and the evidence files lie unless the configuration says otherwise.</param>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        services.AddDatabase(configuration, dataFolder);
        services.AddAccounts();
        services.AddSingleton<Texts>();
        services.AddSingleton<ITexts>(provider => provider.GetRequiredService<Texts>());
        services.AddSingleton<IWorkbookReader, WorkbookReader>();
        services.AddSingleton<IQuestionnaireWorkbooks, QuestionnaireWorkbooks>();
        services.AddSingleton<IShippedQuestionnaires, ShippedDefinitions>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [DatabaseHealth.Ready]);
        return services;
    }

    /// <summary>Brings the database's schema to this version of the program, at start and before anything reads.</summary>
    public static async Task PrepareDatabase(this IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AppDb>().Database.MigrateAsync();
        await scope.ServiceProvider.EnsureRoles();
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Infrastructure.Files;

internal static class EvidenceSetup
{
    public static IServiceCollection AddEvidence(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        var limits = configuration.GetSection(EvidenceLimits.Section).Get<EvidenceLimits>() ?? new();
        if (!limits.IsSound)
            throw new InvalidOperationException("Something in the section Evidence makes no sense. All limits are above zero, and MaxRequestBytes and MaxLibraryBytes are at least MaxFileBytes.");
        var validity = configuration.GetSection(DocumentValidity.Section).Get<DocumentValidity>() ?? new();
        if (!validity.IsSound)
            throw new InvalidOperationException("Something in the section Evidence:Validity makes no sense. Give 1 to 100 for years, 0 to 3650 for WarningDays.");
        return services.AddSingleton(limits).AddSingleton(validity).AddSingleton<IFileStore>(new FolderFileStore(FolderOf(configuration, dataFolder)));
    }

    private static string FolderOf(IConfiguration configuration, string dataFolder) =>
        configuration["Evidence:Folder"] is { Length: > 0 } given ? Path.GetFullPath(given, dataFolder) : Path.Combine(dataFolder, "evidence");
}

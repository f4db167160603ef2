using Microsoft.Extensions.DependencyInjection;
using SupplierEsg.Application.Common;

namespace SupplierEsg.Infrastructure.Mail;

internal static class MailSetup
{
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddSingleton<ISite, SiteAddress>();
        return services.AddLetterWriters();
    }
}

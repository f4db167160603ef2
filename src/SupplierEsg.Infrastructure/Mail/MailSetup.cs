using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MimeKit;
using SupplierEsg.Application.Common;
using SupplierEsg.Infrastructure.Mail.Letters;

namespace SupplierEsg.Infrastructure.Mail;

internal static class MailSetup
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section))
            .Validate(options => !options.IsSetUp || MailboxAddress.TryParse(options.From, out _), "Mail:Smtp:Host is set, but Mail:Smtp:From is no e-mail address. Give the address that mails come from.")
            .ValidateOnStart();
        services.AddSingleton<ISite, SiteAddress>();
        services.AddSingleton<MailWriter>();
        services.AddScoped<MailLog>();
        services.AddSingleton<IPostbox>(provider => provider.GetRequiredService<IOptions<MailOptions>>().Value is { IsSetUp: true } options
            ? new SmtpPostbox(options)
            : new FolderPostbox(Path.Combine(dataFolder, "mail")));
        services.AddSingleton<MailDispatch>();
        services.AddHostedService(provider => provider.GetRequiredService<MailDispatch>());
        return services.AddLetterWriters().AddScoped<TenderPost>();
    }
}

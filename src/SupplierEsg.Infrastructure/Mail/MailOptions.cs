using MailKit.Security;

namespace SupplierEsg.Infrastructure.Mail;

/// <summary>Section <c>Mail:Smtp</c>. Without a host, mails become <c>.eml</c> files in the data folder's <c>mail</c>.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail:Smtp";

    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    public string User { get; init; } = "";

    public string Password { get; init; } = "";

    /// <summary><c>StartTls</c>, <c>SslOnConnect</c>, <c>None</c>, or <c>Auto</c>, which goes by the port.</summary>
    public SecureSocketOptions Security { get; init; } = SecureSocketOptions.Auto;

    /// <summary>Who mails come from: <c>esg@example.com</c> or <c>ESG team &lt;esg@example.com&gt;</c>.</summary>
    public string From { get; init; } = "";

    public bool IsSetUp => Host.Length > 0;
}

using System.Globalization;
using MimeKit;

namespace SupplierEsg.Infrastructure.Mail;

/// <summary>Mails as files that any mail program opens: what there is before a mail server is set up.</summary>
internal sealed class FolderPostbox(string folder) : IPostbox
{
    public async Task Drop(MimeMessage mail, long id, CancellationToken token)
    {
        Directory.CreateDirectory(folder);
        // The same mail has the same name, so a repetition takes its own place; whole files only ever appear.
        var name = Path.Combine(folder, $"{mail.Date.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{id:D6}.eml");
        await mail.WriteToAsync(name + ".part", token);
        File.Move(name + ".part", name, overwrite: true);
    }
}

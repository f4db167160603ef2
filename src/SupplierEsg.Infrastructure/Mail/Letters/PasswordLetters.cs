using Microsoft.AspNetCore.Identity;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Journal;
using SupplierEsg.Infrastructure.Accounts;

namespace SupplierEsg.Infrastructure.Mail.Letters;

/// <summary>The links at which people choose a password.</summary>
internal sealed class PasswordLetters(UserManager<AppUser> users, PasswordLinks links, ITexts texts)
    : ILetter<PersonInvited>, ILetter<PasswordReset>, ILetter<PasswordForgotten>
{
    // Whoever has chosen a password meanwhile needs no more links from the invitation.
    public Task<IReadOnlyList<Letter>> Write(PersonInvited happened, JournalEntry line, CancellationToken token) =>
        Write(happened.Account, account => account.PasswordHash is null, "Your account in SupplierEsg",
            "{0} has made an account for you in SupplierEsg, where suppliers' environmental, social and governance answers are gathered and scored. Choose a password to sign in for the first time.", line.ActorName);

    public Task<IReadOnlyList<Letter>> Write(PasswordReset happened, JournalEntry line, CancellationToken token) =>
        Write(happened.Account, account => account.PasswordHash is null, "Choose a new password for SupplierEsg",
            "{0} has reset your password for SupplierEsg; the old one no longer works. Choose a new one to sign in again.", line.ActorName);

    public Task<IReadOnlyList<Letter>> Write(PasswordForgotten happened, JournalEntry line, CancellationToken token) =>
        Write(happened.Account, _ => true, "Choose a new password for SupplierEsg",
            "Somebody, most likely you, asked for a new password for your account in SupplierEsg. If it wasn't you, ignore this mail: your password stays as it is.");

    private async Task<IReadOnlyList<Letter>> Write(Guid id, Func<AppUser, bool> stillNeeded, string subject, string beginning, params object[] args)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { LockedAt: null } account || !stillNeeded(account))
            return [];
        string In(string english, params object[] with) => texts.In(account.Language, english, with);
        var body = new LetterBody()
            .Say(In("Dear {0},", account.DisplayName))
            .Say(In(beginning, args))
            .SecretLink(In("Choose a password"), links.To(account))
            .Say(In("The link works once, and for seven days. Don't pass it on: whoever has it can sign in as you."));
        return [new(account.Email!, account.DisplayName, account.Language, In(subject), body)];
    }
}

using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Domain.Assessments;

/// <summary>What a supplier must be, and have, to be invited to an assessment.</summary>
public static class Inviting
{
    /// <summary>Days between today and the due date that is proposed.</summary>
    public const int UsualDays = 21;

    /// <summary>The people an invitation can be mailed to, in the supplier's own order.</summary>
    public static IReadOnlyList<Contact> Reachable(this Supplier supplier) =>
        [.. supplier.Contacts.Where(contact => !string.IsNullOrWhiteSpace(contact.Email))];

    /// <summary>Why this supplier can't be invited; null when it can.</summary>
    /// <param name="alreadyInvited">It has an open assessment of the questionnaire, in whatever version.</param>
    /// <param name="member">The command's member that named the supplier.</param>
    public static RuleBroken? Obstacle(Supplier supplier, bool alreadyInvited, string member) => supplier.Status switch
    {
        SupplierStatus.Blocked => AssessmentRules.SupplierBlocked(supplier.LegalName, member),
        SupplierStatus.Suspended => AssessmentRules.SupplierSuspended(supplier.LegalName, member),
        SupplierStatus.Prospective => AssessmentRules.SupplierProspective(supplier.LegalName, member),
        _ when alreadyInvited => AssessmentRules.AlreadyInvited(supplier.LegalName, member),
        _ when supplier.Reachable().Count == 0 => AssessmentRules.NoContact(supplier.LegalName, member),
        _ => null,
    };

    /// <summary>Whom to write to: the contact with this address, else the first that has one.</summary>
    /// <param name="language">Language of the mail; null for the contact's own.</param>
    /// <exception cref="RuleBroken">The supplier has no such contact.</exception>
    public static Invitee InviteeOf(Supplier supplier, string? email, string? language, string member)
    {
        var contact = supplier.Reachable().FirstOrDefault(c => email is null || c.Email!.Equals(email.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw AssessmentRules.ContactUnknown(supplier.LegalName, email ?? "", member);
        return new Invitee(contact.Name, contact.Email!, MailLanguage(language ?? contact.Language));
    }

    /// <summary>The language mails are written in for a person who reads this one: every Chinese is Simplified Chinese here, all else English.</summary>
    public static string MailLanguage(string tag) => tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh-Hans" : "en";
}

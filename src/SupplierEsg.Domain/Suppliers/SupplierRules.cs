using SupplierEsg.Domain.Suppliers.Identifiers;

namespace SupplierEsg.Domain.Suppliers;

/// <summary>Every way a change of a supplier is refused.</summary>
public static class SupplierRules
{
    public static RuleBroken NameMissing() =>
        new("supplier.name-missing", "The supplier has no name. Enter the legal name as it stands in the register.", nameof(Supplier.LegalName));

    /// <param name="code">The code given.</param>
    /// <param name="member">Where it was given.</param>
    public static RuleBroken CountryUnknown(string code, string member = nameof(Supplier.CountryCode)) =>
        new("supplier.country-unknown", "{0} is not a country code. Enter the two letters of ISO 3166-1, such as DE or CN.", member, code);

    public static RuleBroken HeadCountNegative() =>
        new("supplier.head-count-negative", "A head count cannot be below 0. Leave it empty if it is not known.", nameof(Supplier.HeadCount));

    public static RuleBroken CategoryUnknown(string code) =>
        new("supplier.category-unknown", "{0} is not a product category. Choose from the list.", nameof(Supplier.Categories), code);

    public static RuleBroken RegisteredOfficeTwice() =>
        new("supplier.registered-office-twice", "A supplier has one registered office. Enter the others as sites.", nameof(Supplier.Sites));

    public static RuleBroken ContactTwice(string email) =>
        new("supplier.contact-twice", "Two contacts have the e-mail address {0}. Enter each person once.", nameof(Supplier.Contacts), email);

    public static RuleBroken IdentifierTwice(SupplierIdentifier identifier) =>
        new("supplier.identifier-twice", "The number {0} is entered twice. Enter it once.", nameof(Supplier.Identifiers), identifier.Value);

    /// <summary>For the use case, which alone can look at the other suppliers.</summary>
    public static RuleBroken IdentifierTaken(
        SupplierIdentifier identifier, SupplierId holder, string holdersName, string member = nameof(Supplier.Identifiers)) =>
        new(
            "supplier.identifier-taken",
            "The number {0} already belongs to the supplier {1}. Open that supplier instead, or correct the number.",
            member,
            identifier.Value,
            holdersName
        )
        {
            Link = $"/suppliers/{holder}",
        };

    public static RuleBroken OwnParent() =>
        new("supplier.own-parent", "A supplier cannot be its own parent company. Choose another, or none.", "Parent");

    public static RuleBroken ParentLoop() =>
        new(
            "supplier.parent-loop",
            "The company chosen as parent is itself owned by this supplier. Choose a company that is not among its subsidiaries.",
            "Parent"
        );

    /// <summary>For the use case: what was typed as parent company leads to no supplier.</summary>
    public static RuleBroken ParentUnknown(string typed) =>
        new(
            "supplier.parent-unknown",
            "No supplier here has the name or number {0}. Register the parent company first, or leave this empty.",
            "Parent",
            typed
        );

    /// <summary>For the use case: what was typed as parent company leads to several suppliers.</summary>
    public static RuleBroken ParentAmbiguous(string typed) =>
        new(
            "supplier.parent-ambiguous",
            "Several suppliers here have the name {0}. Enter an identifier of the one that is meant, such as its LEI.",
            "Parent",
            typed
        );

    public static RuleBroken FirstStatus() =>
        new("supplier.first-status", "A new supplier is prospective or registered. The other statuses are given later.", nameof(Supplier.Status));

    public static RuleBroken StatusReasonMissing() =>
        new("supplier.status-reason-missing", "A change of status needs a reason. Enter why the status changes.", "Reason");

    public static RuleBroken StatusSame() =>
        new("supplier.status-same", "The supplier already has this status. Choose another.", nameof(Supplier.Status));

    /// <summary>One sentence for each status, so that each can be translated whole.</summary>
    public static RuleBroken StatusNotAllowed(SupplierStatus from) =>
        new(
            "supplier.status-not-allowed",
            from switch
            {
                SupplierStatus.Prospective => "A prospective supplier can only become registered or blocked.",
                SupplierStatus.Registered => "A registered supplier can only become qualified, suspended or blocked.",
                SupplierStatus.Qualified => "A qualified supplier can only become registered, suspended or blocked.",
                SupplierStatus.Suspended => "A suspended supplier can only become registered, qualified or blocked.",
                _ => "A blocked supplier can only become registered or prospective.",
            },
            nameof(Supplier.Status)
        );
}

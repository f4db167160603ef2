using SupplierEsg.Domain.Suppliers.Identifiers;

namespace SupplierEsg.Domain.Suppliers;

/// <summary>A company that delivers, or may. It owns itself: its people see it, those of other suppliers don't.</summary>
public sealed class Supplier : Aggregate, IOwnedBySupplier
{
    private readonly List<Site> sites = [];
    private readonly List<SuppliedCategory> supplied = [];
    private readonly List<Contact> contacts = [];
    private readonly List<SupplierIdentifier> identifiers = [];

    // For the database.
    private Supplier() { }

    public SupplierId Id { get; private set; }

    SupplierId IOwnedBySupplier.SupplierId => Id;

    public string LegalName { get; private set; } = "";

    public string? LocalName { get; private set; }

    /// <summary>The legal name as <see cref="Suppliers.NameKey"/> has it: for the index, and for <see cref="SimilarName"/>.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>The same of the local-language name.</summary>
    public string? LocalNameKey { get; private set; }

    /// <summary>Names and identifiers in one, as <see cref="SupplierSearch"/> has them: what a search looks through.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string CountryCode { get; private set; } = "";

    /// <summary>Persons employed; null when unknown.</summary>
    public int? HeadCount { get; private set; }

    /// <summary>Follows from the head count; kept so that lists can be filtered by it.</summary>
    public SizeClass? Size { get; private set; }

    public SupplierId? ParentId { get; private set; }

    public SupplierStatus Status { get; private set; }

    /// <summary>Why the status was last changed; null while it is the first.</summary>
    public string? StatusReason { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime StatusSince { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime RegisteredAt { get; private set; }

    public IReadOnlyList<Site> Sites => sites;

    /// <summary>Codes of <see cref="ProductCategory"/>.</summary>
    public IReadOnlyList<string> Categories => [.. supplied.Select(s => s.Code)];

    /// <summary>The same as rows of a table, which lists are filtered by.</summary>
    public IReadOnlyList<SuppliedCategory> Supplied => supplied;

    public IReadOnlyList<Contact> Contacts => contacts;

    /// <summary>No two alike. That no other supplier holds one of them is for the use case to see and the database to guard.</summary>
    public IReadOnlyList<SupplierIdentifier> Identifiers => identifiers;

    /// <summary>A new supplier.</summary>
    /// <param name="profile">What is known about it.</param>
    /// <param name="now">UTC.</param>
    /// <param name="status">Prospective or registered.</param>
    public static Supplier Register(SupplierProfile profile, DateTime now, SupplierStatus status = SupplierStatus.Registered)
    {
        if (status is not (SupplierStatus.Prospective or SupplierStatus.Registered))
            throw SupplierRules.FirstStatus();
        var tidy = profile.Tidy();
        tidy.Guard();

        var supplier = new Supplier { Id = SupplierId.New(), Status = status, StatusSince = now, RegisteredAt = now };
        supplier.Take(tidy);
        supplier.Raise(new SupplierRegistered(supplier.Id, supplier.LegalName, supplier.CountryCode, status));
        return supplier;
    }

    /// <summary>All that may be edited, as it is now.</summary>
    public SupplierProfile ToProfile() =>
        new()
        {
            LegalName = LegalName,
            LocalName = LocalName,
            CountryCode = CountryCode,
            HeadCount = HeadCount,
            Sites = [.. sites],
            Categories = Categories,
            Contacts = [.. contacts],
            Identifiers = [.. identifiers],
        };

    /// <summary>Takes over what differs and tells it in one event; nothing happens when nothing differs.</summary>
    public void Change(SupplierProfile profile)
    {
        var tidy = profile.Tidy();
        tidy.Guard();
        var changes = ToProfile().ChangesTo(tidy);
        if (changes.Count == 0)
            return;
        Take(tidy);
        Raise(new SupplierChanged(Id, changes));
    }

    /// <summary>Puts the supplier under another company, or under none.</summary>
    /// <param name="parent">The company that owns it.</param>
    /// <param name="parentOf">The parent of any supplier, as it stands; used to refuse a loop.</param>
    public void ChangeParent(SupplierId? parent, Func<SupplierId, SupplierId?> parentOf)
    {
        if (parent == ParentId)
            return;
        if (parent == Id)
            throw SupplierRules.OwnParent();

        var seen = new HashSet<SupplierId>();
        for (var above = parent; above is { } company && seen.Add(company); above = parentOf(company))
            if (company == Id)
                throw SupplierRules.ParentLoop();

        var change = new MemberChange(nameof(ParentId), ParentId?.ToString(), parent?.ToString());
        ParentId = parent;
        Raise(new SupplierChanged(Id, [change]));
    }

    /// <summary>Moves the supplier on, as <see cref="SupplierStatuses.Next"/> allows.</summary>
    /// <param name="to">The new status.</param>
    /// <param name="reason">Why, in the officer's words; kept in the journal.</param>
    /// <param name="now">UTC.</param>
    public void ChangeStatus(SupplierStatus to, string? reason, DateTime now)
    {
        if (to == Status)
            throw SupplierRules.StatusSame();
        if (!Status.Next().Contains(to))
            throw SupplierRules.StatusNotAllowed(Status);
        if (TypedText.Lines(reason ?? "") is not { Length: > 0 } why)
            throw SupplierRules.StatusReasonMissing();

        var from = Status;
        (Status, StatusReason, StatusSince) = (to, why, now);
        Raise(new SupplierStatusChanged(Id, from, to, StatusReason));
    }

    private void Take(SupplierProfile profile)
    {
        (LegalName, NameKey) = (profile.LegalName, Suppliers.NameKey.Of(profile.LegalName));
        (LocalName, LocalNameKey) = (profile.LocalName, profile.LocalName is { } local ? Suppliers.NameKey.Of(local) : null);
        CountryCode = profile.CountryCode;
        (HeadCount, Size) = (profile.HeadCount, SizeClasses.Of(profile.HeadCount));
        Replace(sites, profile.Sites);
        Replace(supplied, [.. profile.Categories.Select(code => new SuppliedCategory(code))]);
        Replace(contacts, profile.Contacts);
        Replace(identifiers, profile.Identifiers);
        SearchText = SupplierSearch.TextOf(profile);
    }

    // What stays keeps its object, and with it its row: a unique index would trip over the same value deleted and put in anew.
    private static void Replace<T>(List<T> list, IReadOnlyList<T> next)
        where T : class
    {
        var old = list.ToList();
        list.Clear();
        foreach (var item in next)
        {
            var kept = old.FindIndex(o => o.Equals(item));
            list.Add(kept < 0 ? item : old[kept]);
            if (kept >= 0)
                old.RemoveAt(kept);
        }
    }
}

using SupplierEsg.Domain;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Domain.Suppliers.Identifiers;

namespace SupplierEsg.UnitTests.Suppliers;

public sealed class SupplierTests
{
    private static readonly DateTime Now = new(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Later = Now.AddDays(3);

    private static readonly SupplierProfile Profile = new()
    {
        LegalName = "Northwind Minerals Ltd",
        LocalName = "北风矿业有限公司",
        CountryCode = "CN",
        HeadCount = 42,
        Sites = [new() { Kind = SiteKind.RegisteredOffice, Lines = "1 Harbour Road", City = "Xuzhou", Region = "Jiangsu", Postcode = "221000", CountryCode = "CN" }],
        Categories = ["metals", "machinery"],
        Contacts = [new() { Name = "Li Wei", Role = "Quality", Email = "li.wei@northwind.example", Language = "zh-Hans" }],
        Identifiers = [SupplierIdentifier.Of(IdentifierScheme.Uscc, "91110000600037341L")],
    };

    [Fact]
    public void A_registered_supplier_holds_its_profile_and_says_so()
    {
        var supplier = Supplier.Register(Profile, Now);

        supplier.Status.ShouldBe(SupplierStatus.Registered);
        supplier.StatusReason.ShouldBeNull();
        (supplier.StatusSince, supplier.RegisteredAt).ShouldBe((Now, Now));
        (supplier.NameKey, supplier.LocalNameKey).ShouldBe(("northwind minerals", "北风矿业"));
        supplier.Size.ShouldBe(SizeClass.Small);
        supplier.Sites.ShouldBe(Profile.Sites);
        supplier.Categories.ShouldBe(["metals", "machinery"]);
        supplier.Contacts.ShouldBe(Profile.Contacts);
        supplier.Identifiers.ShouldBe(Profile.Identifiers);
        ((IOwnedBySupplier)supplier).SupplierId.ShouldBe(supplier.Id);
        supplier.Events.ShouldBe([new SupplierRegistered(supplier.Id, "Northwind Minerals Ltd", "CN", SupplierStatus.Registered)]);
        supplier.Events[0].Subject.ShouldBe($"supplier/{supplier.Id.Value}");
    }

    [Fact]
    public void Stray_blanks_and_small_country_codes_are_put_right()
    {
        var supplier = Supplier.Register(
            Profile with
            {
                LegalName = "  Northwind \t Minerals\u200b Ltd ",
                LocalName = "  ",
                CountryCode = " cn",
                Categories = ["machinery", "metals", "machinery"],
                Sites = [Profile.Sites[0] with { Lines = " 1  Harbour Road \r\n\r\n Floor 2", CountryCode = "de", Region = "" }],
            },
            Now
        );

        supplier.LegalName.ShouldBe("Northwind Minerals Ltd");
        supplier.LocalName.ShouldBeNull();
        supplier.LocalNameKey.ShouldBeNull();
        supplier.CountryCode.ShouldBe("CN");
        supplier.Categories.ShouldBe(["metals", "machinery"]);
        supplier.Sites[0].ShouldBe(Profile.Sites[0] with { Lines = "1 Harbour Road\nFloor 2", CountryCode = "DE", Region = null });
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(0, SizeClass.Micro)]
    [InlineData(9, SizeClass.Micro)]
    [InlineData(10, SizeClass.Small)]
    [InlineData(49, SizeClass.Small)]
    [InlineData(50, SizeClass.Medium)]
    [InlineData(249, SizeClass.Medium)]
    [InlineData(250, SizeClass.Large)]
    public void The_head_count_decides_the_size(int? headCount, SizeClass? size)
    {
        var supplier = Supplier.Register(Profile, Now);
        supplier.Change(Profile with { HeadCount = headCount });
        supplier.Size.ShouldBe(size);
    }

    [Fact]
    public void A_change_tells_each_member_before_and_after_in_one_event()
    {
        var supplier = Registered();
        supplier.Change(supplier.ToProfile() with { HeadCount = 300, Categories = [], LocalName = null });

        var changed = supplier.Events.ShouldHaveSingleItem().ShouldBeOfType<SupplierChanged>();
        changed.Changes.ShouldBe(
            [new("LocalName", "北风矿业有限公司", null), new("HeadCount", "42", "300"), new("Categories", "metals; machinery", null)]
        );
    }

    [Fact]
    public void A_change_that_changes_nothing_is_no_event()
    {
        var supplier = Registered();
        supplier.Change(supplier.ToProfile() with { LegalName = "Northwind  Minerals Ltd " });
        supplier.ChangeParent(null, _ => null);
        supplier.Events.ShouldBeEmpty();
    }

    // Rows with a unique index must not be deleted and put in anew.
    [Fact]
    public void An_identifier_that_stays_stays_the_same_object()
    {
        var supplier = Registered();
        var held = supplier.Identifiers[0];
        var again = SupplierIdentifier.Of(IdentifierScheme.Uscc, held.Value);
        supplier.Change(supplier.ToProfile() with { Identifiers = [SupplierIdentifier.Of(IdentifierScheme.Duns, "081466849"), again] });
        supplier.Identifiers[1].ShouldBeSameAs(held);
    }

    [Fact]
    public void Name_missing() => Refused(Profile with { LegalName = " \u200b" }).ShouldBe(("supplier.name-missing", "LegalName"));

    [Theory]
    [InlineData("XX")]
    [InlineData("")]
    [InlineData("EL")]
    [InlineData("CHN")]
    public void Country_unknown(string code) => Refused(Profile with { CountryCode = code }).ShouldBe(("supplier.country-unknown", "CountryCode"));

    [Fact]
    public void Country_of_a_site_unknown() =>
        Refused(Profile with { Sites = [Profile.Sites[0] with { CountryCode = "UK" }] }).ShouldBe(("supplier.country-unknown", "Sites"));

    [Fact]
    public void Head_count_negative() => Refused(Profile with { HeadCount = -1 }).ShouldBe(("supplier.head-count-negative", "HeadCount"));

    [Fact]
    public void Category_unknown() => Refused(Profile with { Categories = ["metals", "gold"] }).ShouldBe(("supplier.category-unknown", "Categories"));

    [Fact]
    public void Registered_office_twice() =>
        Refused(Profile with { Sites = [Profile.Sites[0], Profile.Sites[0] with { City = "Nanjing" }] })
            .ShouldBe(("supplier.registered-office-twice", "Sites"));

    [Fact]
    public void Contact_twice() =>
        Refused(Profile with { Contacts = [Profile.Contacts[0], new() { Name = "Other", Email = "LI.WEI@northwind.example" }] })
            .ShouldBe(("supplier.contact-twice", "Contacts"));

    [Fact]
    public void Contacts_without_an_address_may_be_several()
    {
        var supplier = Registered();
        supplier.Change(Profile with { Contacts = [new() { Name = "A", Phone = "1" }, new() { Name = "B", Phone = "2" }] });
        supplier.Contacts.Count.ShouldBe(2);
    }

    [Fact]
    public void Identifier_twice() =>
        Refused(Profile with { Identifiers = [.. Profile.Identifiers, SupplierIdentifier.Of(IdentifierScheme.Uscc, "9111 0000 6000 3734 1l")] })
            .ShouldBe(("supplier.identifier-twice", "Identifiers"));

    [Fact]
    public void Identifier_taken_names_the_holder_and_leads_to_it()
    {
        var holder = SupplierId.New();
        var refusal = SupplierRules.IdentifierTaken(Profile.Identifiers[0], holder, "Southgate Metals");
        refusal.Message.ShouldContain("Southgate Metals");
        refusal.Link.ShouldBe($"/suppliers/{holder.Value}");
    }

    [Fact]
    public void A_refused_change_leaves_all_as_it_was()
    {
        var supplier = Registered();
        Should.Throw<RuleBroken>(() => supplier.Change(Profile with { LegalName = "Other", HeadCount = -1 }));
        supplier.LegalName.ShouldBe(Profile.LegalName);
        supplier.Events.ShouldBeEmpty();
    }

    [Fact]
    public void A_parent_is_set_and_taken_away()
    {
        var supplier = Registered();
        var parent = SupplierId.New();
        supplier.ChangeParent(parent, _ => null);
        supplier.ParentId.ShouldBe(parent);
        supplier.ChangeParent(null, _ => null);
        supplier.ParentId.ShouldBeNull();
        supplier.Events.Cast<SupplierChanged>().Select(e => e.Changes[0]).ShouldBe(
            [new("ParentId", null, parent.ToString()), new("ParentId", parent.ToString(), null)]
        );
    }

    [Fact]
    public void Own_parent()
    {
        var supplier = Registered();
        Refused(() => supplier.ChangeParent(supplier.Id, _ => null)).ShouldBe(("supplier.own-parent", "Parent"));
    }

    [Fact]
    public void Parent_loop()
    {
        var supplier = Registered();
        var (daughter, granddaughter) = (SupplierId.New(), SupplierId.New());
        var parents = new Dictionary<SupplierId, SupplierId?> { [granddaughter] = daughter, [daughter] = supplier.Id };
        Refused(() => supplier.ChangeParent(granddaughter, id => parents.GetValueOrDefault(id))).ShouldBe(("supplier.parent-loop", "Parent"));
        supplier.ParentId.ShouldBeNull();
    }

    [Fact]
    public void A_loop_among_others_does_not_hold_the_check_up()
    {
        var supplier = Registered();
        var (a, b) = (SupplierId.New(), SupplierId.New());
        supplier.ChangeParent(a, id => id == a ? b : a);
        supplier.ParentId.ShouldBe(a);
    }

    [Fact]
    public void A_status_moves_on_with_its_reason()
    {
        var supplier = Registered();
        supplier.ChangeStatus(SupplierStatus.Suspended, " Certificate has run out ", Later);
        (supplier.Status, supplier.StatusReason, supplier.StatusSince).ShouldBe((SupplierStatus.Suspended, "Certificate has run out", Later));
        var changed = supplier.Events.ShouldHaveSingleItem().ShouldBeOfType<SupplierStatusChanged>();
        (changed.From, changed.To, changed.Reason).ShouldBe((SupplierStatus.Registered, SupplierStatus.Suspended, "Certificate has run out"));
    }

    [Theory]
    [InlineData(SupplierStatus.Prospective, "Registered Blocked")]
    [InlineData(SupplierStatus.Registered, "Qualified Suspended Blocked")]
    [InlineData(SupplierStatus.Qualified, "Registered Suspended Blocked")]
    [InlineData(SupplierStatus.Suspended, "Registered Qualified Blocked")]
    [InlineData(SupplierStatus.Blocked, "Registered Prospective")]
    public void Status_changes_only_as_the_table_says(SupplierStatus from, string allowed)
    {
        string.Join(' ', from.Next()).ShouldBe(allowed);
        foreach (var to in Enum.GetValues<SupplierStatus>().Where(s => s != from))
        {
            var supplier = In(from);
            if (from.Next().Contains(to))
                supplier.ChangeStatus(to, "because", Later);
            else
                Refused(() => supplier.ChangeStatus(to, "because", Later)).ShouldBe(("supplier.status-not-allowed", "Status"));
            supplier.Status.ShouldBe(from.Next().Contains(to) ? to : from);
        }
    }

    // The sentence lists what is allowed, so it has to follow the table.
    [Theory]
    [InlineData(SupplierStatus.Prospective)]
    [InlineData(SupplierStatus.Registered)]
    [InlineData(SupplierStatus.Qualified)]
    [InlineData(SupplierStatus.Suspended)]
    [InlineData(SupplierStatus.Blocked)]
    public void Status_not_allowed_says_what_is(SupplierStatus from)
    {
        var sentence = SupplierRules.StatusNotAllowed(from).Message;
        var words = Enum.GetValues<SupplierStatus>().Where(s => sentence[sentence.IndexOf("become")..].Contains($"{s}".ToLowerInvariant()));
        words.ShouldBe(from.Next(), ignoreOrder: true);
    }

    [Fact]
    public void Status_same() =>
        Refused(() => Registered().ChangeStatus(SupplierStatus.Registered, "because", Later)).ShouldBe(("supplier.status-same", "Status"));

    [Theory]
    [InlineData(null)]
    [InlineData(" \n")]
    public void Status_reason_missing(string? reason) =>
        Refused(() => Registered().ChangeStatus(SupplierStatus.Blocked, reason, Later)).ShouldBe(("supplier.status-reason-missing", "Reason"));

    [Theory]
    [InlineData(SupplierStatus.Qualified)]
    [InlineData(SupplierStatus.Suspended)]
    [InlineData(SupplierStatus.Blocked)]
    public void First_status(SupplierStatus status) =>
        Refused(() => Supplier.Register(Profile, Now, status)).ShouldBe(("supplier.first-status", "Status"));

    private static Supplier Registered(SupplierStatus status = SupplierStatus.Registered)
    {
        var supplier = Supplier.Register(Profile, Now, status);
        supplier.EventsWritten();
        return supplier;
    }

    private static Supplier In(SupplierStatus status)
    {
        var supplier = Registered(status == SupplierStatus.Prospective ? status : SupplierStatus.Registered);
        if (supplier.Status != status)
            supplier.ChangeStatus(status, "because", Now);
        return supplier;
    }

    private static (string, string?) Refused(SupplierProfile profile)
    {
        var registering = Refused(() => Supplier.Register(profile, Now));
        Refused(() => Registered().Change(profile)).ShouldBe(registering);
        return registering;
    }

    private static (string, string?) Refused(Action action)
    {
        var refusal = Should.Throw<RuleBroken>(action);
        return (refusal.Code, refusal.Member);
    }
}

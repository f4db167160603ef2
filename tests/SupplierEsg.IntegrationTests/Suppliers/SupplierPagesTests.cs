using System.Net;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Domain.Suppliers.Identifiers;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Suppliers;

public sealed class SupplierPagesTests
{
    [Theory, OnEveryDatabase]
    public async Task An_officer_registers_a_supplier_and_sees_all_of_it(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var parent = await house.Register(A.Supplier());
        var browser = await house.As(Role.Officer);
        var form = await WebPage.Get(browser, "/suppliers/new");
        var (name, lei) = (A.Name(), A.Lei());
        var answer = await form.Submit(new()
        {
            ["Command.LegalName"] = name, ["Command.LocalName"] = "北风矿业有限公司" + lei, ["Command.CountryCode"] = "CN", ["Command.HeadCount"] = "1,250", ["Command.Parent"] = parent.LegalName,
            ["Command.Categories"] = "metals", ["Command.Identifiers[0].Scheme"] = "Lei", ["Command.Identifiers[0].Value"] = lei.Insert(4, " ").ToLowerInvariant(),
            ["Command.Sites[0].Lines"] = "1 Harbour Road\r\nFloor 2", ["Command.Sites[0].City"] = "Xuzhou",
            ["Command.Contacts[0].Name"] = "Li Wei", ["Command.Contacts[0].Email"] = "li.wei@northwind.example", ["Command.Contacts[0].Language"] = "zh-Hans",
        });
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await WebPage.Get(browser, answer.Headers.Location!.ToString());
        page.Document.QuerySelector("h1")!.TextContent.ShouldBe(name);
        page.Document.QuerySelector(".notice.success")!.TextContent.ShouldContain($"{name} is registered.");
        foreach (var fact in new[] { lei, "China", "1,250", "Large", "Metals and metal products", "1 Harbour Road", "Floor 2", "Xuzhou", "Registered office", "Li Wei", "li.wei@northwind.example", parent.LegalName, "Supplier registered" })
            page.Text.ShouldContain(fact);
        (await WebPage.Get(browser, $"/suppliers/{parent.Id}")).Text.ShouldContain(name);
    }

    [Theory, OnEveryDatabase]
    public async Task Faults_stand_beside_their_fields_and_nothing_typed_is_lost(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var browser = await house.As(Role.Officer);
        var form = await WebPage.Get(browser, "/suppliers/new");
        var typed = new Dictionary<string, string?>
        {
            ["Command.LegalName"] = A.Name(), ["Command.CountryCode"] = "DE", ["Command.Identifiers[0].Scheme"] = "Lei", ["Command.Identifiers[0].Value"] = "5493001KJTIIGC8Y1R13",
            ["Command.Identifiers[1].Scheme"] = "Duns", ["Command.Identifiers[1].Value"] = "12345", ["Command.Categories"] = "metals",
        };
        var page = await WebPage.Read(browser, await form.Submit(typed));
        page.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Document.QuerySelector("#Command_Identifiers_0__Value-error")!.TextContent.ShouldContain("do not fit");
        page.Document.QuerySelector("#Command_Identifiers_1__Value-error")!.TextContent.ShouldContain("has nine digits");
        page.Document.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")).ShouldBe(["#Command_Identifiers_0__Value", "#Command_Identifiers_1__Value"]);
        page.Document.QuerySelector("#Command_LegalName")!.GetAttribute("value").ShouldBe(typed["Command.LegalName"]);
        page.Document.QuerySelector("#Command_Identifiers_1__Value")!.GetAttribute("value").ShouldBe("12345");
        page.Document.QuerySelector("#category-metals")!.HasAttribute("checked").ShouldBeTrue();
    }

    [Theory, OnEveryDatabase]
    public async Task Missing_and_misread_fields_are_all_told(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var browser = await house.As(Role.Officer);
        var form = await WebPage.Get(browser, "/suppliers/new");
        var page = await WebPage.Read(browser, await form.Submit(new() { ["Command.HeadCount"] = "1.250" }));
        page.Document.QuerySelector("#Command_HeadCount-error")!.TextContent.ShouldContain("such as 1250 or 1,250");
        page.Document.QuerySelector("#Command_HeadCount")!.GetAttribute("value").ShouldBe("1.250");
        page.Document.QuerySelector("#Command_LegalName-error").ShouldNotBeNull();
        page = await WebPage.Read(browser, await form.Submit(new() { ["Command.Contacts[0].Email"] = "nobody", ["Command.Sites[0].City"] = "Bremen" }));
        foreach (var field in new[] { "LegalName", "CountryCode", "Sites_0__Lines", "Contacts_0__Name", "Contacts_0__Email" })
            page.Document.QuerySelector($"#Command_{field}-error").ShouldNotBeNull(field);
        page = await WebPage.Read(browser, await form.Submit(new() { ["Command.LegalName"] = A.Name(), ["Command.CountryCode"] = "XX" }));
        page.Document.QuerySelector("#Command_CountryCode-error")!.TextContent.ShouldContain("not a country code");
    }

    [Theory, OnEveryDatabase]
    public async Task Another_row_comes_without_script_and_nothing_is_lost_or_judged(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var browser = await house.As(Role.Officer);
        var form = await WebPage.Get(browser, "/suppliers/new");
        var page = await WebPage.Read(browser, await form.Submit(new() { ["Command.HeadCount"] = "many", ["Command.Identifiers[0].Value"] = "DE1" }, button: "button[value=identifiers]"));
        page.Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelector(".error-summary").ShouldBeNull();
        page.Document.QuerySelector("#Command_HeadCount")!.GetAttribute("value").ShouldBe("many");
        page.Document.QuerySelector("#Command_Identifiers_0__Value")!.GetAttribute("value").ShouldBe("DE1");
        page.Document.QuerySelector("#Command_Identifiers_1__Value").ShouldNotBeNull();
        page.Document.QuerySelector("#Command_Identifiers_2__Value").ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task A_number_that_another_supplier_holds_is_refused_naming_that_one(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var uscc = A.Uscc();
        var holder = await house.Register(A.Supplier().Identified(IdentifierScheme.Uscc, uscc));
        var browser = await house.As(Role.Officer);
        var form = await WebPage.Get(browser, "/suppliers/new");
        var page = await WebPage.Read(browser, await form.Submit(new() { ["Command.LegalName"] = A.Name(), ["Command.CountryCode"] = "CN", ["Command.Identifiers[0].Scheme"] = "Uscc", ["Command.Identifiers[0].Value"] = uscc }));
        page.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Document.QuerySelector("#Command_Identifiers_0__Value-error")!.TextContent.ShouldContain(holder.LegalName);
        page.Document.QuerySelector($".error-summary a[href='/suppliers/{holder.Id}']").ShouldNotBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task A_similar_name_is_a_warning_that_can_be_passed(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var first = await house.Register(A.Supplier());
        var browser = await house.As(Role.Officer);
        var form = await WebPage.Get(browser, "/suppliers/new");
        var twin = first.LegalName.Replace("GmbH", "AG");
        var page = await WebPage.Read(browser, await form.Submit(new() { ["Command.LegalName"] = twin, ["Command.CountryCode"] = "AT", ["Command.Sites[0].City"] = "Wien", ["Command.Sites[0].Lines"] = "Ring 1" }));
        page.Document.QuerySelector($".notice.warning a[href='/suppliers/{first.Id}']").ShouldNotBeNull();
        page.Document.QuerySelector("#Command_LegalName")!.GetAttribute("value").ShouldBe(twin);
        page.Document.QuerySelector("#Command_Sites_0__City")!.GetAttribute("value").ShouldBe("Wien");
        (await house.InDb(db => db.Suppliers.CountAsync(s => s.LegalName == twin))).ShouldBe(0);

        var answer = await page.Submit(new() { ["Command.ConfirmedSimilar"] = "true" });
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await house.InDb(db => db.Suppliers.CountAsync(s => s.LegalName == twin))).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task An_edit_changes_what_was_changed_and_the_journal_tells_it(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var supplier = await house.Register(A.Supplier());
        var parent = await house.Register(A.Supplier());
        var browser = await house.As(Role.Officer);
        var form = await WebPage.Get(browser, $"/suppliers/{supplier.Id}/edit");
        var answer = await form.Submit(new() { ["Command.HeadCount"] = "9", ["Command.Contacts[0].Name"] = "", ["Command.Contacts[0].Role"] = "", ["Command.Contacts[0].Email"] = "", ["Command.Identifiers[1].Scheme"] = "National", ["Command.Identifiers[1].Value"] = "hrb  12345", ["Command.Parent"] = parent.Identifiers[0].Value });
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await WebPage.Get(browser, $"/suppliers/{supplier.Id}");
        foreach (var fact in new[] { "Micro", "HRB 12345", "Supplier changed", parent.LegalName })
            page.Text.ShouldContain(fact);
        page.Document.QuerySelectorAll("#contacts table").Length.ShouldBe(0);
        page.Document.QuerySelectorAll("#journal del").Select(d => d.TextContent).ShouldContain("120");
        page.Document.QuerySelectorAll("#journal ins").Select(d => d.TextContent).ShouldContain(parent.LegalName);

        // Unchanged, it is saved without a word; its own identifiers are no obstacle.
        var again = await (await WebPage.Get(browser, $"/suppliers/{supplier.Id}/edit")).Submit();
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await house.InDb(db => db.Journal.CountAsync(line => line.Subject == $"supplier/{supplier.Id}"))).ShouldBe(3);
    }

    [Theory, OnEveryDatabase]
    public async Task An_edit_of_what_somebody_else_changed_meanwhile_is_refused_and_kept(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var supplier = await house.Register(A.Supplier());
        var browser = await house.As(Role.Officer);
        var form = await WebPage.Get(browser, $"/suppliers/{supplier.Id}/edit");
        (await form.Submit(new() { ["Command.HeadCount"] = "9" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await WebPage.Read(browser, await form.Submit(new() { ["Command.HeadCount"] = "77" }));
        page.Text.ShouldContain("Somebody else changed this");
        page.Document.QuerySelector("#Command_HeadCount")!.GetAttribute("value").ShouldBe("77");
    }

    [Theory, OnEveryDatabase]
    public async Task A_parent_has_to_be_known_and_not_a_subsidiary(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var supplier = await house.Register(A.Supplier());
        var browser = await house.As(Role.Officer);
        var form = await WebPage.Get(browser, $"/suppliers/{supplier.Id}/edit");
        (await WebPage.Read(browser, await form.Submit(new() { ["Command.Parent"] = "Nobody Knows Holding" }))).Document.QuerySelector("#Command_Parent-error")!.TextContent.ShouldContain("Nobody Knows Holding");
        (await WebPage.Read(browser, await form.Submit(new() { ["Command.Parent"] = supplier.LegalName }))).Document.QuerySelector("#Command_Parent-error")!.TextContent.ShouldContain("its own parent");
        var daughter = await house.Register(A.Supplier());
        (await (await WebPage.Get(browser, $"/suppliers/{daughter.Id}/edit")).Submit(new() { ["Command.Parent"] = supplier.LegalName })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await WebPage.Read(browser, await form.Submit(new() { ["Command.Parent"] = daughter.LegalName }))).Document.QuerySelector("#Command_Parent-error")!.TextContent.ShouldContain("owned by this supplier");
    }

    [Theory, OnEveryDatabase]
    public async Task A_status_changes_by_the_rules_with_its_reason(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var supplier = await house.Register(A.Supplier());
        var browser = await house.As(Role.Officer);
        var form = await WebPage.Get(browser, $"/suppliers/{supplier.Id}/status");
        form.Document.QuerySelector("h1")!.TextContent.ShouldContain(supplier.LegalName);
        form.Document.QuerySelectorAll("input[type=radio]").Select(r => r.GetAttribute("value")).ShouldBe(["Qualified", "Suspended", "Blocked"]);

        var page = await WebPage.Read(browser, await form.Submit());
        page.Text.ShouldContain("Choose the new status.");
        page = await WebPage.Read(browser, await form.Submit(new() { ["Command.Status"] = "Blocked", ["Command.Reason"] = " \u200b" }));
        page.Document.QuerySelector("#Command_Reason-error")!.TextContent.ShouldContain("needs a reason");
        page.Document.QuerySelector("input[value=Blocked]")!.HasAttribute("checked").ShouldBeTrue();
        page = await WebPage.Read(browser, await form.Submit(new() { ["Command.Status"] = "Prospective", ["Command.Reason"] = "x" }));
        page.Text.ShouldContain("can only become qualified, suspended or blocked");

        var answer = await form.Submit(new() { ["Command.Status"] = "Blocked", ["Command.Reason"] = "On the sanctions list" });
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        page = await WebPage.Get(browser, $"/suppliers/{supplier.Id}");
        page.Document.QuerySelector(".page-title .tag.bad")!.TextContent.ShouldBe("Blocked");
        page.Document.QuerySelector("#status")!.TextContent.ShouldContain("On the sanctions list");
    }

    [Theory, OnEveryDatabase]
    public async Task Every_page_speaks_Chinese(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var supplier = await house.Register(A.Supplier());
        var browser = await house.SignedIn(await house.MakeAccount(Role.Officer, null, "zh-Hans"));
        (await WebPage.Get(browser, "/suppliers/new")).Document.QuerySelector("option[value=DE]")!.TextContent.ShouldBe("德国");
        var page = await WebPage.Get(browser, $"/suppliers/{supplier.Id}");
        page.Text.ShouldContain("机械");
        page.Text.ShouldContain("已注册");
    }

    [Theory, OnEveryDatabase]
    public async Task Who_may_only_read_finds_no_way_to_change(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var supplier = await house.Register(A.Supplier());
        var auditor = await house.As(Role.Auditor);
        var page = await WebPage.Get(auditor, $"/suppliers/{supplier.Id}");
        page.Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelectorAll(".page-actions a").Length.ShouldBe(0);
        foreach (var closed in new[] { "/suppliers/new", $"/suppliers/{supplier.Id}/edit", $"/suppliers/{supplier.Id}/status" })
            (await auditor.GetAsync(closed)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnEveryDatabase]
    public async Task A_suppliers_person_sees_none_of_the_suppliers_pages(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var supplier = await house.Register(A.Supplier());
        var browser = await house.SignedIn(await house.MakeAccount(Role.Supplier, supplier.Id));
        foreach (var closed in new[] { "/suppliers", "/suppliers?handler=export", $"/suppliers/{supplier.Id}" })
            (await browser.GetAsync(closed)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_not_there_is_a_404(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var browser = await house.As(Role.Officer);
        foreach (var address in new[] { $"/suppliers/{SupplierId.New()}", $"/suppliers/{SupplierId.New()}/edit", $"/suppliers/{SupplierId.New()}/status", "/suppliers/nonsense" })
            (await browser.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
    }
}

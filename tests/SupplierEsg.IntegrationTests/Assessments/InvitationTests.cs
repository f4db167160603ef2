using System.Net;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Assessments;

/// <summary>From the mail to the account.</summary>
public sealed class InvitationTests
{
    private const string Password = "five green bottles";

    [Theory, OnEveryDatabase]
    public async Task The_mail_goes_out_once_in_the_persons_language_and_says_what_is_asked(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (supplier, id, email) = await house.Invite("zh-Hans", "李娜");
        await house.MailsTo(email);
        var mail = (await house.MailsTo(email)).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("请于2026年7月21日之前填写“供应商调查”");
        mail.TextBody!.ShouldContain("李娜");
        mail.TextBody!.ShouldContain(supplier.LegalName);
        mail.TextBody!.ShouldContain("Please look at the sites in Bremen.");
        mail.HtmlBody!.ShouldContain("lang=\"zh-Hans\"");
        mail.Link().ShouldStartWith("/invitation/");
        // Neither the journal nor the list of outgoing mail holds what would let somebody in.
        var token = mail.Link()["/invitation/".Length..];
        var key = (await house.Read(id)).InvitationKey.ToString();
        var subject = $"assessment/{id}";
        (await house.InDb(db => db.Journal.Where(line => line.Subject == subject).Select(line => line.Payload).ToListAsync())).ShouldAllBe(payload => !payload.Contains(key) && !payload.Contains(token));
        (await house.InDb(db => db.Set<Infrastructure.Mail.OutgoingMail>().Where(m => m.To == email).Select(m => m.Text).SingleAsync())).ShouldNotContain(token);
    }

    [Theory, OnEveryDatabase]
    public async Task Somebody_new_makes_an_account_and_stands_before_the_questions(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (supplier, id, email) = await house.Invite();
        var browser = house.Stranger();
        var page = await WebPage.Get(browser, await house.LinkTo(email));
        page.Text.ShouldContain($"Invitation for {supplier.LegalName}");
        page.Text.ShouldContain("21 July 2026");
        page.Text.ShouldContain("Please look at the sites in Bremen.");
        (await house.Read(id)).AcceptedAt.ShouldBeNull("Opening the page changes nothing.");

        var answer = await page.Submit(new() { ["Name"] = "Anna Maria Weber", ["Password"] = Password });
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        answer.Headers.Location!.ToString().ShouldBe($"/portal/assessments/{id}");
        (await WebPage.Get(browser, $"/portal/assessments/{id}")).Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var account = await house.InDb(db => db.Users.SingleAsync(u => u.Email == email));
        (account.SupplierId, account.DisplayName).ShouldBe((supplier.Id, "Anna Maria Weber"));
        (await house.Read(id)).AcceptedAt.ShouldNotBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task A_link_used_twice_says_so_and_leads_to_the_sign_in(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (_, id, email) = await house.Invite();
        var link = await house.LinkTo(email);
        await (await WebPage.Get(house.Stranger(), link)).Submit(new() { ["Name"] = "Anna", ["Password"] = Password });
        var again = await WebPage.Get(house.Stranger(), link);
        again.Response.StatusCode.ShouldBe(HttpStatusCode.Gone);
        again.Text.ShouldContain("This link was used before; it works once.");
        again.Document.QuerySelector("main a[href='/sign-in']").ShouldNotBeNull();
        var known = await house.InDb(db => db.Users.CountAsync(u => u.Email == email));
        known.ShouldBe(1);
        (await house.MailsTo(email)).Count.ShouldBe(1);
        (await house.Read(id)).State.ShouldBe(AssessmentState.Invited);
    }

    [Theory, OnEveryDatabase]
    public async Task A_bad_password_uses_nothing_up_and_loses_nothing(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (_, id, email) = await house.Invite();
        var browser = house.Stranger();
        var page = await WebPage.Get(browser, await house.LinkTo(email));
        var refused = await WebPage.Read(browser, await page.Submit(new() { ["Name"] = "Anna Maria", ["Password"] = "short" }));
        refused.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("The password is too short.");
        refused.Document.QuerySelector("#Name")!.GetAttribute("value").ShouldBe("Anna Maria");
        (await house.Read(id)).AcceptedAt.ShouldBeNull();
        (await house.InDb(db => db.Users.AnyAsync(u => u.Email == email))).ShouldBeFalse();
        (await refused.Submit(new() { ["Password"] = Password })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_has_an_account_at_the_supplier_signs_in_with_it(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (supplier, _, email) = await house.Invite();
        await (await WebPage.Get(house.Stranger(), await house.LinkTo(email))).Submit(new() { ["Name"] = "Anna", ["Password"] = Password });
        var second = (await house.Send(new InviteSuppliers.Command((await house.Publish()).Id, [supplier.Id], house.Due()))).Invited.Single().Id;

        var browser = house.Stranger();
        var page = await WebPage.Get(browser, await house.LinkTo(email));
        page.Document.QuerySelector("#Name").ShouldBeNull();
        var wrong = await WebPage.Read(browser, await page.Submit(new() { ["Password"] = "not the password" }));
        wrong.Text.ShouldContain("This is not the password of your account.");
        (await house.Read(second)).AcceptedAt.ShouldBeNull();
        (await wrong.Submit(new() { ["Password"] = Password })).Headers.Location!.ToString().ShouldBe($"/portal/assessments/{second}");
        (await house.Read(second)).AcceptedAt.ShouldNotBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task A_person_signed_in_at_the_supplier_accepts_with_one_press_and_anybody_else_is_told(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (supplier, id, email) = await house.Invite();
        var link = await house.LinkTo(email);
        var stranger = await house.SignedIn(await house.MakeAccount(Role.Supplier, (await house.Register()).Id));
        (await WebPage.Get(stranger, link)).Text.ShouldContain($"who doesn't belong to {supplier.LegalName}");
        var officer = await WebPage.Get(await house.As(Role.Officer), link);
        officer.Document.QuerySelector("main form[method=post]").ShouldBeNull();

        var own = await house.SignedIn(await house.MakeAccount(Role.Supplier, supplier.Id));
        var answer = await (await WebPage.Get(own, link)).Submit();
        answer.Headers.Location!.ToString().ShouldBe($"/portal/assessments/{id}");
    }

    [Theory, OnEveryDatabase]
    public async Task An_address_that_belongs_to_the_buyer_or_to_another_supplier_is_refused(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        foreach (var account in new[] { await house.MakeAccount(Role.Manager, null), await house.MakeAccount(Role.Supplier, (await house.Register()).Id) })
        {
            var supplier = await house.Register(A.Supplier().Reached("Anna", account.Email!));
            await house.Send(new InviteSuppliers.Command((await house.Publish()).Id, [supplier.Id], house.Due()));
            var page = await WebPage.Get(house.Stranger(), await house.LinkTo(account.Email!));
            page.Text.ShouldContain($"There is an account with the address {account.Email} already, and it doesn't belong to {supplier.LegalName}.");
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Outdated_withdrawn_damaged_and_invented_links_each_say_what_they_are(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (_, id, email) = await house.Invite();
        var old = await house.LinkTo(email);
        await house.Send(new RenewInvitation.Command(id));
        var renewed = (await house.MailsTo(email))[^1].Link();
        renewed.ShouldNotBe(old);
        (await WebPage.Get(house.Stranger(), old)).Text.ShouldContain("a newer invitation was sent");
        (await WebPage.Get(house.Stranger(), renewed)).Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var damaged in new[] { renewed[..^7], renewed[..^1] + (renewed[^1] == 'A' ? 'B' : 'A'), "/invitation/x", "/invitation/" + new string('A', 5000) })
            (await WebPage.Get(house.Stranger(), damaged)).Text.ShouldContain("This address is not that of an invitation.");
        await house.Send(new WithdrawAssessment.Command(id, "Sold"));
        (await WebPage.Get(house.Stranger(), renewed)).Text.ShouldContain("the assessment is over");
    }

    [Theory, OnEveryDatabase]
    public async Task A_link_ends_thirty_days_after_the_due_date(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var (_, _, email) = await house.Invite();
        var link = await house.LinkTo(email);
        house.Time.Advance(TimeSpan.FromDays(51));
        (await WebPage.Get(house.Stranger(), link)).Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        house.Time.Advance(TimeSpan.FromDays(1));
        (await WebPage.Get(house.Stranger(), link)).Text.ShouldContain("This invitation has expired");
    }

    [Theory, OnEveryDatabase]
    public async Task A_renewal_to_another_person_leaves_the_first_without_a_link(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (_, id, first) = await house.Invite();
        var second = Inviting.NewAddress();
        var page = await WebPage.Get(await house.As(Role.Officer), $"/assessments/{id}/renew");
        var answer = await page.Submit(new() { ["Command.Name"] = "Bruno Keil", ["Command.Email"] = second, ["Command.Language"] = "zh-Hans" });
        answer.Headers.Location!.ToString().ShouldBe($"/assessments/{id}?done=renewed");
        (await house.MailsTo(second)).ShouldHaveSingleItem().Subject!.ShouldContain("供应商调查");
        (await house.Read(id)).Invitee.ShouldBe(new("Bruno Keil", second, "zh-Hans"));
        (await house.MailsTo(first)).Count.ShouldBeLessThanOrEqualTo(1);
    }
}

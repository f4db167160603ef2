using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.Infrastructure.Mail;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Mail;

public sealed class MailTests
{
    [Theory, OnEveryDatabase]
    public async Task A_mail_goes_to_the_server_in_the_readers_language_as_text_and_HTML(DatabaseProvider database)
    {
        await using var server = new SmtpSink();
        await using var house = await WithServer(database, server, ("Site:PublicUrl", "https://esg.example.com/"));
        var account = await house.MakeAccount(Role.Officer, null, "zh-Hans");

        await Forget(house, account);
        await house.SendMails();

        var mail = server.Mails.ShouldHaveSingleItem();
        mail.From.Mailboxes.Single().Address.ShouldBe("esg@example.com");
        mail.To.Mailboxes.Single().Address.ShouldBe(account.Email);
        mail.Body!.Headers["Content-Language"].ShouldBe("zh-Hans");
        mail.Subject!.ShouldContain("密码");
        mail.TextBody!.ShouldContain("https://esg.example.com/password/");
        mail.HtmlBody!.ShouldContain("<a href=\"https://esg.example.com/password/");
        var noted = await house.InDb(db => db.Set<OutgoingMail>().SingleAsync());
        noted.State.ShouldBe(MailState.Sent);
        noted.Text.ShouldNotContain("/password/");
    }

    [Theory, OnEveryDatabase]
    public async Task Nothing_is_sent_twice_however_many_send(DatabaseProvider database)
    {
        await using var server = new SmtpSink();
        await using var house = await WithServer(database, server);
        var accounts = new List<AppUser>();
        for (var number = 0; number < 5; number++)
            accounts.Add(await house.MakeAccount(Role.Officer, null));
        foreach (var account in accounts)
            await Forget(house, account);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => house.Services.GetRequiredService<MailDispatch>().Turn(CancellationToken.None))));
        await house.SendMails();

        server.Mails.Select(mail => mail.To.Mailboxes.Single().Address).Order().ShouldBe(accounts.Select(account => account.Email!).Order());
    }

    [Theory, OnEveryDatabase]
    public async Task What_a_server_refuses_for_now_is_tried_again_later_and_later(DatabaseProvider database)
    {
        await using var server = new SmtpSink { ToRecipient = "451 try later" };
        await using var house = await WithServer(database, server);
        await Forget(house, await house.MakeAccount(Role.Officer, null));
        await house.SendMails();

        var waiting = await house.InDb(db => db.Set<OutgoingMail>().SingleAsync());
        (waiting.State, waiting.Attempts, waiting.LastError).ShouldBe((MailState.Waiting, 1, "try later"));
        waiting.NextAttemptAt.ShouldBe(house.Time.GetUtcNow().UtcDateTime.AddMinutes(1));

        server.ToRecipient = "250 OK";
        house.Time.Advance(TimeSpan.FromMinutes(1));
        await Until(house, async () => (await house.InDb(db => db.Set<OutgoingMail>().SingleAsync())).State == MailState.Sent);
        server.Mails.Count.ShouldBe(1);
        (await house.InDb(db => db.Set<OutgoingMail>().SingleAsync())).Attempts.ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task An_address_the_server_doesnt_know_is_given_up_until_somebody_wants_it_tried_again(DatabaseProvider database)
    {
        await using var server = new SmtpSink { ToRecipient = "550 no such person" };
        await using var house = await WithServer(database, server);
        var account = await house.MakeAccount(Role.Officer, null);
        await Forget(house, account);
        await house.SendMails();
        var browser = await house.As(Role.Administrator);
        var page = await WebPage.Get(browser, "/settings/mail?state=Failed");
        page.Text.ShouldContain("no such person");
        page.Text.ShouldContain(account.Email!);

        server.ToRecipient = "250 OK";
        await page.Submit(null, "main form[method=post]", "button");
        await Until(house, () => Task.FromResult(server.Mails.Count == 1));
        (await WebPage.Get(browser, "/settings/mail?state=Sent")).Text.ShouldContain(account.Email!);
    }

    [Theory, OnEveryDatabase]
    public async Task A_letter_that_has_become_pointless_stays(DatabaseProvider database)
    {
        await using var server = new SmtpSink { ToRecipient = "451 try later" };
        await using var house = await WithServer(database, server);
        var id = await house.Send(new AddPerson.Command { Name = "Lin Wei", Email = "lin@example.com", Roles = [Role.Officer] });
        await house.SendMails();
        var link = await house.InScope(scope => scope.GetRequiredService<IAccounts>().PasswordLink(id, CancellationToken.None));
        await house.Send(new ChoosePassword.Command { Link = link[(link.LastIndexOf('/') + 1)..], Password = House.Password });

        server.ToRecipient = "250 OK";
        house.Time.Advance(TimeSpan.FromMinutes(2));
        await Until(house, async () => (await house.InDb(db => db.Set<OutgoingMail>().SingleAsync())).State == MailState.Dropped);
        server.Mails.ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task A_line_committed_after_later_ones_still_gets_its_letter(DatabaseProvider database)
    {
        if (database != DatabaseProvider.PostgreSql)
            Assert.Skip("Only here do readers pass by what isn't committed yet: SQLite has one writer at a time, and SQL Server's readers wait.");
        await using var server = new SmtpSink();
        await using var house = await WithServer(database, server);
        var (early, late) = (await house.MakeAccount(Role.Officer, null), await house.MakeAccount(Role.Officer, null));

        await house.InDb(db => db.InTransaction(async () =>
        {
            // Takes the lower number, and commits only after the other's mail has gone.
            db.Tell(new PasswordForgotten(early.Id));
            await db.SaveChangesAsync();
            await Forget(house, late);
            await house.SendMails();
            server.Mails.ShouldHaveSingleItem();
            return true;
        }, CancellationToken.None));
        await house.SendMails();

        server.Mails.Select(mail => mail.To.Mailboxes.Single().Address).ShouldBe([late.Email!, early.Email!]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_refused_change_sends_nothing(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var account = await house.MakeAccount(Role.Officer, null);
        await Should.ThrowAsync<InvalidOperationException>(() => house.InDb(db => db.InTransaction<bool>(async () =>
        {
            db.Tell(new PasswordForgotten(account.Id));
            await db.SaveChangesAsync();
            throw new InvalidOperationException("Changed its mind.");
        }, CancellationToken.None)));
        (await house.MailsTo(account.Email!)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_without_a_sender_is_told_at_start()
    {
        await using var house = await House.Own(DatabaseProvider.Sqlite, ("Mail:Smtp:Host", "localhost"));
        Should.Throw<Microsoft.Extensions.Options.OptionsValidationException>(() => house.Stranger()).Message.ShouldContain("Mail:Smtp:From");
    }

    private static Task Forget(House house, AppUser account) => house.Send(new AskForNewPassword.Command { Email = account.Email! });

    private static Task<House> WithServer(DatabaseProvider database, SmtpSink server, params (string, string)[] more) => House.Own(
        database,
        [("Mail:Smtp:Host", "127.0.0.1"), ("Mail:Smtp:Port", server.Port.ToString(CultureInfo.InvariantCulture)), ("Mail:Smtp:Security", "None"), ("Mail:Smtp:From", "ESG <esg@example.com>"), .. more]);

    private static async Task Until(House house, Func<Task<bool>> done)
    {
        for (var wait = 0; wait < 250 && !await done(); wait++)
        {
            await house.Services.GetRequiredService<MailDispatch>().Turn(CancellationToken.None);
            await Task.Delay(20);
        }
    }
}

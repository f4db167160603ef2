using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Mail;

namespace SupplierEsg.UnitTests.Accounts;

public sealed class AccountRulesTests
{
    [Theory]
    [InlineData("short", "account.password-too-short")]
    [InlineData("aaaaaaaaaaaa", "account.password-too-plain")]
    [InlineData("ababababababab", "account.password-too-plain")]
    [InlineData("Lin.Wei@Example.com", "account.password-too-plain")]
    [InlineData("lin weiwei", "account.password-too-plain")]
    public void A_password_that_would_be_guessed_is_refused(string password, string code)
    {
        var refusal = Should.Throw<RuleBroken>(() => AccountRules.RequireGoodPassword(password, "lin.wei@example.com", "Lin Weiwei"));
        refusal.Code.ShouldBe(code);
        refusal.Member.ShouldBe("Password");
    }

    [Fact]
    public void Length_is_enough() =>
        Should.NotThrow(() => AccountRules.RequireGoodPassword("several plain words", "lin.wei@example.com", "Lin Weiwei"));

    [Fact]
    public void A_supplier_s_person_is_that_and_nothing_else()
    {
        Should.NotThrow(() => AccountRules.RequireFitting([Role.Supplier], SupplierId.New()));
        Should.NotThrow(() => AccountRules.RequireFitting([Role.Officer, Role.Reviewer], null));
        foreach (var (roles, supplier) in new (Role[], SupplierId?)[] { ([Role.Supplier], null), ([Role.Officer], SupplierId.New()), ([Role.Supplier, Role.Officer], SupplierId.New()) })
            Should.Throw<RuleBroken>(() => AccountRules.RequireFitting(roles, supplier)).Code.ShouldBe("account.supplier-role-alone");
        Should.Throw<RuleBroken>(() => AccountRules.RequireFitting([], null)).Code.ShouldBe("account.no-role");
    }

    [Fact]
    public void A_letter_keeps_its_secrets_from_whoever_isnt_its_reader()
    {
        var body = new LetterBody().Say("Dear <Lin>,").Link("Help", "https://esg.example.com/help").SecretLink("Choose a password", "https://esg.example.com/password/abc");
        body.AsText().ShouldContain("https://esg.example.com/password/abc");
        body.WithoutSecrets().ShouldNotContain("abc");
        body.WithoutSecrets().ShouldContain("https://esg.example.com/help");
        body.AsHtml("en").ShouldContain("<p>Dear &lt;Lin&gt;,</p>");
        body.AsHtml("en").ShouldContain("<a href=\"https://esg.example.com/password/abc\">");
    }
}

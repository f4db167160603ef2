using SupplierEsg.Domain;
using SupplierEsg.Domain.Suppliers.Identifiers;

namespace SupplierEsg.UnitTests.Suppliers.Identifiers;

public sealed class SupplierIdentifierTests
{
    [Theory]
    [InlineData("213800KUD8LAJWSQ9D15")]
    [InlineData("5493001KJTIIGC8Y1R12")]
    [InlineData("HWUPKR0MPOU8FGXBT394")]
    public void A_right_lei_is_read_and_every_single_wrong_digit_or_letter_found(string lei)
    {
        Value(IdentifierScheme.Lei, lei).ShouldBe(lei);
        // A letter for a digit moves what stands before it, so some of those exchanges stay unseen.
        var wrong = OneCharacterOff(lei, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
            .Where(w => w.Zip(lei).All(p => char.IsAsciiDigit(p.First) == char.IsAsciiDigit(p.Second)));
        wrong.Where(w => Value(IdentifierScheme.Lei, w) is not null).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("213800KUD8LXJWSQ9D15", "identifier.lei-check")]
    [InlineData("5493006MHB84DD0ZWV19", "identifier.lei-check")]
    [InlineData("213800KUD8LAJWSQ9D1", "identifier.lei-form")]
    [InlineData("0213800KUD8LAJWSQ9D15", "identifier.lei-form")]
    [InlineData("213800KUD8LAJWSQ9DÄ5", "identifier.lei-form")]
    public void A_wrong_lei_is_refused(string lei, string code) => Refusal(IdentifierScheme.Lei, lei).ShouldBe(code);

    // 98 stands for 01 here: the remainder is right, the check digits were never given out.
    [Fact]
    public void A_lei_whose_check_digits_are_out_of_range_is_refused()
    {
        var body = Enumerable.Range(0, 1000).Select(i => $"549300AAAAAAAAA{i:000}").First(b => Value(IdentifierScheme.Lei, b + "98") is not null);
        Refusal(IdentifierScheme.Lei, body + "01").ShouldBe("identifier.lei-check");
    }

    [Theory]
    [InlineData("91110000600037341L")]
    [InlineData("91350100M000100Y43")]
    [InlineData("91310115MA1K3BTP2B")]
    [InlineData("91152201078394644D")]
    [InlineData("121200004013590816")]
    public void A_right_uscc_is_read_and_every_single_wrong_character_found(string uscc)
    {
        Value(IdentifierScheme.Uscc, uscc).ShouldBe(uscc);
        OneCharacterOff(uscc, "0123456789ABCDEFGHJKLMNPQRTUWXY").Where(w => Value(IdentifierScheme.Uscc, w) is not null).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("91110000600037341N", "identifier.uscc-check")]
    [InlineData("91110000600037351L", "identifier.uscc-inner-check")]
    [InlineData("9111000060003IOZSV", "identifier.uscc-form")]
    [InlineData("9111000060003734L", "identifier.uscc-form")]
    [InlineData("911100O0600037341L", "identifier.uscc-form")]
    public void A_wrong_uscc_is_refused(string uscc, string code) => Refusal(IdentifierScheme.Uscc, uscc).ShouldBe(code);

    // Some registering bodies and kinds of organisation have a letter in the first two places.
    [Fact]
    public void A_uscc_may_begin_with_letters()
    {
        var codes = "0123456789ABCDEFGHJKLMNPQRTUWXY".Select(c => $"N211000060003734" + "1" + c);
        codes.Count(c => Value(IdentifierScheme.Uscc, c) is not null).ShouldBe(1);
    }

    [Theory]
    [InlineData(IdentifierScheme.Lei, " 5493-001kjtiigc8y1r12 ", "5493001KJTIIGC8Y1R12")]
    [InlineData(IdentifierScheme.Uscc, "９１１１ ００００ ６０００ ３７３４ １l", "91110000600037341L")]
    [InlineData(IdentifierScheme.Duns, "08-146-6849", "081466849")]
    [InlineData(IdentifierScheme.National, " hrb \u00a0 86891\u200b（Ｂ）", "HRB 86891(B)")]
    [InlineData(IdentifierScheme.Other, "v-100234\t", "V-100234")]
    public void What_is_typed_is_normalised_first(IdentifierScheme scheme, string typed, string value) => Value(scheme, typed).ShouldBe(value);

    [Theory]
    [InlineData("08146684")]
    [InlineData("0814668490")]
    [InlineData("08146684A")]
    [InlineData("٠٨١٤٦٦٨٤٩")]
    public void A_duns_number_of_another_form_is_refused(string duns) => Refusal(IdentifierScheme.Duns, duns).ShouldBe("identifier.duns-form");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void No_number_at_all_is_refused(string? typed)
    {
        foreach (var scheme in Enum.GetValues<IdentifierScheme>())
            SupplierIdentifier.Read(scheme, typed).Refusal.ShouldNotBeNull().Code.ShouldBe("identifier.missing");
    }

    [Fact]
    public void A_number_of_invisible_characters_only_is_refused() =>
        Refusal(IdentifierScheme.National, "\u200b\u200d").ShouldBe("identifier.missing");

    [Fact]
    public void A_number_that_is_or_becomes_too_long_is_refused()
    {
        Refusal(IdentifierScheme.Lei, new string('1', 65)).ShouldBe("identifier.too-long");
        // One character that unfolds to eighteen.
        Refusal(IdentifierScheme.Other, new string('\uFDFA', 10)).ShouldBe("identifier.too-long");
    }

    [Fact]
    public void The_throwing_variant_puts_the_refusal_to_the_member_named()
    {
        var refusal = Should.Throw<RuleBroken>(() => SupplierIdentifier.Of(IdentifierScheme.Duns, "12", "Identifiers[2].Value"));
        refusal.Member.ShouldBe("Identifiers[2].Value");
        refusal.Message.ShouldBe("A D-U-N-S number has nine digits. 12 has not that form.");
        SupplierIdentifier.Of(IdentifierScheme.Duns, "081466849").Value.ShouldBe("081466849");
    }

    [Fact]
    public void Identifiers_of_equal_scheme_and_value_are_equal() =>
        SupplierIdentifier.Of(IdentifierScheme.EuVat, "GR 094259216").ShouldBe(SupplierIdentifier.Of(IdentifierScheme.EuVat, "EL094259216"));

    private static IEnumerable<string> OneCharacterOff(string number, string alphabet) =>
        from place in Enumerable.Range(0, number.Length)
        from c in alphabet
        where c != number[place]
        select number[..place] + c + number[(place + 1)..];

    private static string? Value(IdentifierScheme scheme, string typed) => SupplierIdentifier.Read(scheme, typed).Identifier?.Value;

    private static string? Refusal(IdentifierScheme scheme, string typed) => SupplierIdentifier.Read(scheme, typed).Refusal?.Code;
}

using SupplierEsg.Domain.Suppliers.Identifiers;

namespace SupplierEsg.UnitTests.Suppliers.Identifiers;

public sealed class EuVatTests
{
    /// <summary>Numbers whose check finds every single wrong digit.</summary>
    public static TheoryData<string> Strong =>
        [
            "ATU13585627",
            "BE0697449992",
            "DE136695976",
            "DK13585628",
            "EE100931558",
            "FI20774740",
            "FR40303265045",
            "HR33392005961",
            "HU12892312",
            "IE6433435F",
            "IE6433435OA",
            "IT00743110157",
            "LU15027442",
            "LV40003521600",
            "MT11679112",
            "PL8567346215",
            "SE123456789701",
            "SK2022749619",
        ];

    /// <summary>Numbers of the other forms; their checks let some single errors pass (a remainder of 10 written as 0, say).</summary>
    public static TheoryData<string> Weaker =>
        [
            "BE1000000021",
            "BG175074752",
            "BG7523169263",
            "BG7111042925",
            "CY10259033P",
            "CZ25123891",
            "CZ7103192745",
            "CZ640903926",
            "CZ530612001",
            "EL094259216",
            "ES54362315K",
            "ESX2482300W",
            "ESA13585625",
            "ESB58378431",
            "ESK0867756N",
            "ESP0800000B",
            "EU372022452",
            "FRK7399859412",
            "FR4Z123456782",
            "FR23000047372",
            "IE8D79739I",
            "IM3720224521",
            "LT119511515",
            "LT100001919017",
            "LV16117519997",
            "NL004495445B01",
            "NL002455799B11",
            "PT501964843",
            "RO18547290",
            "RO1630615123457",
            "SI50223054",
            "SK7103192745",
            "XI980780684",
            "XIGD001",
            "XIHA500",
        ];

    [Theory]
    [MemberData(nameof(Strong))]
    [MemberData(nameof(Weaker))]
    public void A_right_number_is_read_as_it_is(string number) => Read(number).Identifier.ShouldNotBeNull().Value.ShouldBe(number);

    [Theory]
    [MemberData(nameof(Strong))]
    public void Every_single_wrong_digit_is_found(string number)
    {
        var wrong =
            from place in Enumerable.Range(2, number.Length - 2)
            // The Swedish running number behind the register number has no check of its own.
            where char.IsAsciiDigit(number[place]) && !(number.StartsWith("SE") && place > 11)
            from digit in "0123456789"
            where digit != number[place]
            select number[..place] + digit + number[(place + 1)..];
        wrong.Where(w => Read(w).IsValid).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Strong))]
    [MemberData(nameof(Weaker))]
    public void A_character_more_or_less_is_refused(string number)
    {
        // Belgian, Dutch and Greek numbers are completed with the zero left off, Romanian and Czech ones have several lengths.
        Read(number + "77").IsValid.ShouldBeFalse();
        Read(number[..^4]).IsValid.ShouldBeFalse();
    }

    [Theory]
    [InlineData("DE123456789")]
    [InlineData("ATU13585626")]
    [InlineData("BE0697449991")]
    [InlineData("BG175074753")]
    [InlineData("BG7523169262")]
    [InlineData("CY10259033Z")]
    [InlineData("CY12259033P")]
    [InlineData("CZ25123892")]
    [InlineData("CZ7103192744")]
    [InlineData("CZ7113192745")]
    [InlineData("CZ640903927")]
    [InlineData("CZ545612001")]
    [InlineData("DK13585627")]
    [InlineData("EE100931559")]
    [InlineData("EL094259217")]
    [InlineData("ES54362315Z")]
    [InlineData("ESX2482300A")]
    [InlineData("ESA13585626")]
    [InlineData("ESA1358562E")]
    [InlineData("ESP08000002")]
    [InlineData("EU999022452")]
    [InlineData("FI20774741")]
    [InlineData("FR41303265045")]
    [InlineData("FR84323140391")]
    [InlineData("FRK6399859412")]
    [InlineData("HR33392005962")]
    [InlineData("HU12892313")]
    [InlineData("IE6433435E")]
    [InlineData("IE6433435OB")]
    [InlineData("IE8D79738J")]
    [InlineData("IT00743110158")]
    [InlineData("IT00687129980")]
    [InlineData("LT100001919018")]
    [InlineData("LT119511516")]
    [InlineData("LU15027443")]
    [InlineData("LV40003521601")]
    [InlineData("LV16117519998")]
    [InlineData("MT11679113")]
    [InlineData("NL123456790B90")]
    [InlineData("NL004495445B00")]
    [InlineData("PL8567346216")]
    [InlineData("PT501964842")]
    [InlineData("RO18547291")]
    [InlineData("RO1630615123458")]
    [InlineData("RO1631315123457")]
    [InlineData("SE123456789101")]
    [InlineData("SE123456789700")]
    [InlineData("SI50223055")]
    [InlineData("SK2022749618")]
    [InlineData("XI980780685")]
    [InlineData("XIGD500")]
    [InlineData("XIHA499")]
    public void A_number_that_fails_its_countrys_check_is_refused(string number) => Refusal(number).ShouldBe("identifier.vat-check");

    [Theory]
    [InlineData("DE012345678")]
    [InlineData("AT13585627")]
    [InlineData("BE2697449992")]
    [InlineData("DE DE136695976")]
    [InlineData("BE 0220,764.971")]
    [InlineData("LT119511525")]
    [InlineData("NL82X569759B01")]
    [InlineData("SI05022305")]
    [InlineData("SK0122749619")]
    public void A_number_of_another_form_is_refused_with_the_right_form(string number)
    {
        var refusal = Read(number).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe("identifier.vat-form");
        refusal.Message.ShouldContain("is written");
    }

    [Theory]
    [InlineData("atu 135 85 627", "ATU13585627")]
    [InlineData("DE - 136.695.976", "DE136695976")]
    [InlineData("DE: 136/695/976", "DE136695976")]
    [InlineData("(DE) 136695976", "DE136695976")]
    [InlineData("ＤＥ１３６６９５９７６", "DE136695976")]
    [InlineData("BE 697449992", "BE0697449992")]
    [InlineData("NL4495445B01", "")]
    [InlineData("NL 68357370 b01", "NL068357370B01")]
    [InlineData("GR 094259216", "EL094259216")]
    [InlineData("el 94259216", "EL094259216")]
    [InlineData("CZ 710319/2745", "CZ7103192745")]
    [InlineData("DE\u200B136695976", "DE136695976")]
    public void What_is_typed_is_normalised_first(string typed, string value) => (Read(typed).Identifier?.Value ?? "").ShouldBe(value);

    [Fact]
    public void The_old_irish_form_may_hold_a_plus_or_a_star()
    {
        Read("IE8+79739I").IsValid.ShouldBeTrue();
        Read("IE8*79739I").IsValid.ShouldBeTrue();
    }

    [Theory]
    [InlineData("GB980780684", "identifier.vat-great-britain")]
    [InlineData("CHE107787577", "identifier.vat-not-eu")]
    [InlineData("NO974760673", "identifier.vat-not-eu")]
    [InlineData("136695976", "identifier.vat-country-missing")]
    [InlineData("-", "identifier.vat-country-missing")]
    [InlineData(" ", "identifier.missing")]
    [InlineData("\uD800", "identifier.vat-country-missing")]
    [InlineData("\uFFFE", "identifier.vat-country-missing")]
    public void A_number_of_no_member_state_is_refused(string number, string code) => Refusal(number).ShouldBe(code);

    [Fact]
    public void Every_member_state_is_covered()
    {
        string[] members =
        [
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU",
            "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "XI",
        ];
        members.Where(m => Refusal($"{m}?") != "identifier.vat-form").ShouldBeEmpty();
    }

    private static IdentifierReading Read(string number) => SupplierIdentifier.Read(IdentifierScheme.EuVat, number);

    private static string? Refusal(string number) => Read(number).Refusal?.Code;
}

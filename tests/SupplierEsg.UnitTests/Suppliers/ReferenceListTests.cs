using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.UnitTests.Suppliers;

public sealed class ReferenceListTests
{
    [Fact]
    public void The_country_list_is_that_of_iso_3166_1()
    {
        Country.All.Count.ShouldBe(249);
        Country.All.Select(c => c.Code).ShouldBeUnique();
        Country.All.ShouldAllBe(c => c.Code.Length == 2 && c.Code.All(char.IsAsciiLetterUpper));
        Country.All.ShouldAllBe(c => c.EnglishName.Trim() == c.EnglishName && c.EnglishName.Length > 3 && !c.EnglishName.Contains('|'));
        Country.All.ShouldAllBe(c => c.ChineseName.Any(x => x >= '\u4E00'));
    }

    [Theory]
    [InlineData("CN", "China", "中国")]
    [InlineData("GR", "Greece", "希腊")]
    [InlineData("EH", "Western Sahara", "西撒哈拉")]
    [InlineData("ZW", "Zimbabwe", "津巴布韦")]
    public void A_country_is_named_in_either_language(string code, string english, string chinese)
    {
        var country = Country.Find(code).ShouldNotBeNull();
        country.In("en").ShouldBe(english);
        country.In("de").ShouldBe(english);
        country.In("zh-Hans").ShouldBe(chinese);
    }

    [Theory]
    [InlineData("UK")]
    [InlineData("EU")]
    [InlineData("XI")]
    [InlineData("cn")]
    [InlineData("")]
    [InlineData(null)]
    public void What_iso_has_not_assigned_is_unknown(string? code) => Country.IsKnown(code).ShouldBeFalse();

    [Fact]
    public void Product_categories_have_codes_of_their_own()
    {
        ProductCategory.All.Select(c => c.Code).ShouldBeUnique();
        ProductCategory.All.Select(c => c.Name).ShouldBeUnique();
        ProductCategory.All.ShouldAllBe(c => c.Code.Length <= ProductCategory.MaxCodeLength && c.Code.All(x => char.IsAsciiLetterLower(x) || x == '-'));
        ProductCategory.Find("metals").ShouldNotBeNull().Name.ShouldBe("Metals and metal products");
        ProductCategory.IsKnown("gold").ShouldBeFalse();
    }
}

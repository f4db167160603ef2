using System.Diagnostics;
using CsCheck;
using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.UnitTests.Suppliers;

public sealed class SimilarNameTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("Müller & Söhne GmbH & Co. KG", "muller and sohne")]
    [InlineData("MULLER AND SOHNE", "muller and sohne")]
    [InlineData("L'Oréal S.A.", "loreal")]
    [InlineData("Loreal S. A.", "loreal")]
    [InlineData("Acme Co., Ltd.", "acme")]
    [InlineData("Acme Co.Ltd", "acme")]
    [InlineData("ACME Pty Ltd", "acme")]
    [InlineData("Grupo Acero S.A. de C.V.", "grupo acero")]
    [InlineData("Stal Sp. z o.o.", "stal")]
    [InlineData("PT Semen Indonesia Tbk", "semen indonesia")]
    [InlineData("ООО «Ромашка»", "ромашка")]
    [InlineData("Straße ＡＢＣ AG", "strasse abc")]
    [InlineData("北京华铁机械股份有限公司", "北京华铁机械")]
    [InlineData("华铁机械（北京）有限公司", "华铁机械北京")]
    [InlineData("华铁机械 (北京) 有限责任公司", "华铁机械北京")]
    [InlineData("株式会社トヨタ", "トヨタ")]
    [InlineData("Limited", "limited")]
    [InlineData("有限公司", "有限公司")]
    [InlineData("???", "???")]
    [InlineData("", "")]
    public void The_key_of_a_name_leaves_what_tells_it_from_others(string name, string key) => NameKey.Of(name).ShouldBe(key);

    [Fact]
    public void The_key_fits_its_column_and_any_text_has_one() =>
        Gen.String[0, 300].Sample(name => NameKey.Of(name).Length <= NameKey.MaxLength && NameKey.Of(name) == NameKey.Of(name));

    [Theory]
    [InlineData("Northwind Minerals Ltd", "Northwind Mineral Limited")]
    [InlineData("Northwind Minerals Ltd", "Nortwhind Minerals")]
    [InlineData("Northwind Minerals Ltd", "Minerals Northwind")]
    [InlineData("Müller Bergbau AG", "Mueller Bergbau")]
    [InlineData("北京华铁机械股份有限公司", "北京华铁机械有限公司")]
    [InlineData("江苏华铁重型机械有限公司", "江苏华铁重形机械有限公司")]
    public void Names_that_may_be_the_same_company_are_similar(string one, string other) =>
        SimilarName.Similarity(NameKey.Of(one), NameKey.Of(other)).ShouldBeGreaterThanOrEqualTo(SimilarName.Threshold);

    [Theory]
    [InlineData("Northwind Minerals Ltd", "Southgate Metals Ltd")]
    [InlineData("Acme Steel GmbH", "Acme Software GmbH")]
    [InlineData("北京华铁机械有限公司", "上海中信物流有限公司")]
    [InlineData("北京华铁机械有限公司", "北京中信物流有限公司")]
    [InlineData("Bosch", "Bosch Rexroth Hydraulics")]
    public void Names_of_different_companies_are_not_similar(string one, string other) =>
        SimilarName.Similarity(NameKey.Of(one), NameKey.Of(other)).ShouldBeLessThan(SimilarName.Threshold);

    // Winkler's own examples.
    [Theory]
    [InlineData("martha", "marhta", 0.9611)]
    [InlineData("dwayne", "duane", 0.84)]
    [InlineData("dixon", "dicksonx", 0.8133)]
    [InlineData("abc", "xyz", 0)]
    [InlineData("same", "same", 1)]
    [InlineData("", "a", 0)]
    [InlineData("", "", 1)]
    public void Similarity_is_that_of_jaro_and_winkler(string one, string other, double expected) =>
        SimilarName.Similarity(one, other).ShouldBe(expected, 0.0001);

    [Fact]
    public void Similarity_is_symmetric_and_between_0_and_1() =>
        Gen.Select(Keys, Keys).Sample((a, b) =>
            SimilarName.Similarity(a, b) is >= 0 and <= 1 && SimilarName.Similarity(a, b) == SimilarName.Similarity(b, a));

    [Fact]
    public void The_filter_loses_nothing_that_comparing_every_pair_finds() =>
        Gen.Select(Keys, Keys.Array[0, 60]).Sample((key, others) =>
        {
            var found = SimilarName.Find(key, others.Select((o, i) => (i, o)), int.MaxValue).Select(m => m.Id).Order();
            var compared = Enumerable.Range(0, others.Length).Where(i => SimilarName.Similarity(key, others[i]) >= SimilarName.Threshold);
            return found.SequenceEqual(compared);
        });

    [Fact]
    public void The_most_similar_come_first_and_not_more_than_asked_for()
    {
        var among = new[] { (1, "northwind minerals"), (2, "northwind mineral"), (3, "southgate"), (4, "northwind minerale") };
        SimilarName.Find("northwind minerals", among, 2).Select(m => m.Id).ShouldBe([1, 2]);
    }

    // Generous, for slow machines under load: a brute-force comparison takes a hundred times as long as the scan.
    [Fact]
    public void One_name_is_found_among_20000_in_milliseconds()
    {
        string[] first = ["northern", "pacific", "golden", "united", "central", "river", "eagle", "delta", "prime", "global"];
        string[] second = ["steel", "mining", "logistics", "chemical", "electric", "textile", "timber", "energy", "machinery", "packaging"];
        var among = Enumerable.Range(0, 20_000).Select(i => (i, $"{first[i % 10]} {second[i / 10 % 10]} {i * 7919 % 100_003:x}")).ToArray();
        SimilarName.Find("golden machinery works", among);

        var best = TimeSpan.MaxValue;
        for (var run = 0; run < 5; run++)
        {
            var start = Stopwatch.GetTimestamp();
            SimilarName.Find("golden machinery works", among);
            best = TimeSpan.FromTicks(Math.Min(best.Ticks, Stopwatch.GetElapsedTime(start).Ticks));
        }
        output.WriteLine($"20,000 names in {best.TotalMilliseconds:0.00} ms");
        best.ShouldBeLessThan(TimeSpan.FromMilliseconds(50));
    }

    /// <summary>Few letters and blanks, so that many pairs come near the threshold.</summary>
    private static Gen<string> Keys =>
        Gen.Char["aabbcdeé 机械"].Array[0, 14].Select(c => string.Join(' ', new string(c).Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}

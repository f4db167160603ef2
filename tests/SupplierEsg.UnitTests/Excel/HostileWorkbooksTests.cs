using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SupplierEsg.Application.Workbooks;
using SupplierEsg.Domain;

namespace SupplierEsg.UnitTests.Excel;

/// <summary>Files made to overwhelm a reader. Each is refused within ten seconds and 200 MB, whatever it tries.</summary>
public class HostileWorkbooksTests
{
    private const string SheetPart = "xl/worksheets/sheet1.xml";
    private static readonly string SheetStart = $"<worksheet xmlns=\"{XlsxFile.Main}\"><sheetData>";

    [Theory]
    [InlineData(SheetPart)]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/styles.xml")]
    [InlineData("xl/workbook.xml")]
    [InlineData("_rels/.rels")]
    [InlineData("[Content_Types].xml")]
    public void A_gigabyte_of_zeros_is_refused(string part)
    {
        var zeros = new byte[1024 * 1024];
        var file = XlsxFile.Of("").Texts().Formats("0").BytesWith(part, stream => Repeat(stream, zeros, 1024));
        Reading.BoundedRefusal(file).Code.ShouldBeOneOf("workbook.damaged-part", "workbook.packed-too-tightly");
    }

    [Theory]
    [InlineData(SheetPart, "<c><v>1</v></c>", "<row>")]
    [InlineData(SheetPart, "<row/>", "")]
    [InlineData(SheetPart, " ", "")]
    [InlineData(SheetPart, "a", "<row a=\"")]
    [InlineData(SheetPart, "a", "<row><c t=\"inlineStr\"><is><t>")]
    [InlineData(SheetPart, "<t>a</t>", "<row><c t=\"inlineStr\"><is>")]
    [InlineData(SheetPart, "<![CDATA[a]]>", "<row><c><v>")]
    [InlineData(SheetPart, "<!---->", "")]
    [InlineData(SheetPart, "<?a b?>", "")]
    [InlineData("xl/sharedStrings.xml", "<si><t>abc</t></si>", "<sst xmlns=\"" + XlsxFile.Main + "\">")]
    public void A_part_without_end_is_refused(string part, string piece, string start)
    {
        var many = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 1024 * 1024 / piece.Length)));
        var file = XlsxFile.Of("").Texts().BytesWith(part, stream =>
        {
            stream.Write(Encoding.UTF8.GetBytes(part == SheetPart ? SheetStart + start : start));
            Repeat(stream, many, 300);
        });
        var refusal = Reading.BoundedRefusal(file, new WorkbookLimits { CompressionRatio = 2_000 });
        refusal.Code.ShouldBeOneOf(
            "workbook.unpacks-too-large", "workbook.too-complex", "workbook.too-many-cells", "workbook.too-many-columns",
            "workbook.too-long-text", "workbook.too-much-text", "workbook.damaged-part");
        Reading.BoundedRefusal(file).Code.ShouldNotBe("workbook.damaged");
    }

    [Fact]
    public void Numbers_that_spread_out_are_counted_as_they_spread()
    {
        var row = Encoding.UTF8.GetBytes("<row>" + string.Concat(Enumerable.Repeat("<c><v>1E-399</v></c>", 1_000)) + "</row>");
        var file = SheetOf(stream => Repeat(stream, row, 400));
        Reading.BoundedRefusal(file).Code.ShouldBe("workbook.too-much-text");
    }

    [Fact]
    public void All_that_is_allowed_stays_within_the_bounds()
    {
        var row = Encoding.UTF8.GetBytes("<row>" + string.Concat(Enumerable.Repeat("<c><v>0.12345678901234567</v></c>", 20)) + "</row>");
        var text = $"<t>{new string('a', 32_000)}</t>";
        var file = XlsxFile.Of("").Texts([.. Enumerable.Repeat(text, 150)]).BytesWith(SheetPart, stream =>
        {
            stream.Write(Encoding.UTF8.GetBytes(SheetStart));
            Repeat(stream, row, 15_000);
            stream.Write("</sheetData></worksheet"u8);
        });
        Reading.BoundedRefusal(file, new WorkbookLimits { CompressionRatio = 2_000 }).Code.ShouldBe("workbook.damaged-part");
    }

    [Fact]
    public void A_long_text_shown_in_every_cell_is_refused()
    {
        var row = "<row>" + string.Concat(Enumerable.Repeat("<c t=\"s\"><v>0</v></c>", 10)) + "</row>";
        var file = XlsxFile.Of(string.Concat(Enumerable.Repeat(row, 300))).Texts($"<t>{new string('a', 32_000)}</t>");
        Reading.BoundedRefusal(file.Bytes()).Code.ShouldBe("workbook.too-much-text");
    }

    [Theory]
    [InlineData("xl/workbook.xml", "<workbook xmlns=\"" + XlsxFile.Main + "\"><definedNames>", "<definedName name=\"", "\">Sheet1!$A$1</definedName>")]
    [InlineData("xl/workbook.xml", "<workbook xmlns=\"" + XlsxFile.Main + "\"><definedNames>", "<definedName name=\"a\">", "</definedName>")]
    [InlineData("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">", "<Relationship Id=\"a\" Type=\"b\" Target=\"", "\"/>")]
    [InlineData("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">", "<Default ContentType=\"", "\"/>")]
    public void Long_attributes_by_the_thousand_are_not_kept(string part, string start, string before, string after)
    {
        var piece = Encoding.UTF8.GetBytes(before + new string('a', 100_000) + after);
        var file = XlsxFile.Of("").BytesWith(part, stream =>
        {
            stream.Write(Encoding.UTF8.GetBytes(start));
            Repeat(stream, piece, 1_000);
        });
        Reading.BoundedRefusal(file, new WorkbookLimits { CompressionRatio = 2_000 });
    }

    [Fact]
    public void Names_without_number_are_refused() => Reading.BoundedRefusal(SheetOf(stream =>
    {
        using var writer = new StreamWriter(stream, leaveOpen: true);
        for (var i = 0; i < 3_000_000; i++)
            writer.Write($"<n{i:x}/>");
    }), new WorkbookLimits { FileBytes = 50_000_000 }).Code.ShouldBe("workbook.too-complex");

    [Theory]
    [InlineData("<a>", 100_000)]
    [InlineData("<row><c><is><r>", 1_000)]
    public void Deep_nesting_is_refused(string element, int times) =>
        Reading.BoundedRefusal(XlsxFile.Of(string.Concat(Enumerable.Repeat(element, times))).Bytes()).Code.ShouldBe("workbook.too-complex");

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>")]
    [InlineData("<!DOCTYPE x SYSTEM \"file:///etc/passwd\">")]
    [InlineData("<!DOCTYPE x>")]
    public void Any_document_type_is_refused_in_every_part(string declaration)
    {
        var file = XlsxFile.OfCell("<c/>").Texts("<t>a</t>").Formats("0");
        foreach (var (part, xml) in file.Parts())
        {
            var parts = file.Parts().Select(p => (p.Key, Encoding.UTF8.GetBytes(p.Key == part ? declaration + xml : p.Value)));
            var refusal = Reading.Refusal(XlsxFile.Zip(parts));
            refusal.Code.ShouldBe("workbook.document-type");
            refusal.Args.ShouldContain(part);
        }
    }

    [Fact]
    public void Quadratic_blow_up_is_refused()
    {
        var text = new string('a', 100_000);
        var uses = string.Concat(Enumerable.Repeat("&a;", 100_000));
        var file = XlsxFile.Of("").Texts("x").Part("xl/sharedStrings.xml", $"<!DOCTYPE sst [<!ENTITY a \"{text}\">]><sst xmlns=\"{XlsxFile.Main}\"><si><t>{uses}</t></si></sst>");
        Reading.BoundedRefusal(file.Bytes()).Code.ShouldBe("workbook.document-type");
    }

    [Fact]
    public void A_document_type_in_another_encoding_is_found()
    {
        var file = XlsxFile.OfCell("<c/>");
        var parts = file.Parts().Select(p => (p.Key, p.Key == SheetPart
            ? [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("<!DOCTYPE x []>" + p.Value)]
            : Encoding.UTF8.GetBytes(p.Value)));
        Reading.Refusal(XlsxFile.Zip(parts)).Code.ShouldBe("workbook.document-type");
    }

    [Fact]
    public void A_hundred_thousand_sheets_are_refused()
    {
        var listed = new XlsxFile().Sheet("S", "");
        var sheets = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<sheet name=\"S{i}\" sheetId=\"{i}\" r:id=\"s0\"/>"));
        listed.Part("xl/workbook.xml", $"<workbook xmlns=\"{XlsxFile.Main}\" xmlns:r=\"{XlsxFile.Office}\"><sheets>{sheets}</sheets></workbook>");
        Reading.BoundedRefusal(listed.Bytes()).Code.ShouldBe("workbook.too-many-sheets");

        var packed = XlsxFile.Zip(Enumerable.Range(0, 100_000).Select(i => ($"{i}", Array.Empty<byte>())));
        Reading.BoundedRefusal(packed, new WorkbookLimits { FileBytes = packed.Length }).Code.ShouldBe("workbook.too-many-parts");
    }

    [Fact]
    public void More_entries_than_the_end_record_admits_are_counted()
    {
        var file = XlsxFile.Zip(Enumerable.Range(0, 5_000).Select(i => ($"{i}", Array.Empty<byte>())));
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(file.Length - 12), 1);
        Reading.BoundedRefusal(file).Code.ShouldBe("workbook.too-many-parts");
    }

    [Fact]
    public void Fifty_megabytes_are_refused_unread()
    {
        var file = new byte[50 * 1024 * 1024];
        XlsxFile.OfCell("<c/>").Bytes().CopyTo(file, 0);
        Reading.BoundedRefusal(file).Message.ShouldStartWith("\"file.xlsx\" is 50 MB large; at most 10 MB are read.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1_000_000)]
    public void An_entry_that_lies_about_its_size_is_refused(int claimed)
    {
        var file = SheetOf(stream => Repeat(stream, Encoding.UTF8.GetBytes("<row/>"), 1_000));
        ForEachHeader(file, SheetPart, header => BinaryPrimitives.WriteInt32LittleEndian(header[24..], claimed));
        Reading.BoundedRefusal(file).Code.ShouldBeOneOf("workbook.damaged-part", "workbook.unpacks-too-large");
    }

    [Fact]
    public void An_entry_that_lies_about_its_check_sum_is_refused()
    {
        var file = XlsxFile.OfCell("<c><v>1</v></c>").Bytes();
        ForEachHeader(file, SheetPart, header => header[16] ^= 1);
        Reading.Refusal(file).Message.ShouldContain($"its part \"{SheetPart}\" cannot be read");
    }

    [Fact]
    public void A_changed_value_that_is_stored_plainly_is_noticed()
    {
        var file = XlsxFile.Of("").BytesWith(SheetPart, s => s.Write(Encoding.UTF8.GetBytes(SheetStart + "<row><c><v>4711</v></c></row></sheetData></worksheet>")), CompressionLevel.NoCompression);
        file[file.AsSpan().IndexOf("4711"u8)] = (byte)'9';
        Reading.Refusal(file).Code.ShouldBe("workbook.damaged-part");
    }

    [Fact]
    public void An_encrypted_entry_needs_a_password()
    {
        var file = XlsxFile.OfCell("<c/>").Bytes();
        ForEachHeader(file, SheetPart, header => header[8] |= 1);
        Reading.Refusal(file).Code.ShouldBe("workbook.password-protected");
    }

    [Theory]
    [InlineData("../evil.xml")]
    [InlineData("xl/../../evil.xml")]
    [InlineData("..\\evil.xml")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\evil.xml")]
    [InlineData("a/..")]
    public void A_name_that_points_outside_is_refused(string name) =>
        XlsxFile.OfCell("<c/>").Part(name, "").RefusalCode().ShouldBe("workbook.unsafe-part-name");

    [Theory]
    [InlineData("XL/Workbook.xml")]
    [InlineData("xl\\workbook.xml")]
    public void Two_parts_of_one_name_are_refused(string name) =>
        XlsxFile.OfCell("<c/>").Part(name, "").RefusalCode().ShouldBe("workbook.duplicate-part");

    [Theory]
    [InlineData("../../outside.xml")]
    [InlineData("missing.xml")]
    public void A_sheet_elsewhere_is_damage(string target)
    {
        var file = XlsxFile.OfCell("<c/>");
        file.Part("xl/_rels/workbook.xml.rels", file.Parts()["xl/_rels/workbook.xml.rels"].Replace("/" + SheetPart, target)).RefusalCode().ShouldStartWith("workbook.damaged");
    }

    [Fact]
    public void Each_limit_is_kept()
    {
        var two = new XlsxFile().Sheet("A", "<row><c><v>1</v></c><c><v>2</v></c></row><row><c t=\"s\"><v>1</v></c></row>").Sheet("B", "").Texts("<t>ab</t>", "<t>cd</t>");
        two.RefusalCode(new WorkbookLimits { Parts = 6 }).ShouldBe("workbook.too-many-parts");
        two.RefusalCode(new WorkbookLimits { Sheets = 1 }).ShouldBe("workbook.too-many-sheets");
        two.RefusalCode(new WorkbookLimits { Rows = 1 }).ShouldBe("workbook.too-many-rows");
        two.RefusalCode(new WorkbookLimits { Columns = 1 }).ShouldBe("workbook.too-many-columns");
        two.RefusalCode(new WorkbookLimits { Cells = 2 }).ShouldBe("workbook.too-many-cells");
        two.RefusalCode(new WorkbookLimits { CellCharacters = 1 }).ShouldBe("workbook.too-long-text");
        two.RefusalCode(new WorkbookLimits { SharedTexts = 1 }).ShouldBe("workbook.too-much-text");
        two.RefusalCode(new WorkbookLimits { Characters = 3 }).ShouldBe("workbook.too-much-text");
        two.RefusalCode(new WorkbookLimits { UnpackedBytes = 100 }).ShouldBe("workbook.unpacks-too-large");
        two.RefusalCode(new WorkbookLimits { FileBytes = 100 }).ShouldBe("workbook.too-large");
        two.Read(new WorkbookLimits { Parts = 7, Sheets = 2, Rows = 2, Columns = 2, Cells = 3, CellCharacters = 2, SharedTexts = 2 }).Sheets.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_broken_byte_anywhere_is_read_or_refused(int seed)
    {
        var rows = string.Concat(Enumerable.Range(1, 200).Select(r => $"<row r=\"{r}\"><c r=\"A{r}\" t=\"s\"><v>{r % 3}</v></c><c r=\"B{r}\" s=\"1\"><v>{r}.25</v></c></row>"));
        var good = XlsxFile.Of(rows).Texts("<t>one</t>", "<t>two</t>", "<t>three</t>").Formats("0", "14").Names("<definedName name=\"n\">Sheet1!$A$1</definedName>").Bytes();
        var random = new Random(seed);
        var refused = 0;
        for (var i = 0; i < 1_000; i++)
        {
            var broken = (byte[])good.Clone();
            broken[i * good.Length / 1_000] ^= (byte)random.Next(1, 256);
            refused += IsRefused(broken) ? 1 : 0;
        }
        refused.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused()
    {
        var good = XlsxFile.OfCell("<c><v>1</v></c>").Texts("<t>one</t>").Formats("0").Bytes();
        for (var length = 0; length < good.Length; length++)
            IsRefused(good[..length]).ShouldBeTrue();
    }

    /// <summary>Damage below the check sums: every part is packed anew after a byte of its XML was changed.</summary>
    [Fact]
    public void Broken_XML_anywhere_is_read_or_refused()
    {
        var file = XlsxFile.OfCell("<c r=\"A1\" t=\"s\" s=\"1\"><v>0</v></c><c r=\"B1\" s=\"1\"><f>A1</f><v>3.5</v></c>")
            .Texts("<r><t>one_x000D_</t></r>").Formats("0", "yyyy\\-mm").Names("<definedName name=\"n\">Sheet1!$A$1</definedName>");
        var random = new Random(3);
        for (var i = 0; i < 1_000; i++)
        {
            var parts = file.Parts().Select(p => (p.Key, Encoding.UTF8.GetBytes(p.Value))).ToList();
            var content = parts[i % parts.Count].Item2;
            content[random.Next(content.Length)] = (byte)random.Next(256);
            IsRefused(XlsxFile.Zip(parts));
        }
    }

    /// <summary>Any exception that isn't a refusal fails the test; a workbook that is read has its sheet.</summary>
    private static bool IsRefused(byte[] file)
    {
        try
        {
            Reading.Read(file).Sheets.Count.ShouldBe(1);
            return false;
        }
        catch (RuleBroken refusal)
        {
            refusal.Code.ShouldStartWith("workbook.");
            return true;
        }
    }

    private static byte[] SheetOf(Action<Stream> rows) => XlsxFile.Of("").BytesWith(SheetPart, stream =>
    {
        stream.Write(Encoding.UTF8.GetBytes(SheetStart));
        rows(stream);
        stream.Write("</sheetData></worksheet>"u8);
    });

    private static void Repeat(Stream stream, byte[] piece, int times)
    {
        for (var i = 0; i < times; i++)
            stream.Write(piece);
    }

    private delegate void HeaderChange(Span<byte> header);

    /// <summary>Changes the central directory's header of one entry.</summary>
    private static void ForEachHeader(byte[] zip, string name, HeaderChange change)
    {
        for (var at = 0; at < zip.Length - 46; at++)
            if (zip.AsSpan(at).StartsWith("PK\x01\x02"u8) && zip.AsSpan(at + 46).StartsWith(Encoding.UTF8.GetBytes(name)))
                change(zip.AsSpan(at));
    }
}

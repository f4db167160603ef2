using System.IO.Compression;
using System.Text;
using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.UnitTests.Answering;

public sealed class EvidenceFileTests
{
    private static readonly EvidenceLimits Limits = new();

    private static Task<EvidenceFile> Read(byte[] content, string name = "file") => EvidenceFile.Read(new MemoryStream(content), name, Limits, TestContext.Current.CancellationToken);

    private static async Task<string> Refusal(byte[] content, string name = "file.pdf") => (await Should.ThrowAsync<RuleBroken>(() => Read(content, name))).Code;

    public static TheoryData<string, byte[]> Kinds => new()
    {
        { "application/pdf", Ascii("%PDF-1.4\n\u0001") },
        { "application/pdf", [.. Ascii("\0scanner's own line\n"), .. Ascii("%PDF-1.4")] },
        { "image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0] },
        { "image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 0] },
        { "image/gif", Ascii("GIF89a\0") },
        { "image/tiff", [0x49, 0x49, 0x2A, 0x00] },
        { "image/tiff", [0x4D, 0x4D, 0x00, 0x2A] },
        { "image/webp", Ascii("RIFF\0\0\0\0WEBPVP8 ") },
        { "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Zip("[Content_Types].xml", "word/document.xml") },
        { "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Zip("[Content_Types].xml", "xl/workbook.xml") },
        { "application/vnd.openxmlformats-officedocument.presentationml.presentation", Zip("[Content_Types].xml", "ppt/presentation.xml") },
        { "application/vnd.oasis.opendocument.text", Zip("mimetype") },
        { "text/plain", Encoding.UTF8.GetBytes("姓名,数量\r\n甲,1\t½") },
        { "text/plain", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a;b")] },
        { "text/plain", Ascii("MZ is how this note begins") },
        { "text/plain", Encoding.UTF8.GetBytes(new string('漢', 100_000)) },
    };

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_content_says_what_a_file_is(string mediaType, byte[] content) => (await Read(content)).Kind.MediaType.ShouldBe(mediaType);

    public static TheoryData<WrongFile> Wrong => [.. A.WrongFiles];

    [Theory, MemberData(nameof(Wrong))]
    public async Task Every_wrong_kind_is_refused_with_its_reason(WrongFile file) => (await Refusal(file.Content, file.Name)).ShouldBe(file.Refusal);

    /// <summary>What is two things at once is kept as the harmless one, under the name and type of that.</summary>
    public static TheoryData<string, string, byte[], string> Tamed => new()
    {
        { "picture.png.exe", "image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. A.Zip("setup.exe")], "picture.png.exe.png" },
        { "invoice.pdf.exe", "application/pdf", Ascii("%PDF-1.7\n"), "invoice.pdf.exe.pdf" },
        { "policy.html", "application/pdf", [.. Ascii("%PDF-1.7\n"), .. Ascii("<script>alert(1)</script>\0")], "policy.html.pdf" },
        { "run.js", "text/plain", Ascii("alert(1)"), "run.js.txt" },
        { "note.svg", "text/plain", Ascii("see <svg onload=alert(1)>"), "note.svg.txt" },
        { "gif.svg", "image/gif", Ascii("GIF89a/*<script>*/\0"), "gif.svg.gif" },
        { "first.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", [.. A.Zip("[Content_Types].xml", "word/document.xml", "%PDF-1.4")], "first.docx" },
        { "\u202Efdp.exe", "application/pdf", Ascii("%PDF-1.7\n"), "fdp.exe.pdf" },
        { "..\\..\\win.ini", "text/plain", Ascii("[a]"), "win.ini.txt" },
        { "a\0.pdf\0.exe", "text/plain", Ascii("x"), "a.pdf.exe.txt" },
        { "NUL", "text/plain", Ascii("x"), "_NUL.txt" },
        { "com1.pdf.", "application/pdf", Ascii("%PDF-1.7\n"), "_com1.pdf" },
        { new string('n', 300) + ".pdf", "application/pdf", Ascii("%PDF-1.7\n"), new string('n', 116) + ".pdf" },
        { "wide.txt", "text/plain", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("政策")], "wide.txt" },
    };

    [Theory, MemberData(nameof(Tamed))]
    public async Task What_pretends_is_kept_as_what_it_is(string sent, string mediaType, byte[] content, string kept)
    {
        var file = await Read(content, sent);
        (file.Kind.MediaType, file.Name).ShouldBe((mediaType, kept));
    }

    public static TheoryData<byte[]> Programs => new()
    {
        Ascii("MZ\u0090\0\u0003\0"), Ascii("\u007FELF\u0002"), new byte[] { 0xCF, 0xFA, 0xED, 0xFE, 7 }, new byte[] { 0xFE, 0xED, 0xFA, 0xCE }, new byte[] { 0xCA, 0xFE, 0xBA, 0xBE, 0, 0 },
        Ascii("#!/bin/sh\nrm -rf /"), Ascii("\u00EF\u00BB\u00BF#!/usr/bin/env python"),
    };

    [Theory, MemberData(nameof(Programs))]
    public async Task A_program_is_told_whatever_its_name(byte[] content) => (await Refusal(content)).ShouldBe("evidence.program");

    public static TheoryData<byte[]> Unknown => new()
    {
        new byte[] { 1, 2, 3, 0 }, Ascii("text with a \0 in it"), new byte[] { 0xC3 }, new byte[] { (byte)'a', 0xFF, (byte)'b' }, Zip("a.txt"), Ascii("PK\u0003\u0004 no zip at all"),
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }, Zip("[Content_Types].xml", "xl/workbook.bin"), new byte[] { 0xFF, 0xFE, 0x00 },
        Zip("[Content_Types].xml", "word/document.xml")[..60],
    };

    [Theory, MemberData(nameof(Unknown))]
    public async Task Everything_else_is_refused(byte[] content) => (await Refusal(content)).ShouldBe("evidence.unknown-kind");

    [Fact]
    public async Task Macros_are_refused_as_such() => (await Refusal(Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "a.docx")).ShouldBe("evidence.macros");

    [Fact]
    public async Task Nothing_is_refused_as_nothing() => (await Refusal([])).ShouldBe("evidence.empty");

    [Fact]
    public async Task A_file_at_the_limit_is_taken_and_one_byte_more_is_not()
    {
        var limits = new EvidenceLimits { MaxFileBytes = 100 };
        var text = new byte[101];
        text.AsSpan().Fill((byte)'x');
        (await EvidenceFile.Read(new MemoryStream(text, 0, 100), "a.txt", limits, TestContext.Current.CancellationToken)).Size.ShouldBe(100);
        (await Should.ThrowAsync<RuleBroken>(() => EvidenceFile.Read(new MemoryStream(text), "a.txt", limits, TestContext.Current.CancellationToken))).Code.ShouldBe("evidence.too-large");
    }

    [Fact]
    public async Task The_fingerprint_is_the_contents()
    {
        var file = await Read(Ascii("abc"), "a.txt");
        file.Sha256.ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        file.Size.ShouldBe(3);
    }

    [Theory]
    [InlineData("report.pdf", "report.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\papers\\our policy.pdf", "our policy.pdf")]
    [InlineData("a<b>:\"|?*.pdf", "a_b______.pdf")]
    [InlineData("photo\u202Egpj.exe", "photogpj.exe")]
    [InlineData("line\r\nbreak\0.pdf", "linebreak.pdf")]
    [InlineData("  . hidden. ", "hidden")]
    [InlineData("", "file")]
    [InlineData("...", "file")]
    [InlineData("CON.txt", "_CON.txt")]
    [InlineData("政策 2026.pdf", "政策 2026.pdf")]
    public void Names_are_cleaned(string sent, string kept) => FileNames.Clean(sent).ShouldBe(kept);

    [Fact]
    public void Long_names_keep_their_ending_and_whole_characters()
    {
        var name = FileNames.Clean(string.Concat(Enumerable.Repeat("😀", 100)) + ".pdf");
        name.Length.ShouldBeLessThanOrEqualTo(FileNames.MaxLength);
        name.ShouldEndWith("😀.pdf");
    }

    [Fact]
    public async Task A_name_with_a_wrong_ending_gets_the_right_one()
    {
        (await Read(Ascii("%PDF-1.4"), "report.doc")).Name.ShouldBe("report.doc.pdf");
        (await Read(Ascii("%PDF-1.4"), "REPORT.PDF")).Name.ShouldBe("REPORT.PDF");
        (await Read(Ascii("@echo off"), "run.bat")).Name.ShouldBe("run.bat.txt");
    }

    private static byte[] Ascii(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Zip(params string[] parts)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts)
            {
                using var entry = zip.CreateEntry(part, CompressionLevel.NoCompression).Open();
                entry.Write(Ascii(part == "mimetype" ? "application/vnd.oasis.opendocument.text" : "<x/>"));
            }
        }
        return content.ToArray();
    }
}

using System.IO.Compression;
using System.Text;

namespace SupplierEsg.Builders;

/// <param name="What">For the test's name.</param>
/// <param name="Refusal">The code it is refused with.</param>
public sealed record WrongFile(string What, string Name, byte[] Content, string Refusal)
{
    public override string ToString() => What;
}

public static partial class A
{
    /// <summary>Files of every kind that isn't taken as evidence, under names that pretend otherwise.</summary>
    public static readonly IReadOnlyList<WrongFile> WrongFiles =
    [
        new("Windows program", "report.pdf", Bytes("MZ\u0090\0\u0003\0\0\0 This program cannot be run in DOS mode"), "evidence.program"),
        new("Linux program", "report.pdf", Bytes("\u007FELF\u0002\u0001\u0001\0"), "evidence.program"),
        new("macOS program", "report.pdf", [0xCF, 0xFA, 0xED, 0xFE, 7, 0, 0, 1], "evidence.program"),
        new("macOS program for several machines", "report.pdf", [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 2], "evidence.program"),
        new("shell script", "report.pdf", Bytes("#!/bin/sh\nrm -rf /\n"), "evidence.program"),
        new("script after a byte order mark", "report.txt", [0xEF, 0xBB, 0xBF, .. Bytes("#!/usr/bin/env python3\n")], "evidence.program"),
        new("program with a PDF's mark inside", "report.pdf", Bytes("MZ\u0090\0 %PDF-1.4"), "evidence.program"),
        new("web page", "report.pdf", Bytes("<!DOCTYPE html><html><script>alert(1)</script></html>"), "evidence.markup"),
        new("web page after blank lines", "report.txt", Bytes("\r\n\t <HTML><body onload=alert(1)>"), "evidence.markup"),
        new("web page in UTF-16", "report.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<script>alert(1)</script>")], "evidence.markup"),
        new("comment that begins a page", "report.csv", Bytes("<!-- --><img src=x onerror=alert(1)>"), "evidence.markup"),
        new("drawing", "logo.png", Bytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), "evidence.markup"),
        new("drawing as XML", "logo.svg", [0xEF, 0xBB, 0xBF, .. Bytes("<?xml version='1.0'?><svg onload='alert(1)'/>")], "evidence.markup"),
        new("web page that is a PDF too", "report.pdf", Bytes("<html><script>alert(1)</script>\n%PDF-1.4\n\0\u0001"), "evidence.markup"),
        new("Word with macros", "report.docx", Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "evidence.macros"),
        new("Excel with macros", "figures.xlsm", Zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"), "evidence.macros"),
        new("Excel with macros of the old kind", "figures.xlsx", Zip("[Content_Types].xml", "xl/workbook.xml", "xl/macrosheets/sheet1.xml"), "evidence.macros"),
        new("OpenDocument with macros", "report.odt", Zip("mimetype", "Basic/Standard/Module1.xml"), "evidence.macros"),
        new("locked Office document", "report.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "evidence.unknown-kind"),
        new("locked zip", "report.docx", Locked(Zip("secret.txt")), "evidence.unknown-kind"),
        new("zip of other things", "report.docx", Zip("setup.exe", "readme.txt"), "evidence.unknown-kind"),
        new("zip with 65,000 parts", "report.docx", Zip([.. Enumerable.Range(0, 65_000).Select(i => $"p{i}")]), "evidence.unknown-kind"),
        new("zip that lies about its parts", "report.docx", Lying(Zip([.. Enumerable.Range(0, 65_000).Select(i => $"a-part-with-a-rather-long-name-{i}")])), "evidence.unknown-kind"),
        new("truncated zip", "report.docx", Zip("[Content_Types].xml", "word/document.xml")[..80], "evidence.unknown-kind"),
        new("zip that leads out of its folder", "report.docx", Zip("../../etc/passwd"), "evidence.unknown-kind"),
        new("zip that unpacks to a thousand times its size", "report.docx", Bomb(), "evidence.unknown-kind"),
        new("rich text", "report.rtf", Bytes("{\\rtf1\\ansi hello}"), "evidence.unknown-kind"),
        new("PostScript", "report.txt", Bytes("%!PS-Adobe-3.0\n(hello) show"), "evidence.unknown-kind"),
        new("bytes that are nothing", "report.pdf", [1, 2, 3, 0, 255], "evidence.unknown-kind"),
        new("half a UTF-16 letter", "report.txt", [0xFF, 0xFE, 0x41], "evidence.unknown-kind"),
        new("nothing", "report.pdf", [], "evidence.empty"),
    ];

    /// <summary>A zip with parts of these names, each with a little in it.</summary>
    public static byte[] Zip(params IReadOnlyList<string> parts)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts)
            {
                using var entry = zip.CreateEntry(part, CompressionLevel.NoCompression).Open();
                entry.Write(Bytes(part == "mimetype" ? "application/vnd.oasis.opendocument.text" : "<x/>"));
            }
        }
        return content.ToArray();
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Locked(byte[] zip)
    {
        zip[6] |= 1;
        return zip;
    }

    // One part, says the end record.
    private static byte[] Lying(byte[] zip)
    {
        var end = zip.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        (zip[end + 8], zip[end + 9], zip[end + 10], zip[end + 11]) = (1, 0, 1, 0);
        return zip;
    }

    private static byte[] Bomb()
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("zeros", CompressionLevel.SmallestSize).Open();
            var block = new byte[1024 * 1024];
            for (var i = 0; i < 64; i++)
                entry.Write(block);
        }
        return content.ToArray();
    }
}

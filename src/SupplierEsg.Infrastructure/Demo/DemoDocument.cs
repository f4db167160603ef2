using System.Globalization;
using System.Text;
using SupplierEsg.Application.Documents;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Infrastructure.Demo;

/// <summary>A one-page PDF that says what it would prove.</summary>
internal static class DemoDocument
{
    public static string NameFor(CompiledQuestion question) => $"{question.Name.ToUpperInvariant()} evidence.pdf";

    /// <summary>What its supplier says it is; null for every fourth, of which nobody has said it yet.</summary>
    public static DescribeDocument.Command? DescriptionFor(CompiledQuestion question, EvidenceId id, DateOnly today) => (question.Index % 4) switch
    {
        0 => new() { Id = id, Kind = DocumentKind.Policy, IssuedOn = today.AddYears(-2).AddDays(-question.Index), Language = "en", Pages = 4 + (question.Index % 9) },
        1 => new() { Id = id, Kind = DocumentKind.Certificate, IssuedOn = today.AddYears(-3).AddDays(75 + question.Index), ExpiresOn = today.AddDays(30 + (question.Index * 6)), Language = "en", Pages = 2 },
        2 => new() { Id = id, Kind = DocumentKind.KeyFigures, IssuedOn = new(today.Year - 1, 12, 31), Language = "en", Pages = 1 },
        _ => null,
    };

    public static MemoryStream For(CompiledQuestion question, DemoSupplier supplier)
    {
        var text = $"Demonstration document of {Ascii(supplier.Name)} for question {question.Name.ToUpperInvariant()}";
        var page = $"BT /F1 14 Tf 60 760 Td ({text.Replace("(", "\\(").Replace(")", "\\)")}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {page.Length} >>\nstream\n{page}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (content, index) in objects.Select((o, i) => (o, i)))
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{content}\nendobj\n");
        }
        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(place => pdf.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n"));
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return new MemoryStream(Encoding.ASCII.GetBytes(pdf.ToString()));
    }

    private static string Ascii(string text) => new([.. text.Select(letter => char.IsAscii(letter) ? letter : '?')]);
}

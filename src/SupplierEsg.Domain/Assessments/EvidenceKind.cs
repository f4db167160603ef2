namespace SupplierEsg.Domain.Assessments;

/// <summary>A kind of file that is taken as evidence.</summary>
/// <param name="MediaType">What a browser is told when it is downloaded.</param>
/// <param name="Extensions">Endings of its names, with the point; the first is given to a name that has none of them.</param>
public sealed record EvidenceKind(string MediaType, params IReadOnlyList<string> Extensions)
{
    public static readonly EvidenceKind Pdf = new("application/pdf", ".pdf");
    public static readonly EvidenceKind Png = new("image/png", ".png");
    public static readonly EvidenceKind Jpeg = new("image/jpeg", ".jpg", ".jpeg", ".jfif");
    public static readonly EvidenceKind Gif = new("image/gif", ".gif");
    public static readonly EvidenceKind Tiff = new("image/tiff", ".tif", ".tiff");
    public static readonly EvidenceKind WebP = new("image/webp", ".webp");
    public static readonly EvidenceKind Word = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");
    public static readonly EvidenceKind Excel = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");
    public static readonly EvidenceKind PowerPoint = new("application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx");
    public static readonly EvidenceKind OpenText = new("application/vnd.oasis.opendocument.text", ".odt");
    public static readonly EvidenceKind OpenSheet = new("application/vnd.oasis.opendocument.spreadsheet", ".ods");
    public static readonly EvidenceKind OpenSlides = new("application/vnd.oasis.opendocument.presentation", ".odp");
    public static readonly EvidenceKind Text = new("text/plain", ".txt", ".csv", ".md");

    /// <summary>All of them, for a sentence: the same words in every language.</summary>
    public const string Names = "PDF, PNG, JPEG, GIF, TIFF, WebP, DOCX, XLSX, PPTX, ODT, ODS, ODP, TXT, CSV";

    /// <summary>For a browser's file dialogue; what comes is judged by its content all the same.</summary>
    public const string Accept = ".pdf,.png,.jpg,.jpeg,.gif,.tif,.tiff,.webp,.docx,.xlsx,.pptx,.odt,.ods,.odp,.txt,.csv";

    public bool IsPicture => IsPictureType(MediaType);

    public static bool IsPictureType(string mediaType) => mediaType.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>Kinds that a browser can show without running anything of them: no text, which it might take for something else, and nothing it would have to hand on.</summary>
    public static bool IsShown(string mediaType) => new[] { Pdf, Png, Jpeg, Gif, WebP }.Any(kind => kind.MediaType == mediaType);
}

using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Domain.Suppliers.Identifiers;

namespace SupplierEsg.Infrastructure.Demo;

/// <summary>How far the assessment of a supplier of the demonstration has come.</summary>
internal enum DemoProgress
{
    None,
    Invited,
    Opened,
    InProgress,
    Submitted,

    /// <summary>A reviewer has decided about the first half.</summary>
    InReview,

    /// <summary>Some questions were sent back.</summary>
    Clarification,
    Finalised,
}

/// <summary>An invented company. Names, numbers and people are made up; the check digits are right.</summary>
/// <param name="Maturity">0 to 100: about the points its answers claim.</param>
/// <param name="Proved">0 to 100: share of its evidence that a review has accepted.</param>
internal sealed record DemoSupplier(
    string Name, string? LocalName, string Country, int HeadCount, string City, string[] Categories, (IdentifierScheme Scheme, string Value)[] Identifiers,
    string Contact, string Language, DemoProgress Progress, int Maturity, int Proved, SupplierStatus Status = SupplierStatus.Registered)
{
    public string Email => $"{Contact.ToLowerInvariant().Replace(' ', '.')}@{Domain}.example";

    private string Domain => new([.. Name.Split(' ')[0].ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);

    public static readonly IReadOnlyList<DemoSupplier> All =
    [
        new("Ningbo Haiyue Precision Castings Co., Ltd", "宁波海岳精密铸造有限公司", "CN", 640, "Ningbo", ["metals", "machinery"], [(IdentifierScheme.Uscc, "91330200MA2CHYJWX6")],
            "Chen Yulan", "zh-Hans", DemoProgress.Finalised, 88, 90, SupplierStatus.Qualified),
        new("Rheintal Antriebstechnik GmbH", null, "DE", 310, "Singen", ["machinery", "electrical"], [(IdentifierScheme.EuVat, "DE812649077")],
            "Jana Vogt", "en", DemoProgress.Finalised, 78, 75, SupplierStatus.Qualified),
        new("Pilbara Red Dust Services Pty Ltd", null, "AU", 46, "Karratha", ["maintenance", "facility"], [(IdentifierScheme.Duns, "751830246")],
            "Tom Ngarla", "en", DemoProgress.Clarification, 66, 60, SupplierStatus.Qualified),
        new("Mekong Delta Packaging JSC", "Công ty Cổ phần Bao bì Mê Kông Delta", "VN", 420, "Can Tho", ["timber-paper", "plastics"], [(IdentifierScheme.Duns, "555102937")],
            "Nguyen Thi Mai", "en", DemoProgress.InReview, 55, 40),
        new("Vale do Tejo Têxteis, S.A.", null, "PT", 180, "Santarém", ["textiles"], [(IdentifierScheme.EuVat, "PT508714460")],
            "Rita Sequeira", "en", DemoProgress.Submitted, 38, 50),
        new("Baotou Xinli Rare Earth Materials Co., Ltd", "包头鑫砺稀土材料有限公司", "CN", 1250, "Baotou", ["raw-materials", "chemicals"], [(IdentifierScheme.Uscc, "91150200MA0XLXT14L")],
            "Wang Jianguo", "zh-Hans", DemoProgress.InProgress, 60, 0),
        new("Karoo Solar Kit (Pty) Ltd", null, "ZA", 8, "Upington", ["electrical", "energy"], [(IdentifierScheme.Duns, "636209481")],
            "Lerato Mokoena", "en", DemoProgress.InProgress, 72, 0),
        new("Suzhou Anlan Electronics Co., Ltd", "苏州安澜电子有限公司", "CN", 2300, "Suzhou", ["electronics"], [(IdentifierScheme.Uscc, "91320500MA1ANLDX3Q")],
            "Lu Xiaowen", "zh-Hans", DemoProgress.Opened, 0, 0),
        new("Bharat Deccan Forgings Private Limited", null, "IN", 510, "Pune", ["metals", "vehicles"], [(IdentifierScheme.Duns, "862417305")],
            "Asha Kulkarni", "en", DemoProgress.Invited, 0, 0),
        new("Nordhavn Logistik A/S", null, "DK", 95, "Aarhus", ["logistics"], [(IdentifierScheme.EuVat, "DK31585627")],
            "Mette Holm", "en", DemoProgress.Invited, 0, 0),
        new("Atacama Water & Waste SpA", null, "CL", 70, "Antofagasta", ["waste", "construction"], [],
            "Diego Fuentes", "en", DemoProgress.None, 0, 0, SupplierStatus.Prospective),
        new("Polar Bay Shipping Ltd", null, "GB", 33, "Aberdeen", ["logistics"], [(IdentifierScheme.National, "SC482913")],
            "Fiona Kerr", "en", DemoProgress.None, 0, 0, SupplierStatus.Suspended),
    ];
}

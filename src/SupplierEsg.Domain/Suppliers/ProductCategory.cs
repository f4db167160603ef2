namespace SupplierEsg.Domain.Suppliers;

/// <summary>What a supplier delivers. The codes are stored and never change; the English name is also the key of its translations.</summary>
public sealed record ProductCategory(string Code, string Name)
{
    public const int MaxCodeLength = 30;

    /// <summary>All of them, in the order pages offer them.</summary>
    public static IReadOnlyList<ProductCategory> All { get; } =
    [
        new("raw-materials", "Raw materials and minerals"),
        new("metals", "Metals and metal products"),
        new("chemicals", "Chemicals and gases"),
        new("plastics", "Plastics and rubber"),
        new("timber-paper", "Timber, paper and packaging"),
        new("textiles", "Textiles, clothing and protective equipment"),
        new("food", "Food and catering"),
        new("energy", "Energy and fuels"),
        new("machinery", "Machinery and heavy equipment"),
        new("vehicles", "Vehicles and parts"),
        new("electrical", "Electrical equipment and batteries"),
        new("electronics", "Electronics and components"),
        new("it", "Information technology and software"),
        new("construction", "Construction and civil works"),
        new("maintenance", "Maintenance and repair"),
        new("logistics", "Transport and logistics"),
        new("facility", "Facility services and cleaning"),
        new("waste", "Waste and recycling"),
        new("labour", "Temporary labour and staffing"),
        new("professional", "Professional and engineering services"),
        new("finance", "Finance, insurance and trading"),
        new("other", "Other goods and services"),
    ];

    public static ProductCategory? Find(string? code) => All.FirstOrDefault(c => c.Code == code);

    public static bool IsKnown(string? code) => Find(code) is not null;
}

namespace SupplierEsg.Domain.Suppliers;

/// <summary>
/// Size of an enterprise by its staff: the head-count part of Commission Recommendation 2003/361/EC, annex, article 2. Turnover
/// and balance sheet, the recommendation's other part, are not asked for.
/// </summary>
public enum SizeClass
{
    /// <summary>Fewer than 10 persons.</summary>
    Micro = 1,

    /// <summary>10 to 49 persons.</summary>
    Small = 2,

    /// <summary>50 to 249 persons.</summary>
    Medium = 3,

    /// <summary>250 persons or more.</summary>
    Large = 4,
}

public static class SizeClasses
{
    /// <summary>The class of a head count of 0 or more; null when the count is unknown.</summary>
    public static SizeClass? Of(int? headCount) =>
        headCount switch
        {
            null => null,
            < 10 => SizeClass.Micro,
            < 50 => SizeClass.Small,
            < 250 => SizeClass.Medium,
            _ => SizeClass.Large,
        };
}

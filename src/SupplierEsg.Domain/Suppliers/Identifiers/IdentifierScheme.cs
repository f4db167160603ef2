namespace SupplierEsg.Domain.Suppliers.Identifiers;

/// <summary>Who issues an identifier, and so how it is written and checked.</summary>
public enum IdentifierScheme
{
    /// <summary>Legal Entity Identifier, ISO 17442: 20 characters, the last two check digits.</summary>
    Lei = 1,

    /// <summary>Unified Social Credit Code of the People's Republic of China, GB 32100: 18 characters.</summary>
    Uscc = 2,

    /// <summary>VAT identification number of a member state of the European Union or of Northern Ireland.</summary>
    EuVat = 3,

    /// <summary>D-U-N-S number of Dun &amp; Bradstreet: nine digits. It has had no check digit since 2006.</summary>
    Duns = 4,

    /// <summary>Number in a national register, as the register writes it. Not checked.</summary>
    National = 5,

    /// <summary>Any other number by which the supplier is known. Not checked.</summary>
    Other = 6,
}

public static class IdentifierSchemes
{
    /// <summary>
    /// Whether one value of the scheme names one company in the whole world. Numbers of national registers repeat from one
    /// court or country to the next, so two suppliers may hold the same.
    /// </summary>
    public static bool IsWorldwide(this IdentifierScheme scheme) =>
        scheme is IdentifierScheme.Lei or IdentifierScheme.Uscc or IdentifierScheme.EuVat or IdentifierScheme.Duns;
}

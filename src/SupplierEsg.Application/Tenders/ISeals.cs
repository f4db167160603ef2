using SupplierEsg.Domain;

namespace SupplierEsg.Application.Tenders;

/// <summary>Encrypts what is in bids, with a key for each tender. A key lies in the database sealed by the house's key ring.</summary>
public interface ISeals
{
    /// <summary>A fresh key, sealed.</summary>
    string NewKey(TenderId tender);

    /// <param name="about">What the content belongs to; opening it as belonging to something else fails.</param>
    byte[] Seal(TenderId tender, string sealedKey, string about, byte[] content);

    byte[] Open(TenderId tender, string sealedKey, string about, byte[] content);
}

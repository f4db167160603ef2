using System.Globalization;
using System.Security.Cryptography;

namespace SupplierEsg.Domain.Assessments;

/// <summary>
/// Numbers of receipts, <c>A-2026-K7Q4M2XP</c>: short enough to read out over a telephone, without characters that are
/// taken for one another, and so many (30⁸) that nobody finds one by trying.
/// </summary>
public static class ReceiptNumber
{
    private const string Signs = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 8;

    /// <param name="kind">A for an assessment, B for a bid.</param>
    public static string New(DateTime now, char kind = 'A') =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}-{now.Year:0000}-{RandomNumberGenerator.GetString(Signs, Length)}");
}

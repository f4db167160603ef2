using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Tenders;

public sealed class KeyRingTests
{
    [Theory, OnEveryDatabase]
    public async Task With_a_certificate_the_key_ring_doesnt_lie_in_the_database_in_clear(DatabaseProvider database)
    {
        var folder = Directory.CreateTempSubdirectory("keys");
        var file = Path.Combine(folder.FullName, "ring.pfx");
        using (var key = RSA.Create(2048))
        using (var certificate = new CertificateRequest("CN=key ring", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1)))
            await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pfx, "pass"));
        try
        {
            await using var house = await House.Own(database, ("Keys:CertificateFile", file), ("Keys:CertificatePassword", "pass"));
            var run = await TenderRun.Draft(house);
            await run.Invite("Alpha");
            await run.Publish();
            var ring = await house.InDb(db => db.DataProtectionKeys.Select(k => k.Xml!).ToListAsync());
            ring.ShouldNotBeEmpty();
            ring.ShouldAllBe(xml => xml.Contains("EncryptedData") && !xml.Contains("<value>"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

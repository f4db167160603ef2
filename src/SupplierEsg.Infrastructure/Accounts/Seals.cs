using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain;

namespace SupplierEsg.Infrastructure.Accounts;

/// <summary>AES-256-GCM under a key for each tender; the key itself is protected by the key ring that also guards cookies and links.</summary>
internal sealed class Seals(IDataProtectionProvider ring) : ISeals
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    public string NewKey(TenderId tender) => Convert.ToBase64String(Ring(tender).Protect(RandomNumberGenerator.GetBytes(32)));

    public byte[] Seal(TenderId tender, string sealedKey, string about, byte[] content)
    {
        var whole = new byte[NonceLength + TagLength + content.Length];
        var (nonce, tag, text) = Parts(whole);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = Cipher(tender, sealedKey);
        cipher.Encrypt(nonce, content, text, tag, Encoding.UTF8.GetBytes(about));
        return whole;
    }

    public byte[] Open(TenderId tender, string sealedKey, string about, byte[] content)
    {
        var (nonce, tag, text) = Parts(content);
        var open = new byte[text.Length];
        using var cipher = Cipher(tender, sealedKey);
        cipher.Decrypt(nonce, text, tag, open, Encoding.UTF8.GetBytes(about));
        return open;
    }

    private AesGcm Cipher(TenderId tender, string sealedKey) => new(Ring(tender).Unprotect(Convert.FromBase64String(sealedKey)), TagLength);

    private IDataProtector Ring(TenderId tender) => ring.CreateProtector("SupplierEsg.Tender", tender.ToString());

    private static Sections Parts(Span<byte> whole) => new(whole[..NonceLength], whole[NonceLength..(NonceLength + TagLength)], whole[(NonceLength + TagLength)..]);

    private readonly ref struct Sections(Span<byte> nonce, Span<byte> tag, Span<byte> text)
    {
        private readonly Span<byte> nonce = nonce;
        private readonly Span<byte> tag = tag;
        private readonly Span<byte> text = text;

        public void Deconstruct(out Span<byte> nonce, out Span<byte> tag, out Span<byte> text)
        {
            nonce = this.nonce;
            tag = this.tag;
            text = this.text;
        }
    }
}

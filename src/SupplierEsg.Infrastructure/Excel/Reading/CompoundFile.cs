using System.Buffers.Binary;
using System.Text;

namespace SupplierEsg.Infrastructure.Excel.Reading;

/// <summary>
/// Just enough of the OLE2 compound file ([MS-CFB]) to list the names in its directory: they tell an encrypted workbook
/// from an old one.
/// </summary>
internal static class CompoundFile
{
    private const int HeaderBytes = 512;
    private const int EntryBytes = 128;
    private const int FatSectorsInHeader = 109;
    private const int MaxDirectorySectors = 1_000;

    public static bool IsOne(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>The names found; fewer, or none, where the file is damaged.</summary>
    public static HashSet<string> EntryNames(Stream content)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var header = new byte[HeaderBytes];
        if (!TryReadAt(content, 0, header))
            return names;
        int shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
        if (shift is not (9 or 12))
            return names;
        var sector = new byte[1 << shift];
        var at = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(48));
        for (var i = 0; i < MaxDirectorySectors && TryReadAt(content, ((long)at + 1) << shift, sector); i++)
        {
            for (var entry = 0; entry < sector.Length; entry += EntryBytes)
                AddName(sector.AsSpan(entry, EntryBytes), names);
            if (!TryNext(content, header, shift, ref at))
                break;
        }
        return names;
    }

    private static void AddName(ReadOnlySpan<byte> entry, HashSet<string> names)
    {
        int bytes = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
        if (entry[66] != 0 && bytes is > 2 and <= 64)
            names.Add(Encoding.Unicode.GetString(entry[..(bytes - 2)]));
    }

    /// <summary>The next sector of the chain, from the allocation table.</summary>
    private static bool TryNext(Stream content, byte[] header, int shift, ref uint sector)
    {
        var perSector = 1u << (shift - 2);
        var table = sector / perSector;
        if (table >= FatSectorsInHeader)
            return false;
        var tableSector = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(76 + (int)table * 4));
        Span<byte> next = stackalloc byte[4];
        if (!TryReadAt(content, (((long)tableSector + 1) << shift) + sector % perSector * 4, next))
            return false;
        sector = BinaryPrimitives.ReadUInt32LittleEndian(next);
        return true;
    }

    private static bool TryReadAt(Stream content, long position, Span<byte> bytes)
    {
        if (position + bytes.Length > content.Length)
            return false;
        content.Position = position;
        return content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length;
    }
}

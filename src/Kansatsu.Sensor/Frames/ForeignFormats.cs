using System.Text;

namespace Kansatsu.Sensor;

/// <summary>Names for what is not a capture we read, so that the person who gave the file knows what it is.</summary>
static class ForeignFormats
{
    const int TextBytes = 512;
    const string Convert = "convert it to pcapng, for instance with editcap -F pcapng";
    const string Unpack = "unpack it first, or pipe what the unpacker writes into standard input";

    static readonly (byte[] Magic, string Name, string? Remedy)[] Known =
    [
        ([0x1f, 0x8b], "gzip within gzip", Unpack),
        ([0x28, 0xb5, 0x2f, 0xfd], "compressed with zstd", Unpack),
        ([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], "compressed with xz", Unpack),
        ([0x04, 0x22, 0x4d, 0x18], "compressed with lz4", Unpack),
        ([.. "BZh"u8], "compressed with bzip2", Unpack),
        ([.. "PK"u8, 0x03, 0x04], "a zip archive", Unpack),
        ([.. "7z"u8, 0xbc, 0xaf, 0x27, 0x1c], "a 7-zip archive", Unpack),
        ([.. "RTSS"u8], "a Network Monitor 1.x capture", Convert),
        ([.. "TRSNIFF data    "u8], "a Sniffer capture", Convert),
        ([.. "XCP"u8, 0x00], "a NetXRay capture", Convert),
        ([0x05, .. "VNF"u8], "a Visual Networks capture", Convert),
        ([0x7f, .. "ver"u8], "an EtherPeek capture", Convert),
        ([.. "ObserverPktBuffe"u8], "an Observer capture", Convert),
        ([.. "LOGG"u8], "a Vector BLF log", Convert),
        ([0x0a, 0x0d, 0x0a], "a pcapng file whose line ends were changed, as by a transfer in text mode", "copy it again in binary mode"),
        ([.. "%PDF"u8], "a PDF document", null),
        ([0x7f, .. "ELF"u8], "a program", null),
        ([.. "SQLite format 3"u8, 0x00], "an SQLite database", null),
    ];

    public static (ProblemKind Kind, string Reason, string? Remedy) Describe(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty) return (ProblemKind.Empty, "is empty", null);
        foreach (var (magic, name, remedy) in Known)
        {
            if (head.StartsWith(magic)) return (ProblemKind.UnknownFormat, $"is {name}, which is not read", remedy);
        }

        if (IsText(head[..Math.Min(head.Length, TextBytes)])) return (ProblemKind.Text, "is text, not a capture", null);
        return (ProblemKind.UnknownFormat, "is in no capture format that is read here", Convert);
    }

    // UTF-16 with its mark, or UTF-8 without control characters; a character cut at the end of what is looked at does not count.
    static bool IsText(ReadOnlySpan<byte> head)
    {
        if (head is [0xff, 0xfe, ..] or [0xfe, 0xff, ..]) return true;
        while (!head.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(head, out var rune, out var consumed);
            if (status == System.Buffers.OperationStatus.NeedMoreData) return true;
            if (status != System.Buffers.OperationStatus.Done) return false;
            if (rune.Value is < ' ' and not ('\t' or '\n' or '\r' or '\f' or 0x1b) or 0x7f) return false;
            head = head[consumed..];
        }

        return true;
    }
}

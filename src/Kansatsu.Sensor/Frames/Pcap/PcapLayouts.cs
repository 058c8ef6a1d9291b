using System.Buffers.Binary;

namespace Kansatsu.Sensor;

/// <summary>
/// Some writers used a magic number for records of another size: Nokia's firewalls four bytes more, patched libpcaps eight or twelve.
/// The header does not tell, so the first records do: another size is believed only where the usual one makes no sense and it does, twice.
/// </summary>
static class PcapLayouts
{
    const int RecordsTried = 4;
    const uint MaxLength = 256 * 1024;
    const uint MaxFraction = 1_000_000_000;
    const int FractionOffset = 4;
    const int FirstLength = 8;
    const int SecondLength = 12;

    /// <param name="records">What is at hand from the first record on; nothing more is waited for.</param>
    public static PcapDialect Choose(in PcapDialect usual, ReadOnlySpan<byte> records)
    {
        if (Walk(usual, records) >= 0) return usual;
        ReadOnlySpan<int> others = usual.RecordHeader == PcapHeader.ModifiedRecord
            ? [PcapHeader.Ss990915Record, PcapHeader.PlainRecord]
            : [PcapHeader.NokiaRecord, PcapHeader.ModifiedRecord];
        foreach (var header in others)
        {
            var other = usual with { RecordHeader = header };
            if (Walk(other, records) >= 2) return other;
        }

        return usual;
    }

    /// <summary>Records that make sense under a dialect, -1 when one does not.</summary>
    static int Walk(in PcapDialect dialect, ReadOnlySpan<byte> rest)
    {
        var seen = 0;
        while (seen < RecordsTried && rest.Length >= dialect.RecordHeader)
        {
            var first = Read(rest[FirstLength..], dialect.BigEndian);
            var second = Read(rest[SecondLength..], dialect.BigEndian);
            var (captured, original) = dialect.Order == LengthOrder.OriginalFirst ? (second, first) : (first, second);
            if (dialect.Order == LengthOrder.SmallerIsCaptured && captured > original) (captured, original) = (original, captured);
            var fraction = Read(rest[FractionOffset..], dialect.BigEndian);
            if (captured > MaxLength || original == 0 || captured > original || fraction >= MaxFraction / dialect.Unit) return -1;
            seen++;
            if (rest.Length - dialect.RecordHeader <= captured) break;
            rest = rest[(dialect.RecordHeader + (int)captured)..];
        }

        return seen;
    }

    static uint Read(ReadOnlySpan<byte> bytes, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}

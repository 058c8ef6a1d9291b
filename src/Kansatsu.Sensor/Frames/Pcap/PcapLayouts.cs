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
        if (MakesSense(usual, records, out var usualCount)) return usual;
        ReadOnlySpan<int> others = usual.RecordHeader == PcapHeader.ModifiedRecord
            ? [PcapHeader.Ss990915Record, PcapHeader.PlainRecord]
            : [PcapHeader.NokiaRecord, PcapHeader.ModifiedRecord];
        foreach (var header in others)
        {
            var other = usual with { RecordHeader = header };
            if (MakesSense(other, records, out var count) && count >= 2 && count > usualCount) return other;
        }

        return usual;
    }

    /// <param name="count">Records that make sense under the dialect, up to the first that does not.</param>
    static bool MakesSense(in PcapDialect dialect, ReadOnlySpan<byte> rest, out int count)
    {
        count = 0;
        while (count < RecordsTried && rest.Length >= dialect.RecordHeader)
        {
            var first = Read(rest[FirstLength..], dialect.BigEndian);
            var second = Read(rest[SecondLength..], dialect.BigEndian);
            var (captured, original) = dialect.Order == LengthOrder.OriginalFirst ? (second, first) : (first, second);
            if (dialect.Order == LengthOrder.SmallerIsCaptured && captured > original) (captured, original) = (original, captured);
            var fraction = Read(rest[FractionOffset..], dialect.BigEndian);
            if (captured > MaxLength || original == 0 || captured > original || fraction >= MaxFraction / dialect.Unit) return false;
            count++;
            if (rest.Length - dialect.RecordHeader <= captured) break;
            rest = rest[(dialect.RecordHeader + (int)captured)..];
        }

        return true;
    }

    static uint Read(ReadOnlySpan<byte> bytes, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}

using Kansatsu.Analysis;

namespace Kansatsu.Store;

/// <summary>
/// Evidence in few bytes: for each fact the number of its sentence, how many frames, and the frames as differences; all in groups of seven bits, the
/// lowest first. Frames are far apart and sentences alike, so this is what is kept with a flow.
/// </summary>
static class EvidenceBytes
{
    /// <summary>Between rung and sentence; neither holds it.</summary>
    const char Separator = '\u0001';

    public static void Write(FlowRow row, IReadOnlyList<Evidence> evidence, Func<string, long> number)
    {
        row.EvidenceLength = 0;
        foreach (var fact in evidence)
        {
            Put(row, (ulong)number(fact.Rung + Separator + fact.Says));
            Put(row, (ulong)fact.Packets.Count);
            var before = 0L;
            foreach (var frame in fact.Packets)
            {
                Put(row, ZigZag(frame - before));
                before = frame;
            }
        }
    }

    public static IReadOnlyList<Evidence> Read(ReadOnlySpan<byte> bytes, Func<long, string> text)
    {
        var facts = new List<Evidence>();
        while (!bytes.IsEmpty)
        {
            var words = text((long)Take(ref bytes)).Split(Separator, 2);
            var packets = new long[Math.Min((int)Take(ref bytes), bytes.Length)];
            var before = 0L;
            for (var i = 0; i < packets.Length; i++) packets[i] = before += UnZigZag(Take(ref bytes));
            facts.Add(new Evidence(words[0], words.Length > 1 ? words[1] : "", packets));
        }

        return facts;
    }

    static void Put(FlowRow row, ulong value)
    {
        if (row.EvidenceLength + 10 > row.Evidence.Length) Array.Resize(ref row.Evidence, Math.Max(64, row.Evidence.Length * 2));
        for (; value >= 0x80; value >>= 7) row.Evidence[row.EvidenceLength++] = (byte)(value | 0x80);
        row.Evidence[row.EvidenceLength++] = (byte)value;
    }

    static ulong Take(ref ReadOnlySpan<byte> bytes)
    {
        var (value, shift) = (0UL, 0);
        while (!bytes.IsEmpty && shift < 64)
        {
            var next = bytes[0];
            bytes = bytes[1..];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80) break;
            shift += 7;
        }

        return value;
    }

    static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));

    static long UnZigZag(ulong value) => (long)(value >> 1) ^ -(long)(value & 1);
}

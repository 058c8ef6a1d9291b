using Kansatsu.Bench.Captures;

namespace Kansatsu.Bench.Replication;

/// <summary>
/// Lays address-shifted copies of all captures of a corpus over one another on one time line. Each copy of each file starts at its own moment, so
/// packets of all of them interleave. The same corpus gives the same file, byte for byte.
/// </summary>
public static class Replicator
{
    /// <summary>2026-01-01T00:00:00Z in microseconds: where the time line starts.</summary>
    const long Start = 1_767_225_600_000_000;

    // A place on the time line is one number, so that sorting is cheap: time, copy, packet.
    const int PacketBits = 24;
    const int CopyBits = 8;

    public static int Run(string corpus, string output, int atLeast, int seconds)
    {
        var (packets, files) = Load(corpus);
        if (packets.Count is 0 or >= 1 << PacketBits)
        {
            Console.Error.WriteLine($"{corpus}: {packets.Count} Ethernet packets; between 1 and {1 << PacketBits} are needed.");
            return 1;
        }

        var copies = (atLeast + packets.Count - 1) / packets.Count;
        if (copies > 1 << CopyBits)
        {
            Console.Error.WriteLine($"{corpus}: too small, {copies} copies would be needed and addresses can be shifted {1 << CopyBits} times.");
            return 1;
        }

        var places = Places(packets, files, copies, seconds * 1_000_000L);
        Array.Sort(places);
        Write(output, packets, places);
        Console.Error.WriteLine($"{output}: {places.Length} packets, {copies} copies of {files.Count} captures over {seconds} s");
        return 0;
    }

    /// <summary>All packets, and for each file that has any the range of its packets.</summary>
    static (List<CapturedPacket> Packets, List<Range> Files) Load(string corpus)
    {
        List<CapturedPacket> packets = [];
        List<Range> files = [];
        foreach (var path in Directory.EnumerateFiles(corpus).Order(StringComparer.Ordinal))
        {
            var first = packets.Count;
            packets.AddRange(EthernetCapture.Read(path));
            if (packets.Count > first) files.Add(first..packets.Count);
        }

        return (packets, files);
    }

    static ulong[] Places(List<CapturedPacket> packets, List<Range> files, int copies, long span)
    {
        var places = new List<ulong>(packets.Count * copies);
        for (var file = 0; file < files.Count; file++)
        {
            var (first, count) = files[file].GetOffsetAndLength(packets.Count);
            var offsets = Offsets(packets.GetRange(first, count), span);
            for (var copy = 0; copy < copies; copy++)
            {
                var start = (long)(Mix(((ulong)file << 32) | (uint)copy) % (ulong)(span - offsets[^1]));
                for (var i = 0; i < count; i++)
                    places.Add(((ulong)(start + offsets[i]) << (CopyBits + PacketBits)) | ((ulong)copy << PacketBits) | (uint)(first + i));
            }
        }

        return [.. places];
    }

    /// <summary>Times from the start of the file, never going back; a capture longer than the time line is compressed to fit.</summary>
    static long[] Offsets(List<CapturedPacket> packets, long span)
    {
        var offsets = new long[packets.Count];
        for (var i = 1; i < offsets.Length; i++) offsets[i] = Math.Max(offsets[i - 1], packets[i].Microseconds - packets[0].Microseconds);
        var longest = span - 1;
        var last = offsets[^1];
        if (last <= longest) return offsets;
        for (var i = 0; i < offsets.Length; i++) offsets[i] = (long)((double)offsets[i] / last * longest);
        return offsets;
    }

    static void Write(string output, List<CapturedPacket> packets, ulong[] places)
    {
        using var file = new PcapFile(output);
        var scratch = new byte[packets.Max(packet => packet.Bytes.Length)];
        foreach (var place in places)
        {
            var packet = packets[(int)(place & ((1 << PacketBits) - 1))];
            var frame = scratch.AsSpan(0, packet.Bytes.Length);
            packet.Bytes.CopyTo(frame);
            AddressShift.Apply(frame, (int)(place >> PacketBits & ((1 << CopyBits) - 1)));
            file.Write(Start + (long)(place >> (CopyBits + PacketBits)), frame, packet.OriginalLength);
        }
    }

    /// <summary>SplitMix64's finisher: spreads small numbers over the whole range.</summary>
    static ulong Mix(ulong value)
    {
        value += 0x9e3779b97f4a7c15;
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
        value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
        return value ^ (value >> 31);
    }
}

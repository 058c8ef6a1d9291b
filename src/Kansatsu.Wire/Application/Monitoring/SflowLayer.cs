using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>
/// sFlow version 5 (sflow.org, "sFlow Version 5", 2004): a datagram of samples, some of which hold the first bytes of a packet that a switch saw.
/// Those packets are read as layers of their own, one after another.
/// </summary>
static class SflowLayer
{
    const int Version5 = 5;
    const int AgentOffset = 8;
    const int AfterAgent = 16;
    const uint FlowSample = 1;
    const uint ExpandedFlowSample = 3;
    const uint RawPacketHeader = 1;
    const int FlowSampleHeader = 32;
    const int ExpandedSampleHeader = 44;
    const int RawHeader = 16;

    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        if (!d.IsQuoting && bytes.Length >= AgentOffset && BinaryPrimitives.ReadInt32BigEndian(bytes) == Version5)
        {
            var agent = BinaryPrimitives.ReadInt32BigEndian(bytes[4..]) switch { 1 => 4, 2 => 16, _ => -1 };
            var samples = AgentOffset + agent + AfterAgent;
            if (agent > 0 && samples < bytes.Length) d.BeginSamples(samples, bytes.Length - samples);
        }

        d.PushApplication(LayerKind.Sflow);
        return LayerKind.None;
    }

    /// <summary>Finds the next sampled packet.</summary>
    /// <param name="bytes">The buffer that holds the datagram.</param>
    /// <param name="next">Offset of the next sample; moved on.</param>
    /// <param name="record">Offset of the next record in the sample being read, and its end; equal when there is none.</param>
    public static bool TryNext(ReadOnlySpan<byte> bytes, ref int next, int end, ref int record, ref int recordsEnd, out SampledPacket packet)
    {
        packet = default;
        while (true)
        {
            while (TryFrame(bytes, ref record, recordsEnd, out var format, out var body))
            {
                if (format != RawPacketHeader || body.Length < RawHeader) continue;
                var fields = bytes[body.Start..];
                var protocol = BinaryPrimitives.ReadUInt32BigEndian(fields);
                var frame = BinaryPrimitives.ReadUInt32BigEndian(fields[4..]);
                var captured = BinaryPrimitives.ReadUInt32BigEndian(fields[12..]);
                if (captured > body.Length - RawHeader || frame > ushort.MaxValue) continue;
                packet = new SampledPacket(First(protocol), body.Start + RawHeader, (int)captured, (int)Math.Max(frame, captured));
                if (packet.First != LayerKind.None) return true;
            }

            if (!TryFrame(bytes, ref next, end, out var kind, out var sample)) return false;
            var header = kind switch { FlowSample => FlowSampleHeader, ExpandedFlowSample => ExpandedSampleHeader, _ => int.MaxValue };
            if (sample.Length > header) (record, recordsEnd) = (sample.Start + header, sample.Start + sample.Length);
        }
    }

    static LayerKind First(uint protocol) => protocol switch { 1 => LayerKind.Ethernet, 11 => LayerKind.Ipv4, 12 => LayerKind.Ipv6, _ => LayerKind.None };

    /// <summary>Format, length, data: samples and their records are framed alike.</summary>
    static bool TryFrame(ReadOnlySpan<byte> bytes, ref int at, int end, out uint format, out (int Start, int Length) body)
    {
        (format, body) = (0, default);
        if (end - at < 8) return false;
        format = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
        var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + 4)..]);
        if (length > end - at - 8) return false;
        body = (at + 8, (int)length);
        at += 8 + (int)length;
        return true;
    }
}

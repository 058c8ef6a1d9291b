using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>Headers that capture programs put before 802.11 and other frames: radiotap, PPI, Prism and AVS.</summary>
static class CaptureHeaders
{
    const int FrameCheckLength = 4;
    const int PpiLength = 8;
    const int PpiCommon80211 = 2;
    const int PpiCommonFlags = 8;
    const uint AvsMagic = 0x8021_1001;
    const uint AvsMask = 0xffff_f000;
    const int PrismLength = 8;

    public static LayerKind ReadRadiotap(ref Dissection d)
    {
        var bytes = d.Rest;
        if (!RadiotapHeader.TryRead(bytes, out var header)) return d.EndShort(LayerKind.Radiotap, RadiotapHeader.MinLength, Anomaly.LinkTooShort);
        var length = header.Length;
        if (header.Version != 0 || length < RadiotapHeader.MinLength) return d.End(StopReason.Malformed, LayerKind.Radiotap);
        if (bytes.Length < length) return d.EndShort(LayerKind.Radiotap, length, Anomaly.LinkTooShort);
        d.Push(LayerKind.Radiotap, length).Value = (ushort)LinkType.Ieee80211;
        if ((header.Flags & RadiotapHeader.FlagFrameCheckAtEnd) != 0) DropFrameCheck(ref d);
        return LayerKind.Ieee80211;
    }

    /// <summary>Per-packet information: typed fields, then a frame of the link type it names (PPI 1.0.7).</summary>
    public static LayerKind ReadPpi(ref Dissection d)
    {
        var bytes = d.Rest;
        if (bytes.Length < PpiLength) return d.EndShort(LayerKind.Ppi, PpiLength, Anomaly.LinkTooShort);
        var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]);
        var linkType = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        if (length < PpiLength) return d.End(StopReason.Malformed, LayerKind.Ppi);
        if (bytes.Length < length) return d.EndShort(LayerKind.Ppi, length, Anomaly.LinkTooShort);
        var hasFrameCheck = PpiSaysFrameCheck(bytes[PpiLength..length]);
        d.Push(LayerKind.Ppi, length).Value = (ushort)Math.Min(linkType, ushort.MaxValue);
        if (hasFrameCheck) DropFrameCheck(ref d);
        return linkType is (uint)LinkType.PpiPacket or > ushort.MaxValue ? d.End(StopReason.Unsupported, LayerKind.Ppi) : LinkTypes.First((LinkType)linkType, ref d);
    }

    /// <summary>The Prism header states its length; AVS, which took over its link type, has a magic number and another length field.</summary>
    public static LayerKind ReadPrism(ref Dissection d)
    {
        var bytes = d.Rest;
        if (bytes.Length < PrismLength) return d.EndShort(LayerKind.Prism, PrismLength, Anomaly.LinkTooShort);
        var isAvs = (BinaryPrimitives.ReadUInt32BigEndian(bytes) & AvsMask) == (AvsMagic & AvsMask);
        var length = isAvs ? BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]) : PrismMessageLength(bytes);
        if (length is < PrismLength or > ushort.MaxValue) return d.End(StopReason.Malformed, LayerKind.Prism);
        if (bytes.Length < length) return d.EndShort(LayerKind.Prism, (int)length, Anomaly.LinkTooShort);
        d.Push(LayerKind.Prism, (int)length).Value = (ushort)LinkType.Ieee80211;
        return LayerKind.Ieee80211;
    }

    /// <summary>The driver wrote it in its own byte order.</summary>
    static uint PrismMessageLength(ReadOnlySpan<byte> bytes)
    {
        var little = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        return little <= ushort.MaxValue ? little : BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]);
    }

    static bool PpiSaysFrameCheck(ReadOnlySpan<byte> fields)
    {
        while (fields.Length >= 4)
        {
            var type = BinaryPrimitives.ReadUInt16LittleEndian(fields);
            var length = BinaryPrimitives.ReadUInt16LittleEndian(fields[2..]);
            fields = fields[4..];
            if (length > fields.Length) return false;
            if (type == PpiCommon80211) return length > PpiCommonFlags && (fields[PpiCommonFlags] & 1) != 0;
            fields = fields[length..];
        }

        return false;
    }

    static void DropFrameCheck(ref Dissection d)
    {
        if (d.DeclaredRemaining >= FrameCheckLength) d.Limit(d.DeclaredRemaining - FrameCheckLength);
    }
}

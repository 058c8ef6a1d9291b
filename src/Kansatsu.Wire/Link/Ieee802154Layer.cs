using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>IEEE 802.15.4: data frames that are not secured carry 6LoWPAN, all others end here.</summary>
static class Ieee802154Layer
{
    const int FrameCheck = 2;
    const int TapHeader = 4;
    const int TapElementHeader = 4;

    /// <summary>Removes what the link type adds to the frame: the frame check sequence, the header with the radio's parameters.</summary>
    public static LayerKind First(LinkType type, ref Dissection d)
    {
        var check = type == LinkType.Ieee802154 ? FrameCheck : 0;
        if (type == LinkType.Ieee802154Tap)
        {
            var bytes = d.Rest;
            if (bytes.Length < TapHeader) return d.EndShort(LayerKind.Ieee802154, TapHeader, Anomaly.LinkTooShort);
            var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]);
            if (length < TapHeader) return d.End(StopReason.Malformed, LayerKind.Ieee802154, Anomaly.LinkTooShort);
            if (length > bytes.Length) return d.EndShort(LayerKind.Ieee802154, length, Anomaly.LinkTooShort);
            check = TapFrameCheck(bytes[TapHeader..length]);
            d.Skip(length);
        }

        // When the capture tells the length of the frame check sequence, it is gone already.
        if (d.Frame.FrameCheckLength > 0) check = 0;
        if (d.DeclaredRemaining < check) return d.EndShort(LayerKind.Ieee802154, check + Ieee802154Header.MinLength, Anomaly.LinkTooShort);
        d.Limit(d.DeclaredRemaining - check);
        return LayerKind.Ieee802154;
    }

    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        if (!Ieee802154Header.TryRead(bytes, out var header))
        {
            return bytes.Length >= Ieee802154Header.MinLength && !header.IsKnown
                ? d.End(StopReason.Unsupported, LayerKind.Ieee802154)
                : d.EndShort(LayerKind.Ieee802154, bytes.Length + 1, Anomaly.LinkTooShort);
        }

        var carries = header.Type == Ieee802154Header.DataType || header.IsSecured;
        d.Push(LayerKind.Ieee802154, carries ? header.Length : bytes.Length).Value = header.FrameControl;
        if (header.IsSecured) return d.End(StopReason.Unsupported, LayerKind.Ieee802154);
        return d.Remaining == 0 ? LayerKind.None : LayerKind.SixLowpan;
    }

    /// <summary>The element "FCS type": 0 none, 1 two bytes, 2 four bytes; without it there is none.</summary>
    static int TapFrameCheck(ReadOnlySpan<byte> elements)
    {
        while (elements.Length > TapElementHeader)
        {
            var type = BinaryPrimitives.ReadUInt16LittleEndian(elements);
            var length = BinaryPrimitives.ReadUInt16LittleEndian(elements[2..]);
            if (type == 0 && length > 0) return elements[TapElementHeader] switch { 1 => FrameCheck, 2 => 2 * FrameCheck, _ => 0 };
            var next = TapElementHeader + ((length + 3) & ~3);
            if (next >= elements.Length) break;
            elements = elements[next..];
        }

        return 0;
    }
}

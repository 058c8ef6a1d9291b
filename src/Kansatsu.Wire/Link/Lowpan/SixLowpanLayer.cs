namespace Kansatsu.Wire;

/// <summary>IPv6 over IEEE 802.15.4 (RFC 4944, RFC 6282, RFC 8931): puts datagrams together, decompresses them, and goes on with IPv6.</summary>
static class SixLowpanLayer
{
    const int FragmentUnit = 8;

    public static LayerKind Read(ref Dissection d)
    {
        var link = d.Count > 0 && Ieee802154Header.TryRead(d.HeaderOf(d[d.Count - 1]), out var frame) ? frame.Link : default;
        return Read(link, isReassembled: false, ref d);
    }

    static LayerKind Read(LowpanLink link, bool isReassembled, ref Dissection d)
    {
        if (!LowpanHeader.TryRead(d.Rest, out var header)) return Short(ref d);
        if (header.HasMesh) link = header.Mesh with { Network = link.Network };
        // A fragment in a datagram of fragments would have no end.
        if (isReassembled && header.Fragment != LowpanFragment.None) return d.End(StopReason.Malformed, LayerKind.SixLowpan);
        switch (header.Fragment)
        {
            case LowpanFragment.First or LowpanFragment.Subsequent: return ReadFragment(link, header, ref d);
            case LowpanFragment.Recoverable: return ReadRecoverable(link, header, ref d);
            case LowpanFragment.Acknowledgment:
                d.Push(LayerKind.SixLowpan, d.Remaining).Value = header.Dispatch;
                return LayerKind.None;
            default: return ReadDatagram(link, header, ref d);
        }
    }

    static LayerKind ReadDatagram(LowpanLink link, in LowpanHeader header, ref Dissection d)
    {
        var bytes = d.Rest[header.Length..];
        if (header.Dispatch == LowpanHeader.Ipv6Dispatch)
        {
            // Other protocols of the same radio begin with this byte too.
            if (bytes.Length > 1 && bytes[1] >> 4 != 6) return d.End(StopReason.Unsupported, LayerKind.SixLowpan);
            d.Push(LayerKind.SixLowpan, header.Length + 1).Value = header.Dispatch;
            return LayerKind.Ipv6;
        }

        if (!IsIphc(header.Dispatch)) return d.End(StopReason.Unsupported, LayerKind.SixLowpan);
        var packet = d.Lowpan.Packet;
        var content = new LowpanDecompressor(bytes, d.DeclaredRemaining - header.Length, 0, packet);
        var outcome = content.Read(link);
        if (outcome is not (LowpanOutcome.Done or LowpanOutcome.Unknown)) return Stop(outcome, ref d);
        d.Push(LayerKind.SixLowpan, header.Length + content.HeaderLength).Value = header.Dispatch;
        if (outcome == LowpanOutcome.Unknown) d.Note(StopReason.Unsupported, LayerKind.SixLowpan);
        d.HasElidedChecksum = content.HasElidedChecksum;
        return d.SwitchTo(packet[..content.Length], content.DeclaredLength) ? LayerKind.Ipv6 : LayerKind.Data;
    }

    /// <summary>Size and offsets of these fragments count the decompressed datagram, so the first is decompressed by itself.</summary>
    static LayerKind ReadFragment(LowpanLink link, in LowpanHeader header, ref Dissection d)
    {
        var piece = d.Rest[header.Length..];
        var isElided = false;
        if (header.Fragment == LowpanFragment.First && d.IsComplete)
        {
            var outcome = ReadFirst(link, header.DatagramSize, ref piece, out isElided, ref d);
            if (outcome != LowpanOutcome.Done) return Stop(outcome, ref d);
        }

        if (!Push(header, ref d)) return LayerKind.Data;
        if (piece.Length % FragmentUnit != 0 && header.Offset + piece.Length < header.DatagramSize) d.Flag(Anomaly.FragmentLengthInvalid);
        var key = new LowpanKey(link, header.DatagramTag, header.DatagramSize, d.Interface);
        var problem = d.Lowpan.Add(key, d.Timestamp, header.Offset, piece, header.DatagramSize, isElided, out var whole);
        if (problem != Anomaly.None) d.Flag(problem);
        if (whole == null || !d.SwitchTo(whole.Content)) return LayerKind.Data;
        d.HasElidedChecksum = whole.HasElidedChecksum;
        return LayerKind.Ipv6;
    }

    static LowpanOutcome ReadFirst(LowpanLink link, int size, ref ReadOnlySpan<byte> piece, out bool isElided, ref Dissection d)
    {
        isElided = false;
        if (piece.IsEmpty) return LowpanOutcome.Short;
        if (piece[0] == LowpanHeader.Ipv6Dispatch)
        {
            piece = piece[1..];
            return LowpanOutcome.Done;
        }

        if (!IsIphc(piece[0])) return LowpanOutcome.Unknown;
        var packet = d.Lowpan.Packet;
        var content = new LowpanDecompressor(piece, piece.Length, size, packet);
        var outcome = content.Read(link);
        isElided = content.HasElidedChecksum;
        piece = packet[..content.Length];
        return outcome;
    }

    /// <summary>Size and offsets of recoverable fragments count the datagram as it is sent: it is read when it is whole.</summary>
    static LayerKind ReadRecoverable(LowpanLink link, in LowpanHeader header, ref Dissection d)
    {
        var piece = d.Rest[header.Length..];
        if (!Push(header, ref d)) return LayerKind.Data;
        var key = new LowpanKey(link, header.DatagramTag, -1, d.Interface);
        if (header.FragmentSize == 0)
        {
            d.Lowpan.Abandon(key);
            return LayerKind.Data;
        }

        if (header.FragmentSize > piece.Length)
        {
            d.Flag(Anomaly.FragmentLengthInvalid);
            return LayerKind.Data;
        }

        var problem = d.Lowpan.Add(key, d.Timestamp, header.Offset, piece[..header.FragmentSize], header.DatagramSize, false, out var whole);
        if (problem != Anomaly.None) d.Flag(problem);
        if (whole == null || !d.SwitchTo(whole.Content)) return LayerKind.Data;
        return Read(link, isReassembled: true, ref d);
    }

    /// <returns>False when the capture, or the wire, cut the fragment: half of it helps nobody.</returns>
    static bool Push(in LowpanHeader header, ref Dissection d)
    {
        d.Push(LayerKind.SixLowpan, header.Length).Value = header.Dispatch;
        if (!d.IsComplete) d.Note(d.Frame.IsCut ? StopReason.CutByCapture : StopReason.Truncated, LayerKind.SixLowpan);
        return d.IsComplete;
    }

    static bool IsIphc(byte dispatch) => dispatch is >= LowpanHeader.FirstIphc and <= LowpanHeader.LastIphc;

    static LayerKind Stop(LowpanOutcome outcome, ref Dissection d) => outcome switch
    {
        LowpanOutcome.Short => Short(ref d),
        LowpanOutcome.Reserved => d.End(StopReason.Malformed, LayerKind.SixLowpan),
        LowpanOutcome.TooLarge => d.End(StopReason.LimitReached, LayerKind.SixLowpan, Anomaly.LinkLayerLimit),
        _ => d.End(StopReason.Unsupported, LayerKind.SixLowpan),
    };

    static LayerKind Short(ref Dissection d) => d.EndShort(LayerKind.SixLowpan, d.Remaining + 1, Anomaly.LinkTooShort);
}

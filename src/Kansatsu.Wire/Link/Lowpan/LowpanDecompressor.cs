using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>
/// Writes the packet that a compressed datagram stands for (RFC 6282). Contexts are agreed between the hosts and not in the frame:
/// the prefix of a stateful address is written as zeros.
/// </summary>
ref struct LowpanDecompressor
{
    const int MaxNesting = 4;
    const int NextHeaderOffset = 6;
    const int SourceOffset = 8;
    const int DestinationOffset = 24;
    const int UdpLength = 8;
    const int Ipv6InIpv6 = 7;

    readonly Span<byte> _packet;
    readonly int _declaredInput;
    readonly int _datagramSize;
    WireReader _from;

    /// <param name="declaredInput">Bytes that <paramref name="bytes"/> had on the wire.</param>
    /// <param name="datagramSize">Bytes of the whole packet as a fragment header says; 0 when it is not fragmented.</param>
    public LowpanDecompressor(ReadOnlySpan<byte> bytes, int declaredInput, int datagramSize, Span<byte> packet)
    {
        _from = new WireReader(bytes);
        _packet = packet;
        _declaredInput = declaredInput;
        _datagramSize = datagramSize;
    }

    /// <summary>Bytes written.</summary>
    public int Length { get; private set; }

    /// <summary>Bytes that the whole packet has: more than written when the frame was cut, or is the first fragment.</summary>
    public int DeclaredLength { get; private set; }

    /// <summary>Bytes of compressed headers.</summary>
    public int HeaderLength { get; private set; }

    /// <summary>The UDP checksum was left out for the other end to compute (RFC 6282 §4.3.2).</summary>
    public bool HasElidedChecksum { get; private set; }

    public LowpanOutcome Read(in LowpanLink link) => ReadIphc(link.SourceIdentifier, link.DestinationIdentifier, 0);

    /// <param name="source">The interface identifier of the enclosing header's source: a frame's, or that of an outer IPv6 header.</param>
    LowpanOutcome ReadIphc(ulong source, ulong destination, int depth)
    {
        if (depth >= MaxNesting || _packet.Length - Length < Ipv6Header.Length) return LowpanOutcome.TooLarge;
        var start = Length;
        var header = _packet.Slice(start, Ipv6Header.Length);
        header.Clear();
        Length += Ipv6Header.Length;
        if (!_from.TryReadUInt16(out var iphc)) return LowpanOutcome.Short;
        if ((iphc & 0x80) != 0 && !_from.TrySkip(1)) return LowpanOutcome.Short;
        if (!TryReadTraffic(iphc >> 11 & 3, header)) return LowpanOutcome.Short;
        var isCompressed = (iphc & 0x400) != 0;
        if (!isCompressed && !_from.TryReadByte(out header[NextHeaderOffset])) return LowpanOutcome.Short;
        if (!TryReadHopLimit(iphc >> 8 & 3, out header[NextHeaderOffset + 1])) return LowpanOutcome.Short;

        var addresses = LowpanAddress.ReadSource(iphc, source, ref _from, header.Slice(SourceOffset, Ipv6Address.Length));
        if (addresses == LowpanOutcome.Done)
            addresses = LowpanAddress.ReadDestination(iphc, destination, ref _from, header.Slice(DestinationOffset, Ipv6Address.Length));
        if (addresses != LowpanOutcome.Done) return addresses;

        var outcome = isCompressed ? ReadNext(start, depth) : ReadPayload();
        BinaryPrimitives.WriteUInt16BigEndian(header[4..], (ushort)Math.Clamp(DeclaredLength - start - Ipv6Header.Length, 0, ushort.MaxValue));
        return outcome;
    }

    /// <summary>RFC 6282 §3.2.1: ECN stands before DSCP, the other way round than in the traffic class.</summary>
    bool TryReadTraffic(int mode, Span<byte> header)
    {
        byte first = 0;
        header[0] = 0x60;
        if (mode == 3) return true;
        if (!_from.TryReadByte(out first)) return false;
        var dscp = mode == 1 ? 0 : first & 0x3f;
        var flow = mode == 1 ? (first & 0xf) << 16 : 0;
        if (mode == 0)
        {
            if (!_from.TryReadUInt24(out flow)) return false;
            flow &= 0xfffff;
        }
        else if (mode == 1)
        {
            if (!_from.TryReadUInt16(out var low)) return false;
            flow |= low;
        }

        BinaryPrimitives.WriteUInt32BigEndian(header, 0x6000_0000 | (uint)(dscp << 2 | first >> 6) << 20 | (uint)flow);
        return true;
    }

    bool TryReadHopLimit(int mode, out byte limit)
    {
        limit = mode switch { 1 => 1, 2 => 64, _ => 255 };
        return mode != 0 || _from.TryReadByte(out limit);
    }

    /// <summary>The chain of compressed next headers (RFC 6282 §4): any number of extension headers, then UDP, another packet, or bytes.</summary>
    LowpanOutcome ReadNext(int packetStart, int depth)
    {
        var nextHeader = packetStart + NextHeaderOffset;
        while (true)
        {
            if (!_from.TryReadByte(out var encoding)) return LowpanOutcome.Short;
            if ((encoding & 0xf8) == 0xf0)
            {
                _packet[nextHeader] = IpProtocols.Udp;
                return ReadUdp(encoding);
            }

            var protocol = ProtocolOf(encoding);
            _packet[nextHeader] = protocol;
            if (protocol == IpProtocols.NoNextHeader) return EndWithoutPayload();
            if (protocol == IpProtocols.Ipv6)
            {
                if (_from.Remaining > 0 && _from.Rest[0] is not (>= LowpanHeader.FirstIphc and <= LowpanHeader.LastIphc)) return LowpanOutcome.Reserved;
                var header = _packet[packetStart..];
                return ReadIphc(
                    BinaryPrimitives.ReadUInt64BigEndian(header[(SourceOffset + 8)..]),
                    BinaryPrimitives.ReadUInt64BigEndian(header[(DestinationOffset + 8)..]),
                    depth + 1);
            }

            nextHeader = Length;
            var outcome = ReadExtension(encoding, protocol);
            if (outcome != LowpanOutcome.Done) return outcome;
            if ((encoding & 1) == 0) return ReadPayload();
        }
    }

    /// <summary>What the next header's encoding stands for; "no next header" for encodings nothing here knows.</summary>
    static byte ProtocolOf(byte encoding) => (encoding & 0xf0) != 0xe0 ? IpProtocols.NoNextHeader : (encoding >> 1 & 7) switch
    {
        0 => IpProtocols.HopByHop,
        1 => IpProtocols.Routing,
        2 => IpProtocols.Fragment,
        3 => IpProtocols.DestinationOptions,
        4 => IpProtocols.Mobility,
        Ipv6InIpv6 => IpProtocols.Ipv6,
        _ => IpProtocols.NoNextHeader,
    };

    /// <summary>RFC 6282 §4.2: the length counts bytes, and padding at the end of options may be left out.</summary>
    LowpanOutcome ReadExtension(byte encoding, byte protocol)
    {
        byte next = 0;
        if ((encoding & 1) == 0 && !_from.TryReadByte(out next)) return LowpanOutcome.Short;
        if (!_from.TryReadByte(out var length) || !_from.TryReadBytes(length, out var content)) return LowpanOutcome.Short;
        var whole = (2 + length + 7) & ~7;
        if (_packet.Length - Length < whole) return LowpanOutcome.TooLarge;
        var header = _packet.Slice(Length, whole);
        header.Clear();
        header[0] = next;
        // A fragment header has no length: its eight bytes make this the reserved zero.
        header[1] = (byte)((whole / 8) - 1);
        content.CopyTo(header[2..]);
        var padding = header[(2 + length)..];
        if (padding.Length > 1 && protocol is IpProtocols.HopByHop or IpProtocols.DestinationOptions)
            (padding[0], padding[1]) = (1, (byte)(padding.Length - 2));
        Length += whole;
        return LowpanOutcome.Done;
    }

    /// <summary>RFC 6282 §4.3: ports of 16, 8 or 4 bits.</summary>
    LowpanOutcome ReadUdp(byte encoding)
    {
        if (_packet.Length - Length < UdpLength) return LowpanOutcome.TooLarge;
        if (!TryReadPorts(encoding & 3, out var source, out var destination)) return LowpanOutcome.Short;
        ushort checksum = 0;
        HasElidedChecksum = (encoding & 4) != 0;
        if (!HasElidedChecksum && !_from.TryReadUInt16(out checksum)) return LowpanOutcome.Short;
        var start = Length;
        var header = _packet.Slice(start, UdpLength);
        BinaryPrimitives.WriteUInt16BigEndian(header, (ushort)source);
        BinaryPrimitives.WriteUInt16BigEndian(header[2..], (ushort)destination);
        BinaryPrimitives.WriteUInt16BigEndian(header[6..], checksum);
        Length += UdpLength;
        var outcome = ReadPayload();
        BinaryPrimitives.WriteUInt16BigEndian(header[4..], (ushort)Math.Clamp(DeclaredLength - start, 0, ushort.MaxValue));
        return outcome;
    }

    bool TryReadPorts(int mode, out int source, out int destination)
    {
        (source, destination) = (0xf000, 0xf000);
        if (mode == 3)
        {
            if (!_from.TryReadByte(out var both)) return false;
            (source, destination) = (0xf0b0 | both >> 4, 0xf0b0 | (both & 0xf));
            return true;
        }

        return TryReadPort(mode == 2, ref source) && TryReadPort(mode == 1, ref destination);
    }

    bool TryReadPort(bool isShort, ref int port)
    {
        if (isShort)
        {
            if (!_from.TryReadByte(out var low)) return false;
            port |= low;
            return true;
        }

        if (!_from.TryReadUInt16(out var whole)) return false;
        port = whole;
        return true;
    }

    LowpanOutcome ReadPayload()
    {
        HeaderLength = _from.Position;
        var payload = _from.Rest;
        if (payload.Length > _packet.Length - Length) return LowpanOutcome.TooLarge;
        payload.CopyTo(_packet[Length..]);
        DeclaredLength = _datagramSize > 0 ? _datagramSize : Length + _declaredInput - HeaderLength;
        Length += payload.Length;
        return LowpanOutcome.Done;
    }

    LowpanOutcome EndWithoutPayload()
    {
        HeaderLength = _from.Position - 1;
        DeclaredLength = Length;
        return LowpanOutcome.Unknown;
    }
}

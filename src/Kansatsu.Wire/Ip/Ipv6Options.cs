namespace Kansatsu.Wire;

/// <summary>The TLV options of hop-by-hop and destination option headers (RFC 8200 §4.2). Enumerate, then ask <see cref="IsClean"/>.</summary>
public ref struct Ipv6Options
{
    public const byte Pad1 = 0x00;
    public const byte PadN = 0x01;
    public const byte TunnelLimit = 0x04;
    public const byte RouterAlert = 0x05;
    public const byte Calipso = 0x07;
    public const byte Smf = 0x08;
    public const byte QuickStart = 0x26;
    public const byte Rpl = 0x63;
    public const byte RplNew = 0x23;
    public const byte Mpl = 0x6d;
    public const byte PerformanceMetrics = 0x0f;
    public const byte IlnpNonce = 0x8b;
    public const byte LineIdentification = 0x8c;
    public const byte MinimumPathMtu = 0x30;
    public const byte Jumbo = 0xc2;
    public const byte HomeAddress = 0xc9;
    public const byte IoamDestination = 0x11;
    public const byte IoamHopByHop = 0x31;
    public const byte AltMark = 0x12;

    WireReader _reader;

    /// <param name="header">A whole hop-by-hop or destination options header; its first two bytes are skipped.</param>
    public Ipv6Options(ReadOnlySpan<byte> header)
    {
        _reader = new WireReader(header.Length < 2 ? default : header[2..]);
        IsClean = true;
    }

    /// <summary>The end of the list was reached without a length that points outside.</summary>
    public bool IsClean { get; private set; }

    public Ipv6Option Current { get; private set; }

    public readonly Ipv6Options GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!_reader.TryReadByte(out var type)) return false;
        if (type == Pad1)
        {
            Current = new Ipv6Option(type, default);
            return true;
        }

        if (_reader.TryReadByte(out var length) && _reader.TryReadBytes(length, out var value))
        {
            Current = new Ipv6Option(type, value);
            return true;
        }

        IsClean = false;
        return false;
    }

    internal static void Inspect(LayerKind kind, ReadOnlySpan<byte> header, ref Dissection d)
    {
        var isHopByHop = kind == LayerKind.HopByHop;
        var onlyPadding = true;
        var afterPadding = false;
        var isClean = true;
        // The same walk as the enumerator's, without keeping each option: a copy of what was just written has to wait for it.
        for (var rest = header[2..]; !rest.IsEmpty;)
        {
            var type = rest[0];
            if (type == Pad1)
            {
                rest = rest[1..];
                afterPadding = true;
                continue;
            }

            isClean = rest.Length >= 2 && rest[1] <= rest.Length - 2;
            if (!isClean) break;
            var value = rest.Slice(2, rest[1]);
            rest = rest[(2 + value.Length)..];
            switch (type)
            {
                case PadN:
                    // Two bytes of padding at the end are how every router alert is sent; anywhere else they hide something (RFC 4942 §2.1.9.5).
                    if (value.IsEmpty && (afterPadding || !rest.IsEmpty)) d.Flag(Anomaly.Ipv6ZeroLengthPadN);
                    else if (value.ContainsAnyExcept((byte)0)) d.Flag(Anomaly.Ipv6PadNNotZero);
                    afterPadding = true;
                    continue;
                case RouterAlert:
                    d.HasRouterAlert = true;
                    if (value.Length != 2) d.Flag(Anomaly.Ipv6OptionLengthInvalid);
                    break;
                case Jumbo when isHopByHop:
                    InspectJumbo(value, ref d);
                    break;
                case HomeAddress:
                    if (value.Length != Ipv6Address.Length) d.Flag(Anomaly.Ipv6OptionLengthInvalid);
                    else if (!isHopByHop) d.SetHomeAddress(rest.Length + Ipv6Address.Length);
                    break;
                case TunnelLimit or Calipso or Smf or QuickStart or Rpl or RplNew or Mpl or PerformanceMetrics or IlnpNonce or LineIdentification
                    or MinimumPathMtu or Jumbo or IoamDestination or IoamHopByHop or AltMark:
                    break;
                default:
                    d.Flag(isHopByHop ? Anomaly.Ipv6HopByHopUnknownOption : Anomaly.Ipv6DestinationUnknownOption);
                    break;
            }

            onlyPadding = afterPadding = false;
        }

        if (!isClean) d.Flag(Anomaly.Ipv6OptionLengthInvalid);
        else if (onlyPadding) d.Flag(isHopByHop ? Anomaly.Ipv6HopByHopOnlyPadding : Anomaly.Ipv6DestinationOnlyPadding);
    }

    /// <summary>A jumbo length counts only when the header's own length is 0, and must not fit into it (RFC 2675 §3).</summary>
    static void InspectJumbo(ReadOnlySpan<byte> value, ref Dissection d)
    {
        var reader = new WireReader(value);
        if (!reader.TryReadUInt32(out var length) || !reader.IsAtEnd || length <= ushort.MaxValue || !d.DeclaresNoPayload)
            d.Flag(Anomaly.Ipv6JumboInvalid);
        else if (!d.LimitPacket((long)Ipv6Header.Length + length))
            d.Flag(Anomaly.Ipv6Truncated);
    }
}

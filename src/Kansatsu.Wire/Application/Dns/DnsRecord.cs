using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>One resource record (RFC 1035 §4.1.3). What its data means depends on <see cref="Type"/>; the accessors say no when it is another.</summary>
public readonly ref struct DnsRecord
{
    readonly ReadOnlySpan<byte> _message;
    readonly int _nameAt;
    readonly int _dataAt;
    readonly int _dataLength;

    internal DnsRecord(ReadOnlySpan<byte> message, int nameAt, int dataAt, int dataLength)
    {
        _message = message;
        _nameAt = nameAt;
        _dataAt = dataAt;
        _dataLength = dataLength;
    }

    public DnsName Name => new(_message, _nameAt);

    public ushort Type { get; internal init; }

    internal ushort RawClass { get; init; }

    /// <summary>Without the bit that mDNS put on top. In an OPT record: the largest UDP payload the sender takes (RFC 6891 §6.1.2).</summary>
    public ushort Class => (ushort)(Type == DnsTypes.Opt ? RawClass : RawClass & 0x7fff);

    /// <summary>mDNS: this replaces what others said before (RFC 6762 §10.2).</summary>
    public bool FlushesCache => Type != DnsTypes.Opt && (RawClass & 0x8000) != 0;

    /// <summary>Seconds. In an OPT record: extended rcode, version and flags.</summary>
    public uint Ttl { get; internal init; }

    public DnsSection Section { get; internal init; }

    public ReadOnlySpan<byte> Content => _message.Slice(_dataAt, _dataLength);

    /// <summary>The address of an A or AAAA record; NetBIOS name answers carry theirs after two bytes of flags (RFC 1002 §4.2.13).</summary>
    public bool TryGetAddress(out Ipv6Address address)
    {
        var content = Content;
        address = default;
        switch (Type)
        {
            case DnsTypes.A when content.Length == 4:
                address = Ipv6Address.FromIpv4(BinaryPrimitives.ReadUInt32BigEndian(content));
                return true;
            case DnsTypes.Aaaa when content.Length == Ipv6Address.Length:
                address = Ipv6Address.Read(content);
                return true;
            case DnsTypes.Nb when content.Length >= 6:
                address = Ipv6Address.FromIpv4(BinaryPrimitives.ReadUInt32BigEndian(content[2..]));
                return true;
            default:
                return false;
        }
    }

    /// <summary>The name a record points to: CNAME, DNAME, NS, PTR, and the host of MX, SRV, SVCB, HTTPS and SOA.</summary>
    public bool TryGetTarget(out DnsName name)
    {
        var skip = Type switch
        {
            DnsTypes.Cname or DnsTypes.Dname or DnsTypes.Ns or DnsTypes.Ptr or DnsTypes.Soa or DnsTypes.Nsec => 0,
            DnsTypes.Mx or DnsTypes.Svcb or DnsTypes.Https => 2,
            DnsTypes.Srv => 6,
            _ => -1,
        };
        name = skip >= 0 && skip < _dataLength ? new DnsName(_message[..(_dataAt + _dataLength)], _dataAt + skip) : default;
        return skip >= 0 && skip < _dataLength;
    }

    /// <summary>The port of an SRV record (RFC 2782); priority and weight stand before it.</summary>
    public bool TryGetService(out ushort priority, out ushort weight, out ushort port)
    {
        var reader = new WireReader(Type == DnsTypes.Srv ? Content : default);
        (weight, port) = (0, 0);
        return reader.TryReadUInt16(out priority) && reader.TryReadUInt16(out weight) && reader.TryReadUInt16(out port);
    }

    /// <summary>The preference of MX, or the priority of SVCB and HTTPS (0: an alias; RFC 9460 §2.4.2).</summary>
    public bool TryGetPriority(out ushort priority)
    {
        priority = 0;
        return Type is DnsTypes.Mx or DnsTypes.Svcb or DnsTypes.Https && BinaryPrimitives.TryReadUInt16BigEndian(Content, out priority);
    }

    /// <summary>The strings of TXT.</summary>
    public DnsTexts Texts => new(Type == DnsTypes.Txt ? Content : default);

    /// <summary>The parameters of SVCB and HTTPS; empty for other types.</summary>
    public DnsPairs ServiceParameters
    {
        get
        {
            var reader = new WireReader(Type is DnsTypes.Svcb or DnsTypes.Https ? Content : default);
            return reader.TrySkip(2) && DnsName.TrySkip(ref reader) ? new DnsPairs(reader.Rest) : new DnsPairs(default);
        }
    }

    /// <summary>The options of an OPT record (RFC 6891 §6.1.2); empty for other types.</summary>
    public DnsPairs Options => new(Type == DnsTypes.Opt ? Content : default);

    /// <summary>CAA (RFC 8659 §4.1): what the tag asks for.</summary>
    public bool TryGetCertificationAuthority(out ReadOnlySpan<byte> tag, out ReadOnlySpan<byte> value)
    {
        var reader = new WireReader(Type == DnsTypes.Caa ? Content : default);
        tag = value = default;
        if (!reader.TrySkip(1) || !reader.TryReadByte(out var length) || !reader.TryReadBytes(length, out tag)) return false;
        value = reader.Rest;
        return true;
    }
}

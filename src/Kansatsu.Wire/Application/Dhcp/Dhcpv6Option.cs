using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>One DHCPv6 option (RFC 8415 §21, IANA "DHCPv6 Option Codes"). The accessors say no when the option is another or too short.</summary>
public readonly ref struct Dhcpv6Option
{
    public const ushort ClientId = 1;
    public const ushort ServerId = 2;
    public const ushort NonTemporary = 3;
    public const ushort Temporary = 4;
    public const ushort Address = 5;
    public const ushort OptionRequest = 6;
    public const ushort Preference = 7;
    public const ushort ElapsedTime = 8;
    public const ushort RelayMessage = 9;
    public const ushort StatusCode = 13;
    public const ushort RapidCommit = 14;
    public const ushort UserClass = 15;
    public const ushort VendorClass = 16;
    public const ushort VendorOptions = 17;
    public const ushort DnsServers = 23;
    public const ushort DomainList = 24;
    public const ushort PrefixDelegation = 25;
    public const ushort Prefix = 26;
    public const ushort SntpServers = 31;
    public const ushort ClientFqdn = 39;

    const int VendorClassTextAt = 6;

    internal Dhcpv6Option(ushort code, ReadOnlySpan<byte> value)
    {
        Code = code;
        Value = value;
    }

    public ushort Code { get; }

    public ReadOnlySpan<byte> Value { get; }

    /// <summary>The options inside IA_NA, IA_TA, IA_PD, IAADDR and IAPREFIX, behind their fixed fields; empty for others.</summary>
    public Dhcpv6Options Nested
    {
        get
        {
            var skip = Code switch { NonTemporary or PrefixDelegation => 12, Temporary => 4, Address => 24, Prefix => 25, _ => int.MaxValue };
            return new Dhcpv6Options(Value.Length >= skip ? Value[skip..] : default);
        }
    }

    /// <summary>IAID of IA_NA, IA_TA and IA_PD: which of the client's interfaces.</summary>
    public bool TryGetIdentity(out uint id)
    {
        id = 0;
        return Code is NonTemporary or Temporary or PrefixDelegation && BinaryPrimitives.TryReadUInt32BigEndian(Value, out id);
    }

    /// <summary>IAADDR or IAPREFIX with its lifetimes in seconds (RFC 8415 §21.6, §21.22); an address counts as a prefix of 128 bits.</summary>
    public bool TryGetPrefix(out Ipv6Prefix prefix, out uint preferredSeconds, out uint validSeconds)
    {
        var reader = new WireReader(Value);
        (prefix, preferredSeconds, validSeconds) = (default, 0, 0);
        byte length = 128;
        Ipv6Address address;
        var ok = Code switch
        {
            Address => reader.TryReadAddress(out address) && reader.TryReadUInt32(out preferredSeconds) && reader.TryReadUInt32(out validSeconds),
            Prefix => reader.TryReadUInt32(out preferredSeconds) && reader.TryReadUInt32(out validSeconds) && reader.TryReadByte(out length)
                && reader.TryReadAddress(out address),
            _ => false,
        };
        if (!ok) return false;
        prefix = new Ipv6Prefix(Ipv6Address.Read(Value[(Code == Address ? 0 : 9)..]), length);
        return true;
    }

    /// <summary>Who speaks, of the client and server identifiers.</summary>
    public Duid Duid => new(Code is ClientId or ServerId ? Value : default);

    /// <summary>The n-th address of DNS servers (RFC 3646 §3) or SNTP servers (RFC 4075).</summary>
    public bool TryGetServer(int index, out Ipv6Address address)
    {
        var reader = new WireReader(Value);
        address = default;
        return Code is DnsServers or SntpServers && reader.TrySkip(index * Ipv6Address.Length) && reader.TryReadAddress(out address);
    }

    /// <summary>The client's own name (RFC 4704 §4.1); partial names lack the root, which is forgiven.</summary>
    public bool TryWriteFqdn(Span<byte> text, out int length)
    {
        length = 0;
        return Code == ClientFqdn && Value.Length > 1 && DhcpNames.TryWrite(Value[1..], text, out length);
    }

    /// <summary>The first name of the domain search list (RFC 3646 §4).</summary>
    public bool TryWriteDomain(Span<byte> text, out int length)
    {
        length = 0;
        return Code == DomainList && DhcpNames.TryWrite(Value, text, out length);
    }

    /// <summary>The first string of a vendor class, such as "MSFT 5.0", and the enterprise number before it (RFC 8415 §21.16).</summary>
    public bool TryGetVendorClass(out uint enterprise, out ReadOnlySpan<byte> text)
    {
        text = default;
        enterprise = 0;
        if (Code != VendorClass || Value.Length < VendorClassTextAt) return false;
        enterprise = BinaryPrimitives.ReadUInt32BigEndian(Value);
        var length = BinaryPrimitives.ReadUInt16BigEndian(Value[4..]);
        text = Value.Slice(VendorClassTextAt, Math.Min(length, Value.Length - VendorClassTextAt));
        return true;
    }

    /// <summary>0 success, 1 failure, 2 no addresses, 3 no binding, 4 not on this link, 5 use multicast, 6 no prefix (RFC 8415 §21.13).</summary>
    public bool TryGetStatus(out ushort status)
    {
        status = 0;
        return Code == StatusCode && BinaryPrimitives.TryReadUInt16BigEndian(Value, out status);
    }

    /// <summary>Hundredths of a second since the client began.</summary>
    public bool TryGetElapsed(out ushort hundredths)
    {
        hundredths = 0;
        return Code == ElapsedTime && BinaryPrimitives.TryReadUInt16BigEndian(Value, out hundredths);
    }
}

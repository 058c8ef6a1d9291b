using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>DHCPv4 options (RFC 2132 §2): enumerate, then ask <see cref="IsClean"/>. Padding is passed over; the end mark ends the list.</summary>
public ref struct DhcpOptions(ReadOnlySpan<byte> options)
{
    public const byte Router = 3;
    public const byte DnsServer = 6;
    public const byte HostName = 12;
    public const byte DomainName = 15;
    public const byte RequestedAddress = 50;
    public const byte LeaseTime = 51;
    public const byte MessageType = 53;
    public const byte ServerId = 54;
    public const byte ParameterList = 55;
    public const byte VendorClass = 60;
    public const byte ClientId = 61;
    public const byte ClientFqdn = 81;

    /// <summary>IPv6-only preferred (RFC 8925).</summary>
    public const byte Ipv6OnlyPreferred = 108;

    /// <summary>URL of the captive portal (RFC 8910).</summary>
    public const byte CaptivePortal = 114;

    const byte Padding = 0;
    const byte EndMark = 255;
    const int FqdnNameAt = 3;

    WireReader _reader = new(options);

    public bool IsClean { get; private set; } = true;

    public byte Code { get; private set; }

    public ReadOnlySpan<byte> Value { get; private set; }

    public readonly DhcpOptions Current => this;

    public readonly DhcpOptions GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_reader.TryReadByte(out var code) && code != EndMark)
        {
            if (code == Padding) continue;
            if (_reader.TryReadByte(out var length) && _reader.TryReadBytes(length, out var value))
            {
                Code = code;
                Value = value;
                return true;
            }

            IsClean = false;
            break;
        }

        _reader.TrySkip(_reader.Remaining);
        return false;
    }

    public readonly bool TryFind(byte code, out ReadOnlySpan<byte> value)
    {
        var walk = this;
        while (walk.MoveNext())
        {
            if (walk.Code != code) continue;
            value = walk.Value;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>An option that is one or more IPv4 addresses: the first of them.</summary>
    public readonly bool TryFindAddress(byte code, out Ipv6Address address)
    {
        var found = TryFind(code, out var value) && value.Length >= 4;
        address = found ? Ipv6Address.FromIpv4(BinaryPrimitives.ReadUInt32BigEndian(value)) : default;
        return found;
    }

    /// <summary>Writes the name in the value of option 81 (RFC 4702 §2.1), in either of its two encodings.</summary>
    public static bool TryWriteFqdn(ReadOnlySpan<byte> value, Span<byte> text, out int length)
    {
        length = 0;
        if (value.Length <= FqdnNameAt) return false;
        var name = value[FqdnNameAt..];
        if ((value[0] & 4) != 0) return DhcpNames.TryWrite(name, text, out length);
        if (name.Length > text.Length) return false;
        name.CopyTo(text);
        length = name.Length;
        return true;
    }
}

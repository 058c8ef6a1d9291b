namespace Kansatsu.Wire;

/// <summary>
/// Key, length, value: the parameters of SVCB records (RFC 9460 §2.2) and the options of EDNS (RFC 6891 §6.1.2). Enumerate, then ask
/// <see cref="IsClean"/>.
/// </summary>
public ref struct DnsPairs(ReadOnlySpan<byte> content)
{
    // SVCB parameters (RFC 9460 §14.3.2, RFC 9461)
    public const ushort Alpn = 1;
    public const ushort Port = 3;
    public const ushort Ipv4Hint = 4;
    public const ushort EncryptedClientHello = 5;
    public const ushort Ipv6Hint = 6;

    // EDNS options (IANA "DNS EDNS0 Option Codes")
    public const ushort ClientSubnet = 8;
    public const ushort Cookie = 10;

    WireReader _reader = new(content);

    public bool IsClean { get; private set; } = true;

    public ushort Key { get; private set; }

    public ReadOnlySpan<byte> Value { get; private set; }

    public readonly DnsPairs Current => this;

    public readonly DnsPairs GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_reader.IsAtEnd) return false;
        if (_reader.TryReadUInt16(out var key) && _reader.TryReadUInt16(out var length) && _reader.TryReadBytes(length, out var value))
        {
            Key = key;
            Value = value;
            return true;
        }

        _reader.TrySkip(_reader.Remaining);
        IsClean = false;
        return false;
    }

    /// <summary>The value of a key, when it is there.</summary>
    public readonly bool TryFind(ushort key, out ReadOnlySpan<byte> value)
    {
        var walk = this;
        while (walk.MoveNext())
        {
            if (walk.Key != key) continue;
            value = walk.Value;
            return true;
        }

        value = default;
        return false;
    }
}

namespace Kansatsu.Wire;

/// <summary>IPv4 options (RFC 791 §3.1): enumerate, then ask <see cref="IsClean"/>.</summary>
public ref struct Ipv4Options(ReadOnlySpan<byte> options)
{
    public const byte EndOfList = 0;
    public const byte NoOperation = 1;
    public const byte RecordRoute = 7;
    public const byte InternetTimestamp = 68;
    public const byte LooseSourceRoute = 131;
    public const byte StrictSourceRoute = 137;
    public const byte RouterAlert = 148;

    WireReader _reader = new(options);

    public bool IsClean { get; private set; } = true;

    public byte Type { get; private set; }

    /// <summary>The option's data, without type and length.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    public readonly Ipv4Options Current => this;

    public readonly Ipv4Options GetEnumerator() => this;

    public bool MoveNext()
    {
        Value = default;
        if (!IsClean || !_reader.TryReadByte(out var type) || type == EndOfList) return false;
        Type = type;
        if (type == NoOperation) return true;
        if (_reader.TryReadByte(out var length) && length >= 2 && _reader.TryReadBytes(length - 2, out var value))
        {
            Value = value;
            return true;
        }

        IsClean = false;
        return false;
    }
}

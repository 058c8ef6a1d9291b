namespace Kansatsu.Wire;

/// <summary>TCP options (RFC 9293 §3.2): enumerate, then ask <see cref="IsClean"/>.</summary>
public ref struct TcpOptions(ReadOnlySpan<byte> options)
{
    public const byte EndOfList = 0;
    public const byte NoOperation = 1;
    public const byte MaximumSegmentSize = 2;
    public const byte WindowScale = 3;
    public const byte SackPermitted = 4;
    public const byte Sack = 5;
    public const byte Timestamps = 8;
    public const byte FastOpen = 34;

    WireReader _reader = new(options);

    public bool IsClean { get; private set; } = true;

    public byte Kind { get; private set; }

    /// <summary>The option's data, without kind and length.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    public readonly TcpOptions GetEnumerator() => this;

    public readonly TcpOptions Current => this;

    public bool MoveNext()
    {
        Value = default;
        if (!_reader.TryReadByte(out var kind) || kind == EndOfList) return false;
        Kind = kind;
        if (kind == NoOperation) return true;
        if (_reader.TryReadByte(out var length) && length >= 2 && _reader.TryReadBytes(length - 2, out var value))
        {
            Value = value;
            return true;
        }

        IsClean = false;
        return false;
    }

    internal static bool AreValid(ReadOnlySpan<byte> options)
    {
        var walk = new TcpOptions(options);
        while (walk.MoveNext())
        {
        }

        return walk.IsClean;
    }
}

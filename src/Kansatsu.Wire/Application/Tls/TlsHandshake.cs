namespace Kansatsu.Wire;

/// <summary>One handshake message (RFC 8446 §4), possibly cut short.</summary>
public readonly ref struct TlsHandshake
{
    public const int HeaderLength = 4;

    internal TlsHandshake(ReadOnlySpan<byte> message, int declaredLength)
    {
        Message = message;
        DeclaredLength = declaredLength;
    }

    public TlsHandshakeType Type => (TlsHandshakeType)Message[0];

    /// <summary>Length of the body as the header declares it.</summary>
    public int DeclaredLength { get; }

    /// <summary>The message with its header of four bytes, as much as is here.</summary>
    public ReadOnlySpan<byte> Message { get; }

    public ReadOnlySpan<byte> Body => Message[HeaderLength..];

    public bool IsComplete => Body.Length == DeclaredLength;

    /// <returns>False when not even the header is whole.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out TlsHandshake message)
    {
        message = default;
        var reader = new WireReader(bytes);
        if (!reader.TryReadByte(out _) || !reader.TryReadUInt24(out var length)) return false;
        message = new TlsHandshake(bytes[..(HeaderLength + Math.Min(length, reader.Remaining))], length);
        return true;
    }
}

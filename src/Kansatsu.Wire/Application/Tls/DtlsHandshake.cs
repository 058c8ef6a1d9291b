namespace Kansatsu.Wire;

/// <summary>One DTLS handshake message or a fragment of it (RFC 9147 §5.2).</summary>
public readonly ref struct DtlsHandshake
{
    public const int HeaderLength = 12;

    DtlsHandshake(TlsHandshakeType type, int declaredLength, ushort sequence, int fragmentOffset, int fragmentLength, ReadOnlySpan<byte> body)
    {
        Type = type;
        DeclaredLength = declaredLength;
        MessageSequence = sequence;
        FragmentOffset = fragmentOffset;
        FragmentLength = fragmentLength;
        Body = body;
    }

    public TlsHandshakeType Type { get; }

    /// <summary>Length of the whole message's body.</summary>
    public int DeclaredLength { get; }

    public ushort MessageSequence { get; }

    public int FragmentOffset { get; }

    public int FragmentLength { get; }

    /// <summary>The bytes of this fragment that are here.</summary>
    public ReadOnlySpan<byte> Body { get; }

    /// <summary>The body is here from its first to its last byte.</summary>
    public bool IsComplete => FragmentOffset == 0 && Body.Length == DeclaredLength;

    /// <returns>False when the header is not whole or the fragment lies outside its message.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out DtlsHandshake message)
    {
        message = default;
        var reader = new WireReader(bytes);
        if (!reader.TryReadByte(out var type) || !reader.TryReadUInt24(out var length) || !reader.TryReadUInt16(out var sequence)) return false;
        if (!reader.TryReadUInt24(out var offset) || !reader.TryReadUInt24(out var fragment) || offset + fragment > length) return false;
        message = new DtlsHandshake((TlsHandshakeType)type, length, sequence, offset, fragment, reader.Rest[..Math.Min(fragment, reader.Remaining)]);
        return true;
    }
}

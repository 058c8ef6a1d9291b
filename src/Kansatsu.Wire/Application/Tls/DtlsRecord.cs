namespace Kansatsu.Wire;

/// <summary>One DTLS record with the long header (RFC 6347 §4.1); records of DTLS 1.3 after its handshake have a short one and are ciphertext.</summary>
public readonly ref struct DtlsRecord
{
    public const int HeaderLength = 13;

    const byte VersionMajor = 0xfe;

    DtlsRecord(byte type, ushort version, ushort epoch, ReadOnlySpan<byte> fragment, int declaredLength)
    {
        ContentType = (TlsContentType)type;
        Version = version;
        Epoch = epoch;
        Fragment = fragment;
        DeclaredLength = declaredLength;
    }

    public TlsContentType ContentType { get; }

    /// <summary>0xfeff DTLS 1.0, 0xfefd DTLS 1.2.</summary>
    public ushort Version { get; }

    /// <summary>Counts the changes of keys; above 0 the fragment is ciphertext.</summary>
    public ushort Epoch { get; }

    public ReadOnlySpan<byte> Fragment { get; }

    public int DeclaredLength { get; }

    public bool IsComplete => Fragment.Length == DeclaredLength;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out DtlsRecord record)
    {
        record = default;
        var reader = new WireReader(bytes);
        if (!reader.TryReadByte(out var type) || type is < 20 or > 26 || !reader.TryReadUInt16(out var version) || version >> 8 != VersionMajor) return false;
        if (!reader.TryReadUInt16(out var epoch) || !reader.TrySkip(6) || !reader.TryReadUInt16(out var length)) return false;
        record = new DtlsRecord(type, version, epoch, reader.Rest[..Math.Min(length, reader.Remaining)], length);
        return true;
    }
}

using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>One TLS record (RFC 8446 §5.1), possibly continued in the next segment.</summary>
public readonly ref struct TlsRecord
{
    public const int HeaderLength = 5;

    /// <summary>RFC 5246 §6.2.3 allows the most: 2^14 plus 2048 bytes.</summary>
    public const int MaxFragmentLength = 16384 + 2048;

    const int VersionAt = 1;
    const int LengthAt = 3;

    TlsRecord(ReadOnlySpan<byte> bytes, int declaredLength)
    {
        ContentType = (TlsContentType)bytes[0];
        Version = BinaryPrimitives.ReadUInt16BigEndian(bytes[VersionAt..]);
        DeclaredLength = declaredLength;
        Fragment = bytes.Slice(HeaderLength, Math.Min(declaredLength, bytes.Length - HeaderLength));
    }

    public TlsContentType ContentType { get; }

    /// <summary>0x0300 SSL 3 to 0x0303 TLS 1.2; TLS 1.3 says 0x0303 or, in a first ClientHello, 0x0301.</summary>
    public ushort Version { get; }

    /// <summary>Length of the fragment as the header declares it.</summary>
    public int DeclaredLength { get; }

    /// <summary>The bytes of the fragment that are here.</summary>
    public ReadOnlySpan<byte> Fragment { get; }

    public bool IsComplete => Fragment.Length == DeclaredLength;

    /// <summary>Reads a header and as much of its fragment as there is.</summary>
    /// <returns>False when the header is not whole or is not that of a TLS record.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out TlsRecord record)
    {
        record = default;
        if (bytes.Length < HeaderLength || !IsPlausible(bytes)) return false;
        record = new TlsRecord(bytes, BinaryPrimitives.ReadUInt16BigEndian(bytes[LengthAt..]));
        return true;
    }

    /// <summary>The first bytes, however few, do not contradict a TLS record header.</summary>
    public static bool IsPlausible(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 0 && bytes[0] is < (byte)TlsContentType.ChangeCipherSpec or > (byte)TlsContentType.Heartbeat) return false;
        if (bytes.Length > VersionAt && bytes[VersionAt] != 3) return false;
        if (bytes.Length > VersionAt + 1 && bytes[VersionAt + 1] > 4) return false;
        return bytes.Length < HeaderLength || BinaryPrimitives.ReadUInt16BigEndian(bytes[LengthAt..]) <= MaxFragmentLength;
    }
}

using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>What may stand between UDP and IPv6 in Teredo: authentication and origin indications (RFC 4380 §5.1.1).</summary>
public readonly ref struct TeredoHeader
{
    const ushort Authentication = 0x0001;
    const ushort Origin = 0x0000;
    const int OriginLength = 8;
    const int AuthenticationFixed = 4;
    const int NonceAndConfirmation = 9;

    readonly ReadOnlySpan<byte> _origin;

    TeredoHeader(ReadOnlySpan<byte> origin, bool isAuthenticated, int length)
    {
        _origin = origin;
        HasAuthentication = isAuthenticated;
        Length = length;
    }

    /// <returns>False when an indication is cut; none at all is a header of length 0.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out TeredoHeader header)
    {
        var at = 0;
        var isAuthenticated = IsNext(bytes, Authentication);
        if (isAuthenticated)
        {
            at = AuthenticationFixed + NonceAndConfirmation + (bytes.Length >= AuthenticationFixed ? bytes[2] + bytes[3] : 0);
            if (at > bytes.Length)
            {
                header = new TeredoHeader(default, true, at);
                return false;
            }
        }

        var hasOrigin = IsNext(bytes[at..], Origin);
        var length = at + (hasOrigin ? OriginLength : 0);
        var fits = length <= bytes.Length;
        header = new TeredoHeader(hasOrigin && fits ? bytes.Slice(at, OriginLength) : default, isAuthenticated, length);
        return fits;
    }

    public int Length { get; }

    public bool HasAuthentication { get; }

    public bool HasOrigin => !_origin.IsEmpty;

    /// <summary>The client's mapped port as its server sees it; on the wire every bit is turned (RFC 4380 §5.1.1).</summary>
    public ushort OriginPort => HasOrigin ? (ushort)~BinaryPrimitives.ReadUInt16BigEndian(_origin[2..]) : (ushort)0;

    public Ipv6Address OriginAddress => HasOrigin ? Ipv6Address.FromIpv4(~BinaryPrimitives.ReadUInt32BigEndian(_origin[4..])) : default;

    static bool IsNext(ReadOnlySpan<byte> bytes, ushort type) => bytes.Length >= 2 && BinaryPrimitives.ReadUInt16BigEndian(bytes) == type;
}

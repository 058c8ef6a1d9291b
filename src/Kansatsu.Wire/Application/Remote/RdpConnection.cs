using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>
/// The first packet of either side of RDP ([MS-RDPBCGR] §2.2.1.1, §2.2.1.2): TPKT (RFC 1006), an X.224 connection request or confirm, and in the request
/// often a cookie with the user's name.
/// </summary>
public readonly ref struct RdpConnection
{
    public const int HeaderLength = 11;

    const byte TpktVersion = 3;
    const int LengthAt = 2;
    const int CodeAt = 5;
    const byte Request = 0xe0;
    const byte Confirm = 0xd0;
    const int NegotiationLength = 8;

    RdpConnection(bool isRequest, ReadOnlySpan<byte> cookie, uint? protocols)
    {
        IsRequest = isRequest;
        Cookie = cookie;
        Protocols = protocols;
    }

    public bool IsRequest { get; }

    /// <summary>What follows "Cookie: mstshash=", the user's name or a part of it; empty when absent.</summary>
    public ReadOnlySpan<byte> Cookie { get; }

    /// <summary>Requested or selected security: 0 plain RDP, 1 TLS, 2 CredSSP, 8 CredSSP with early authorization; null when not said.</summary>
    public uint? Protocols { get; }

    public static bool TryRead(ReadOnlySpan<byte> bytes, out RdpConnection connection)
    {
        connection = default;
        if (bytes.Length < HeaderLength || bytes[0] != TpktVersion || bytes[1] != 0 || bytes[CodeAt] is not (Request or Confirm)) return false;
        var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[LengthAt..]);
        if (length < HeaderLength) return false;
        var rest = bytes[HeaderLength..Math.Min(length, bytes.Length)];
        ReadOnlySpan<byte> cookie = default;
        var mark = "Cookie: mstshash="u8;
        var end = rest.IndexOf((byte)'\n');
        if (rest.StartsWith(mark) && end > 0)
        {
            cookie = rest[mark.Length..end].TrimEnd((byte)'\r');
            rest = rest[(end + 1)..];
        }

        connection = new RdpConnection(bytes[CodeAt] == Request, cookie, Negotiation(rest));
        return true;
    }

    /// <summary>Type 1 asks, type 2 answers; flags, a length of 8, and the protocols, all little-endian.</summary>
    static uint? Negotiation(ReadOnlySpan<byte> rest) =>
        rest.Length >= NegotiationLength && rest[0] is 1 or 2 && BinaryPrimitives.ReadUInt16LittleEndian(rest[2..]) == NegotiationLength
            ? BinaryPrimitives.ReadUInt32LittleEndian(rest[4..])
            : null;
}

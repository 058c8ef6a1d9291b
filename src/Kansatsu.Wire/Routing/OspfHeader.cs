using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The header of an OSPF packet of both versions (RFC 2328 §A.3.1, RFC 5340 §A.3.1) and what its body counts.</summary>
public readonly ref struct OspfHeader
{
    public const int Version2Length = 24;
    public const int Version3Length = 16;
    public const int LsaHeaderLength = 20;

    public const byte Hello = 1;
    public const byte DatabaseDescription = 2;
    public const byte LinkStateRequest = 3;
    public const byte LinkStateUpdate = 4;
    public const byte LinkStateAcknowledgment = 5;

    const int RequestLength = 12;
    const int LengthOffset = 2;
    const int RouterIdOffset = 4;
    const int AreaIdOffset = 8;
    const int ChecksumOffset = 12;
    const int AuthenticationTypeOffset = 14;

    readonly ReadOnlySpan<byte> _packet;

    OspfHeader(ReadOnlySpan<byte> packet) => _packet = packet;

    /// <summary>Succeeds for versions 2 and 3 when the header of that version is whole.</summary>
    public static bool TryRead(ReadOnlySpan<byte> packet, out OspfHeader header)
    {
        var fits = packet.Length >= Version3Length && (packet[0] == 3 || (packet[0] == 2 && packet.Length >= Version2Length));
        header = fits ? new OspfHeader(packet) : default;
        return fits;
    }

    public byte Version => _packet[0];

    public int HeaderLength => Version == 2 ? Version2Length : Version3Length;

    public byte Type => _packet[1];

    /// <summary>Header and body in bytes, as declared.</summary>
    public ushort PacketLength => BinaryPrimitives.ReadUInt16BigEndian(_packet[LengthOffset..]);

    public uint RouterId => BinaryPrimitives.ReadUInt32BigEndian(_packet[RouterIdOffset..]);

    public uint AreaId => BinaryPrimitives.ReadUInt32BigEndian(_packet[AreaIdOffset..]);

    public ushort Checksum => BinaryPrimitives.ReadUInt16BigEndian(_packet[ChecksumOffset..]);

    /// <summary>Of version 2: 0 none, 1 password, 2 cryptographic (then there is no checksum, §D.4.3).</summary>
    public ushort AuthenticationType => Version == 2 ? BinaryPrimitives.ReadUInt16BigEndian(_packet[AuthenticationTypeOffset..]) : (ushort)0;

    /// <summary>Of version 3.</summary>
    public byte InstanceId => Version == 3 ? _packet[AuthenticationTypeOffset] : (byte)0;

    public ReadOnlySpan<byte> Body => _packet[HeaderLength..Math.Clamp(PacketLength, HeaderLength, _packet.Length)];

    /// <summary>The link-state headers of a description or acknowledgment, or the advertisements of an update.</summary>
    public OspfLsas Lsas => new(Version, Type, Body);

    /// <summary>Entries of a link-state request.</summary>
    public int RequestCount => Type == LinkStateRequest ? Body.Length / RequestLength : 0;

    public static string NameOf(byte type) => type switch
    {
        Hello => "Hello Packet",
        DatabaseDescription => "DB Description",
        LinkStateRequest => "LS Request",
        LinkStateUpdate => "LS Update",
        LinkStateAcknowledgment => "LS Acknowledge",
        _ => "Unknown type",
    };
}

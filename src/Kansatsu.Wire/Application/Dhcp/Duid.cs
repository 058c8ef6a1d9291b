using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>A DHCP unique identifier (RFC 8415 §11, RFC 6355): it stays with a machine when its addresses change.</summary>
public readonly ref struct Duid(ReadOnlySpan<byte> bytes)
{
    public const ushort LinkLayerTime = 1;
    public const ushort Enterprise = 2;
    public const ushort LinkLayer = 3;
    public const ushort Uuid = 4;

    const ushort Ethernet = 1;
    static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    /// <summary>0 when there is no DUID.</summary>
    public ushort Type => Bytes.Length >= 2 ? BinaryPrimitives.ReadUInt16BigEndian(Bytes) : (ushort)0;

    /// <summary>The MAC address that DUID-LLT and DUID-LL were made from; of a card that may be gone.</summary>
    public bool TryGetMac(out MacAddress mac)
    {
        mac = default;
        var at = Type switch { LinkLayerTime => 8, LinkLayer => 4, _ => 0 };
        if (at == 0 || Bytes.Length != at + MacAddress.Length || BinaryPrimitives.ReadUInt16BigEndian(Bytes[2..]) != Ethernet) return false;
        mac = MacAddress.Read(Bytes[at..]);
        return true;
    }

    /// <summary>When a DUID-LLT was made: often when the system was installed.</summary>
    public bool TryGetTime(out DateTime time)
    {
        var ok = Type == LinkLayerTime && Bytes.Length >= 8;
        time = ok ? Epoch.AddSeconds(BinaryPrimitives.ReadUInt32BigEndian(Bytes[4..])) : default;
        return ok;
    }

    /// <summary>The IANA enterprise number of DUID-EN.</summary>
    public bool TryGetEnterprise(out uint number)
    {
        number = 0;
        return Type == Enterprise && BinaryPrimitives.TryReadUInt32BigEndian(Bytes[2..], out number);
    }
}

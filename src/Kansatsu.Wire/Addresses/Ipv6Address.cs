using System.Buffers.Binary;
using System.Net;
using System.Runtime.CompilerServices;

namespace Kansatsu.Wire;

/// <summary>
/// A 128-bit address as two big-endian halves. IPv4 addresses are kept in their mapped form ::ffff:a.b.c.d (RFC 4291 §2.5.5.2),
/// so one type serves both families; the flow or answer that holds the address knows which family it came from.
/// </summary>
public readonly record struct Ipv6Address(ulong High, ulong Low) : IComparable<Ipv6Address>
{
    public const int Length = 16;

    /// <summary>Longest text of an address: eight groups, or an embedded IPv4 tail.</summary>
    public const int MaxTextLength = 45;

    public static readonly Ipv6Address Unspecified;

    public static readonly Ipv6Address Loopback = new(0, 1);

    /// <summary>All-nodes on the link, ff02::1.</summary>
    public static readonly Ipv6Address AllNodes = new(0xff02_0000_0000_0000, 1);

    const ulong MappedPrefix = 0x0000_ffff_0000_0000;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Ipv6Address Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Ipv6Address FromIpv4(uint address) => new(0, MappedPrefix | address);

    public bool IsIpv4
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => High == 0 && (Low & 0xffff_ffff_0000_0000) == MappedPrefix;
    }

    public uint Ipv4 => (uint)Low;

    public bool IsUnspecified => (High | Low) == 0 || (IsIpv4 && Ipv4 == 0);

    /// <summary>ff00::/8, or 224.0.0.0/4 when mapped.</summary>
    public bool IsMulticast
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => High >> 56 == 0xff || (IsIpv4 && Ipv4 >> 28 == 0xe);
    }

    /// <summary>A multicast group, or the limited IPv4 broadcast: an address that no single host owns.</summary>
    public bool IsGroup => IsMulticast || (IsIpv4 && Ipv4 == uint.MaxValue);

    /// <summary>::1 (RFC 4291 §2.5.3), or 127.0.0.0/8 (RFC 1122 §3.2.1.3) when mapped.</summary>
    public bool IsLoopback => High == 0 && (Low == 1 || (Low & 0xffff_ffff_ff00_0000) == (MappedPrefix | 0x7f00_0000));

    /// <summary>fe80::/10 (RFC 4291 §2.5.6), or 169.254.0.0/16 when mapped.</summary>
    public bool IsLinkLocal => (High >> 54 == 0x3fa) || (IsIpv4 && Ipv4 >> 16 == 0xa9fe);

    /// <summary>The group a host joins for each of its addresses, ff02::1:ff00:0/104 (RFC 4291 §2.7.1).</summary>
    public bool IsSolicitedNode => High == 0xff02_0000_0000_0000 && Low >> 24 == 0x0000_0000_01ff;

    public Ipv6Address SolicitedNode => new(0xff02_0000_0000_0000, 0x0000_0001_ff00_0000 | (Low & 0xff_ffff));

    public static bool TryParse(ReadOnlySpan<char> text, out Ipv6Address address)
    {
        if (PlainAddress.TryRead(text, out address)) return true;
        if (text.Contains('%') || !IPAddress.TryParse(text, out var parsed)) return false;
        Span<byte> bytes = stackalloc byte[Length];
        if (!parsed.TryWriteBytes(bytes, out var written)) return false;
        address = written == 4 ? FromIpv4(BinaryPrimitives.ReadUInt32BigEndian(bytes)) : Read(bytes);
        return true;
    }

    public static Ipv6Address Parse(string text) =>
        TryParse(text, out var address) ? address : throw new FormatException($"'{text}' is not an IP address");

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Low);
    }

    // The compiler's own asks a comparer for each half.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(Ipv6Address other) => High == other.High && Low == other.Low;

    public override int GetHashCode() => HashCode.Combine(High, Low);

    public int CompareTo(Ipv6Address other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);

    /// <summary>RFC 5952 text; a mapped address is written as plain dotted IPv4, because that is how it came in.</summary>
    public override string ToString()
    {
        Span<char> text = stackalloc char[MaxTextLength];
        return new string(text[..AddressText.Format(this, text)]);
    }

    /// <summary>Writes the RFC 5952 text into <paramref name="text"/> (at least <see cref="MaxTextLength"/>) and returns its length.</summary>
    public int Format(Span<char> text) => AddressText.Format(this, text);
}

using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>STUN attributes (RFC 8489 §14), padded to four bytes: enumerate, then ask <see cref="IsClean"/>.</summary>
public ref struct StunAttributes
{
    public const ushort MappedAddress = 0x0001;
    public const ushort Username = 0x0006;
    public const ushort ErrorCode = 0x0009;
    public const ushort XorPeerAddress = 0x0012;
    public const ushort Realm = 0x0014;
    public const ushort XorRelayedAddress = 0x0016;
    public const ushort XorMappedAddress = 0x0020;
    public const ushort UseCandidate = 0x0025;
    public const ushort OldXorMappedAddress = 0x8020;
    public const ushort Software = 0x8022;

    const byte FamilyIpv4 = 1;
    const byte FamilyIpv6 = 2;

    readonly ReadOnlySpan<byte> _key;
    WireReader _reader;

    internal StunAttributes(ReadOnlySpan<byte> attributes, ReadOnlySpan<byte> key)
    {
        _reader = new WireReader(attributes);
        _key = key;
        IsClean = true;
    }

    public bool IsClean { get; private set; }

    public ushort Type { get; private set; }

    public ReadOnlySpan<byte> Value { get; private set; }

    public readonly StunAttributes Current => this;

    public readonly StunAttributes GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_reader.IsAtEnd) return false;
        if (_reader.TryReadUInt16(out var type) && _reader.TryReadUInt16(out var length) && _reader.TryReadBytes(length, out var value))
        {
            Type = type;
            Value = value;
            _reader.TrySkip(Math.Min(-length & 3, _reader.Remaining));
            return true;
        }

        _reader.TrySkip(_reader.Remaining);
        IsClean = false;
        return false;
    }

    public readonly bool TryFind(ushort type, out ReadOnlySpan<byte> value)
    {
        var walk = this;
        while (walk.MoveNext())
        {
            if (walk.Type != type) continue;
            value = walk.Value;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>Address and port of the current attribute, un-XORed where its type says so (RFC 8489 §14.2).</summary>
    public readonly bool TryGetEndpoint(out Ipv6Address address, out ushort port)
    {
        (address, port) = (default, 0);
        var isXored = Type is XorMappedAddress or XorPeerAddress or XorRelayedAddress or OldXorMappedAddress;
        if (!isXored && Type != MappedAddress) return false;
        if (Value.Length < 8) return false;
        port = (ushort)(BinaryPrimitives.ReadUInt16BigEndian(Value[2..]) ^ (isXored ? BinaryPrimitives.ReadUInt16BigEndian(_key) : 0));
        if (Value[1] == FamilyIpv4)
            address = Ipv6Address.FromIpv4(BinaryPrimitives.ReadUInt32BigEndian(Value[4..]) ^ (isXored ? BinaryPrimitives.ReadUInt32BigEndian(_key) : 0));
        else if (Value[1] == FamilyIpv6 && Value.Length >= 4 + Ipv6Address.Length)
        {
            var (read, key) = (Ipv6Address.Read(Value[4..]), Ipv6Address.Read(_key));
            address = isXored ? new Ipv6Address(read.High ^ key.High, read.Low ^ key.Low) : read;
        }
        else return false;
        return true;
    }
}

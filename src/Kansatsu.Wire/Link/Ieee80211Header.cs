using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The MAC header of an IEEE 802.11 frame (IEEE 802.11-2020 §9.2).</summary>
public readonly ref struct Ieee80211Header
{
    public const int Management = 0;
    public const int Control = 1;
    public const int DataType = 2;

    /// <summary>Frame control, duration, first address: acknowledgements have no more.</summary>
    public const int MinLength = 10;

    public const byte ToDs = 0x01;
    public const byte FromDs = 0x02;
    public const byte MoreFragments = 0x04;
    public const byte Protected = 0x40;
    public const byte Order = 0x80;

    const int ThreeAddresses = 24;
    const int FourAddresses = 30;
    const int QosBit = 0x8;
    const int NoContentBit = 0x4;

    readonly ReadOnlySpan<byte> _bytes;

    Ieee80211Header(ReadOnlySpan<byte> bytes, byte frameControl, byte flags)
    {
        _bytes = bytes;
        FrameControl = frameControl;
        Flags = flags;
    }

    /// <param name="isSwapped">The two frame control bytes stand in reverse order, as in CAPWAP of some vendors.</param>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out Ieee80211Header header, bool isSwapped = false)
    {
        header = default;
        if (bytes.Length < MinLength) return false;
        header = isSwapped ? new Ieee80211Header(bytes, bytes[1], bytes[0]) : new Ieee80211Header(bytes, bytes[0], bytes[1]);
        return bytes.Length >= header.Length;
    }

    public byte FrameControl { get; }

    public byte Flags { get; }

    public int Version => FrameControl & 3;

    public int Type => FrameControl >> 2 & 3;

    public int Subtype => FrameControl >> 4;

    public bool IsQos => Type == DataType && (Subtype & QosBit) != 0;

    /// <summary>Data frames of some subtypes only signal.</summary>
    public bool HasContent => Type == DataType && (Subtype & NoContentBit) == 0;

    public bool IsProtected => (Flags & Protected) != 0;

    /// <summary>Bytes of the header, as type and flags imply; of control frames only what all have.</summary>
    public int Length
    {
        get
        {
            if (Type == Control) return MinLength;
            var length = Type == DataType && (Flags & (ToDs | FromDs)) == (ToDs | FromDs) ? FourAddresses : ThreeAddresses;
            if (IsQos) length += 2;
            // The order bit of management and QoS frames announces four bytes of HT control (§9.2.4.1.10).
            if ((Flags & Order) != 0 && (IsQos || Type == Management)) length += 4;
            return length;
        }
    }

    public MacAddress Receiver => MacAddress.Read(_bytes[4..]);

    /// <summary>The second address; none in acknowledgements.</summary>
    public MacAddress Transmitter => _bytes.Length >= 16 && Type != Control ? MacAddress.Read(_bytes[10..]) : default;

    /// <summary>Where a data frame goes in the end.</summary>
    public MacAddress Destination => (Flags & ToDs) == 0 || Type != DataType ? Receiver : MacAddress.Read(_bytes[16..]);

    /// <summary>Who sent it first.</summary>
    public MacAddress Source => (Flags & (ToDs | FromDs)) switch
    {
        _ when Type != DataType => Transmitter,
        FromDs => MacAddress.Read(_bytes[16..]),
        ToDs | FromDs => MacAddress.Read(_bytes[24..]),
        _ => Transmitter,
    };

    public ushort SequenceControl => Type == Control ? (ushort)0 : BinaryPrimitives.ReadUInt16LittleEndian(_bytes[22..]);

    public int FragmentNumber => SequenceControl & 0xf;

    /// <summary>Several frames in one (§9.3.2.2): said by the QoS control field.</summary>
    public bool IsAggregate => IsQos && (_bytes[(Flags & (ToDs | FromDs)) == (ToDs | FromDs) ? FourAddresses : ThreeAddresses] & 0x80) != 0;

    /// <summary>The network's name in beacons and probes (§9.4.2.2); empty when hidden, broadcast or not there.</summary>
    public ReadOnlySpan<byte> NetworkName
    {
        get
        {
            // Probe requests begin with elements; responses and beacons have timestamp, interval and capabilities before them.
            var fixedFields = Subtype == 4 ? 0 : 12;
            if (Type != Management || Subtype is not (4 or 5 or 8)) return default;
            var reader = new WireReader(_bytes[Length..]);
            reader.TrySkip(fixedFields);
            while (reader.TryReadByte(out var id) && reader.TryReadByte(out var length) && reader.TryReadBytes(length, out var value))
                if (id == 0) return value;
            return default;
        }
    }
}

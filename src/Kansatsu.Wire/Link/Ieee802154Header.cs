using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The MAC header of an IEEE 802.15.4 frame (IEEE 802.15.4-2015 §7.2, and its editions of 2003, 2006 and 2011); little-endian.</summary>
public readonly struct Ieee802154Header
{
    public const int Beacon = 0;
    public const int DataType = 1;
    public const int Acknowledgement = 2;
    public const int Command = 3;

    /// <summary>Frame control alone: the sequence number may be suppressed.</summary>
    public const int MinLength = 2;

    const int ShortMode = 2;
    const int ExtendedMode = 3;
    const int SecurityBit = 1 << 3;
    const int PanCompressionBit = 1 << 6;
    const int SequenceSuppressionBit = 1 << 8;
    const int ElementsBit = 1 << 9;
    const int NewestVersion = 2;

    // Information elements (§7.4): the identifiers that end the list of header elements and the list of payload elements.
    const int PayloadElementsFollow = 0x7e;
    const int PayloadFollows = 0x7f;
    const int LastPayloadElement = 0xf;

    Ieee802154Header(ushort frameControl) => FrameControl = frameControl;

    /// <returns>False when the header is not whole, or of a frame type whose header is built otherwise.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out Ieee802154Header header)
    {
        header = default;
        if (!BinaryPrimitives.TryReadUInt16LittleEndian(bytes, out var control)) return false;
        header = new Ieee802154Header(control);
        if (!header.IsKnown) return false;

        var at = MinLength;
        byte sequence = 0;
        var hasSequence = !header.IsNewest || (control & SequenceSuppressionBit) == 0;
        if (hasSequence && bytes.Length <= at) return false;
        if (hasSequence) sequence = bytes[at++];
        if (bytes.Length < at + header.AddressingLength) return false;

        var pan = header.HasDestinationPan ? Number(bytes, ref at, 2) : 0;
        var destination = Number(bytes, ref at, header.DestinationLength);
        if (header.HasSourcePan) pan = Number(bytes, ref at, 2);
        var source = Number(bytes, ref at, header.SourceLength);
        header = new Ieee802154Header(control)
        {
            Sequence = sequence,
            Link = new LowpanLink(source, header.SourceLength, destination, header.DestinationLength, (ushort)pan),
            Length = at,
        };
        if (!header.HasElements || header.IsSecured) return true;
        if (!SkipElements(bytes, ref at)) return false;
        header = header with { Length = at };
        return true;
    }

    public ushort FrameControl { get; }

    /// <summary>0 when suppressed.</summary>
    public byte Sequence { get; private init; }

    /// <summary>The addresses, and the identifier of the network they are in.</summary>
    public LowpanLink Link { get; private init; }

    /// <summary>Bytes up to the payload; in a secured frame up to the auxiliary security header.</summary>
    public int Length { get; private init; }

    public int Type => FrameControl & 7;

    /// <summary>0 is the edition of 2003, 1 of 2006 and 2011, 2 of 2015.</summary>
    public int Version => FrameControl >> 12 & 3;

    public bool IsSecured => (FrameControl & SecurityBit) != 0;

    /// <summary>A beacon, data, acknowledgement or command of a known edition, with addresses of a known kind.</summary>
    public bool IsKnown => Type <= Command && Version <= NewestVersion && DestinationMode != 1 && SourceMode != 1;

    bool IsNewest => Version == NewestVersion;

    bool HasElements => IsNewest && (FrameControl & ElementsBit) != 0;

    int DestinationMode => FrameControl >> 10 & 3;

    int SourceMode => FrameControl >> 14 & 3;

    int DestinationLength => LengthOf(DestinationMode);

    int SourceLength => LengthOf(SourceMode);

    int AddressingLength => (HasDestinationPan ? 2 : 0) + DestinationLength + (HasSourcePan ? 2 : 0) + SourceLength;

    bool IsCompressed => (FrameControl & PanCompressionBit) != 0;

    bool HasBoth => DestinationMode != 0 && SourceMode != 0;

    // IEEE 802.15.4-2015 Table 7-2: the bit means another thing for each pair of address kinds.
    bool HasDestinationPan => !IsNewest
        ? DestinationMode != 0
        : (DestinationMode, SourceMode) switch
        {
            (0, 0) => IsCompressed,
            (0, _) => false,
            (_, 0) or (ExtendedMode, ExtendedMode) => !IsCompressed,
            _ => true,
        };

    bool HasSourcePan => SourceMode != 0 && !(IsNewest && DestinationMode == ExtendedMode && SourceMode == ExtendedMode)
        && !(IsCompressed && (IsNewest || HasBoth));

    static int LengthOf(int mode) => mode switch { ShortMode => 2, ExtendedMode => 8, _ => 0 };

    static ulong Number(ReadOnlySpan<byte> bytes, ref int at, int length)
    {
        ulong value = 0;
        for (var i = length - 1; i >= 0; i--) value = value << 8 | bytes[at + i];
        at += length;
        return value;
    }

    /// <summary>A list of header elements also ends with the frame, and then there is no payload.</summary>
    static bool SkipElements(ReadOnlySpan<byte> bytes, ref int at)
    {
        var inPayload = false;
        while (at < bytes.Length)
        {
            if (!BinaryPrimitives.TryReadUInt16LittleEndian(bytes[at..], out var element)) return false;
            at += 2;
            var id = inPayload ? element >> 11 & 0xf : element >> 7 & 0xff;
            at += element & (inPayload ? 0x7ff : 0x7f);
            if (at > bytes.Length) return false;
            if (inPayload ? id == LastPayloadElement : id == PayloadFollows) return true;
            inPayload |= id == PayloadElementsFollow;
        }

        return true;
    }
}

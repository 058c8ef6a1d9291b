namespace Kansatsu.Wire;

/// <summary>What stands before the datagram in a 6LoWPAN frame: mesh, broadcast, page and fragment headers (RFC 4944, RFC 8025, RFC 8931).</summary>
public struct LowpanHeader
{
    public const byte Ipv6Dispatch = 0x41;
    public const byte Hc1Dispatch = 0x42;
    const byte BroadcastDispatch = 0x50;

    /// <summary>First and last LOWPAN_IPHC (RFC 6282 §3.1).</summary>
    public const byte FirstIphc = 0x60;
    public const byte LastIphc = 0x7f;

    /// <returns>False when a header is not whole.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out LowpanHeader header)
    {
        header = default;
        var reader = new WireReader(bytes);
        while (true)
        {
            if (reader.IsAtEnd) return false;
            header.Dispatch = reader.Rest[0];
            header.Length = reader.Position;
            if (header.Dispatch >= 0xf0)
            {
                header.Page = header.Dispatch & 0xf;
                reader.TrySkip(1);
                continue;
            }

            switch (header.Dispatch)
            {
                // In page 1 these are routing headers (RFC 8138).
                case >= 0x80 and < 0xc0 when header.Page == 0 && !header.HasMesh:
                    if (!header.TryReadMesh(ref reader)) return false;
                    continue;
                case BroadcastDispatch when header.Page == 0 && !header.HasBroadcast:
                    reader.TrySkip(1);
                    if (!reader.TryReadByte(out var sequence)) return false;
                    header.HasBroadcast = true;
                    header.BroadcastSequence = sequence;
                    continue;
                default:
                    if (!header.TryReadFragment(ref reader)) return false;
                    header.Length = reader.Position;
                    return true;
            }
        }
    }

    /// <summary>The byte that says what follows the mesh and broadcast headers: of the fragment header when there is one.</summary>
    public byte Dispatch { get; private set; }

    /// <summary>Bytes of all these headers; the datagram, or the fragment's piece of it, follows.</summary>
    public int Length { get; private set; }

    /// <summary>Which set of meanings the dispatch bytes have (RFC 8025): 0 when nothing is said.</summary>
    public int Page { get; private set; }

    public bool HasMesh { get; private set; }

    /// <summary>The originator and the final destination; default without a mesh header.</summary>
    public LowpanLink Mesh { get; private set; }

    public int HopsLeft { get; private set; }

    public bool HasBroadcast { get; private set; }

    public byte BroadcastSequence { get; private set; }

    public LowpanFragment Fragment { get; private set; }

    /// <summary>Bytes of the whole datagram; of a recoverable fragment's, compressed, and only its first one tells (else -1).</summary>
    public int DatagramSize { get; private set; }

    public int DatagramTag { get; private set; }

    /// <summary>Where the piece belongs, in bytes.</summary>
    public int Offset { get; private set; }

    /// <summary>Recoverable fragments only: which one, and the bytes of its piece (0 gives the datagram up).</summary>
    public int Sequence { get; private set; }

    public int FragmentSize { get; private set; }

    /// <summary>RFC 4944 §5.2: V and F bits tell the addresses' lengths, 15 hops that a byte of them follows.</summary>
    bool TryReadMesh(ref WireReader reader)
    {
        if (!reader.TryReadByte(out var first)) return false;
        byte hops = (byte)(first & 0xf);
        if (hops == 0xf && !reader.TryReadByte(out hops)) return false;
        var originatorLength = (first & 0x20) != 0 ? 2 : 8;
        var finalLength = (first & 0x10) != 0 ? 2 : 8;
        if (!TryReadNumber(ref reader, originatorLength, out var originator) || !TryReadNumber(ref reader, finalLength, out var final)) return false;
        (HasMesh, HopsLeft) = (true, hops);
        Mesh = new LowpanLink(originator, originatorLength, final, finalLength, 0);
        return true;
    }

    static bool TryReadNumber(ref WireReader reader, int length, out ulong value)
    {
        if (length == 8) return reader.TryReadUInt64(out value);
        var isThere = reader.TryReadUInt16(out var number);
        value = number;
        return isThere;
    }

    bool TryReadFragment(ref WireReader reader)
    {
        Fragment = Dispatch switch
        {
            >= 0xc0 and <= 0xc7 => LowpanFragment.First,
            >= 0xe0 and <= 0xe7 => LowpanFragment.Subsequent,
            0xe8 or 0xe9 => LowpanFragment.Recoverable,
            0xea or 0xeb => LowpanFragment.Acknowledgment,
            _ => LowpanFragment.None,
        };
        return Fragment switch
        {
            LowpanFragment.First or LowpanFragment.Subsequent => TryReadPlain(ref reader),
            LowpanFragment.Recoverable => TryReadRecoverable(ref reader),
            LowpanFragment.Acknowledgment => TryReadAcknowledgment(ref reader),
            _ => true,
        };
    }

    bool TryReadPlain(ref WireReader reader)
    {
        if (!reader.TryReadUInt16(out var size) || !reader.TryReadUInt16(out var tag)) return false;
        byte units = 0;
        if (Fragment == LowpanFragment.Subsequent && !reader.TryReadByte(out units)) return false;
        (DatagramSize, DatagramTag, Offset) = (size & 0x7ff, tag, units * 8);
        return true;
    }

    bool TryReadRecoverable(ref WireReader reader)
    {
        reader.TrySkip(1);
        if (!reader.TryReadByte(out var tag) || !reader.TryReadUInt16(out var control) || !reader.TryReadUInt16(out var last)) return false;
        (DatagramTag, Sequence, FragmentSize) = (tag, control >> 10 & 0x1f, control & 0x3ff);
        // The field is the datagram's size in the first fragment, whose offset is always 0.
        (DatagramSize, Offset) = Sequence == 0 ? (last, 0) : (-1, last);
        return true;
    }

    bool TryReadAcknowledgment(ref WireReader reader)
    {
        reader.TrySkip(1);
        if (!reader.TryReadByte(out var tag) || !reader.TrySkip(4)) return false;
        DatagramTag = tag;
        return true;
    }
}

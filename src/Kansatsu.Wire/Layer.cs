namespace Kansatsu.Wire;

/// <summary>Where one protocol header lies in a dissected frame. Offsets count from the start of the layer's buffer.</summary>
public struct Layer
{
    public LayerKind Kind;

    /// <summary>Which bytes the offsets are into: 0 the frame, 1 and up a reassembled packet (<see cref="Dissection.BytesOf(in Layer)"/>).</summary>
    public byte Buffer;

    public LayerFlags Flags;

    public ChecksumVerdict Checksum;

    /// <summary>What the layer says comes next: an EtherType, an IP protocol number; for unknown layers the number that was not understood.</summary>
    public ushort Value;

    public int Offset;

    /// <summary>Bytes of the header (options included) that were there.</summary>
    public int HeaderLength;

    /// <summary>Captured bytes of header and payload: never beyond what the enclosing layers declare.</summary>
    public int Length;

    /// <summary>Bytes of header and payload as the protocol's own length field (or the enclosing layer) declares them.</summary>
    public int DeclaredLength;

    public readonly bool IsQuoted => (Flags & LayerFlags.Quoted) != 0;

    public readonly bool IsFragment => (Flags & LayerFlags.Fragment) != 0;

    /// <summary>Bytes after the header that were captured.</summary>
    public readonly int PayloadLength => Length - HeaderLength;

    public readonly int PayloadOffset => Offset + HeaderLength;
}

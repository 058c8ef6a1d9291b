using System.Runtime.CompilerServices;

namespace Kansatsu.Wire;

/// <summary>One link-layer frame as it was captured. Borrowed: <see cref="Bytes"/> are valid until the source is asked for the next frame.</summary>
public readonly ref struct Frame
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Frame(ReadOnlySpan<byte> bytes, int originalLength, Timestamp timestamp, LinkType linkType, long number = 1, int @interface = 0, int frameCheckLength = 0)
    {
        Bytes = bytes;
        OriginalLength = originalLength;
        Timestamp = timestamp;
        LinkType = linkType;
        Number = number;
        Interface = @interface;
        FrameCheckLength = frameCheckLength;
    }

    /// <summary>The captured bytes; fewer than <see cref="OriginalLength"/> when the capture's snap length cut the frame.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Bytes the frame had on the wire.</summary>
    public int OriginalLength { get; }

    public Timestamp Timestamp { get; }

    public LinkType LinkType { get; }

    /// <summary>1-based position in the observation (over all files of one call).</summary>
    public long Number { get; }

    /// <summary>Which interface saw it: an index that is unique within the observation.</summary>
    public int Interface { get; }

    /// <summary>Bytes of link-layer frame check sequence at the end, when the capture says so; 0 otherwise.</summary>
    public int FrameCheckLength { get; }

    public bool IsCut => OriginalLength > Bytes.Length;
}

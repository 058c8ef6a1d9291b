using System.Runtime.CompilerServices;
using Kansatsu.Wire;

namespace Kansatsu.Sensor;

/// <summary>
/// Walks the records of one container. The current record lives in plain fields: the one virtual call per frame is <see cref="MoveNext"/>.
/// Its bytes stay in the window until the next call.
/// </summary>
abstract class FrameReader(CaptureFile file, ByteWindow bytes)
{
    // What tshark and tcpdump accept too: larger claims are damage, not frames. A pcap snap length is at most this in practice.
    const uint MaxFrameBytes = 256 * 1024;

    // USB and D-Bus transfers may be larger; link types are cheap to tell, memory is not.
    const uint MaxTransferBytes = 16 * 1024 * 1024;

    /// <summary>Stands for link types of other containers that have no number in pcap; such frames are counted, not read.</summary>
    public const LinkType Unmapped = (LinkType)ushort.MaxValue;

    public int Mark { get; protected set; }

    public int Captured { get; protected set; }

    /// <summary>As the record says; beyond what an int holds only in damaged files.</summary>
    public uint Original { get; protected set; }

    /// <summary>Time of the record; that of the record before it when the format keeps none (<see cref="HasTime"/>).</summary>
    public Timestamp Time { get; protected set; }

    public bool HasTime { get; protected set; } = true;

    public LinkType LinkType { get; protected set; }

    public int Interface { get; protected set; }

    public int FrameCheckLength { get; protected set; }

    /// <summary>What was written beside the current frame; null when nothing.</summary>
    public virtual string? Comment => null;

    protected CaptureFile File { get; } = file;

    internal ByteWindow Bytes { get; } = bytes;

    /// <summary>Steps to the next record. False at the end or at damage; <see cref="CaptureFile.Problem"/> then tells which.</summary>
    public abstract bool MoveNext();

    public ReadOnlySpan<byte> FrameBytes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Bytes.At(Mark, Captured);
    }

    protected static uint LimitOf(LinkType type) => (int)type switch
    {
        189 or 220 or 231 or 249 or 266 or 288 => MaxTransferBytes,
        >= 293 and <= 295 => MaxTransferBytes,
        _ => MaxFrameBytes,
    };

    /// <summary>The bytes ran out: cleanly when nothing is left over, else in the middle of <paramref name="what"/>.</summary>
    protected bool End(string what)
    {
        if (Bytes.Fault is { } fault) return Fail(fault.Kind, fault.Reason);
        return !Bytes.Rest.IsEmpty && Fail(ProblemKind.Truncated, $"the file ends in the middle of {what}");
    }

    /// <summary>Notes what is wrong with the record at the cursor; reading ends there.</summary>
    protected bool Fail(ProblemKind kind, string reason)
    {
        File.Report(kind, reason, Bytes.Position);
        return false;
    }
}

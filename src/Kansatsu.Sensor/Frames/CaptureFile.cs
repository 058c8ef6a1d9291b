using System.Runtime.CompilerServices;
using Kansatsu.Wire;

namespace Kansatsu.Sensor;

/// <summary>
/// One capture file of an observation and what has been read of it so far. A file that could not be opened is one too: it has a
/// <see cref="Problem"/> and no frames.
/// </summary>
public sealed class CaptureFile
{
    // Names beyond this come only from hostile files; they are counted, not kept.
    const int MaxNames = 16384;

    readonly List<CaptureInterface> _interfaces = [];
    readonly List<LinkType> _linkTypes = [];
    readonly List<NameRecord> _names = [];
    readonly CaptureSet _set;
    FrameReader? _reader;
    RawBytes? _raw;
    long _end;
    bool _hasTime;
    long _first = long.MaxValue;
    long _last = long.MinValue;

    internal CaptureFile(CaptureSet set, int index, string name)
    {
        _set = set;
        Index = index;
        Name = name;
    }

    /// <summary>The path as the user wrote it; "-" is standard input.</summary>
    public string Name { get; }

    public ContainerKind Container { get; internal set; }

    /// <summary>Whether the container was inside gzip.</summary>
    public bool IsCompressed { get; internal set; }

    public long Frames { get; private set; }

    /// <summary>Bytes the frames had on the wire.</summary>
    public long Bytes { get; private set; }

    /// <summary>Bytes of the frames that were kept.</summary>
    public long CapturedBytes { get; private set; }

    /// <summary>The earliest time of a frame; null while none has been read.</summary>
    public Timestamp? First => _hasTime ? new Timestamp(_first) : null;

    /// <summary>The latest time of a frame; not that of the last one when the clock went back.</summary>
    public Timestamp? Last => _hasTime ? new Timestamp(_last) : null;

    /// <summary>What kept this file from being read to its end; the first such thing. Null when all is well so far.</summary>
    public SensorProblem? Problem { get; private set; }

    /// <summary>Records whose content could not be used and that were stepped over; <see cref="Problem"/> tells of the first.</summary>
    public long Skipped { get; private set; }

    public IReadOnlyList<CaptureInterface> Interfaces => _interfaces;

    /// <summary>Link types of the interfaces described so far, each once.</summary>
    public IReadOnlyList<LinkType> LinkTypes => _linkTypes;

    /// <summary>Names of hosts that the file brings along.</summary>
    public IReadOnlyList<NameRecord> NameRecords => _names;

    /// <summary>Comments in the file: of packets, interfaces and the file itself.</summary>
    public long Comments { get; private set; }

    /// <summary>Bytes of the file on disk; null when that is not known (standard input).</summary>
    public long? Length { get; internal set; }

    /// <summary>How far reading has come in the file on disk, for progress; stays at the end.</summary>
    public long Position => _raw?.Consumed ?? _reader?.Bytes.Position ?? _end;

    /// <summary>Position among the files of the observation.</summary>
    internal int Index { get; }

    internal FrameReader? Reader => _reader;

    internal void Begin(FrameReader? reader, RawBytes? raw)
    {
        _reader = reader;
        _raw = raw;
    }

    /// <summary>Steps to the next frame and counts it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool MoveNext()
    {
        var reader = _reader;
        if (reader is null) return false;
        // Nearly all large captures are of this kind, and a call that needs no table is a third of one that does.
        if (!(reader is PcapReader pcap ? pcap.MoveNext() : reader.MoveNext()))
        {
            Close();
            return false;
        }

        Frames++;
        Bytes += reader.Original;
        CapturedBytes += reader.Captured;
        if (!reader.HasTime) return true;
        var time = reader.Time.Nanoseconds;
        if (time < _first) _first = time;
        if (time > _last) _last = time;
        _hasTime = true;
        return true;
    }

    /// <summary>Keeps the first problem: later ones usually follow from it.</summary>
    internal void Report(ProblemKind kind, string reason, long? offset = null, string? remedy = null) =>
        Problem ??= new SensorProblem(kind, Name, offset is not null && IsCompressed ? reason + " (counted after decompression)" : reason, offset, remedy);

    internal CaptureInterface AddInterface(LinkType linkType, string? name, int frameCheckLength, uint snapLength, int timeDigits)
    {
        var added = new CaptureInterface(_set.NextInterface(), linkType, name, frameCheckLength, snapLength, timeDigits);
        _interfaces.Add(added);
        if (!_linkTypes.Contains(linkType)) _linkTypes.Add(linkType);
        return added;
    }

    internal void AddName(NameRecord record)
    {
        if (_names.Count < MaxNames) _names.Add(record);
    }

    internal void CountComments(int count) => Comments += count;

    internal void CountSkipped() => Skipped++;

    internal void Close()
    {
        if (_reader is null) return;
        _end = _reader.Bytes.Position;
        _reader.Bytes.Dispose();
        _reader = null;
    }
}

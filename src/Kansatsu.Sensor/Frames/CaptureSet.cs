using System.Runtime.CompilerServices;
using Kansatsu.Wire;

namespace Kansatsu.Sensor;

/// <summary>
/// One or more capture files as one observation: frames in time order over all files, numbered from 1, interfaces numbered apart.
/// Within one file the order is the file's, even where its clock went back.
/// </summary>
/// <remarks>
/// Never throws on what files hold or lack: a file that cannot be opened, or not to its end, is listed with its problem. Not thread-safe.
/// A plain file must not be shortened while it is read: it is memory-mapped.
/// </remarks>
public sealed class CaptureSet : IFrameSource
{
    /// <summary>The path that means standard input; it is read without ever seeking.</summary>
    public const string StandardInput = "-";

    readonly CaptureFile[] _files;
    readonly PriorityQueue<CaptureFile, (long Time, int File)>? _heads;
    CaptureFile? _current;
    bool _isPrimed;
    long _number;
    int _interfaces;

    CaptureSet(IReadOnlyList<string> paths, Func<Stream> standardInput)
    {
        _files = new CaptureFile[paths.Count];
        var isInputTaken = false;
        for (var i = 0; i < _files.Length; i++)
        {
            _files[i] = new CaptureFile(this, i, paths[i]);
            if (paths[i] == StandardInput && isInputTaken) _files[i].Report(ProblemKind.Unreadable, "standard input can be read only once");
            else CaptureOpener.Open(_files[i], standardInput);
            isInputTaken |= paths[i] == StandardInput;
        }

        if (_files.Length == 1) _current = _files[0];
        else _heads = new(_files.Length);
    }

    /// <summary>The files in the order they were given.</summary>
    public IReadOnlyList<CaptureFile> Files => _files;

    /// <summary>The file the last frame came from; null before the first frame of several files.</summary>
    public CaptureFile? CurrentFile => _current;

    /// <summary>The comment kept beside the last frame (pcapng opt_comment; several are lines). Hostile text; null when there is none.</summary>
    public string? CurrentComment => _current?.Reader?.Comment;

    /// <summary>Host names that the files bring along, as far as read.</summary>
    public IEnumerable<NameRecord> NameRecords => _files.SelectMany(f => f.NameRecords);

    /// <summary>What kept files from being read, one for each file that has a problem.</summary>
    public IEnumerable<SensorProblem> Problems => _files.Select(f => f.Problem).OfType<SensorProblem>();

    public static CaptureSet Open(IReadOnlyList<string> paths) => Open(paths, Console.OpenStandardInput);

    /// <param name="standardInput">Opens what "-" stands for.</param>
    public static CaptureSet Open(IReadOnlyList<string> paths, Func<Stream> standardInput) => new(paths, standardInput);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRead(out Frame frame)
    {
        var reader = _heads is null ? Next() : NextInTime();
        if (reader is null)
        {
            frame = default;
            return false;
        }

        var original = (int)Math.Min(reader.Original, int.MaxValue);
        frame = new Frame(reader.FrameBytes, original, reader.Time, reader.LinkType, ++_number, reader.Interface, reader.FrameCheckLength);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    FrameReader? Next()
    {
        var file = _current!;
        return file.MoveNext() ? file.Reader : null;
    }

    // Each waiting file holds its next frame; the earliest goes first, the file named first when times are equal.
    FrameReader? NextInTime()
    {
        if (!_isPrimed)
        {
            _isPrimed = true;
            foreach (var file in _files) Wait(file);
        }
        else if (_current is not null)
        {
            Wait(_current);
        }

        return _heads!.TryDequeue(out _current, out _) ? _current.Reader : null;
    }

    void Wait(CaptureFile file)
    {
        if (file.MoveNext()) _heads!.Enqueue(file, (file.Reader!.Time.Nanoseconds, file.Index));
    }

    internal int NextInterface() => _interfaces++;

    public void Dispose()
    {
        foreach (var file in _files) file.Close();
    }
}

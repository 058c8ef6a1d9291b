using System.Diagnostics;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Sensor;

namespace Kansatsu.App.Observing;

/// <summary>A line on the error stream that says how far reading has come: only on a screen, only when it takes a while.</summary>
sealed class Progress : IDisposable
{
    const long FramesBetweenLooks = 1 << 15;
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    readonly Terminal? _terminal;
    readonly CaptureSet _captures;
    readonly long _length;
    readonly long _began = Stopwatch.GetTimestamp();
    long _next = FramesBetweenLooks;
    TimeSpan _shown;

    public Progress(Request request, Terminal terminal, CaptureSet captures)
    {
        _captures = captures;
        if (!terminal.ErrorIsScreen || request.Quiet) return;
        _terminal = terminal;
        foreach (var file in captures.Files) _length += file.Length ?? 0;
    }

    public void Step(long frames)
    {
        if (frames < _next) return;
        _next = frames + FramesBetweenLooks;
        if (_terminal is not null) Show(frames);
    }

    public void Dispose()
    {
        if (_shown != default) _terminal?.Error.Write("\r\e[K");
    }

    void Show(long frames)
    {
        var elapsed = Stopwatch.GetElapsedTime(_began);
        if (elapsed < Patience || elapsed - _shown < Pause) return;
        _shown = elapsed;
        var read = 0L;
        foreach (var file in _captures.Files) read += file.Position;
        var share = Quantity.Ratio(read, _length);
        var bar = _length == 0 ? "" : $"{Quantity.Bar(share, 24)} {Math.Min(share, 1):P0}  ";
        _terminal!.Error.Write($"\r{bar}{Quantity.Count(frames)} packets, {Quantity.Duration((long)elapsed.TotalNanoseconds)}\e[K");
    }
}

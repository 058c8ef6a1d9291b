using Kansatsu.App.Options;
using Kansatsu.Sensor;

namespace Kansatsu.App.Exporting;

/// <summary>
/// Captures that are read twice: first to learn why each flow is there, then to write. Standard input is kept in a temporary file meanwhile.
/// </summary>
sealed class Rereadable : IDisposable
{
    readonly Terminal _terminal;
    readonly string? _spool;

    public Rereadable(Request request, Terminal terminal)
    {
        _terminal = terminal;
        if (!request.Files.Contains(CaptureSet.StandardInput, StringComparer.Ordinal)) return;
        _spool = Path.GetTempFileName();
        using var kept = File.OpenWrite(_spool);
        using var input = terminal.Input();
        input.CopyTo(kept);
    }

    /// <summary>The terminal with an input that begins anew each time it is opened.</summary>
    public Terminal Terminal => _spool is null ? _terminal : _terminal.WithInput(() => File.OpenRead(_spool));

    public void Dispose()
    {
        if (_spool is not null) File.Delete(_spool);
    }
}

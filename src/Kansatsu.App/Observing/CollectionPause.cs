using System.Runtime;
using Kansatsu.Sensor;

namespace Kansatsu.App.Observing;

/// <summary>
/// While a large capture is observed nothing is collected: hardly anything of what is allocated becomes garbage, and each collection looks at all that is
/// kept. Whatever is allocated beyond <see cref="Bytes"/> ends it, and collections come as they always do.
/// </summary>
sealed class CollectionPause : IDisposable
{
    /// <summary>Smaller captures are over before the first collection.</summary>
    const long Worthwhile = 64 << 20;

    const long Bytes = 230 << 20;

    /// <summary>Of them for arrays too large for the youngest generation: most of what tables keep.</summary>
    const long LargeArrayBytes = 180 << 20;

    /// <summary>On a machine with less, memory is better used for other things.</summary>
    const long EnoughMemory = 1L << 30;

    readonly bool _began;

    public CollectionPause(CaptureSet captures)
    {
        var length = 0L;
        foreach (var file in captures.Files) length += file.Length ?? 0;
        if (length < Worthwhile || GCSettings.LatencyMode == GCLatencyMode.NoGCRegion || GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < EnoughMemory) return;
        try
        {
            _began = GC.TryStartNoGCRegion(Bytes, LargeArrayBytes, disallowFullBlockingGC: true);
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or InvalidOperationException)
        {
            // More than the runtime was told to use, or another observation was quicker.
        }
    }

    public void Dispose()
    {
        try
        {
            if (_began && GCSettings.LatencyMode == GCLatencyMode.NoGCRegion) GC.EndNoGCRegion();
        }
        catch (InvalidOperationException)
        {
            // Somebody's allocation ended it just now.
        }
    }
}

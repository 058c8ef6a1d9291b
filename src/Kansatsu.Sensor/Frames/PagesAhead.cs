namespace Kansatsu.Sensor;

/// <summary>
/// Touches the pages of a mapped window ahead of its reader, on any thread that has time: the system then has them at hand, and the reader is not held up at
/// each of them.
/// </summary>
sealed unsafe class PagesAhead : IThreadPoolWorkItem
{
    /// <summary>Smaller windows are read before anybody could help.</summary>
    public const int Worthwhile = 1 << 20;

    // Linux maps sixteen pages around one that is touched; where it maps fewer, the reader touches the rest.
    const int Step = 64 * 1024;

    readonly ManualResetEventSlim _idle = new(initialState: true);
    byte* _start;
    int _length;
    volatile bool _isUnwanted;

    /// <summary>Begins with a window, which stays mapped until <see cref="End"/> returned.</summary>
    public void Begin(byte* start, int length)
    {
        _start = start;
        _length = length;
        _isUnwanted = false;
        _idle.Reset();
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Nothing is touched any more when it returns.</summary>
    public void End()
    {
        _isUnwanted = true;
        _idle.Wait();
    }

    public void Execute()
    {
        var sum = 0;
        for (var at = 0; at < _length && !_isUnwanted; at += Step) sum += Volatile.Read(ref _start[at]);
        _idle.Set();
    }
}

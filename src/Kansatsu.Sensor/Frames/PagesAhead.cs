namespace Kansatsu.Sensor;

/// <summary>
/// Touches the pages of a mapped window ahead of its reader, on any thread that has time: the system then has them at hand, and the reader is not held up at
/// each of them. When no thread has time, nothing happens.
/// </summary>
sealed unsafe class PagesAhead : IThreadPoolWorkItem
{
    /// <summary>Smaller windows are read before anybody could help.</summary>
#if DEBUG
    public const int Worthwhile = 4 * 1024;
#else
    public const int Worthwhile = 1 << 20;
#endif

    // Linux maps sixteen pages around one that is touched; where it maps fewer, the reader touches the rest.
    const int Step = 64 * 1024;

    const int Idle = 0;
    const int Waiting = 1;
    const int Working = 2;

    byte* _start;
    int _length;
    int _state;
    volatile bool _isUnwanted;

    /// <summary>Begins with a window, which must stay mapped until <see cref="End"/> returned.</summary>
    public void Begin(byte* start, int length)
    {
        _start = start;
        _length = length;
        _isUnwanted = false;
        Volatile.Write(ref _state, Waiting);
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Nothing is touched any more when it returns.</summary>
    public void End()
    {
        if (Interlocked.CompareExchange(ref _state, Idle, Waiting) != Working) return;
        _isUnwanted = true;
        // At most until one page is there.
        var wait = default(SpinWait);
        while (Volatile.Read(ref _state) == Working) wait.SpinOnce();
    }

    public void Execute()
    {
        // Too late, or called for twice: one call was still waiting when its window was left, and the next one counts for both.
        if (Interlocked.CompareExchange(ref _state, Working, Waiting) != Waiting) return;
        for (var at = 0; at < _length && !_isUnwanted; at += Step) Volatile.Read(ref _start[at]);
        Volatile.Write(ref _state, Idle);
    }
}

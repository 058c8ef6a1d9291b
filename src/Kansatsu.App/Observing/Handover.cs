using System.Diagnostics.CodeAnalysis;

namespace Kansatsu.App.Observing;

/// <summary>
/// What one thread hands to one other. Whoever finds nothing sleeps until there is enough to do for a while: waking somebody costs more than making or
/// taking a single item.
/// </summary>
/// <param name="enough">Items that end a sleep; must not be more than will come.</param>
/// <param name="newestFirst">What was added last is taken first; else all comes in order.</param>
sealed class Handover<T>(int enough, bool newestFirst = false)
{
    // One of the two stays empty.
    readonly Queue<T> _queue = new();
    readonly Stack<T> _stack = new();
    readonly object _lock = new();
    bool _isComplete;
    bool _isAwaited;

    /// <summary>Items that wait; may be old when it is read.</summary>
    public int Count => _queue.Count + _stack.Count;

    public void Add(T item)
    {
        lock (_lock)
        {
            if (newestFirst) _stack.Push(item);
            else _queue.Enqueue(item);
            if (_isAwaited && Count >= enough) Wake();
        }
    }

    /// <summary>Nothing more will be added, or nothing more is wanted: nobody waits any longer.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            _isComplete = true;
            if (_isAwaited) Wake();
        }
    }

    /// <summary>Waits for an item.</summary>
    /// <returns>False when none will come.</returns>
    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        lock (_lock)
        {
            while (Count == 0 && !_isComplete)
            {
                _isAwaited = true;
                Monitor.Wait(_lock);
            }

            return TryTakeHeld(out item);
        }
    }

    /// <summary>Takes an item when there is one.</summary>
    public bool TryTakeAtOnce([MaybeNullWhen(false)] out T item)
    {
        lock (_lock) return TryTakeHeld(out item);
    }

    bool TryTakeHeld([MaybeNullWhen(false)] out T item) => newestFirst ? _stack.TryPop(out item) : _queue.TryDequeue(out item);

    void Wake()
    {
        _isAwaited = false;
        Monitor.Pulse(_lock);
    }
}

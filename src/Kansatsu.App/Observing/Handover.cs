using System.Diagnostics.CodeAnalysis;

namespace Kansatsu.App.Observing;

/// <summary>
/// A queue from one thread to one other. Whoever finds it empty sleeps until there is enough to do for a while: waking somebody costs more than
/// making or taking a single item.
/// </summary>
/// <param name="enough">Items that end a sleep; must not be more than will come.</param>
sealed class Handover<T>(int enough)
{
    readonly Queue<T> _items = new();
    bool _isComplete;
    bool _isAwaited;

    public void Add(T item)
    {
        lock (_items)
        {
            _items.Enqueue(item);
            if (_isAwaited && _items.Count >= enough) Wake();
        }
    }

    /// <summary>Nothing more will be added, or nothing more is wanted: nobody waits any longer.</summary>
    public void Complete()
    {
        lock (_items)
        {
            _isComplete = true;
            if (_isAwaited) Wake();
        }
    }

    /// <summary>Waits for an item.</summary>
    /// <returns>False when none will come.</returns>
    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        lock (_items)
        {
            while (_items.Count == 0 && !_isComplete)
            {
                _isAwaited = true;
                Monitor.Wait(_items);
            }

            return _items.TryDequeue(out item);
        }
    }

    void Wake()
    {
        _isAwaited = false;
        Monitor.Pulse(_items);
    }
}

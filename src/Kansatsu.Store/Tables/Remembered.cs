namespace Kansatsu.Store;

/// <summary>Numbers of what was met lately: when a half is full, the half that was asked for least lately is forgotten.</summary>
sealed class Remembered<T> where T : notnull
{
    const int Half = 1 << 17;

    readonly IEqualityComparer<T>? _comparer;
    Dictionary<T, long> _new;
    Dictionary<T, long> _old;

    public Remembered(IEqualityComparer<T>? comparer = null) => (_comparer, _new, _old) = (comparer, new(comparer), new(comparer));

    public bool TryGet(T value, out long number)
    {
        if (_new.TryGetValue(value, out number)) return true;
        if (!_old.TryGetValue(value, out number)) return false;
        Add(value, number);
        return true;
    }

    public void Add(T value, long number)
    {
        if (_new.Count >= Half) (_old, _new) = (_new, new(_comparer));
        _new[value] = number;
    }

    public void Clear()
    {
        _new.Clear();
        _old.Clear();
    }
}

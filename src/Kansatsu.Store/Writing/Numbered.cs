using System.Runtime.InteropServices;

namespace Kansatsu.Store;

/// <summary>What the flows of a batch share, each once, numbered from 0 as it is met.</summary>
sealed class Numbered<T>(IEqualityComparer<T>? comparer = null) where T : notnull
{
    readonly Dictionary<T, int> _numbers = new(comparer);
    readonly List<T> _values = [];

    public ReadOnlySpan<T> Values => CollectionsMarshal.AsSpan(_values);

    public int Of(T value)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, value, out var isKnown);
        if (isKnown) return number;
        _values.Add(value);
        return number = _values.Count - 1;
    }

    public void Clear()
    {
        _numbers.Clear();
        _values.Clear();
    }
}

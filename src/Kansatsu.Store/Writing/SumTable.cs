using System.Runtime.InteropServices;

namespace Kansatsu.Store;

/// <summary>Sums by their keys, and then in the order of the keys: neighbors of a table are written together.</summary>
sealed class SumTable<TKey, TSum> where TKey : struct, IComparable<TKey>, IEquatable<TKey> where TSum : struct
{
    readonly Dictionary<TKey, TSum> _sums = [];
    readonly List<KeyValuePair<TKey, TSum>> _sorted = [];

    /// <summary>Made when it is not there.</summary>
    public ref TSum this[TKey key] => ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, key, out _);

    /// <summary>As of the last <see cref="Sort"/>.</summary>
    public ReadOnlySpan<KeyValuePair<TKey, TSum>> InOrder => CollectionsMarshal.AsSpan(_sorted);

    public void Sort()
    {
        _sorted.Clear();
        _sorted.AddRange(_sums);
        _sorted.Sort(static (a, b) => a.Key.CompareTo(b.Key));
    }

    public void Clear()
    {
        _sums.Clear();
        _sorted.Clear();
    }
}

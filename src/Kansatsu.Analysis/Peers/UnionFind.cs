namespace Kansatsu.Analysis;

/// <summary>Sets that only ever join.</summary>
sealed class UnionFind
{
    readonly int[] _parents;

    public UnionFind(int count)
    {
        _parents = new int[count];
        for (var i = 0; i < count; i++) _parents[i] = i;
    }

    public int Find(int member)
    {
        while (_parents[member] != member) member = _parents[member] = _parents[_parents[member]];
        return member;
    }

    public void Join(int a, int b) => _parents[Find(b)] = Find(a);
}

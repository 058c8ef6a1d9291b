using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Floods by target. At its bound new targets are refused.</summary>
sealed class FloodTable(int most)
{
    readonly RecordList<Flood> _floods = new();
    readonly SlotIndex _index = new();

    public void Clear()
    {
        _floods.Clear();
        _index.Clear();
    }

    public void Add(in Flow flow)
    {
        var position = Position(flow.Responder, out var hash);
        if (position < 0)
        {
            if (_floods.Count >= most) return;
            position = _floods.Add();
            _floods[position].Target = flow.Responder;
            _index.Add(hash, position);
        }

        _floods[position].Add(flow);
    }

    public Flood Find(Ipv6Address target)
    {
        if (_floods.Count == 0) return default;
        var position = Position(target, out _);
        return position < 0 ? default : _floods[position];
    }

    int Position(Ipv6Address target, out uint hash)
    {
        hash = _index.Hash.Of(target);
        var candidates = _index.Find(hash);
        while (candidates.MoveNext())
            if (_floods[candidates.Current].Target == target) return candidates.Current;
        return -1;
    }
}

namespace Kansatsu.Analysis;

/// <summary>
/// Everybody home spoke with or heard from, concluded from the flows as they stand: nothing is collected while frames come. Groups are no peers.
/// </summary>
public sealed class PeerTable
{
    readonly Observer _observer;
    readonly PeerSides _sides;
    readonly PeerSide[] _byPeer;
    readonly List<Extent> _extents = [];

    /// <param name="takes">Which flows count, by their index; null = all.</param>
    public PeerTable(Observer observer, Func<int, bool>? takes = null)
    {
        _observer = observer;
        _sides = new PeerSides(observer, takes);
        var ties = new PeerTies(observer, _sides);
        _byPeer = [.. _sides.All];
        var keys = Array.ConvertAll(_byPeer, ties.PeerOf);
        Array.Sort(keys, _byPeer);
        for (var from = 0; from < keys.Length;)
        {
            var (to, bytes) = (from, 0L);
            for (; to < keys.Length && keys[to] == keys[from]; to++) bytes += observer.Flows[_byPeer[to].Flow].Bytes;
            _extents.Add(new Extent(bytes, _sides.Addresses[_byPeer[from].Address], from, to));
            from = to;
        }

        _extents.Sort(static (a, b) => a.Bytes != b.Bytes ? b.Bytes.CompareTo(a.Bytes) : a.Address.CompareTo(b.Address));
    }

    public int Count => _extents.Count;

    /// <summary>Most bytes first; each is added up when it is asked for.</summary>
    public IEnumerable<PeerSeen> All
    {
        get
        {
            foreach (var extent in _extents)
            {
                var sum = new PeerSum(_observer, _sides.Addresses);
                foreach (var side in _byPeer.AsSpan(extent.From, extent.To - extent.From)) sum.Add(side);
                yield return sum.ToPeer();
            }
        }
    }

    /// <summary>The sides of one peer in <see cref="_byPeer"/>.</summary>
    readonly record struct Extent(long Bytes, Wire.Ipv6Address Address, int From, int To);
}

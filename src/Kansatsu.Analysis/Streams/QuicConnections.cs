using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// QUIC connections whose ClientHello is not complete yet. Bounded; past the bound new connections stay without a name until others are done.
/// </summary>
sealed class QuicConnections
{
    /// <summary>Connections being read at once; each holds at most its 16 KiB of handshake.</summary>
    public const int MaxConnections = 1024;

    readonly Dictionary<uint, QuicInitial> _connections = [];
    readonly Queue<uint> _order = new();
    readonly Stack<QuicInitial> _spare = new();

    /// <summary>Connections given up for newer ones before their greeting was complete.</summary>
    public long GivenUp { get; private set; }

    /// <summary>Feeds a datagram of a flow.</summary>
    /// <returns>The ClientHello when it is complete, else empty; valid until <see cref="Forget"/>.</returns>
    public ReadOnlySpan<byte> Add(in Flow flow, ReadOnlySpan<byte> datagram, out bool isDone)
    {
        if (!_connections.TryGetValue(flow.Number, out var connection))
        {
            MakeRoom();
            connection = _spare.TryPop(out var spare) ? spare : new QuicInitial();
            _connections.Add(flow.Number, connection);
            _order.Enqueue(flow.Number);
        }

        connection.TryAdd(datagram);
        isDone = connection.IsDone;
        return connection.ClientHello;
    }

    public void Forget(in Flow flow)
    {
        if (_connections.Remove(flow.Number, out var connection)) Spare(connection);
    }

    /// <summary>Numbers of connections that ended by themselves stay in the queue for a while; they cost a look.</summary>
    void MakeRoom()
    {
        while (_order.Count >= MaxConnections && _order.TryDequeue(out var oldest))
        {
            if (!_connections.Remove(oldest, out var connection)) continue;
            Spare(connection);
            GivenUp++;
        }
    }

    /// <summary>There are never more spare ones than there were connections at once.</summary>
    void Spare(QuicInitial connection)
    {
        connection.Reset();
        _spare.Push(connection);
    }
}

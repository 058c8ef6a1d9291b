namespace Kansatsu.Wire;

/// <summary>The packets that share a datagram (RFC 9000 §12.2): enumerate, then ask <see cref="IsClean"/>.</summary>
public ref struct QuicPackets(ReadOnlySpan<byte> datagram)
{
    ReadOnlySpan<byte> _rest = datagram;

    public bool IsClean { get; private set; } = true;

    public QuicPacket Current { get; private set; }

    public readonly QuicPackets GetEnumerator() => this;

    public bool MoveNext()
    {
        // Zeros behind the last packet are padding of the datagram, which some senders use instead of PADDING frames.
        if (_rest.IsEmpty || (Current.Bytes.Length > 0 && _rest[0] == 0)) return false;
        if (!QuicPacket.TryRead(_rest, out var packet))
        {
            IsClean = false;
            _rest = default;
            return false;
        }

        Current = packet;
        _rest = _rest[packet.Bytes.Length..];
        IsClean &= packet.IsWhole;
        return true;
    }
}

namespace Kansatsu.Wire;

/// <summary>
/// Reads the ClientHello out of a client's Initial packets, wherever its pieces are: several frames in any order, several packets in a datagram,
/// several datagrams. One object a connection whose name is not known yet, to be used again after <see cref="Reset"/>; it gives up after
/// <see cref="MaxPackets"/> packets.
/// </summary>
public sealed class QuicInitial : IDisposable
{
    /// <summary>Initial packets tried for one connection.</summary>
    public const int MaxPackets = 24;

    readonly QuicCryptoAssembler _crypto = new();
    readonly byte[] _plaintext = new byte[MaxDatagram];
    QuicInitialKeys _keys = new();
    QuicInitialKeys _others = new();
    int _tried;

    const int MaxDatagram = 2048;

    /// <summary>The whole ClientHello as a handshake message, for <c>TlsClientHello</c>; empty before it is complete.</summary>
    public ReadOnlySpan<byte> ClientHello => _crypto.Message;

    /// <summary>Version of the packets that could be opened; 0 before the first.</summary>
    public uint Version { get; private set; }

    /// <summary>Nothing more will come of feeding this connection.</summary>
    public bool IsDone => _tried >= MaxPackets || _crypto.HasMessage;

    /// <summary>Takes a datagram that the client sent, or may have sent: packets of servers do not open and do no harm.</summary>
    /// <returns>True when the ClientHello is complete.</returns>
    public bool TryAdd(ReadOnlySpan<byte> datagram)
    {
        var packets = new QuicPackets(datagram);
        while (!IsDone && packets.MoveNext())
        {
            var packet = packets.Current;
            if (packet.Type != QuicPacketType.Initial || packet.Bytes.Length > MaxDatagram) continue;
            _tried++;
            if (TryOpen(packet, out var length)) ReadFrames(_plaintext.AsSpan(0, length));
        }

        return _crypto.HasMessage;
    }

    /// <summary>Forgets everything; another connection may follow.</summary>
    public void Reset()
    {
        _crypto.Reset();
        (_tried, Version) = (0, 0);
    }

    public void Dispose()
    {
        _keys.Dispose();
        _others.Dispose();
    }

    /// <summary>The keys stay those of the first connection id, except after a Retry (RFC 9001 §5.2).</summary>
    bool TryOpen(QuicPacket packet, out int length)
    {
        length = 0;
        if (Version != 0 && _keys.TryOpen(packet, _plaintext, out length)) return true;
        if (!_others.TryDerive(packet.Version, packet.DestinationConnectionId) || !_others.TryOpen(packet, _plaintext, out length)) return false;
        (_keys, _others) = (_others, _keys);
        Version = packet.Version;
        return true;
    }

    void ReadFrames(ReadOnlySpan<byte> plaintext)
    {
        var reader = new WireReader(plaintext);
        // Clients fill their first packets up with a thousand bytes of padding (RFC 9000 §14.1).
        while (reader.Rest.IndexOfAnyExcept((byte)0) is >= 0 and var padding
            && reader.TrySkip(padding) && reader.TryReadByte(out var type) && TryReadFrame(type, ref reader))
        {
        }
    }

    /// <summary>Only these frames may stand in an Initial packet (RFC 9000 §12.4).</summary>
    bool TryReadFrame(byte type, ref WireReader reader)
    {
        switch (type)
        {
            case 0x01: // PING
                return true;
            case 0x02 or 0x03:
                return TrySkipAck(type, ref reader);
            case 0x06:
                if (!QuicInteger.TryRead(ref reader, out var offset) || !QuicInteger.TryReadLength(ref reader, out var length)
                    || !reader.TryReadBytes(length, out var bytes)) return false;
                _crypto.Add(offset, bytes);
                return true;
            default: // CONNECTION_CLOSE ends it
                return false;
        }
    }

    static bool TrySkipAck(byte type, ref WireReader reader)
    {
        if (!QuicInteger.TryRead(ref reader, out _) || !QuicInteger.TryRead(ref reader, out _) || !QuicInteger.TryRead(ref reader, out var ranges)) return false;
        var integers = 1 + (ranges * 2) + (type == 0x03 ? 3ul : 0ul);
        for (; integers > 0; integers--)
            if (!QuicInteger.TryRead(ref reader, out _)) return false;
        return true;
    }
}

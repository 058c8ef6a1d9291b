using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What is wanted of encrypted datagram protocols: the name in their greeting.</summary>
sealed partial class ContentObserver
{
    readonly QuicConnections _quic = new();

    void ObserveQuic(ReadOnlySpan<byte> datagram, ref Flow flow, in PacketFacts facts)
    {
        // Only the client's long headers carry a greeting (RFC 8999 §5); a server's Initial opens with keys that name nothing.
        if (facts.Back || datagram.Length < 5 || (datagram[0] & 0x80) == 0) return;
        var message = _quic.Add(flow, datagram, out var isDone);
        if (!message.IsEmpty && TlsClientHello.TryRead(message, out var hello)) Greet(ref flow, NameSource.QuicSni, hello, facts);
        if (!isDone) return;
        flow.Flags |= FlowFlags.ContentDone;
        _quic.Forget(flow);
    }

    void ObserveDtls(ReadOnlySpan<byte> datagram, ref Flow flow, in PacketFacts facts)
    {
        // DTLS record: type, version, epoch and sequence number, length: 13 bytes (RFC 6347 §4.1).
        if (facts.Back || datagram.Length < 13 || datagram[0] != (byte)TlsContentType.Handshake) return;
        if (!TlsClientHello.TryReadDatagram(datagram[13..], out var hello)) return;
        Transcript?.Greeting(NameSource.DtlsSni, hello, facts);
        Name(ref flow, NameSource.DtlsSni, hello.ServerName, facts);
        if (!hello.ServerName.IsEmpty) flow.Flags |= FlowFlags.ContentDone;
    }
}

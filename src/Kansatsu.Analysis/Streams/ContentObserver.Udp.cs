using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What is wanted of encrypted datagram protocols: the name in their greeting.</summary>
sealed partial class ContentObserver
{
    void ObserveDtls(ReadOnlySpan<byte> datagram, ref Flow flow, in PacketFacts facts)
    {
        // DTLS record: type, version, epoch and sequence number, length: 13 bytes (RFC 6347 §4.1).
        if (facts.Back || datagram.Length < 13 || datagram[0] != (byte)TlsContentType.Handshake) return;
        if (!TlsClientHello.TryReadDatagram(datagram[13..], out var hello)) return;
        Name(ref flow, NameSource.TlsSni, hello.ServerName, facts);
        if (!hello.ServerName.IsEmpty) flow.Flags |= FlowFlags.ContentDone;
    }
}

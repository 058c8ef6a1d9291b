using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Told of packets and of the messages in them as they are read, in the order of the capture. Whatever is handed over is borrowed until the call
/// returns and holds hostile bytes.
/// </summary>
public interface ITranscript
{
    /// <summary>A packet that has a flow; the messages that it completed were told before.</summary>
    /// <param name="carrier">Index of the flow of the tunnel around it; -1 without one.</param>
    void Packet(in Dissection d, in PacketFacts facts, int carrier);

    /// <summary>A DNS, mDNS, LLMNR or NetBIOS message, over whichever transport.</summary>
    void Dns(LayerKind via, DnsMessage message, in PacketFacts facts);

    /// <summary>A ClientHello.</summary>
    /// <param name="from">Which protocol greeted: TLS, DTLS or QUIC.</param>
    void Greeting(NameSource from, in TlsClientHello hello, in PacketFacts facts);

    /// <summary>What a TLS server chose. Only TLS over TCP shows it.</summary>
    void Choice(in TlsServerHello hello, in PacketFacts facts);

    /// <summary>An HTTP/1 request, its header whole.</summary>
    void Request(in HttpRequest request, in PacketFacts facts);
}

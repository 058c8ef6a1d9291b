namespace Kansatsu.Wire;

/// <summary>
/// WS-Discovery: SOAP in a datagram. The XML is not parsed; the contents of the few elements that say what it is are found by their names,
/// whatever their prefix.
/// </summary>
public readonly ref struct WsDiscoveryMessage
{
    WsDiscoveryMessage(ReadOnlySpan<byte> bytes) => Bytes = bytes;

    public ReadOnlySpan<byte> Bytes { get; }

    public static bool TryRead(ReadOnlySpan<byte> bytes, out WsDiscoveryMessage message)
    {
        message = new WsDiscoveryMessage(bytes);
        return bytes.IndexOf("Envelope"u8) >= 0;
    }

    /// <summary>The last part of the action's URI: Probe, ProbeMatches, Hello, Bye, Resolve, ResolveMatches.</summary>
    public ReadOnlySpan<byte> Action
    {
        get
        {
            var action = Element("Action>"u8);
            return action[(action.LastIndexOf((byte)'/') + 1)..];
        }
    }

    /// <summary>What is searched for or answers: "wsdp:Device pub:Computer".</summary>
    public ReadOnlySpan<byte> Types => Element("Types>"u8);

    /// <summary>Where the device speaks further.</summary>
    public ReadOnlySpan<byte> TransportAddresses => Element("XAddrs>"u8);

    public ReadOnlySpan<byte> EndpointAddress => Element("Address>"u8);

    ReadOnlySpan<byte> Element(ReadOnlySpan<byte> nameAndEnd)
    {
        var at = Bytes.IndexOf(nameAndEnd);
        if (at < 1 || Bytes[at - 1] is not ((byte)':' or (byte)'<')) return default;
        var content = Bytes[(at + nameAndEnd.Length)..];
        var end = content.IndexOf((byte)'<');
        return end < 0 ? default : content[..end].Trim(" \t\r\n"u8);
    }
}

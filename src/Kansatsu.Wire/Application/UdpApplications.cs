namespace Kansatsu.Wire;

/// <summary>What a UDP payload is: tunnels and applications, by port and first bytes.</summary>
static class UdpApplications
{
    public static LayerKind Identify(ushort source, ushort destination, ReadOnlySpan<byte> payload, in Dissection d) => LayerKind.Data;
}

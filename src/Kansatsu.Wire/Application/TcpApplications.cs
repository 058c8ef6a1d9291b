namespace Kansatsu.Wire;

/// <summary>What a TCP segment's payload looks like, from its first bytes and, where those do not tell, its ports.</summary>
public static class TcpApplications
{
    /// <returns><see cref="LayerKind.Data"/> when nothing speaks for a protocol.</returns>
    public static LayerKind Identify(ushort source, ushort destination, ReadOnlySpan<byte> payload) => LayerKind.Data;
}

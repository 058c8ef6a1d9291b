namespace Kansatsu.Wire;

[Flags]
public enum LayerFlags : byte
{
    None = 0,

    /// <summary>Part of a packet that an ICMP error quotes: it was not sent here, it was spoken of.</summary>
    Quoted = 1,

    /// <summary>On an IP layer: this frame carries only a fragment of the packet.</summary>
    Fragment = 2,

    /// <summary>On an IP layer: rebuilt from fragments; the bytes are in a buffer of their own.</summary>
    Reassembled = 4,

    /// <summary>On an IP layer: inside another IP packet (a tunnel).</summary>
    Inner = 8,
}

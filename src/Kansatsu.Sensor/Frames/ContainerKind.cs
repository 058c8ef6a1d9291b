namespace Kansatsu.Sensor;

/// <summary>The file format frames came in.</summary>
public enum ContainerKind
{
    Unknown,
    Pcap,
    Pcapng,

    /// <summary>Solaris snoop (RFC 1761).</summary>
    Snoop,

    /// <summary>Microsoft Network Monitor 2.x.</summary>
    NetworkMonitor,
}

namespace Kansatsu.Analysis;

/// <summary>Ports where services usually listen: the system ports of RFC 6335 §6 and common registered ones.</summary>
static class ServicePorts
{
    const int SystemPorts = 1024;

    static readonly ulong[] s_registered = Bits(
    [
        1080, 1194, 1433, 1521, 1701, 1723, 1812, 1813, 1883, 1900, 2049, 2055, 2123, 2152, 3128, 3260, 3268, 3306, 3389, 3478, 3544, 3702, 4500,
        4739, 4789, 5004, 5060, 5061, 5222, 5228, 5246, 5247, 5349, 5351, 5353, 5355, 5357, 5432, 5672, 5683, 5684, 5900, 5985, 6081, 6343, 6379,
        6443, 6514, 6667, 6881, 8000, 8008, 8009, 8080, 8081, 8088, 8123, 8333, 8443, 8883, 8888, 9000, 9001, 9042, 9090, 9092, 9100, 9200, 9300,
        9418, 11211, 19302, 25565, 27017, 33434, 51820,
    ]);

    public static bool Contains(ushort port) => port < SystemPorts ? port != 0 : (s_registered[port >> 6] >> (port & 63) & 1) != 0;

    static ulong[] Bits(ReadOnlySpan<ushort> ports)
    {
        var bits = new ulong[1024];
        foreach (var port in ports) bits[port >> 6] |= 1UL << (port & 63);
        return bits;
    }
}

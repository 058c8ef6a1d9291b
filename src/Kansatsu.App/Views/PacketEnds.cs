using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>Source and destination of a frame as text: of its innermost IP packet, else of its Ethernet header.</summary>
static class PacketEnds
{
    const int MacText = 17;

    public static (int Source, int Destination) Format(in Dissection d, Span<char> source, Span<char> destination)
    {
        if (d.InnermostIp >= 0)
        {
            ref readonly var layer = ref d[d.InnermostIp];
            if (layer.Kind == LayerKind.Ipv6 && Ipv6Header.TryRead(d.HeaderOf(layer), out var ipv6))
                return (ipv6.Source.Format(source), ipv6.Destination.Format(destination));
            if (layer.Kind == LayerKind.Ipv4 && Ipv4Header.TryRead(d.HeaderOf(layer), out var ipv4))
                return (ipv4.Source.Format(source), ipv4.Destination.Format(destination));
        }

        if (d.Count > 0 && d[0].Kind == LayerKind.Ethernet && d[0].HeaderLength >= 2 * MacAddress.Length)
        {
            var header = d.HeaderOf(d[0]);
            MacAddress.Read(header[MacAddress.Length..]).ToString().CopyTo(source);
            MacAddress.Read(header).ToString().CopyTo(destination);
            return (MacText, MacText);
        }

        source[0] = destination[0] = '?';
        return (1, 1);
    }
}

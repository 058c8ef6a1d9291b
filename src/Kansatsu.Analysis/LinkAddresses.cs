using System.Runtime.CompilerServices;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>The link-layer address of the last hop, where the link has any.</summary>
static class LinkAddresses
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MacAddress SourceOf(in Dissection d)
    {
        if (d.Count == 0) return default;
        ref readonly var link = ref d[0];
        var bytes = d.BytesOf(link);
        return link.Kind switch
        {
            LayerKind.Ethernet when bytes.Length >= 12 => MacAddress.Read(bytes[6..]),
            LayerKind.LinuxCooked when bytes.Length >= 12 && bytes[4] == 0 && bytes[5] == 6 => MacAddress.Read(bytes[6..]),
            LayerKind.LinuxCooked2 when bytes.Length >= 18 && bytes[11] == 6 => MacAddress.Read(bytes[12..]),
            _ => default,
        };
    }

    /// <summary>Who a frame is for on this link; cooked captures do not say.</summary>
    public static MacAddress DestinationOf(in Dissection d)
    {
        if (d.Count == 0 || d[0].Kind != LayerKind.Ethernet) return default;
        var bytes = d.BytesOf(d[0]);
        return bytes.Length >= MacAddress.Length ? MacAddress.Read(bytes) : default;
    }
}

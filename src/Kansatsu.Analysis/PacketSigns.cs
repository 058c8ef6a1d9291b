using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// What the tables want to know of the innermost packet of a frame and what needs nothing but the frame itself: whoever dissects finds it out, so that
/// less is left to the observer.
/// </summary>
/// <param name="LinkSource">Who sent the frame on this link.</param>
/// <param name="MayBeTelegram">The payload may be an EEW telegram (<see cref="EewFrame.MayCarry"/>).</param>
readonly record struct PacketSigns(MacAddress LinkSource, byte HopLimit, bool MayBeTelegram)
{
    /// <param name="key">Of the innermost packet.</param>
    public static PacketSigns Of(in Dissection d, in FlowKey key)
    {
        var source = LinkAddresses.SourceOf(d);
        if (d.InnermostIp < 0) return new PacketSigns(source, 0, false);
        ref readonly var ip = ref d[d.InnermostIp];
        var hopLimit = d.Buffer(ip.Buffer)[ip.Offset + (ip.Kind == LayerKind.Ipv6 ? 7 : 8)];
        return new PacketSigns(
            source, hopLimit, d.Transport >= 0 && d[d.Transport].Kind == LayerKind.Udp && EewFrame.MayCarry(d.PayloadOf(d[d.Transport]), key.Destination.IsGroup));
    }
}

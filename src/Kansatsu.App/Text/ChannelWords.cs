using Kansatsu.Analysis;
using Kansatsu.App.Options;
using Kansatsu.Wire;

namespace Kansatsu.App.Text;

/// <summary>What a multicast stream is, in stable names and in words.</summary>
static class ChannelWords
{
    /// <summary>What it carries: eew, rtp, mpeg-ts, mdns, … or data.</summary>
    public static string KindOf(ChannelSeen channel) => channel.Content switch
    {
        ChannelContent.Eew => "eew",
        ChannelContent.Rtp => "rtp",
        ChannelContent.MpegTs or ChannelContent.MpegTsInRtp => "mpeg-ts",
        ChannelContent.Sap => "sap",
        _ => channel.Application is LayerKind.None or LayerKind.Data or LayerKind.Unknown ? "data" : LayerNames.Short(channel.Application).ToLowerInvariant(),
    };

    public static string NameOf(ChannelMembership membership) => membership switch
    {
        ChannelMembership.Home => "home",
        ChannelMembership.Others => "others",
        ChannelMembership.Everybody => "everybody",
        _ => "nobody",
    };

    public static string ScopeOf(Ipv6Address group) => AddressScopes.Of(group) switch
    {
        AddressScope.InterfaceLocal => "interface-local",
        AddressScope.LinkLocal => "link-local",
        AddressScope.RealmLocal => "realm-local",
        AddressScope.AdminLocal => "admin-local",
        AddressScope.SiteLocal => "site-local",
        AddressScope.OrganizationLocal => "organization-local",
        AddressScope.Global => "global",
        var scope => $"scope-{(int)scope}",
    };

    /// <summary>"every 30.0 s, 3 packets 52.3 ms apart"; "" without a beat.</summary>
    public static string Rhythm(ChannelSeen channel, Request request)
    {
        if (channel.Period == 0) return "";
        var period = Time(channel.Period);
        if (channel.Burst == 1) return request.Say($"every {period}", $"{period} ごと");
        if (channel.Burst == 0) return request.Say($"every {period}, in bursts", $"{period} ごとにまとめて");
        return request.Say($"every {period}, {channel.Burst} packets {Time(channel.Gap)} apart", $"{period} ごとに {channel.Burst} 発、{Time(channel.Gap)} 間隔");
    }

    public static string Membership(ChannelSeen channel, Request request)
    {
        var asked = channel.Querier is { } querier ? request.Say($"{querier} asked", $"照会は {querier}") : request.Say("no query was seen", "照会は見られない");
        return channel.Membership switch
        {
            ChannelMembership.Everybody => request.Say("everybody is a member", "全員が参加者"),
            ChannelMembership.Nobody => request.Say($"nobody was seen to join ({asked})", $"参加は見られない({asked})"),
            ChannelMembership.Home => request.Say($"home joined: {Lists.Join(channel.Reporters, 2)}", $"自分が参加: {Lists.Join(channel.Reporters, 2)}"),
            _ => request.Say($"joined by {Lists.Join(channel.Reporters, 2)}", $"参加者: {Lists.Join(channel.Reporters, 2)}"),
        };
    }

    static string Time(long nanoseconds) => nanoseconds switch
    {
        >= 120 * Timestamp.PerSecond => $"{nanoseconds / 60e9:0.0} min",
        >= Timestamp.PerSecond => $"{nanoseconds / 1e9:0.00} s",
        >= 1_000_000 => $"{nanoseconds / 1e6:0.0} ms",
        _ => $"{nanoseconds / 1000} µs",
    };
}

namespace Kansatsu.Analysis;

/// <summary>The stable names of findings (docs/reference/findings.md).</summary>
public static class FindingNames
{
    public const string MovedToIpv6 = "moved-to-ipv6";
    public const string MovedBack = "moved-back";
    public const string Ipv6Broken = "ipv6-broken";
    public const string UpdatesFailing = "updates-failing-over-ipv6";
    public const string Listed = "listed";
    public const string Nat64 = "nat64";
    public const string ChannelNew = "channel-new";
    public const string ChannelStopped = "channel-stopped";
    public const string ChannelResumed = "channel-resumed";
    public const string ChannelChanged = "channel-changed";
    public const string ChannelSecondSource = "channel-second-source";
    public const string ChannelUnjoined = "channel-unjoined";
    public const string ControlAppeared = "control-appeared";
    public const string ControlVanished = "control-vanished";
    public const string PeerNew = "peer-new";
    public const string PeerAbsent = "peer-absent";
    public const string ServiceNew = "service-new";
    public const string ServiceAbsent = "service-absent";
    public const string ChannelAbsent = "channel-absent";
    public const string StoreTrimmed = "store-trimmed";
    public const string StoreFull = "store-full";

    public static IReadOnlyList<string> All { get; } =
    [
        MovedToIpv6, MovedBack, Ipv6Broken, UpdatesFailing, Listed, Nat64, ChannelNew, ChannelStopped, ChannelResumed, ChannelChanged, ChannelSecondSource,
        ChannelUnjoined, ControlAppeared, ControlVanished, PeerNew, PeerAbsent, ServiceNew, ServiceAbsent, ChannelAbsent,
        StoreTrimmed, StoreFull,
    ];

    public static string Of(Severity severity) => severity switch
    {
        Severity.Info => "info",
        Severity.Notice => "notice",
        Severity.Warning => "warning",
        _ => "alert",
    };
}

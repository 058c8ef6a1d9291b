namespace Kansatsu.Analysis;

/// <summary>The stable names of refusals, as exported.</summary>
public static class RefusalNames
{
    public static string Of(RefusalKind kind) => kind switch
    {
        RefusalKind.SourceAddresses => "source-addresses",
        RefusalKind.DestinationAddresses => "destination-addresses",
        RefusalKind.Names => "names",
        RefusalKind.NameAddresses => "name-addresses",
        RefusalKind.DnsQuestions => "dns-questions",
        RefusalKind.HttpRequests => "http-requests",
        RefusalKind.Groups => "groups",
        RefusalKind.Neighbors => "neighbors",
        RefusalKind.NeighborAddresses => "neighbor-addresses",
        RefusalKind.SweepSources => "sweep-sources",
        RefusalKind.Streams => "streams",
        RefusalKind.StreamBytes => "stream-bytes",
        RefusalKind.Lookups => "lookups",
        RefusalKind.Mails => "mails",
        RefusalKind.Telegrams => "telegrams",
        RefusalKind.Channels => "channels",
        RefusalKind.ChannelStories => "channel-stories",
        RefusalKind.ControlSpeakers => "control-speakers",
        _ => "quic-greetings",
    };
}

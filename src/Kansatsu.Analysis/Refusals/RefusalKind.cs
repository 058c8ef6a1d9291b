namespace Kansatsu.Analysis;

/// <summary>The tables that refuse or give up something when they are full; their bounds stand in docs/reference/limits.md.</summary>
public enum RefusalKind
{
    SourceAddresses,
    DestinationAddresses,
    Names,
    NameAddresses,
    DnsQuestions,
    HttpRequests,
    Groups,
    Neighbors,
    NeighborAddresses,
    SweepSources,
    Streams,
    StreamBytes,
    QuicGreetings,
    Mails,

    Telegrams,
    Channels,
    ChannelStories,
    ControlSpeakers,
}

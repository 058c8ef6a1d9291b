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
    /// <summary>DNS questions and answers as they belong together: flows then have the names that others were told.</summary>
    Lookups,
    Mails,

    Telegrams,
    Channels,
    ChannelStories,
    ControlSpeakers,
}

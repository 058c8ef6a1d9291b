namespace Kansatsu.Analysis;

/// <summary>How often a full table refused something new or gave up something old.</summary>
/// <param name="Count">Times, not things: what is refused is not remembered, so the same thing may be refused again.</param>
public readonly record struct Refusal(RefusalKind Kind, long Count)
{
    /// <summary>What the tables of an observer refused so far, in the order of <see cref="RefusalKind"/>; tables that refused nothing are left out.</summary>
    public static Refusal[] Of(Observer observer)
    {
        var (counters, names, neighbors, contents) = (observer.Counters, observer.Names, observer.Neighbors, observer.Contents);
        List<Refusal> all =
        [
            new(RefusalKind.SourceAddresses, counters.Ipv6Sources.Refused),
            new(RefusalKind.DestinationAddresses, counters.Ipv6Destinations.Refused),
            new(RefusalKind.Names, names.RefusedNames),
            new(RefusalKind.NameAddresses, names.RefusedAddresses),
            new(RefusalKind.DnsQuestions, names.RefusedQuestions),
            new(RefusalKind.HttpRequests, names.RefusedRequests),
            new(RefusalKind.Groups, observer.Groups.Refused),
            new(RefusalKind.Neighbors, neighbors.Refused),
            new(RefusalKind.NeighborAddresses, neighbors.RefusedAddresses),
            new(RefusalKind.SweepSources, observer.Causes.RefusedSources),
            new(RefusalKind.Streams, contents.StreamsGivenUp),
            new(RefusalKind.StreamBytes, contents.StreamBytesRefused),
            new(RefusalKind.QuicGreetings, contents.GreetingsGivenUp),
            new(RefusalKind.Lookups, observer.Names.Lookups.Refused),
            new(RefusalKind.Mails, observer.Mails.Refused),
            new(RefusalKind.Telegrams, observer.Telegrams.Refused),
            new(RefusalKind.Channels, observer.Channels.Refused),
            new(RefusalKind.ChannelStories, observer.Channels.RefusedStories),
            new(RefusalKind.ControlSpeakers, observer.Control.Refused),
        ];
        all.RemoveAll(static refusal => refusal.Count == 0);
        return [.. all];
    }
}

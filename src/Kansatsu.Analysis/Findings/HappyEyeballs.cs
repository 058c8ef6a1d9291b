using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>How a program came to try IPv4.</summary>
enum Fallback : byte
{
    /// <summary>Only after IPv6 had failed, or so late that it waited.</summary>
    AfterFailure,

    /// <summary>The lookups were over, one address was tried, IPv4 raced it: RFC 6555, or RFC 8305 with nothing that shows it.</summary>
    Version1,

    /// <summary>IPv6 was tried before the A answer was there, or several addresses in turn: RFC 8305 §3, §5.</summary>
    Version2,

    /// <summary>The HTTPS record was asked for and QUIC raced TCP too: draft-ietf-happy-happyeyeballs-v3 §4, §6.</summary>
    Version3,
}

/// <summary>Which generation of Happy Eyeballs a race between the families looks like. What is not seen counts for the older one.</summary>
sealed class HappyEyeballs(Observer observer, CauseTies ties)
{
    /// <summary>Whoever starts IPv4 so soon does not wait for IPv6 to fail (RFC 6555 §5.5: 150 to 250 ms; RFC 8305 §5: 250 ms; others 300).</summary>
    const long RaceDelay = 400 * Timestamp.PerSecond / 1000;

    const long LookupsBefore = 10 * Timestamp.PerSecond;
    const long Together = Timestamp.PerSecond;
    const ushort HttpsPort = 443;

    public static bool IsRace(in Flow attempt, in Flow rescue) => rescue.First.Since(attempt.First) <= RaceDelay;

    public Fallback Of(NameStory story, in Flow attempt, in Flow rescue)
    {
        if (!IsRace(attempt, rescue)) return Fallback.AfterFailure;
        var (quic, addresses) = Rivals(story, attempt, rescue);
        var (https, answered) = Lookups(story.NameId, attempt, rescue);
        if (https && quic) return Fallback.Version3;
        return addresses > 1 || answered > attempt.First ? Fallback.Version2 : Fallback.Version1;
    }

    /// <summary>Was QUIC tried in the same race, and how many IPv6 addresses were?</summary>
    (bool Quic, int Addresses) Rivals(NameStory story, in Flow attempt, in Flow rescue)
    {
        var (quic, addresses) = (false, new HashSet<Ipv6Address> { attempt.Responder });
        foreach (var index in story.Flows)
        {
            ref readonly var flow = ref observer.Flows[index];
            if (flow.Device != attempt.Device || flow.First < attempt.First.Add(-Together) || flow.First > rescue.First.Add(Together)) continue;
            if (flow.Protocol == IpProtocols.Udp && flow.ResponderPort == HttpsPort) quic = true;
            if (flow.Protocol == IpProtocols.Tcp && flow.Family == 6 && flow.First <= rescue.First) addresses.Add(flow.Responder);
        }

        return (quic, addresses.Count);
    }

    /// <summary>Was the HTTPS record asked for, and when did the last A answer before the rescue come?</summary>
    (bool Https, Timestamp Answered) Lookups(int name, in Flow attempt, in Flow rescue)
    {
        var (https, answered) = (false, new Timestamp(long.MinValue));
        for (var at = ties.Lookups.NewestOf(name); at != 0; at = ties.Lookups[at - 1].PreviousOfName)
        {
            ref readonly var lookup = ref ties.Lookups[at - 1];
            if (lookup.Device != attempt.Device || lookup.Asked > rescue.First) continue;
            if (lookup.Asked < attempt.First.Add(-LookupsBefore)) break;
            if (lookup.Type == DnsTypes.Https) https = true;
            if (lookup.Type == DnsTypes.A && lookup.IsAnswered && lookup.Answered <= rescue.First && lookup.Answered > answered) answered = lookup.Answered;
        }

        return (https, answered);
    }

    public static string NameOf(Fallback fallback) => fallback switch
    {
        Fallback.Version1 => "happy-eyeballs-1",
        Fallback.Version2 => "happy-eyeballs-2",
        Fallback.Version3 => "happy-eyeballs-3",
        _ => "after-failure",
    };

    public static string InWords(Fallback fallback) => fallback switch
    {
        Fallback.Version1 => "Happy Eyeballs (RFC 6555)",
        Fallback.Version2 => "Happy Eyeballs version 2 (RFC 8305)",
        Fallback.Version3 => "Happy Eyeballs version 3 (HTTPS record and QUIC took part)",
        _ => "",
    };
}

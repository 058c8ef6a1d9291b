namespace Kansatsu.Wire;

/// <summary>What RFC 2710, 3590, 3810 and, for multicast router discovery, 4286 forbid, named.</summary>
static class MldRules
{
    public static void Inspect(ref Dissection d, ReadOnlySpan<byte> message, in Ipv6Header ip)
    {
        if (ip.HopLimit != 1) d.Flag(Anomaly.MldHopLimitNot1);
        if (!d.HasRouterAlert) d.Flag(Anomaly.MldWithoutRouterAlert);
        var type = message[0];
        // A host that reports before its first address is ready has none to send from (RFC 3590 §4, RFC 3810 §5.2.13).
        var mayBeUnspecified = type is Icmpv6Types.MldV1Report or Icmpv6Types.MldV1Done or Icmpv6Types.MldV2Report;
        if (!ip.Source.IsLinkLocal && !(mayBeUnspecified && ip.Source.IsUnspecified)) d.Flag(Anomaly.MldSourceNotLinkLocal);
        if (!d.IsComplete) return;
        if (MldReport.TryRead(message, out var report)) InspectRecords(ref d, report);
        else if (MldQuery.TryRead(message, out var query)) InspectQuery(ref d, query, message.Length);
        else if (MldV1Message.TryRead(message, out var listener) && !listener.Group.IsMulticast) d.Flag(Anomaly.MldRecordInvalid);
    }

    static void InspectRecords(ref Dissection d, in MldReport report)
    {
        var records = report.Records;
        while (records.MoveNext())
            if (!records.Current.Group.IsMulticast) d.Flag(Anomaly.MldRecordInvalid);
        if (!records.IsClean) d.Flag(Anomaly.MldRecordInvalid);
    }

    static void InspectQuery(ref Dissection d, in MldQuery query, int length)
    {
        // Between the two versions' lengths there is no version (RFC 3810 §8.1).
        if (length is > MldQuery.Version1Length and < MldQuery.Version2Length) d.Flag(Anomaly.Icmpv6TooShort);
        if (query.Sources.Count < query.SourceCount || (!query.IsGeneral && !query.Group.IsMulticast)) d.Flag(Anomaly.MldRecordInvalid);
    }
}

namespace Kansatsu.Wire;

/// <summary>Fields of listener discovery and multicast router discovery.</summary>
static class MldListing
{
    public static bool List(ReadOnlySpan<byte> message, ListingWriter to)
    {
        if (MldQuery.TryRead(message, out var query)) ListQuery(query, to);
        else if (MldReport.TryRead(message, out var report)) ListReport(report, to);
        else if (MldV1Message.TryRead(message, out var listener)) to.Field("Multicast address").Address(listener.Group);
        else if (MulticastRouterAdvertisement.TryRead(message, out var router))
        {
            to.Field("Advertisement interval").Number(router.AdvertisementIntervalSeconds).Text(" s");
            to.Field("Query interval").Number(router.QueryIntervalSeconds).Text(" s");
            to.Field("Robustness").Number(router.Robustness);
        }
        else return false;
        return true;
    }

    static void ListQuery(in MldQuery query, ListingWriter to)
    {
        to.Field("Version").Number(query.Version);
        to.Field("Maximum response delay").Number(query.MaximumResponseMilliseconds).Text(" ms");
        to.Field("Multicast address").Address(query.Group);
        if (query.Version == 1) return;
        to.Field("Suppress router processing").Text(query.SuppressRouterProcessing ? "yes" : "no");
        to.Field("Robustness").Number(query.Robustness);
        to.Field("Query interval").Number(query.QueryIntervalSeconds).Text(" s");
        to.Field("Sources").Number(query.SourceCount);
        ListSources(query.Sources, to);
    }

    static void ListReport(in MldReport report, ListingWriter to)
    {
        to.Field("Records").Number(report.RecordCount);
        var records = report.Records;
        while (records.MoveNext())
        {
            var record = records.Current;
            to.Field(NameOf(record.RecordType)).Address(record.Group);
            ListSources(record.Sources, to);
        }

        if (!records.IsClean) to.Field("Records").Text("reach beyond the message");
    }

    static void ListSources(AddressList sources, ListingWriter to)
    {
        to.Indent();
        for (var i = 0; i < sources.Count; i++) to.Field("Source").Address(sources[i]);
        to.Outdent();
    }

    public static string NameOf(MldRecordType type) => type switch
    {
        MldRecordType.IsInclude => "Is include",
        MldRecordType.IsExclude => "Is exclude",
        MldRecordType.ChangeToInclude => "Change to include",
        MldRecordType.ChangeToExclude => "Change to exclude",
        MldRecordType.AllowNewSources => "Allow new sources",
        MldRecordType.BlockOldSources => "Block old sources",
        _ => "Unknown record",
    };
}

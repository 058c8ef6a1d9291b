namespace Kansatsu.Wire;

/// <summary>The lines and blocks of IGMP.</summary>
static class IgmpListing
{
    const int ChecksumOffset = 2;

    public static bool Summarize(in Dissection d, in Layer layer, ListingWriter to)
    {
        if (!IgmpMessage.TryRead(d.BytesOf(layer), out var igmp)) return false;
        to.Text(NameOf(igmp));
        if (igmp.Version is 1 or 2 || (igmp.Type == IgmpMessage.Query && !igmp.Group.IsUnspecified)) to.Text(" ").Address(igmp.Group);
        return true;
    }

    public static void List(in Dissection d, in Layer layer, ListingWriter to)
    {
        to.Title("Internet Group Management Protocol");
        var message = d.BytesOf(layer);
        if (!IgmpMessage.TryRead(message, out var igmp)) return;
        to.Field("Type").Hex(igmp.Type, 2).Text(" (").Text(NameOf(igmp)).Text(")");
        ChecksumListing.List(d, layer, message, ChecksumOffset, 0, to);
        if (igmp.Type == IgmpMessage.Version3Report)
        {
            ListRecords(igmp, to);
            return;
        }

        if (igmp.Version >= 2) to.Field("Maximum response time").Number(igmp.MaximumResponseTenths).Text(" tenths of a second");
        to.Field("Multicast address").Address(igmp.Group);
        if (igmp.Version != 3) return;
        to.Field("Robustness").Number(igmp.Robustness);
        to.Field("Query interval").Number(igmp.QueryIntervalSeconds).Text(" s");
        to.Field("Sources").Number(igmp.SourceCount);
    }

    static void ListRecords(in IgmpMessage igmp, ListingWriter to)
    {
        to.Field("Records").Number(igmp.RecordCount);
        var records = igmp.Records;
        while (records.MoveNext())
        {
            to.Field(MldListing.NameOf(records.RecordType)).Address(records.Group);
            to.Indent();
            for (var i = 0; i < records.SourceCount; i++) to.Field("Source").Address(records.Source(i));
            to.Outdent();
        }

        if (!records.IsClean) to.Field("Records").Text("reach beyond the message");
    }

    static string NameOf(in IgmpMessage igmp) => (igmp.Type, igmp.Version) switch
    {
        (IgmpMessage.Query, 1) => "V1 Membership Query",
        (IgmpMessage.Query, 2) => "V2 Membership Query",
        (IgmpMessage.Query, _) => "V3 Membership Query",
        (IgmpMessage.Version1Report, _) => "V1 Membership Report",
        (IgmpMessage.Version2Report, _) => "V2 Membership Report",
        (IgmpMessage.Leave, _) => "V2 Leave Group",
        (IgmpMessage.Version3Report, _) => "V3 Membership Report",
        (0x13, _) => "DVMRP",
        (0x14, _) => "PIMv1",
        (0x30, _) => "Multicast Router Advertisement",
        (0x31, _) => "Multicast Router Solicitation",
        (0x32, _) => "Multicast Router Termination",
        _ => "Unknown IGMP type",
    };
}

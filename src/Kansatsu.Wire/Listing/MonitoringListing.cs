namespace Kansatsu.Wire;

/// <summary>NTP, SNMP, syslog, NetFlow and sFlow.</summary>
static class MonitoringListing
{
    public static bool SummarizeNtp(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!NtpHeader.TryRead(bytes, out var ntp)) return false;
        to.Text("NTP Version ").Number(ntp.Version).Text(", ").Text(NtpHeader.ModeName(ntp.Mode));
        return true;
    }

    public static void ListNtp(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!NtpHeader.TryRead(bytes, out var ntp)) return;
        to.Field("Version").Number(ntp.Version);
        to.Field("Mode").Text(NtpHeader.ModeName(ntp.Mode));
        if (ntp.PrivateRequest != 0) to.Field("Request code").Number(ntp.PrivateRequest);
        if (ntp.ReferenceId.IsEmpty) return;
        to.Field("Leap indicator").Number(ntp.LeapIndicator);
        to.Field("Stratum").Number(ntp.Stratum);
        if (ntp.Stratum <= 1) to.Field("Reference id").Wire(ntp.ReferenceId.TrimEnd((byte)0));
        else to.Field("Reference id").Bytes(ntp.ReferenceId);
        to.Field("Transmit timestamp").Hex(ntp.TransmitTimestamp, 16);
    }

    public static bool SummarizeSnmp(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!SnmpMessage.TryRead(bytes, out var snmp)) return false;
        to.Text(snmp.IsEncrypted ? "encrypted" : SnmpMessage.PduName(snmp.Pdu)).Text(" ").Text(SnmpMessage.VersionName(snmp.Version)).Text(" ");
        ObjectNames.Write(snmp.ObjectName, to);
        return true;
    }

    public static void ListSnmp(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!SnmpMessage.TryRead(bytes, out var snmp)) return;
        to.Field("Version").Text(SnmpMessage.VersionName(snmp.Version));
        if (!snmp.Community.IsEmpty) to.Field("Community").Wire(snmp.Community);
        to.Field("Operation").Text(snmp.IsEncrypted ? "encrypted" : SnmpMessage.PduName(snmp.Pdu));
        if (!snmp.ObjectName.IsEmpty) ObjectNames.Write(snmp.ObjectName, to.Field("First object"));
    }

    public static bool SummarizeSyslog(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!SyslogMessage.TryRead(bytes, out var message)) return false;
        if (message.Priority >= 0) to.Text(message.Facility).Text(".").Text(message.Severity).Text(": ");
        to.Wire(message.Text, 160);
        return true;
    }

    public static void ListSyslog(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!SyslogMessage.TryRead(bytes, out var message)) return;
        if (message.Priority >= 0)
        {
            to.Field("Facility").Text(message.Facility);
            to.Field("Severity").Text(message.Severity);
        }

        to.Field("Message").Wire(message.Text, 1024);
    }

    public static bool SummarizeFlowExport(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!FlowExportHeader.TryRead(bytes, out var header)) return false;
        to.Text(header.IsSflow ? "sFlow version " : header.Version == FlowExportHeader.Ipfix ? "IPFIX version " : "NetFlow version ").Number(header.Version);
        return true;
    }

    public static void ListFlowExport(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!FlowExportHeader.TryRead(bytes, out var header)) return;
        to.Field("Version").Number(header.Version);
        to.Field(header.IsSflow ? "Agent address family" : header.Version == FlowExportHeader.Ipfix ? "Length" : "Count").Number(header.Count);
    }
}

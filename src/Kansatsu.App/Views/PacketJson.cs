using Kansatsu.Analysis;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>Packets for programs: one object each (docs/reference/json.md, "packets").</summary>
sealed class PacketJson(Request request, Terminal terminal, Observer observer) : IPacketWriter
{
    readonly JsonLines _lines = new(terminal.Output);
    readonly ListingWriter _listing = new();

    public void Write(in Dissection d, int flow, string? comment)
    {
        var json = _lines.Begin();
        json.WriteNumber("number", d.Number);
        json.Time("time", d.Timestamp);
        Span<char> source = stackalloc char[Ipv6Address.MaxTextLength];
        Span<char> destination = stackalloc char[Ipv6Address.MaxTextLength];
        var (s, t) = PacketEnds.Format(d, source, destination);
        if (source[0] != '?')
        {
            json.WriteString("source", source[..s]);
            json.WriteString("destination", destination[..t]);
        }

        json.WriteString("protocol", Listing.Protocol(d));
        _listing.Clear();
        Listing.Summarize(d, _listing);
        json.WriteString("info", _listing.Written);
        json.WriteNumber("length", d.Frame.OriginalLength);
        if (d.Frame.IsCut) json.WriteNumber("captured", d.Frame.Bytes.Length);
        if (flow >= 0)
        {
            json.WriteString("flow", FlowId.Of(observer.Flows[flow]));
            json.WriteString("cause", CauseNames.Of(observer.Causes.KindOf(flow)));
        }

        WriteLayers(json, d);
        if (comment is not null) json.Wire("comment", comment);
        if (request.Detailed) json.WriteString("hex", Convert.ToHexStringLower(d.Frame.Bytes));
        _lines.End();
    }

    public void Dispose()
    {
        _lines.Flush();
        _lines.Dispose();
    }

    static void WriteLayers(System.Text.Json.Utf8JsonWriter json, in Dissection d)
    {
        json.WriteStartArray("layers");
        for (var i = 0; i < d.Count; i++) json.WriteStringValue(LayerNames.Short(d[i].Kind));
        json.WriteEndArray();
        json.WriteStartArray("anomalies");
        foreach (var anomaly in d.Anomalies) json.WriteStringValue(AnomalyNames.Of(anomaly));
        json.WriteEndArray();
        if (!d.Stop.IsNone) json.WriteString("stop", StopNames.Of(d.Stop.Reason));
    }
}

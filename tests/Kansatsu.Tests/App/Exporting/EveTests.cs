using System.Text.Json;
using System.Text.RegularExpressions;
using Kansatsu.App.Exporting;
using Kansatsu.Wire;

namespace Kansatsu.Tests.App.Exporting;

public class EveTests
{
    static readonly string[] s_common =
        ["timestamp", "flow_id", "pcap_cnt", "event_type", "src_ip", "src_port", "dest_ip", "dest_port", "proto", "icmp_type", "app_proto", "community_id", "kansatsu"];

    static readonly Dictionary<string, string> s_fields = new()
    {
        ["flow"] = "pkts_toserver pkts_toclient bytes_toserver bytes_toclient start end age state reason alerted",
        ["dns"] = "version type id flags qr aa tc rd ra opcode rcode queries answers",
        ["tls"] = "sni version",
        ["http"] = "hostname url http_user_agent http_content_type http_refer http_method protocol status",
        ["anomaly"] = "type event layer",
        ["alert"] = "action gid signature_id rev signature category severity",
    };

    static readonly IReadOnlyList<JsonElement> s_events =
        Call.Of("export", "eve", Exported.Sample("world-ipv6-day.pcap.gz"), "--actions", Exported.Sample("world-ipv6-day.actions.jsonl")).JsonLines;

    [Fact]
    public void Fields_have_Suricatas_names()
    {
        foreach (var line in s_events)
        {
            var type = line.GetProperty("event_type").GetString()!;
            Assert.All(line.EnumerateObject(), field => Assert.Contains(field.Name, s_common.Append(type)));
            Assert.All(line.GetProperty(type).EnumerateObject(), field => Assert.Contains(field.Name, s_fields[type].Split(' ')));
            Assert.Matches(@"^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+0000$", line.GetProperty("timestamp").GetString());
        }

        Assert.Equal(["alert", "dns", "flow", "http", "tls"], s_events.Select(e => e.GetProperty("event_type").GetString()).Distinct().Order());
    }

    [Fact]
    public void There_is_an_event_for_everything_that_read_counts()
    {
        var read = Call.Of("read", Exported.Sample("world-ipv6-day.pcap.gz"), "--actions", Exported.Sample("world-ipv6-day.actions.jsonl"), "--json").Json;
        Assert.Equal(read.GetProperty("flows").GetProperty("ipv4").GetInt32() + read.GetProperty("flows").GetProperty("ipv6").GetInt32(), Of("flow").Count);
        Assert.Equal(read.GetProperty("findings").EnumerateArray().Count(), Of("alert").Count);
        Assert.Equal(read.GetProperty("names").GetProperty("dns_queries").EnumerateArray().Sum(q => q.GetProperty("count").GetInt32()), Of("dns").Count(d => d.GetProperty("dns").GetProperty("type").GetString() == "request"));
    }

    [Fact]
    public void Events_are_tied_to_their_flow_by_its_numbers()
    {
        var flows = Of("flow").ToDictionary(f => f.GetProperty("flow_id").GetUInt64());
        Assert.Equal(Of("flow").Count, flows.Count);
        foreach (var line in s_events.Where(e => e.TryGetProperty("flow_id", out _)))
            Assert.Equal(flows[line.GetProperty("flow_id").GetUInt64()].GetProperty("community_id").GetString(), line.GetProperty("community_id").GetString());
        var alerted = Of("alert").Where(a => a.TryGetProperty("flow_id", out _)).Select(a => a.GetProperty("flow_id").GetUInt64()).ToHashSet();
        Assert.NotEmpty(alerted);
        Assert.All(flows, f => Assert.Equal(alerted.Contains(f.Key), f.Value.GetProperty("flow").GetProperty("alerted").GetBoolean()));
    }

    [Fact]
    public void Decoder_events_are_those_of_the_reference()
    {
        var table = Regex.Matches(File.ReadAllText(Path.Combine(Call.Root, "docs", "reference", "anomalies.md")), @"^\| `(?<ours>[a-z0-9-]+)` .*`(?<theirs>(?:ipv6|icmpv6)\.[a-z0-9_]+)`", RegexOptions.Multiline | RegexOptions.ExplicitCapture);
        Assert.Equal(38, table.Count);
        var anomalies = Enum.GetValues<Anomaly>().ToDictionary(AnomalyNames.Of);
        foreach (Match row in table)
            Assert.Equal("decoder." + row.Groups["theirs"].Value, EveDecoderEvents.Of(anomalies[row.Groups["ours"].Value], isIpv4: false));
    }

    [Fact]
    public void An_anomaly_goes_the_way_of_its_packet()
    {
        var frame = Kansatsu.Tests.Wire.Application.TcpFrames.Of("x"u8, 80).Bytes.ToArray();
        var line = Call.On(CaptureBuilder.Pcap(frame), "export", "--quiet");
        Assert.Equal(2, line.Code);
        using var file = new TemporaryFile(CaptureBuilder.Pcap(frame));
        var anomaly = Call.Of("export", "eve", file.Path).JsonLines.Single(e => e.GetProperty("event_type").GetString() == "anomaly");
        Assert.Equal(("2001:db8::1", 50000, "2001:db8::2", 80), (anomaly.GetProperty("src_ip").GetString(), anomaly.GetProperty("src_port").GetInt32(), anomaly.GetProperty("dest_ip").GetString(), anomaly.GetProperty("dest_port").GetInt32()));
        Assert.Equal(("decode", "kansatsu.checksum-tcp"), (anomaly.GetProperty("anomaly").GetProperty("type").GetString(), anomaly.GetProperty("anomaly").GetProperty("event").GetString()));
    }

    [Fact]
    public void A_signature_keeps_its_number() => Assert.Equal(64_489_766u, EveSignatures.Of("ipv6-broken"));

    static List<JsonElement> Of(string type) => [.. s_events.Where(e => e.GetProperty("event_type").GetString() == type)];
}

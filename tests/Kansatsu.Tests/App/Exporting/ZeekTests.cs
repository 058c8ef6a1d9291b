using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kansatsu.Tests.App.Exporting;

public class ZeekTests
{
    /// <summary>Field, and what JSON has to hold: n(umber), s(tring), b(oolean), a(rray). From Zeek's own record definitions.</summary>
    static readonly Dictionary<string, string> s_fields = new()
    {
        ["conn"] = "ts:n uid:s id.orig_h:s id.orig_p:n id.resp_h:s id.resp_p:n proto:s service:s duration:n orig_bytes:n resp_bytes:n conn_state:s local_orig:b local_resp:b missed_bytes:n "
            + "history:s orig_pkts:n orig_ip_bytes:n resp_pkts:n resp_ip_bytes:n tunnel_parents:a ip_proto:n community_id:s",
        ["dns"] = "ts:n uid:s id.orig_h:s id.orig_p:n id.resp_h:s id.resp_p:n proto:s trans_id:n rtt:n query:s qclass:n qclass_name:s qtype:n qtype_name:s rcode:n rcode_name:s "
            + "AA:b TC:b RD:b RA:b Z:n answers:a TTLs:a rejected:b",
        ["ssl"] = "ts:n uid:s id.orig_h:s id.orig_p:n id.resp_h:s id.resp_p:n version:s cipher:s curve:s server_name:s resumed:b last_alert:s next_protocol:s established:b ssl_history:s",
        ["http"] = "ts:n uid:s id.orig_h:s id.orig_p:n id.resp_h:s id.resp_p:n trans_depth:n method:s host:s uri:s referrer:s version:s user_agent:s origin:s request_body_len:n "
            + "response_body_len:n status_code:n status_msg:s info_code:n info_msg:s tags:a username:s password:s proxied:a",
        ["weird"] = "ts:n uid:s id.orig_h:s id.orig_p:n id.resp_h:s id.resp_p:n name:s addl:s notice:b peer:s source:s",
    };

    [Theory]
    [InlineData("world-ipv6-day.pcap.gz")]
    [InlineData("everyday.pcap")]
    [InlineData("multicast.pcap")]
    public void Fields_have_Zeeks_names_and_types(string sample)
    {
        using var exported = new Exported().Of("zeek", Exported.Sample(sample), "logs");
        foreach (var (log, fields) in s_fields)
        {
            var types = fields.Split(' ').Select(f => f.Split(':')).ToDictionary(f => f[0], f => f[1]);
            foreach (var field in exported.Lines($"logs/{log}.log").SelectMany(line => line.EnumerateObject()))
            {
                if (field.Name.StartsWith("kansatsu_", StringComparison.Ordinal)) continue;
                Assert.True(types.TryGetValue(field.Name, out var type), $"{log}.{field.Name}");
                Assert.Equal(type, Letter(field.Value.ValueKind));
            }
        }
    }

    [Fact]
    public void There_is_a_line_for_everything_that_read_counts()
    {
        var sample = Exported.Sample("world-ipv6-day.pcap.gz");
        using var exported = new Exported().Of("zeek", sample, "logs");
        var read = Call.Of("read", sample, "--json").Json;
        var conn = exported.Lines("logs/conn.log");
        Assert.Equal(read.GetProperty("flows").GetProperty("ipv4").GetInt32() + read.GetProperty("flows").GetProperty("ipv6").GetInt32(), conn.Count);
        Assert.Equal(read.GetProperty("names").GetProperty("dns_queries").EnumerateArray().Sum(q => q.GetProperty("count").GetInt32()), exported.Lines("logs/dns.log").Count);
        Assert.Equal(read.GetProperty("names").GetProperty("http").EnumerateArray().Sum(q => q.GetProperty("count").GetInt32()), exported.Lines("logs/http.log").Count);
        var names = exported.Lines("logs/ssl.log").Where(l => l.TryGetProperty("server_name", out _)).Select(l => l.GetProperty("server_name").GetString()).Distinct().Order();
        Assert.Equal(read.GetProperty("names").GetProperty("tls_sni").EnumerateArray().Select(n => n.GetString()).Order(), names);
        var uids = conn.Select(line => line.GetProperty("uid").GetString()).ToHashSet();
        Assert.Equal(conn.Count, uids.Count);
        foreach (var log in new[] { "dns", "ssl", "http" }) Assert.All(exported.Lines($"logs/{log}.log"), line => Assert.Contains(line.GetProperty("uid").GetString(), uids));
        Assert.Equal(conn.Sum(l => l.GetProperty("orig_pkts").GetInt64() + l.GetProperty("resp_pkts").GetInt64()), read.GetProperty("causes").EnumerateArray().Sum(c => c.GetProperty("packets").GetInt64()));
    }

    [Fact]
    public void A_query_and_its_answer_are_one_line()
    {
        var lines = Stream(Exported.Sample("world-ipv6-day.pcap.gz"), "dns");
        var answered = lines.First(l => l.GetProperty("qtype_name").GetString() == "AAAA" && l.TryGetProperty("answers", out _));
        Assert.Equal(("C_INTERNET", 28, 0, "NOERROR"), (answered.GetProperty("qclass_name").GetString(), answered.GetProperty("qtype").GetInt32(), answered.GetProperty("rcode").GetInt32(), answered.GetProperty("rcode_name").GetString()));
        Assert.Equal(answered.GetProperty("answers").GetArrayLength(), answered.GetProperty("TTLs").GetArrayLength());
        Assert.InRange(answered.GetProperty("rtt").GetDouble(), 0.000001, 5);
        Assert.True(answered.GetProperty("RD").GetBoolean());
    }

    [Fact]
    public void The_telegram_of_2008_is_this_line()
    {
        var lines = Call.Of("export", "zeek", Call.Sample, "--port", "8001").Lines;
        Assert.Equal(
            """
            {"_path":"conn","ts":1213401988.116700,"uid":"Cad10080rbm1ww","id.orig_h":"2001:380:50c:99::51","id.orig_p":44318,"id.resp_h":"ff3e::8000:1000","id.resp_p":8001,"proto":"udp","duration":510.205500,"orig_bytes":2592,"resp_bytes":0,"conn_state":"S0","history":"D","orig_pkts":54,"orig_ip_bytes":5184,"resp_pkts":0,"resp_ip_bytes":0,"ip_proto":17
            """, Regex.Replace(lines.Single(l => l.Contains("\"conn\"", StringComparison.Ordinal)), ",\"community_id.*", ""));
    }

    [Fact]
    public void A_tunnels_flow_is_the_parent_of_what_it_carries()
    {
        byte[] inner = [0x60, 0, 0, 0, 0, 8, 17, 64, .. Address("2001:db8::1"), .. Address("2001:db8::2"), 0x9c, 0x40, 0, 9, 0, 8, 0, 0];
        byte[] frame = [.. new byte[12], 0x86, 0xdd, 0x60, 0, 0, 0, 0, (byte)inner.Length, 41, 64, .. Address("2001:db8:a::1"), .. Address("2001:db8:b::1"), .. inner];
        using var file = new TemporaryFile(CaptureBuilder.Pcap(frame));
        var conn = Stream(file.Path, "conn");
        var carrier = conn.Single(l => l.GetProperty("ip_proto").GetInt32() == 41);
        var carried = conn.Single(l => l.GetProperty("ip_proto").GetInt32() == 17);
        Assert.Equal(carrier.GetProperty("uid").GetString(), Assert.Single(carried.GetProperty("tunnel_parents").EnumerateArray()).GetString());
        Assert.False(carrier.TryGetProperty("tunnel_parents", out _));
        Assert.Equal("unknown_transport", carrier.GetProperty("proto").GetString());
    }

    [Fact]
    public void An_anomaly_has_Zeeks_name_where_there_is_one_and_ours_beside_it()
    {
        var frame = Kansatsu.Tests.Wire.Application.TcpFrames.Of("x"u8, 80).Bytes.ToArray();
        using var file = new TemporaryFile(CaptureBuilder.Pcap(frame));
        var weird = Assert.Single(Stream(file.Path, "weird"));
        Assert.Equal(("bad_TCP_checksum", "checksum-tcp", "frame 1"), (weird.GetProperty("name").GetString(), weird.GetProperty("kansatsu_name").GetString(), weird.GetProperty("addl").GetString()));
        Assert.Equal(Stream(file.Path, "conn").Single().GetProperty("uid").GetString(), weird.GetProperty("uid").GetString());
    }

    [Fact]
    public void Filters_hold_for_every_log()
    {
        using var exported = new Exported().Of("zeek", Exported.Sample("world-ipv6-day.pcap.gz"), "logs", "--cause", "own-housekeeping");
        foreach (var log in s_fields.Keys)
            Assert.All(exported.Lines($"logs/{log}.log"), line => Assert.Equal("own-housekeeping", line.GetProperty("kansatsu_cause").GetString()));
        Assert.NotEmpty(exported.Lines("logs/conn.log"));
        Assert.NotEmpty(exported.Lines("logs/dns.log"));
    }

    static List<JsonElement> Stream(string file, string log) =>
        [.. Call.Of("export", "zeek", file).JsonLines.Where(l => l.GetProperty("_path").GetString() == log)];

    static byte[] Address(string text)
    {
        var bytes = new byte[16];
        Kansatsu.Wire.Ipv6Address.Parse(text).Write(bytes);
        return bytes;
    }

    static string Letter(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Number => "n",
        JsonValueKind.True or JsonValueKind.False => "b",
        JsonValueKind.Array => "a",
        _ => "s",
    };
}

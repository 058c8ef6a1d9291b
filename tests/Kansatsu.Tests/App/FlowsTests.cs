using System.Text.Json;
using Kansatsu.Tests.Wire.Application;

namespace Kansatsu.Tests.App;

public class FlowsTests
{
    static readonly byte[] s_capture = CaptureBuilder.Pcap(
        UdpFrames.Build(40000, 9999, "one"u8), UdpFrames.Build(40001, 9999, "two"u8), UdpFrames.Build(40000, 9999, "three"u8));

    [Fact]
    public void A_flow_has_the_documented_fields()
    {
        var flows = Call.On(s_capture, "flows", "--json", "--home", "2001:db8::1").JsonLines;
        Assert.Equal(2, flows.Count);
        var flow = flows[0];
        Assert.Equal(6, flow.GetProperty("family").GetInt32());
        Assert.Equal("udp", flow.GetProperty("protocol").GetString());
        Assert.Equal("2001:db8::1", flow.GetProperty("initiator").GetString());
        Assert.Equal(40000, flow.GetProperty("initiator_port").GetInt32());
        Assert.Equal(9999, flow.GetProperty("responder_port").GetInt32());
        Assert.Equal("[2,0]", flow.GetProperty("packets").GetRawText());
        Assert.Equal($"[{48 + 3 + 48 + 5},0]", flow.GetProperty("bytes").GetRawText());
        Assert.Equal("out", flow.GetProperty("direction").GetString());
        Assert.Equal(JsonValueKind.Null, flow.GetProperty("zone").ValueKind);
        Assert.Equal(JsonValueKind.Null, flow.GetProperty("process").ValueKind);
        Assert.StartsWith("1:", flow.GetProperty("community_id").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(flow.GetProperty("cause").GetProperty("kind").GetString()!);
        Assert.Equal(JsonValueKind.Array, flow.GetProperty("cause").GetProperty("evidence").ValueKind);
    }

    [Theory]
    [InlineData("2001:db8::1", "out")]
    [InlineData("2001:db8::2", "in")]
    [InlineData("2001:db8::/64", "local")]
    [InlineData("2001:db9::/64", "transit")]
    public void Direction_is_seen_from_home(string home, string direction)
    {
        var flow = Call.On(s_capture, "flows", "--json", "--home", home).JsonLines[0];
        Assert.Equal(direction, flow.GetProperty("direction").GetString());
    }

    [Fact]
    public void Flows_to_groups_are_multicast_whatever_home_is()
    {
        var flow = Call.Of("flows", Call.Sample, "--json", "--port", "6101").JsonLines.Single();
        Assert.Equal("multicast", flow.GetProperty("direction").GetString());
        Assert.Equal("channel-unjoined", flow.GetProperty("cause").GetProperty("kind").GetString());
    }

    [Fact]
    public void Ids_are_the_same_whatever_stands_before_the_flow_in_another_call()
    {
        var flows = Call.On(s_capture, "flows", "--json").JsonLines;
        var later = Call.On(s_capture, "flows", "--json", "--since", "1970-01-01T00:16:41Z").JsonLines;
        Assert.Single(later, f => f.GetProperty("id").GetString() == flows[1].GetProperty("id").GetString());
        Assert.Equal(flows.Count, flows.Select(f => f.GetProperty("id").GetString()).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("--port 40001", 1)]
    [InlineData("--peer 2001:db8::/32", 2)]
    [InlineData("--peer 2001:db8::3", 0)]
    [InlineData("--protocol UDP", 2)]
    [InlineData("--protocol tcp", 0)]
    [InlineData("--name nothing", 0)]
    [InlineData("--family 6 --limit 1", 1)]
    public void Filters_narrow_the_list(string options, int expected) =>
        Assert.Equal(expected, Call.On(s_capture, "flows", ["--json", .. options.Split(' ')]).Lines.Length);

    [Fact]
    public void The_table_is_aligned()
    {
        var lines = Call.On(s_capture, "flows").Lines;
        var at = lines[0].IndexOf("initiator", StringComparison.Ordinal);
        Assert.All(lines[1..], line => Assert.Equal('[', line[at]));
    }

    [Fact]
    public void The_table_is_aligned_in_Japanese_too()
    {
        var lines = Call.On(s_capture, "flows", "--lang", "ja").Lines;
        var before = lines[0][..lines[0].IndexOf("開始側", StringComparison.Ordinal)];
        var row = lines[1][..lines[1].IndexOf('[', StringComparison.Ordinal)];
        Assert.Equal(Kansatsu.App.Text.DisplayWidth.Of(before), Kansatsu.App.Text.DisplayWidth.Of(row));
    }
}

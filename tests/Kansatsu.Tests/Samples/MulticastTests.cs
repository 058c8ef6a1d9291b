using System.Text.Json;
using Kansatsu.Tests.App;

namespace Kansatsu.Tests.Samples;

/// <summary>The multicast laboratory: one service, then two, then one; PIM that falls silent; a true telegram and a forged one.</summary>
public class MulticastTests
{
    static readonly string s_capture = Path.Combine(Call.Root, "samples", "multicast.pcap");

    [Fact]
    public void The_true_telegram_is_believed_as_far_as_possible_and_the_forged_one_is_not()
    {
        var telegrams = Call.Of("telegrams", s_capture, "--json").JsonLines;
        Assert.Equal(2, telegrams.Count);
        Assert.Equal("consistent", telegrams[0].GetProperty("verdict").GetString());
        Assert.NotEqual("consistent", telegrams[1].GetProperty("verdict").GetString());
        var reasons = telegrams[1].GetProperty("reasons").EnumerateArray().Select(r => r.GetString()!).ToList();
        Assert.Contains(reasons, r => r.StartsWith("last-hop", StringComparison.Ordinal));
        Assert.Contains(reasons, r => r.StartsWith("single-copy", StringComparison.Ordinal));
    }

    [Fact]
    public void Both_services_have_their_beat_in_spite_of_loss()
    {
        foreach (var channel in Call.Of("channels", s_capture, "--json").JsonLines.Where(c => c.GetProperty("group").GetString() == "ff3e::8000:1000"))
        {
            Assert.InRange(channel.GetProperty("period_s").GetDouble(), 4.95, 5.05);
            Assert.Equal(3, channel.GetProperty("burst").GetInt32());
            Assert.InRange(channel.GetProperty("gap_s").GetDouble(), 0.050, 0.058);
        }
    }

    [Fact]
    public void What_changed_is_told_as_the_diary_told_it()
    {
        var findings = Call.Of("findings", s_capture, "--json", "--home", "2001:db8:10::12").JsonLines;
        Assert.Contains(findings, f => Is(f, "channel-new") && Says(f).Contains("one service (6101)", StringComparison.Ordinal) && Says(f).Contains("two (6101, 8001)", StringComparison.Ordinal));
        Assert.Contains(findings, f => Is(f, "channel-stopped") && Says(f).Contains("8001", StringComparison.Ordinal));
        Assert.Contains(findings, f => Is(f, "control-vanished") && Says(f).Contains("PIM", StringComparison.Ordinal));
        Assert.DoesNotContain(findings, f => Is(f, "channel-stopped") && Says(f).Contains("6101", StringComparison.Ordinal));
    }

    static bool Is(JsonElement finding, string name) => finding.GetProperty("name").GetString() == name;

    static string Says(JsonElement finding) => finding.GetProperty("says").GetString()!;
}

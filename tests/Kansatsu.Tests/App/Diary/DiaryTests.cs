using System.Text.Json;

namespace Kansatsu.Tests.App.Diary;

public class DiaryTests
{
    static string Sample(string name) => Path.Combine(Call.Root, "samples", name);

    [Fact]
    public void The_sample_of_2008_tells_the_diary_s_story()
    {
        var told = Call.Of("diary", Call.Sample, "--tz", "Asia/Tokyo", "--lang", "en");
        Assert.Equal(0, told.Code);
        var text = string.Join(' ', told.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("Saturday, 14 June 2008 Watched from 09:06:28 to 09:14:58", text);
        Assert.Contains("2001:380:50c:99::51 sends to ff3e::8000:1000, 2 services (ports 6101, 8001), Earthquake Early Warning: every 30.0 s 3 packets 52.4 ms apart. Nobody here was seen to ask for it.", text);
        Assert.Contains("At 09:08:02 an Earthquake Early Warning telegram came, 3 copies: a forecast, report 1, Southern inland Iwate Prefecture, M 4.1, highest intensity 3. Verdict: consistent. This is an observation, not for the protection of life.", text);
        Assert.Contains("2 種類(ポート 6101,", Call.Of("diary", Call.Sample, "--tz", "Asia/Tokyo", "--lang", "ja").Output);
    }

    [Fact]
    public void World_IPv6_Day_tells_what_moved_who_was_behind_it_and_what_broke()
    {
        var told = Call.Of("diary", Sample("world-ipv6-day.pcap.gz"), "--actions", Sample("world-ipv6-day.actions.jsonl"), "--tz", "UTC", "--lang", "en", "--json").Json;
        var says = told.GetProperty("entries").EnumerateArray().Select(e => (Kind: e.GetProperty("kind").GetString(), Says: e.GetProperty("says").GetString()!)).ToList();
        Assert.Contains(says, e => e.Kind == "changed" && e.Says.Contains("27 names moved to IPv6, because the DNS began to answer AAAA"));
        Assert.Contains(says, e => e.Kind == "changed" && e.Says.Contains("27 names went back to IPv4"));
        Assert.Contains(says, e => e.Says.StartsWith("services.addons.mozilla.org (Firefox: Metadata of installed add-ons) moved to IPv6", StringComparison.Ordinal));
        Assert.Equal(5, says.Count(e => e.Kind == "broke"));
        Assert.Contains(says, e => e.Says.StartsWith("Without what was done on purpose, the busiest peers were", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_captures_give_the_same_diary_whatever_their_order()
    {
        string[] tail = ["--tz", "UTC", "--lang", "en", "--json"];
        var there = Call.Of(["diary", Sample("multicast.pcap"), Call.Sample, .. tail]);
        Assert.Equal(there.Output, Call.Of(["diary", Call.Sample, Sample("multicast.pcap"), .. tail]).Output);
        Assert.Equal(2, there.JsonLines.Count);
    }

    [Fact]
    public void A_day_without_traffic_names_the_days_that_have_some()
    {
        var told = Call.Of("diary", "2008-06-15", Call.Sample, "--tz", "UTC");
        Assert.Equal((1, ""), (told.Code, told.Output));
        Assert.Contains("nothing was seen on 2008-06-15; days with traffic: 2008-06-14", told.Error);
    }

    [Fact]
    public void Markdown_and_HTML_hold_the_same_sentences_escaped()
    {
        var markdown = Call.Of("diary", Call.Sample, "--tz", "Asia/Tokyo", "--lang", "en", "--form", "md").Output;
        Assert.StartsWith("## Saturday, 14 June 2008\n\n- Watched from 09:06:28", markdown);
        Assert.Contains("`telegram 0rjcbvysd6gez`", markdown);
        var html = Call.Of("diary", Call.Sample, "--tz", "Asia/Tokyo", "--lang", "ja", "--form", "html").Output;
        Assert.StartsWith("<!doctype html>\n<html lang=\"ja\">", html);
        Assert.Contains("2008 年 6 月 14 日(土)", html);
        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("http", html);
    }

    [Fact]
    public void A_week_and_a_wrong_form_are_answered()
    {
        Assert.Single(Call.Of("diary", "2008-06-16", Call.Sample, "--week", "--tz", "UTC", "--json").JsonLines);
        Assert.Contains("--form 'pdf': it is text, md or html", Call.Of("diary", Call.Sample, "--form", "pdf").Error);
    }
}

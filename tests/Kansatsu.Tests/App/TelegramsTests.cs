using System.Text;
using System.Text.Json;
using Kansatsu.Tests.Wire.Eew;

namespace Kansatsu.Tests.App;

public class TelegramsTests
{
    const string Notice = "not for the protection of life";

    static string Path(string sample) => System.IO.Path.Combine(EewSamples.Folder, sample);

    static JsonElement Decode(string sample) => Assert.Single(Call.Of("eew", "decode", Path(sample), "--json").JsonLines);

    [Fact]
    public void The_telegram_of_the_diary_is_read_and_consistent()
    {
        var json = Assert.Single(Call.Of("telegrams", Call.Sample, "--json").JsonLines);
        var expected = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["at"] = "\"2008-06-14T00:08:02.137200Z\"",
            ["kind"] = "\"37\"",
            ["office"] = "\"03\"",
            ["training"] = "false",
            ["flag"] = "\"00\"",
            ["issued"] = "\"2008-06-14T00:08:00.000000Z\"",
            ["origin"] = "\"2008-06-14T00:07:21.000000Z\"",
            ["event"] = "\"20080614090756\"",
            ["serial"] = "1",
            ["status"] = "\"0\"",
            ["final"] = "false",
            ["cancel"] = "false",
            ["latitude"] = "39.1",
            ["longitude"] = "140.9",
            ["depth_km"] = "10",
            ["magnitude"] = "4.1",
            ["max_intensity"] = "\"3\"",
            ["warning"] = "false",
            ["areas"] = "[]",
            ["copies"] = "3",
            ["verdict"] = "\"consistent\"",
            ["rk"] = "\"662//\"",
            ["rt"] = "\"00///\"",
        };
        foreach (var (field, value) in expected) Assert.Equal(value, json.GetProperty(field).GetRawText());
        Assert.Equal("岩手県内陸南部", json.GetProperty("epicentre").GetProperty("ja").GetString());
        Assert.Equal(Encoding.ASCII.GetString(EewSamples.Read("2008-06-14_37_first_seed.txt")), json.GetProperty("raw").GetString());
        Assert.Equal("00000303000001000100", json.GetProperty("framing").GetProperty("unknown_4_13").GetString());
        Assert.Equal(42504, json.GetProperty("framing").GetProperty("bch").GetProperty("sequence").GetInt32());
        Assert.False(json.TryGetProperty("rc", out _) || json.TryGetProperty("jd", out _));
        Assert.Equal(1, Call.Of("read", Call.Sample, "--json").Json.GetProperty("telegrams").GetInt32());
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public void Every_view_says_that_it_is_no_protection(string language)
    {
        var says = language == "ja" ? "人命を守るためのものではない" : Notice;
        Assert.Contains(says, Call.Of("telegrams", Call.Sample, "--lang", language).Output, StringComparison.Ordinal);
        Assert.Contains(says, Call.Of("read", Call.Sample, "--lang", language).Output, StringComparison.Ordinal);
        Assert.Contains(Notice, Call.Of("telegrams", Call.Sample, "--json").Output, StringComparison.Ordinal);
        foreach (var sample in EewSamples.Texts.Concat(EewSamples.Packets))
            Assert.Contains(says, Call.Of("eew", "decode", Path(sample), "--lang", language).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("syn_39_training_cancel.txt", "DRILL", true)]
    [InlineData("syn_37_codetest_30.txt", "TEST", false)]
    public void Drills_and_tests_are_unmistakable(string sample, string mark, bool training)
    {
        var lines = Call.Of("eew", "decode", Path(sample)).Lines;
        Assert.StartsWith(mark, lines[1], StringComparison.Ordinal);
        Assert.StartsWith($"[{mark}]", lines[2], StringComparison.Ordinal);
        var json = Decode(sample);
        Assert.Equal((training, false), (json.GetProperty("training").GetBoolean(), json.GetProperty("live").GetBoolean()));
    }

    [Fact]
    public void An_assumed_hypocentre_is_not_shown_as_an_estimate()
    {
        const string text = "36 04 00 260308221851 C11 260308221819 ND20260308221821 NCN905 JD////////////// JN005 212 N397 E1410 010 10 04 RK11811 RT/09// RC0//// EBI 212 S04// 221822 09 9999=";
        var call = Call.Of(new MemoryStream(Encoding.ASCII.GetBytes(text)), "eew", "decode", "-");
        Assert.Contains("ASSUMED, no estimate", call.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("M 1.0", call.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("10 km", call.Output, StringComparison.Ordinal);
        var json = Call.Of(new MemoryStream(Encoding.ASCII.GetBytes(text)), "eew", "decode", "-", "--json").Json;
        Assert.True(json.GetProperty("assumed_hypocentre").GetBoolean());
        var area = json.GetProperty("areas")[0];
        Assert.Equal(("4", true), (area.GetProperty("from").GetString(), area.GetProperty("or_more").GetBoolean()));
        Assert.False(area.TryGetProperty("to", out _) || area.TryGetProperty("arrival", out _));
    }

    [Fact]
    public void Areas_have_their_range_arrival_and_names()
    {
        var area = Decode("2011-03-11_37_ebi_009.txt").GetProperty("areas")[3];
        Assert.Equal("""{"code":"210","ja":"岩手県沿岸北部","en":"Northern coastal Iwate Prefecture","from":"4","to":"5-","arrival":"2011-03-11T05:47:03.000000Z","warning":true,"arrived":false}""", area.GetRawText());
    }

    [Fact]
    public void Hex_bytes_and_text_give_the_same_telegram()
    {
        var bytes = EewSamples.Read("packet_seed_data_6101.hex");
        var hex = Convert.ToHexString(bytes);
        var raws = new[] { bytes, Encoding.ASCII.GetBytes(hex), Encoding.ASCII.GetBytes(string.Join(":", hex.Chunk(2).Select(c => new string(c)))), EewSamples.Read("2008-06-14_37_first_seed.txt") }
            .Select(b => Call.Of(new MemoryStream(b), "eew", "decode", "-", "--json").Json.GetProperty("raw").GetString());
        Assert.Single(raws.Distinct());
    }

    [Fact]
    public void Several_telegrams_in_a_file_are_told_one_by_one()
    {
        byte[] both = [.. EewSamples.Read("2011-03-12_37_001.txt"), .. EewSamples.Read("2011-03-12_37_010.txt"), .. EewSamples.Read("jma2006_47_warning.txt")];
        var serials = Call.Of(new MemoryStream(both), "eew", "decode", "-", "--json").JsonLines.Select(j => j.GetProperty("serial").GetInt32());
        Assert.Equal([1, 10, 1], serials);
    }

    [Fact]
    public void A_telegram_deep_in_a_file_is_found()
    {
        byte[] bytes = [.. Enumerable.Repeat((byte)'x', 100_000), (byte)'\n', .. EewSamples.Read("2011-03-12_37_010.txt")];
        Assert.Equal(10, Call.Of(new MemoryStream(bytes), "eew", "decode", "-", "--json").Json.GetProperty("serial").GetInt32());
    }

    [Fact]
    public void A_warning_to_the_public_names_its_areas()
    {
        var part = Decode("jma2006_47_warning.txt").GetProperty("public_warning");
        Assert.Equal((29, 5), (part.GetProperty("areas").GetArrayLength(), part.GetProperty("regions").GetArrayLength()));
    }

    [Fact]
    public void What_is_no_telegram_is_answered()
    {
        Assert.Equal(1, Call.Of(new MemoryStream("hello"u8.ToArray()), "eew", "decode", "-").Code);
        Assert.Contains("kansatsu telegrams", Call.Of("eew", "decode", Call.Sample).Error, StringComparison.Ordinal);
        Assert.Equal(3, Call.Of("eew", "decode", Path("no such file")).Code);
        Assert.Equal(2, Call.Of("eew", "encode", "x").Code);
    }

    [Fact]
    public void Hostile_text_is_harmless_on_the_screen_and_in_JSON()
    {
        var text = Encoding.ASCII.GetString(EewSamples.Read("2008-06-14_37_first_seed.txt")).Replace("213 N391", "\e[31m N391").Replace("NCN001", "NCN\u0007\e1");
        foreach (var options in new[] { Array.Empty<string>(), ["--json"], ["--lang", "ja"] })
        {
            var output = Call.Of(new MemoryStream(Encoding.UTF8.GetBytes(text)), ["eew", "decode", "-", .. options]).Output;
            Assert.DoesNotContain(output, c => char.IsControl(c) && c != '\n');
        }
    }
}

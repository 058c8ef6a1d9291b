using System.Globalization;
using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Eew;

public class EewTelegramTests
{
    const string Seed = "2008-06-14_37_first_seed.txt";

    [Fact]
    public void Every_sample_reads_as_expected()
    {
        var differ = new List<string>();
        var rows = 0;
        foreach (var (folder, row) in EewSamples.Rows("expected.tsv"))
        {
            rows++;
            var t = EewTelegram.Decode(EewSamples.Read(folder, row["file"]));
            foreach (var (field, value) in Facts(t))
                if (row[field] != value) differ.Add($"{row["file"]}: {field} is '{value}', not '{row[field]}'");
        }

        Assert.True(rows >= 15);
        Assert.Empty(differ);
    }

    static IEnumerable<(string Field, string Value)> Facts(EewTelegram t)
    {
        yield return ("kind", t.Kind);
        yield return ("office", t.Office);
        yield return ("training", t.Flag);
        yield return ("live", YesNo(t.Standing == EewStanding.Live));
        yield return ("issued", Japan(t.Issued));
        yield return ("cnf", t.Command);
        yield return ("origin_or_detection", Japan(t.Origin));
        yield return ("event_id", t.EventId);
        yield return ("status", t.Status.ToString());
        yield return ("serial", Number(t.Serial));
        yield return ("final", YesNo(t.IsFinal));
        yield return ("cancel", YesNo(t.IsCancel));
        yield return ("JD", t.Jd);
        yield return ("JN", t.Jn);
        yield return ("epicentre", t.EpicentreCode);
        yield return ("epicentre_name", EewTables.Epicentre(t.EpicentreCode)?.Japanese ?? "");
        yield return ("lat", t.Latitude?.ToString("0.0", CultureInfo.InvariantCulture) ?? "");
        yield return ("lon", t.Longitude?.ToString("0.0", CultureInfo.InvariantCulture) ?? "");
        yield return ("depth_km", Number(t.DepthKm));
        yield return ("mag", t.Magnitude?.ToString("0.0", CultureInfo.InvariantCulture) ?? "");
        yield return ("max_int", t.MaxIntensity.Trim('/'));
        yield return ("RK", t.Rk);
        yield return ("RT", t.Rt);
        yield return ("RC", t.Rc);
        yield return ("warning", YesNo(t.IsWarning));
        yield return ("areas", Number(t.Areas.Count));
        yield return ("areas_warned", Number(t.Areas.Count(a => a.IsWarned)));
        yield return ("areas_arrived", Number(t.Areas.Count(a => a.HasArrived)));
        yield return ("areas_plum", Number(t.Areas.Count(a => a.IsPlum)));
        yield return ("end", YesNo(t.HasEnd));
    }

    static string YesNo(bool holds) => holds ? "yes" : "no";

    static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    static string Japan(Timestamp? time) => time is { } at ? at.ToUtc().AddHours(9).ToString("yyyy-MM-dd'T'HH:mm:ss'+09:00'", CultureInfo.InvariantCulture) : "";

    [Fact]
    public void Both_written_forms_and_other_line_ends_say_the_same()
    {
        foreach (var file in EewSamples.Texts)
        {
            var text = Encoding.ASCII.GetString(EewSamples.Read(file));
            var facts = Facts(Decode(text)).ToList();
            Assert.Equal(facts, Facts(Decode(text.Replace('\n', ' '))));
            Assert.Equal(facts, Facts(Decode(text.Replace("\n", "\r\n    "))));
            Assert.Equal(facts, Facts(Decode(text.Replace(" ", "\n"))));
        }
    }

    [Fact]
    public void Real_telegrams_have_no_faults() => Assert.All(EewSamples.Texts, file => Assert.Empty(EewTelegram.Decode(EewSamples.Read(file)).Faults));

    [Theory]
    [InlineData("01", 1)]
    [InlineData("99", 99)]
    [InlineData("A0", 100)]
    [InlineData("A9", 109)]
    [InlineData("B0", 110)]
    [InlineData("Z9", 359)]
    public void Serials_go_on_with_letters(string text, int serial) => Assert.Equal(serial, Changed("NCN001", "NCN0" + text).Serial);

    [Fact]
    public void South_and_west_are_negative()
    {
        var t = Changed("N391 E1409", "S012 W0700");
        Assert.Equal((-1.2, -70.0), (t.Latitude, t.Longitude));
    }

    [Theory]
    [InlineData("00", EewStanding.Live)]
    [InlineData("01", EewStanding.Drill)]
    [InlineData("10", EewStanding.Live)]
    [InlineData("11", EewStanding.Drill)]
    [InlineData("20", EewStanding.Test)]
    [InlineData("30", EewStanding.Test)]
    [InlineData("40", EewStanding.Unknown)]
    [InlineData("0x", EewStanding.Unknown)]
    public void Only_what_is_plainly_live_is_live(string flag, EewStanding standing) => Assert.Equal(standing, Changed("37 03 00", "37 03 " + flag).Standing);

    [Theory]
    [InlineData('0', false)]
    [InlineData('6', false)]
    [InlineData('7', false)]
    [InlineData('8', true)]
    [InlineData('9', true)]
    [InlineData('/', false)]
    public void Eight_and_nine_are_final(char status, bool final) => Assert.Equal(final, Changed("NCN001", $"NCN{status}01").IsFinal);

    [Fact]
    public void Unknown_codes_are_kept()
    {
        var t = Changed("37 03 00", "93 77 00").Text.Replace("213 N391", "998 N391").Replace("010 41 03", "010 41 06").Replace("RK662//", "RK999//");
        var decoded = Decode(t);
        Assert.Equal(("93", "77", "998", "06", "999//"), (decoded.Kind, decoded.Office, decoded.EpicentreCode, decoded.MaxIntensity, decoded.Rk));
        Assert.Null(EewTables.Epicentre("998"));
        Assert.Equal(EewStanding.Unknown, decoded.Standing);
    }

    [Fact]
    public void A_malformed_field_keeps_its_text_and_costs_no_other()
    {
        var t = Changed("010 41 03", "0x0 41 03");
        Assert.Equal(("0x0", null, 4.1, "03"), (t.DepthText, t.DepthKm, t.Magnitude, t.MaxIntensity));
        Assert.Equal(new EewFault(EewFaultKind.Malformed, "depth", "0x0"), Assert.Single(t.Faults));
    }

    [Fact]
    public void A_missing_field_does_not_shift_the_others()
    {
        var t = Changed("N391 ", "");
        Assert.Equal(("", 140.9, 10, 4.1), (t.LatitudeText, t.Longitude, t.DepthKm, t.Magnitude));
        Assert.Equal(EewFaultKind.Missing, Assert.Single(t.Faults).Kind);
    }

    [Fact]
    public void A_broken_area_does_not_cost_the_others()
    {
        var text = Encoding.ASCII.GetString(EewSamples.Read("2011-03-12_37_001.txt"));
        var t = Decode(text.Replace("242 S5+5- ////// 01", "242 S5+5? ////// 01"));
        Assert.Equal(17, t.Areas.Count);
        Assert.Equal("area", Assert.Single(t.Faults).Field);
    }

    [Fact]
    public void Lists_that_nobody_has_described_are_kept_as_they_are()
    {
        var t = Changed("\n9999=", "\nECI 12345 S5-04\nEII 1234567\n9999=");
        Assert.Equal([("ECI", "12345 S5-04"), ("EII", "1234567")], t.OtherLists);
        Assert.True(t.IsRegular);
    }

    [Theory]
    [InlineData("61")]
    [InlineData("38")]
    [InlineData("48")]
    public void A_body_that_nobody_has_described_is_kept(string kind)
    {
        var t = Decode($"{kind} 03 10 080614090800 C11\n080614090721\n/// what 123\n9999=\n");
        Assert.Equal("/// what 123", t.Undecoded);
        Assert.True(t.IsRegular && t.HasEnd);
    }

    [Fact]
    public void The_kind_35_has_no_magnitude()
    {
        var t = Decode("35 03 00 080614090800 C11\n080614090721\nND20080614090756 NCN001 JD////////////// JN///\n016 N343 E1384 010 // 5- RK118// RT00000 RC/////\n9999=\n");
        Assert.True(t.IsRegular);
        Assert.Null(t.Magnitude);
        Assert.Equal("東海地方", EewTables.Epicentre(t.EpicentreCode)!.Japanese);
    }

    [Theory]
    [InlineData("RK11811 RT/09// RC0////", "010 10 04")]
    [InlineData("RK11811 RT///// RC0////", "010 10 04")]
    public void A_hypocentre_that_was_not_found_is_an_assumption(string accuracy, string values) =>
        Assert.True(Decode(Changed("010 41 03", values).Text.Replace("RK662// RT00/// RC/////", accuracy)).IsAssumed);

    [Fact]
    public void A_warning_to_the_public_gives_its_regions_and_areas()
    {
        var t = EewTelegram.Decode(EewSamples.Read("jma2006_47_warning.txt"));
        Assert.Equal((1, "9762", "0000/"), (t.Warning!.Serial, t.Warning.EpicentreCode, t.Warning.Prc));
        Assert.Equal((5, 15, 29, 0), (t.Warning.Regions.Count, t.Warning.Prefectures.Count, t.Warning.Areas.Count, t.Warning.AddedAreas.Count));
        Assert.Equal("三重南東沖", EewTables.WarningEpicentre("9762")!.Japanese);
    }

    [Fact]
    public void An_arrival_falls_on_the_day_nearest_to_the_issue()
    {
        var area = new EewArea("200", "04", "04", "000010", '0', '0');
        var issued = EewTelegram.Decode("37 03 00 081231235950 C11\n"u8).Issued;
        Assert.Equal(20 * Timestamp.PerSecond, area.At(issued)!.Value.Since(issued!.Value));
    }

    /// <summary>Every cut and many changed bytes: nothing throws, and what was a drill, a test or a cancellation of one never becomes a live warning.</summary>
    [Fact]
    public void No_change_of_bytes_throws_or_makes_a_drill_a_live_warning()
    {
        var random = new Random(7);
        foreach (var file in EewSamples.Texts)
        {
            var text = EewSamples.Read(file);
            var wasLive = EewTelegram.Decode(text).Standing == EewStanding.Live;
            for (var cut = 0; cut <= text.Length; cut++) Hold(text.AsSpan(0, cut), wasLive);
            for (var at = 0; at < text.Length; at++)
            {
                foreach (var value in " \n/0159XN\0\x7f\xff"u8)
                {
                    var changed = text.ToArray();
                    changed[at] = value;
                    Hold(changed, wasLive);
                }

                Hold([.. text.AsSpan(0, at), .. text.AsSpan(at + 1)], wasLive);
                Hold([.. text.AsSpan(0, at), (byte)" 0/"[random.Next(3)], .. text.AsSpan(at)], wasLive);
            }
        }
    }

    static void Hold(ReadOnlySpan<byte> text, bool wasLive)
    {
        var t = EewTelegram.Decode(text);
        if (!wasLive) Assert.False(t.Standing == EewStanding.Live && t.IsWarning);
        _ = (t.Issued, t.Origin, t.EventTime, t.Serial, t.Latitude, t.Longitude, t.DepthKm, t.Magnitude, t.Left, t.IsAssumed);
        foreach (var area in t.Areas) _ = area.At(t.Issued);
    }

    static EewTelegram Decode(string text) => EewTelegram.Decode(Encoding.UTF8.GetBytes(text));

    static EewTelegram Changed(string from, string to)
    {
        var text = Encoding.ASCII.GetString(EewSamples.Read(Seed));
        Assert.Contains(from, text, StringComparison.Ordinal);
        return Decode(text.Replace(from, to));
    }
}

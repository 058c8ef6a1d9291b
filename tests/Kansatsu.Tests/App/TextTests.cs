using System.Text;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.Tests.App;

public class TextTests
{
    [Theory]
    [InlineData("abc", 3)]
    [InlineData("観察", 4)]
    [InlineData("カンサツ", 8)]
    [InlineData("ｶﾝｻﾂ", 4)]
    [InlineData("ＡＢ", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("→█▏", 3)]
    [InlineData("한글", 4)]
    [InlineData("𠮷", 2)]
    [InlineData("😀", 2)]
    public void Width_counts_the_columns_of_a_terminal(string text, int width) => Assert.Equal(width, DisplayWidth.Of(text));

    [Fact]
    public void Cutting_never_splits_a_wide_character()
    {
        Assert.Equal("観…", DisplayWidth.Cut("観察日記", 4));
        Assert.Equal("観察…", DisplayWidth.Cut("観察日記", 5));
        Assert.Equal("観察日記", DisplayWidth.Cut("観察日記", 8));
        Assert.Equal("𠮷…", DisplayWidth.Cut("𠮷𠮷𠮷", 4));
    }

    [Fact]
    public void Wrapping_keeps_every_word()
    {
        const string Text = "it is for local use, the other side is not and began 92 % of its conversations";
        var lines = DisplayWidth.Wrap(Text, 30).ToList();
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 30));
        Assert.Equal(Text, string.Join(' ', lines));
    }

    [Fact]
    public void A_table_aligns_wide_and_narrow_characters()
    {
        var to = new MemoryStream();
        using (var page = new Page(to, color: false))
        {
            var table = new Table(page, new Column("名前"), new Column("n", IsRight: true), new Column("x"));
            table.Row("観察", "5", "a");
            table.Row("abcdefgh", "1234", "b");
            table.End();
        }

        Assert.Equal("名前         n  x\n観察         5  a\nabcdefgh  1234  b\n", Encoding.UTF8.GetString(to.ToArray()));
    }

    [Fact]
    public void A_long_table_streams_and_loses_no_row()
    {
        var to = new MemoryStream();
        using (var page = new Page(to, color: false))
        {
            var table = new Table(page, new Column("n"));
            for (var i = 0; i < 5000; i++) table.Row($"{i}");
            table.End();
        }

        Assert.Equal(5001, Encoding.UTF8.GetString(to.ToArray()).Count(c => c == '\n'));
    }

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1000, "1.00 kB")]
    [InlineData(999_499, "999 kB")]
    [InlineData(999_500, "1.00 MB")]
    [InlineData(long.MaxValue, "9.22 EB")]
    public void Bytes_have_three_digits(long bytes, string text) => Assert.Equal(text, Quantity.Bytes(bytes));

    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(0.00001, "<0.1 %")]
    [InlineData(0.5, "50.0 %")]
    [InlineData(0.9994, "99.9 %")]
    [InlineData(1, "100 %")]
    public void Something_is_never_shown_as_nothing(double share, string text) => Assert.Equal(text, Quantity.Share(share));

    [Theory]
    [InlineData(0, "        ")]
    [InlineData(1, "████████")]
    [InlineData(0.5, "████    ")]
    [InlineData(0.0001, "▏       ")]
    public void A_bar_is_as_long_as_its_share(double share, string bar) => Assert.Equal(bar, Quantity.Bar(share, 8));

    [Theory]
    [InlineData("Asia/Tokyo", "18:13:28.198479")]
    [InlineData("UTC", "09:13:28.198479")]
    [InlineData("+05:30", "14:43:28.198479")]
    [InlineData("-0330", "05:43:28.198479")]
    [InlineData("America/New_York", "05:13:28.198479")]
    public void Times_are_those_of_the_zone(string name, string time)
    {
        Assert.True(Clock.TryFindZone(name, out var zone));
        Assert.Equal(time, new Clock(zone).Time(At("2008-06-14T09:13:28.198479")));
    }

    [Fact]
    public void Summer_time_begins_and_ends()
    {
        Assert.True(Clock.TryFindZone("Europe/Berlin", out var zone));
        var clock = new Clock(zone);
        Assert.Equal("01:59:59.999999", clock.Time(At("2008-03-30T00:59:59.999999")));
        Assert.Equal("03:00:00.000000", clock.Time(At("2008-03-30T01:00:00.000000")));
        Assert.Equal("2008-10-26 02:00:00", clock.DateAndTime(At("2008-10-26T01:00:00.000000")));
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(-1)]
    public void A_time_that_a_capture_makes_up_does_not_break_the_clock(long nanoseconds)
    {
        Assert.True(Clock.TryFindZone("Asia/Tokyo", out var zone));
        var clock = new Clock(zone);
        Assert.Equal(15, clock.Time(new Timestamp(nanoseconds)).Length);
        Assert.Equal(19, clock.DateAndTime(new Timestamp(nanoseconds)).Length);
        Assert.EndsWith("Z", Clock.Rfc3339(new Timestamp(nanoseconds)), StringComparison.Ordinal);
    }

    [Fact]
    public void Nanoseconds_are_written_only_where_there_are_some()
    {
        Assert.Equal("1970-01-01T00:00:00.000001Z", Clock.Rfc3339(new Timestamp(1000)));
        Assert.Equal("1970-01-01T00:00:00.000001001Z", Clock.Rfc3339(new Timestamp(1001)));
        Assert.Equal("1969-12-31T23:59:59.999999999Z", Clock.Rfc3339(new Timestamp(-1)));
    }

    [Theory]
    [InlineData("2008-06-14T09:13:28Z", "2008-06-14T09:13:28.000000Z")]
    [InlineData("2008-06-14T09:13:28.25+09:00", "2008-06-14T00:13:28.250000Z")]
    [InlineData("2008-06-14T09:13", "2008-06-14T00:13:00.000000Z")]
    [InlineData("2008-06-14 09:13:28", "2008-06-14T00:13:28.000000Z")]
    [InlineData("2008-06-14", "2008-06-13T15:00:00.000000Z")]
    [InlineData("09:13", "2008-06-15T00:13:00.000000Z")]
    [InlineData("9:13", "2008-06-15T00:13:00.000000Z")]
    public void Moments_are_meant_in_the_zone_and_on_the_day_of_the_first_frame(string text, string expected)
    {
        Assert.True(Clock.TryFindZone("Asia/Tokyo", out var zone));
        var clock = new Clock(zone);
        Assert.True(Moment.TryParse(text, clock, out var moment));
        Assert.Equal(expected, Clock.Rfc3339(moment.On(At("2008-06-14T23:00:00.000000"), clock)));
    }

    [Theory]
    [InlineData("red", "read")]
    [InlineData("pakcets", "packets")]
    [InlineData("neighbours", "neighbors")]
    [InlineData("flow", "flows")]
    [InlineData("xyzzy", null)]
    public void A_near_word_is_suggested(string typed, string? expected) => Assert.Equal(expected, Suggestion.For(typed, Verbs.All.Select(v => v.Name)));

    [Fact]
    public void A_name_in_presentation_form_is_not_escaped_twice()
    {
        Assert.Equal("a\\.b.example", NameText.Escape("a\\.b.example"));
        Assert.Equal("a\\\\u202e", NameText.Escape("a\\\\u202e"));
        Assert.Equal("\\\\x1b[31m\\x07", NameText.Escape("\\\\x1b[31m\a"));
    }

    [Theory]
    [InlineData("636166e9", "caf\\xe9")]
    [InlineData("e28228", "\\xe2\\x82(")]
    [InlineData("eda080", "\\xed\\xa0\\x80")]
    [InlineData("f09f9880ff", "😀\\xff")]
    [InlineData("e3818280", "あ\\x80")]
    public void Bytes_that_are_no_UTF_8_survive_a_string_and_come_out_as_escapes(string hex, string expected)
    {
        var bytes = Convert.FromHexString(hex);
        Assert.Equal(expected, WireText.Escape(WireText.Decode(bytes)));
        Assert.Equal(expected, WireText.Escape(bytes));
        Assert.Equal(expected, NameText.Escape(WireText.Decode(bytes)));
    }

    [Fact]
    public void Half_a_surrogate_pair_from_elsewhere_is_escaped_too() => Assert.Equal("a\\u{d800}b\\u{dc7f}", WireText.Escape("a\ud800b\udc7f"));

    [Fact]
    public void JSON_keeps_scripts_readable_and_marks_escaped()
    {
        var to = new MemoryStream();
        using (var lines = new JsonLines(to))
        {
            lines.Begin().WriteString("name", "観察 <b>\u202e\u200b\u2066\e");
            lines.End();
            lines.Flush();
        }

        var text = Encoding.UTF8.GetString(to.ToArray());
        Assert.Contains("観察", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("[<>\u202e\u200b\u2066\e]", text);
    }

    static Timestamp At(string text) => Clock.ToTimestamp(DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.ffffff", null, System.Globalization.DateTimeStyles.AdjustToUniversal | System.Globalization.DateTimeStyles.AssumeUniversal));
}

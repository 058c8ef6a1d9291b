using System.Text;
using Kansatsu.Analysis;
using static Kansatsu.Tests.Analysis.Eew.EewScene;

namespace Kansatsu.Tests.Analysis.Eew;

/// <summary>
/// A true event of three reports within true keep-alives, and one thing that somebody else added or changed. The forgery is never consistent, for the
/// right reason; the true telegrams always are.
/// </summary>
public class ForgeryTests
{
    const string SecondText = "213 N391 E1409 010 42 03";

    /// <summary>Reports at 130, 135 and (final) 150 s; counters 25 to 27.</summary>
    static EewScene Scene(bool isOver = true)
    {
        var scene = new EewScene().KeepAlives(0, 400).True(132.1, First, 25).True(137.1, Second, 26);
        return isOver ? scene.True(152.1, Last, 27) : scene;
    }

    static string First => Report(130);

    static string Second => Report(135, "002", hypocentre: SecondText, rc: "0////");

    static string Last => Report(150, "903", hypocentre: SecondText, rc: "0////");

    static string Altered(string text, string from, string to)
    {
        Assert.Contains(from, text, StringComparison.Ordinal);
        return text.Replace(from, to);
    }

    static byte[] Changed(byte[] packet, int at, byte value)
    {
        packet[at] = value;
        return packet;
    }

    public static TheoryData<string> Names => [.. s_forgeries.Keys];

    static readonly Dictionary<string, (EewReason Reason, Func<EewScene> Make)> s_forgeries = new(StringComparer.Ordinal)
    {
        ["the same packet again, minutes later"] = (EewReason.Replay, () => Scene().Send(250, Packet(First, 25), new(), 3)),
        ["the same text with a fresh counter"] = (EewReason.Replay, () => Scene().Send(250, Packet(First, 28), new(), 3)),
        ["another hop limit"] = (EewReason.HopLimit, () => Scene(false).Send(152, Packet(Last, 27), new(HopLimit: 61), 3)),
        ["another last hop"] = (EewReason.LastHop, () => Scene(false).Send(152, Packet(Last, 27), new(Mac: "020000000666"), 3)),
        ["another source port"] = (EewReason.SourcePort, () => Scene(false).Send(152, Packet(Last, 27), new(SourcePort: 5000), 3)),
        ["another source"] = (EewReason.OtherSource, () => Scene(false).Send(152, Packet(Last, 27), new("2001:db8::666"), 3)),
        ["another source with keep-alives of its own"] = (EewReason.OtherSource, () => Scene(false).KeepAlives(100, 280, new("2001:db8::666")).Send(152, Packet(Last, 27), new("2001:db8::666"), 3)),
        ["another group, without keep-alives"] = (EewReason.NoKeepAlives, () => Scene(false).Send(152, Packet(Last, 27), new(Group: "ff3e::8000:2000"), 3)),
        ["straight to a host"] = (EewReason.NotAGroup, () => Scene(false).Send(152, Packet(Last, 27), new(Group: "2001:db8::10"), 3)),
        ["the sender of another service"] = (EewReason.UnexpectedSource, () => Scene(false).Send(152, Packet(Last, 27), new("2001:db8::666"), 3)),
        ["an altered magnitude under the same serial"] = (EewReason.SameSerial, () => Scene().Send(160, Packet(Altered(Last, "010 42 03", "010 79 6+"), 28), new(), 3)),
        ["an altered place"] = (EewReason.PlaceAndCode, () => Scene(false).Send(152, Packet(Altered(Last, "N391 E1409", "N347 E1355"), 27), new(), 3)),
        ["strength without shaking"] = (EewReason.Strength, () => Scene(false).Send(152, Packet(Altered(Last, "010 42 03", "010 76 03"), 27), new(), 3)),
        ["a jump of the magnitude"] = (EewReason.Jump, () => Scene(false).Send(152, Packet(Altered(Last, "010 42 03", "010 79 06").Replace("79 06", "79 07"), 27), new(), 3)),
        ["a warning that states no change"] = (EewReason.ChangeAndValues, () => Scene(false).Send(152, Packet(Altered(Last, "010 42 03", "010 65 6-"), 27), new(), 3)),
        ["an early cancellation"] = (EewReason.EarlyCancel, () => Scene(false).Send(140, Packet(Cancel(138, "003"), 27), new(), 3).True(152.1, Report(150, "003", hypocentre: SecondText, rc: "0////"), 28).True(155.1, Report(153, "904", hypocentre: SecondText, rc: "0////"), 29)),
        ["a cancellation of an event never seen"] = (EewReason.UnknownEvent, () => Scene().Send(202, Packet(Cancel(200, "003", began: 160), 28), new(), 3)),
        ["a cancellation that forecasts"] = (EewReason.CancelWithValues, () => Scene(false).Send(152, Packet(Altered(Last, "37 03 00", "39 03 10"), 27), new(), 3)),
        ["a cancellation by the flag alone"] = (EewReason.KindAndFlag, () => Scene(false).Send(152, Packet(Altered(Last, "37 03 00", "37 03 10"), 27), new(), 3)),
        ["a wrong checksum"] = (EewReason.ControlChecksum, () => Scene(false).Send(152, Changed(Packet(Last, 27), 68, 0x12), new(), 3)),
        ["a wrong UDP checksum"] = (EewReason.UdpChecksum, () => Scene(false).Send(152, Packet(Last, 27), new(Checksum: 0x1234), 3)),
        ["a wrong length outside"] = (EewReason.OuterLength, () => Scene(false).Send(152, Changed(Packet(Last, 27), 0, 0xf0), new(), 3)),
        ["a wrong length inside"] = (EewReason.SocketLength, () => Scene(false).Send(152, Changed(Packet(Last, 27), 55, (byte)'0'), new(), 3)),
        ["a counter that goes back"] = (EewReason.CounterBack, () => Scene(false).Send(152, Packet(Last, 7, 42027), new(), 3)),
        ["a counter that jumps"] = (EewReason.Counter, () => Scene(false).Send(152, Packet(Last, 99_999_999, 42027), new(), 3)),
        ["a sequence that goes back"] = (EewReason.SequenceBack, () => Scene(false).Send(152, Packet(Last, 27, 41990), new(), 3)),
        ["the date of another day"] = (EewReason.HeaderDate, () => Scene(false).Send(152, Packet(Last, 27, date: "20080612"), new(), 3)),
        ["a single copy"] = (EewReason.SingleCopy, () => Scene(false).Send(152, Packet(Last, 27), new(), 1)),
        ["too many copies"] = (EewReason.TooManyCopies, () => Scene(false).Send(152, Packet(Last, 27), new(), 9)),
        ["copies from two places"] = (EewReason.CopiesDiffer, () => Scene(false).Send(152, Packet(Last, 27), new(), 2).Send(152.2, Packet(Last, 27), new(HopLimit: 60), 1)),
        ["half a minute late"] = (EewReason.Clock, () => Scene(false).Send(180, Packet(Last, 27), new(), 3)),
        ["before it was issued"] = (EewReason.Clock, () => Scene(false).Send(139, Packet(Last, 27), new(), 3)),
        ["of another year"] = (EewReason.OldTelegram, () => Scene().Send(250, Packet(Report(130, day: Nine.AddDays(-366)), 28), new(), 3)),
        ["an old serial"] = (EewReason.OldSerial, () => new EewScene().KeepAlives(0, 400).True(132.1, First, 25).True(137.1, Second, 26).True(142.1, Report(140, "003", hypocentre: SecondText, rc: "0////"), 27)
            .Send(146, Packet(Altered(Report(144, "002", rc: "0////"), "010 41 03", "010 43 03"), 28), new(), 3)),
        ["a report after the final one"] = (EewReason.AfterEnd, () => Scene().Send(170, Packet(Report(168, "004", hypocentre: SecondText, rc: "0////"), 28), new(), 3)),
        ["issued before the report that it follows"] = (EewReason.IssueOrder, () => Scene(false).Send(139, Packet(Report(133, "003", hypocentre: SecondText, rc: "0////"), 27), new(), 3)),
        ["areas under warning without a warning"] = (EewReason.WarningAndAreas, () => Scene(false).Send(152, Packet(Report(150, "003", hypocentre: "213 N391 E1409 010 62 5-", areas: "EBI 213 S5-04 ////// 11\n", rc: "11///"), 27), new(), 3)),
        ["a maximum that no area has"] = (EewReason.MaximumAndAreas, () => Scene(false).Send(152, Packet(Report(150, "003", hypocentre: "213 N391 E1409 010 72 6+", areas: "EBI 213 S5-04 ////// 01\n", rc: "11///"), 27), new(), 3)),
        ["an area twice"] = (EewReason.AreaTwice, () => Scene(false).Send(152, Packet(Report(150, "003", hypocentre: "213 N391 E1409 010 62 5-", areas: "EBI 213 S5-04 ////// 01 213 S0404 ////// 01\n", rc: "11///"), 27), new(), 3)),
        ["PLUM ten years early"] = (EewReason.PlumBefore2018, () => Scene(false).Send(152, Packet(Report(150, "003", hypocentre: "213 N391 E1409 010 62 5-", areas: "EBI 213 S5-04 090230 09\n", rc: "19///"), 27), new(), 3)),
        ["a first report that states a change"] = (EewReason.FirstReportWithChange, () => Scene().Send(202, Packet(Report(200, rc: "13///", began: 160), 28), new(), 3)),
        ["detected after it was issued"] = (EewReason.EventAfterIssue, () => Scene().Send(172, Packet(Report(170, began: 160), 28), new(), 3)),
        ["a code that no table has"] = (EewReason.UnknownCode, () => Scene(false).Send(152, Packet(Altered(Last, "213 N391", "998 N391"), 27), new(), 3)),
        ["no end"] = (EewReason.EndMissing, () => Scene(false).Send(152, Packet(Altered(Last, "9999=\n", ""), 27), new(), 3)),
        ["a field too short"] = (EewReason.TextMalformed, () => Scene(false).Send(152, Packet(Altered(Last, "N391", "N39"), 27), new(), 3)),
        ["the type of a keep-alive"] = (EewReason.HeaderType, () => Scene(false).Send(152, Changed(Packet(Last, 27), 5, 0xff), new(), 3)),
        ["one part of two"] = (EewReason.Parts, () => Scene(false).Send(152, Changed(Packet(Last, 27), 12, 2), new(), 3)),
        ["another heading"] = (EewReason.Heading, () => Scene(false).Send(152, Changed(Packet(Last, 27), 101, (byte)'7'), new(), 3)),
        ["text without the framing"] = (EewReason.NoFraming, () => Scene(false).Send(152, [.. "some other program says: "u8, .. Encoding.ASCII.GetBytes(Last)], new(), 3)),
        ["a flag that is not defined"] = (EewReason.FlagUnknown, () => Scene(false).Send(152, Packet(Altered(Last, "37 03 00", "37 03 05"), 27), new(), 3)),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_forgery_is_judged_for_its_reason_and_what_is_true_stays_so(string name)
    {
        var (reason, make) = s_forgeries[name];
        var reports = make().Observe();
        var caught = reports.Where(r => r.Verdict != EewVerdict.Consistent).ToList();
        var forged = Assert.Single(caught);
        Assert.Contains(reason, forged.Objections.Select(o => o.Reason));
        Assert.True(reports.Count >= 3);
    }

    [Fact]
    public void A_cancellation_that_is_forged_does_not_end_the_event()
    {
        var scene = s_forgeries["an early cancellation"].Make();
        scene.Observe();
        var told = Assert.Single(scene.Observer.Telegrams.Events());
        Assert.Equal((EewState.Final, 5), (told.State, told.Reports.Count));
    }

    [Fact]
    public void A_drill_does_not_touch_the_live_event_of_the_same_number()
    {
        var scene = Scene(false).True(142.1, Cancel(140, "003", "11"), 27);
        scene.Observe();
        var events = scene.Observer.Telegrams.Events();
        Assert.Equal([Kansatsu.Wire.EewStanding.Live, Kansatsu.Wire.EewStanding.Drill], events.Select(e => e.Standing));
        Assert.NotEqual(EewState.Cancelled, events[0].State);
    }

    [Theory]
    [InlineData(62, 0x10, Kansatsu.Wire.EewStanding.Test)]
    [InlineData(64, 0x18, Kansatsu.Wire.EewStanding.Drill)]
    public void A_mark_of_a_test_around_the_text_makes_it_one(int at, int value, Kansatsu.Wire.EewStanding standing)
    {
        var report = Assert.Single(new EewScene().KeepAlives(0, 200).Send(132, Changed(Packet(First, 25), at, (byte)value), new(), 3).Observe());
        Assert.Equal(standing, report.Standing);
    }
}

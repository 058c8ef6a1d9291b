using Kansatsu.Analysis;
using Kansatsu.Wire;
using static Kansatsu.Tests.Analysis.Eew.EewScene;

namespace Kansatsu.Tests.Analysis.Eew;

/// <summary>What a true service may do: none of it is doubted.</summary>
public class TrueStoryTests
{
    const string Weak = "213 N391 E1409 010 41 03";
    const string Strong = "213 N391 E1409 010 68 6-";

    [Fact]
    public void Reports_a_second_apart_are_folded_and_stay_in_order()
    {
        var scene = new EewScene().KeepAlives(0, 400);
        for (var i = 1; i <= 12; i++) scene.True(131.9 + i, Report(130 + i, i == 12 ? "912" : $"0{i:00}", rc: i == 1 ? "/////" : "0////"), 24 + i);
        Hold(scene, 12);
        var told = Assert.Single(scene.Observer.Telegrams.Events());
        Assert.Equal(EewState.Final, told.State);
        Assert.Equal(Enumerable.Range(1, 12), told.Reports.Select(r => r.Telegram!.Serial!.Value));
        Assert.All(told.Reports, r => Assert.Equal(3, r.Copies));
    }

    [Fact]
    public void A_forecast_that_grows_into_a_warning()
    {
        var scene = new EewScene().KeepAlives(0, 400)
            .True(132, Report(130, kind: "36", codes: "RK112// RT00///"), 25)
            .True(134, Report(132, "002", hypocentre: Strong, codes: "RK333// RT01///", rc: "13///", areas: "EBI 213 S6-5+ ////// 11 220 S5-04 090230 10\n"), 26)
            .True(140, Report(138, "003", hypocentre: Weak, codes: "RK444// RT01///", rc: "23///"), 27)
            .True(150, Report(148, "904", hypocentre: Weak, codes: "RK444// RT01///", rc: "0////"), 28);
        Hold(scene, 4);
    }

    [Fact]
    public void A_cancellation_and_its_correction()
    {
        var scene = new EewScene().KeepAlives(0, 400).True(132, Report(130), 25).True(140, Cancel(138), 26);
        Hold(scene, 2);
        Assert.Equal(EewState.Cancelled, scene.Observer.Telegrams.Events()[0].State);
        scene = new EewScene().KeepAlives(0, 400).True(132, Report(130), 25).True(140, Cancel(138), 26).True(150, Report(148, "703", rc: "0////"), 27);
        Hold(scene, 3);
        Assert.Equal(EewState.TimedOut, scene.Observer.Telegrams.Events()[0].State);
        Assert.Equal(3, scene.Observer.Telegrams.Events()[0].Content.Telegram!.Serial);
    }

    [Fact]
    public void A_correction_under_the_same_serial() =>
        Hold(new EewScene().KeepAlives(0, 400).True(132, Report(130), 25).True(140, Report(138, "601", hypocentre: "213 N391 E1409 010 43 03"), 26), 2);

    [Fact]
    public void Two_ports_at_once()
    {
        var second = new Sender(SourcePort: 44318, Port: 8001);
        var scene = new EewScene().KeepAlives(0, 400).KeepAlives(0.001, 400, second).True(132, Report(130), 25).True(132.001, Report(130), 25, second)
            .True(136, Report(134, "902", rc: "0////"), 26).True(136.001, Report(134, "902", rc: "0////"), 26, second);
        Hold(scene, 4);
        Assert.Equal(2, Assert.Single(scene.Observer.Telegrams.Events()).Reports.Count);
    }

    [Fact]
    public void A_lost_copy_and_a_lost_report() =>
        Hold(new EewScene().KeepAlives(0, 400).True(132, Report(130), 25, copies: 2).True(140, Report(138, "903", rc: "0////"), 27), 2);

    [Fact]
    public void A_path_that_changed_between_two_keep_alives() =>
        Hold(new EewScene().KeepAlives(0, 120).True(132, Report(130), 25, new(HopLimit: 53)).KeepAlives(150, 300, new(HopLimit: 53)), 1);

    [Fact]
    public void A_sequence_that_begins_again_and_a_counter_of_a_new_day()
    {
        var eve = new DateTime(2008, 6, 14, 14, 59, 0, DateTimeKind.Utc);
        var scene = new EewScene { Start = eve }.KeepAlives(0, 300);
        var before = Report(51, began: 20, day: eve.AddHours(0));
        var after = Report(65, "902", rc: "0////", began: 20, day: eve.AddHours(0));
        scene.Send(52.5, Packet(before, 400, 99_999), new(), 3).Send(67, Packet(after, 1, 3, "20080615"), new(), 3);
        Hold(scene, 2);
    }

    [Fact]
    public void A_capture_that_begins_with_the_telegram() => Hold(new EewScene().True(132, Report(130), 25).KeepAlives(150, 200), 1);

    [Fact]
    public void The_rhythm_of_the_stream_is_measured()
    {
        var scene = new EewScene().KeepAlives(0, 300);
        scene.Observe();
        var stream = Assert.Single(scene.Observer.Telegrams.Streams);
        Assert.Equal((33, 3), (stream.KeepAlives, stream.Burst));
        Assert.Equal(30.0, stream.Period!.Value, 0.01);
        Assert.Empty(EewJudge.ObjectionsTo(stream));
        Assert.Equal(0, scene.Observer.Telegrams.Count);
    }

    [Fact]
    public void Odd_keep_alives_are_told()
    {
        var scene = new EewScene().KeepAlives(0, 300).KeepAlives(11, 300, new(HopLimit: 60, Mac: "020000000666"));
        scene.Observe();
        var reasons = EewJudge.ObjectionsTo(Assert.Single(scene.Observer.Telegrams.Streams)).Select(o => o.Reason);
        Assert.Equal([EewReason.HopLimit, EewReason.LastHop, EewReason.KeepAlivePeriod], reasons);
    }

    [Fact]
    public void An_event_without_an_end_times_out_after_three_minutes()
    {
        Assert.Equal(EewState.Open, State(300));
        Assert.Equal(EewState.TimedOut, State(360));

        static EewState State(double until)
        {
            var scene = new EewScene().KeepAlives(0, until).True(132, Report(130), 25);
            scene.Observe();
            return Assert.Single(scene.Observer.Telegrams.Events()).State;
        }
    }

    [Fact]
    public void Repetitions_without_end_take_no_more_room()
    {
        var scene = new EewScene().KeepAlives(0, 4000);
        for (var i = 0; i < 1000; i++) scene.Send(132 + (i * 3), Packet(Report(130), 25), new(), 1);
        Assert.Equal(2, scene.Observe().Count);
    }

    [Fact]
    public void What_finds_no_room_is_refused_and_counted()
    {
        var scene = new EewScene();
        for (var i = 0; i < TelegramTable.MaxReports + 9; i++) scene.Send(132 + (i * 0.01), Packet(Report(130, began: i), i + 1), new(), 1);
        Assert.Equal(TelegramTable.MaxReports, scene.Observe().Count);
        Assert.Equal(9, scene.Observer.Telegrams.Refused);
        Assert.Contains(Refusal.Of(scene.Observer), r => r.Kind == RefusalKind.Telegrams);
    }

    static void Hold(EewScene scene, int count)
    {
        var reports = scene.Observe();
        Assert.Equal(count, reports.Count);
        foreach (var report in reports)
            Assert.True(report.Verdict == EewVerdict.Consistent, $"{report.Telegram!.Text}: {string.Join("; ", report.Objections.Select(o => $"{o.Reason} {o.Says.English}"))}");
        Assert.All(reports, r => Assert.NotEmpty(r.Supports));
        Assert.All(reports, r => Assert.Equal(EewStanding.Live, r.Standing));
    }
}

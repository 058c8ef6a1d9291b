using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>How a telegram came, against how the keep-alives around it came.</summary>
static class EewArrivalChecks
{
    const long LatestArrival = 10 * Timestamp.PerSecond;
    const long EarliestArrival = -3 * Timestamp.PerSecond;
    const long OldFrom = 600 * Timestamp.PerSecond;

    /// <summary>An observation that ends this soon may not have seen the other copies.</summary>
    const long BurstLength = 500_000_000;

    /// <summary>The one sender and group that are known of the service of 2007 and later.</summary>
    static readonly Ipv6Address s_service = Ipv6Address.Parse("2001:380:50c:99::51");
    static readonly Ipv6Address s_group = Ipv6Address.Parse("ff3e::8000:1000");

    public static void Check(EewReport report, IReadOnlyList<EewStream> streams, Timestamp begin, Timestamp end, EewObjections to)
    {
        var stream = report.Stream!;
        CheckRhythm(report, stream, begin, end, to);
        CheckPath(report, to);
        CheckSender(stream, streams, to);
        to.AddIf(!stream.Group.IsGroup, EewReason.NotAGroup, $"sent to {stream.Group}, which is no multicast group", $"宛先 {stream.Group} はマルチキャストでない");
        to.AddIf(report.IsUdpChecksumBad, EewReason.UdpChecksum, "the UDP checksum is wrong", "UDP のチェックサムが誤り");
        CheckCopies(report, begin, end, to);
        if (report.ReplayOf is { } original)
            to.Add(EewReason.Replay, $"the same bytes as frame {Frame(original)}, {Seconds(report.First, original.First)} s later", $"{Seconds(report.First, original.First)} 秒前のフレーム {Frame(original)} と同じ内容");
        else CheckClock(report, to);
    }

    public static IReadOnlyList<Wording> SupportsOfText(EewReport report)
    {
        var all = new List<Wording>();
        if (report.Telegram is not null && report.Form is EewForm.Ocn or EewForm.Socket) all.Add(new("lengths agree, the control header's checksum is right", "長さが合い、制御ヘッダーのチェックサムも正しい"));
        if (report.Telegram is not null) all.Add(new("nothing in the text contradicts itself", "本文に矛盾がない"));
        if (report.Stream is null) all.Add(new("how it came is not known: only what it says was judged", "届き方は不明。内容だけの判定"));
        return all;
    }

    public static IReadOnlyList<Wording> SupportsOf(EewReport report, IReadOnlyList<EewReport> reports)
    {
        var all = new List<Wording>
        {
            new($"{report.Copies} copies within {report.Last.Since(report.First) / 1_000_000} ms", $"{report.Last.Since(report.First) / 1_000_000} ms の間に {report.Copies} 通"),
            (report.HeardBefore, report.HeardAfter) switch
            {
                (true, true) => new("keep-alives before and after", "前後にキープアライブ"),
                (true, false) => new("keep-alives before", "前にキープアライブ"),
                (false, true) => new("keep-alives after", "後にキープアライブ"),
                _ => new("keep-alives further off", "離れてキープアライブ"),
            },
            new($"hop limit {report.HopLimit} and last hop as theirs", $"ホップリミット {report.HopLimit} と直前の送り元が同じ"),
        };
        if (report.Telegram?.Issued is { } issued)
        {
            var late = (report.First.Since(issued) / 1e9).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
            all.Add(new($"came {late} s after it was issued", $"発表の {late} 秒後に到着"));
        }

        all.AddRange(SupportsOfText(report));
        var second = reports.FirstOrDefault(r => r.Stream!.Source != report.Stream!.Source && r.Verdict == EewVerdict.Consistent && r.Words == report.Words);
        all.Add(second is null
            ? new("no second source to compare with", "比べられる別の情報源はない")
            : new($"{second.Stream!.Source} sent the same text", $"{second.Stream!.Source} も同じ本文を送った"));
        return all;
    }

    static void CheckRhythm(EewReport report, EewStream stream, Timestamp begin, Timestamp end, EewObjections to)
    {
        if (stream.KeepAlives == 0)
        {
            to.Add(EewReason.NoKeepAlives, "no keep-alives from this sender to this group and port", "この送信元・グループ・ポートのキープアライブがない");
            return;
        }

        var (early, late) = (report.First.Since(begin) < EewStream.MostSilence, end.Since(report.Last) < EewStream.MostSilence);
        to.AddIf(!report.HeardBefore && !report.HeardAfter && !(early && late), EewReason.NoKeepAlives, "no keep-alives around it", "前後にキープアライブがない");
    }

    static void CheckPath(EewReport report, EewObjections to)
    {
        if ((report.Before ?? report.After) is not { } near) return;
        var (before, after) = (report.Before ?? near, report.After ?? near);
        to.AddIf(report.HopLimit != before.HopLimit && report.HopLimit != after.HopLimit, EewReason.HopLimit,
            $"hop limit {report.HopLimit}, its keep-alives have {near.HopLimit}", $"ホップリミット {report.HopLimit}、キープアライブは {near.HopLimit}");
        to.AddIf(!report.LinkSource.IsNone && report.LinkSource != before.LinkSource && report.LinkSource != after.LinkSource, EewReason.LastHop,
            $"last hop {report.LinkSource}, its keep-alives came from {near.LinkSource}", $"直前の送り元 {report.LinkSource}、キープアライブは {near.LinkSource}");
        to.AddIf(report.SourcePort != before.SourcePort && report.SourcePort != after.SourcePort, EewReason.SourcePort,
            $"source port {report.SourcePort}, its keep-alives have {near.SourcePort}", $"送信元ポート {report.SourcePort}、キープアライブは {near.SourcePort}");
    }

    static void CheckSender(EewStream stream, IReadOnlyList<EewStream> streams, EewObjections to)
    {
        foreach (var other in streams)
        {
            if (other.Group != stream.Group || other.Port != stream.Port || other.Source == stream.Source || other.KeepAlives <= stream.KeepAlives) continue;
            to.Add(EewReason.OtherSource, $"from {stream.Source}; the keep-alives to this group and port come from {other.Source}", $"送信元 {stream.Source}。このグループとポートのキープアライブは {other.Source} から");
            break;
        }

        if ((stream.Group == s_group) == (stream.Source == s_service)) return;
        to.Add(EewReason.UnexpectedSource, $"from {stream.Source} to {stream.Group}; the service is {s_service} to {s_group}", $"{stream.Source} から {stream.Group} へ。本来は {s_service} から {s_group} へ");
    }

    static void CheckCopies(EewReport report, Timestamp begin, Timestamp end, EewObjections to)
    {
        if (report.Form != EewForm.Ocn) return;
        var isWhole = report.First.Since(begin) > BurstLength && end.Since(report.Last) > BurstLength;
        to.AddIf(report.Copies == 1 && (isWhole || report.ReplayOf is not null), EewReason.SingleCopy, "a single copy; the service sends three", "1 通だけ。本来は 3 通");
        to.AddIf(report.Copies > EewStream.Copies, EewReason.TooManyCopies, $"{report.Copies} copies; the service sends three", $"{report.Copies} 通。本来は 3 通");
        to.AddIf(report.CopiesDiffer, EewReason.CopiesDiffer, "its copies differ in hop limit or last hop", "写しの間でホップリミットか直前の送り元が違う");
    }

    static void CheckClock(EewReport report, EewObjections to)
    {
        if (report.Telegram?.Issued is not { } issued) return;
        var late = report.First.Since(issued);
        var seconds = late / Timestamp.PerSecond;
        if (late is > OldFrom or < -OldFrom) to.Add(EewReason.OldTelegram, $"issued {seconds} s before it came", $"発表から {seconds} 秒後に到着");
        else to.AddIf(late is > LatestArrival or < EarliestArrival, EewReason.Clock, $"issued {seconds} s before it came: old, or a clock is wrong", $"発表から {seconds} 秒後に到着。古いか、時計が合っていない");
    }

    static uint Frame(EewReport report) => report.Frames.Count > 0 ? report.Frames[0] : 0;

    static long Seconds(Timestamp later, Timestamp earlier) => later.Since(earlier) / Timestamp.PerSecond;
}

using System.Runtime.InteropServices;
using Kansatsu.App.Options;
using Kansatsu.App.Text;

namespace Kansatsu.App.Views;

/// <summary>`kansatsu doctor`: what works on this machine, and what helps where something does not.</summary>
static class DoctorView
{
    public static int Run(Request request, Terminal terminal)
    {
        var checks = Checks(request, terminal).ToList();
        if (request.Json)
        {
            using var lines = new JsonLines(terminal.Output);
            foreach (var check in checks)
            {
                var json = lines.Begin();
                json.WriteString("check", check.Name);
                json.WriteBoolean("ok", check.Works);
                json.WriteString("says", check.Says);
                if (check.Remedy.Length > 0) json.WriteString("remedy", check.Remedy);
                lines.End();
            }

            lines.Flush();
        }
        else
        {
            using var page = new Page(terminal.Output, request.Color);
            foreach (var check in checks)
            {
                page.Text(check.Works ? "✓ " : "✗ ", check.Works ? Style.Good : Style.Bad).Pad(check.Name, 20).Line(check.Says);
                if (check.Remedy.Length > 0) page.Text("    → ").Line(check.Remedy);
            }
        }

        return checks.TrueForAll(c => c.Works) ? ExitCode.Done : ExitCode.Unavailable;
    }

    static IEnumerable<Check> Checks(Request request, Terminal terminal)
    {
        yield return new(request.Say("runtime", "実行環境"), true, $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}");
        yield return new(request.Say("reading captures", "キャプチャの読み取り"), true,
            request.Say("pcap, pcapng and gzip of either; no native code needed", "pcap、pcapng とその gzip。ネイティブコードは不要"));
        var zones = TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Tokyo", out _);
        yield return new(request.Say("time zones", "時間帯"), zones,
            zones ? request.Say($"database found; local is {TimeZoneInfo.Local.Id}", $"データベースあり。現地は {TimeZoneInfo.Local.Id}")
                : request.Say("no time zone database: --tz takes UTC and offsets only", "時間帯データベースなし。--tz は UTC と +09:00 の形だけ"),
            zones ? "" : request.Say("install tzdata", "tzdata を入れる"));
        var utf8 = !terminal.OutputIsScreen || OperatingSystem.IsWindows() || LocaleIsUtf8(terminal);
        yield return new(request.Say("terminal", "端末"), utf8,
            terminal.OutputIsScreen ? request.Say($"{terminal.Width} columns, colours {(request.Color ? "on" : "off")}", $"{terminal.Width} 桁、色{(request.Color ? "あり" : "なし")}")
                : request.Say("output is not a terminal: no colours", "出力は端末ではない: 色なし"),
            utf8 ? "" : request.Say("the locale is not UTF-8, bars and Japanese may look broken: export LANG=C.UTF-8", "ロケールが UTF-8 でないため表示が崩れることがある: export LANG=C.UTF-8"));
    }

    static bool LocaleIsUtf8(Terminal terminal)
    {
        foreach (var name in (ReadOnlySpan<string>)["LC_ALL", "LC_CTYPE", "LANG"])
        {
            if (terminal.Environment(name) is { Length: > 0 } locale)
                return locale.Contains("UTF-8", StringComparison.OrdinalIgnoreCase) || locale.Contains("utf8", StringComparison.OrdinalIgnoreCase);
        }

        return true;
    }

    readonly record struct Check(string Name, bool Works, string Says, string Remedy = "");
}

using System.Security.Cryptography;
using System.Text;
using Kansatsu.App.Options;
using Kansatsu.App.Reporting.Sections;

namespace Kansatsu.App.Reporting;

/// <summary>The whole page: one file that needs no other and runs no script.</summary>
static class ReportPage
{
    /// <summary>Even if an escape were forgotten, the browser would load nothing and run nothing.</summary>
    static readonly string s_policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(ReportStyle.Sheet)))}'; base-uri 'none'; form-action 'none'";

    public static string Write(ReportFacts facts, Request request)
    {
        var html = new Html();
        var sheet = new Sheet(html, facts, request);
        html.Raw("<!doctype html>\n").Open("html", ("lang", request.Say("en", "ja"))).Open("head").Empty("meta", ("charset", "utf-8"))
            .Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", s_policy))
            .Empty("meta", ("name", "viewport"), ("content", "width=device-width,initial-scale=1"))
            .Empty("meta", ("name", "referrer"), ("content", "no-referrer"))
            .Element("title", HeadSection.Title(sheet)).Open("style").Raw(ReportStyle.Sheet).Close().Close().Line().Open("body").Line();
        HeadSection.Write(sheet);
        CurveSection.Write(sheet);
        CausesSection.Write(sheet);
        FindingsSection.Write(sheet);
        MovesSection.Write(sheet);
        TelegramsSection.Write(sheet);
        ChannelsSection.Write(sheet);
        PeersSection.Write(sheet);
        DiarySection.Write(sheet);
        HomeSection.Write(sheet);
        SightSection.Write(sheet);
        html.Element("footer", request.Say(
            $"Made by Kansatsu {Version} from what its verbs print with --json. The same captures give the same page. It holds no script and loads nothing.",
            $"観察 Kansatsu {Version} が作成。数値は各コマンドの --json と同じ。同じキャプチャからは同じページができる。スクリプトも外部の読み込みもない。")).Close().Close();
        return html + "\n";
    }

    static string? Version => typeof(ReportPage).Assembly.GetName().Version?.ToString(3);
}

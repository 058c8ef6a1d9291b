using System.Net;
using System.Text;
using System.Text.Json;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Diary;

/// <summary>Days of the diary as Markdown, as one HTML file that needs nothing else, and as JSON. Whatever came from the wire is escaped in each.</summary>
static class DiaryDocument
{
    const string Style = "body{font:16px/1.7 system-ui,'Hiragino Sans','Noto Sans CJK JP',sans-serif;max-width:46em;margin:2em auto;padding:0 1em;color:#1b1b1b;background:#fdfcf8}"
        + "h1{font-size:1.4em}h2{font-size:1.1em;margin-top:2em;border-bottom:1px solid #bbb}ul{list-style:none;padding:0}li{margin:.5em 0}"
        + ".kind{display:inline-block;font-size:.8em;padding:0 .5em;margin-right:.5em;border-radius:.6em;background:#dde5ee;color:#123}"
        + ".broke{background:#f6d5d0;color:#611}.new{background:#d9ead3;color:#143d0c}.stopped,.changed{background:#fbe7c0;color:#4a3200}code{font-size:.8em;color:#555}"
        + "@media(prefers-color-scheme:dark){body{color:#e6e6e6;background:#161a1f}code{color:#aaa}}@media print{body{margin:0;background:#fff;color:#000}}";

    public static string Markdown(IReadOnlyList<DiaryDay> days, Language language)
    {
        var text = new StringBuilder();
        foreach (var day in days)
        {
            text.Append("## ").Append(day.Title(language)).Append("\n\n");
            foreach (var entry in day.Entries)
            {
                var kind = DiaryWords.Of(entry.Kind).In(language);
                text.Append("- ").Append(kind.Length > 0 ? $"**{kind}** " : "").Append(EscapeMarkdown(Says(entry, language))).Append(LinksOf(entry)).Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    public static string Html(IReadOnlyList<DiaryDay> days, Language language)
    {
        var title = language == Language.Japanese ? "観察日記" : "Observation diary";
        var text = new StringBuilder($"<!doctype html>\n<html lang=\"{(language == Language.Japanese ? "ja" : "en")}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
        text.Append($"<title>{title}</title><style>{Style}</style>\n<h1>{title}</h1>\n");
        foreach (var day in days)
        {
            text.Append($"<h2 id=\"{day.Date}\">{WebUtility.HtmlEncode(day.Title(language))}</h2>\n<ul>\n");
            foreach (var entry in day.Entries) text.Append(Item(entry, language));
            text.Append("</ul>\n");
        }

        return text.Append("</html>\n").ToString();
    }

    public static void WriteJson(Utf8JsonWriter json, DiaryDay day, Language language)
    {
        json.WriteString("day", day.Date);
        json.WriteStartArray("entries");
        foreach (var entry in day.Entries)
        {
            json.WriteStartObject();
            json.WriteString("kind", DiaryWords.NameOf(entry.Kind));
            json.Wire("says", language == Language.Japanese ? entry.Says.Japanese : entry.Says.English);
            json.WriteStartArray("links");
            foreach (var link in entry.Links)
            {
                json.WriteStartObject();
                json.WriteString("to", link.To);
                json.Wire("id", link.Id);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static string Says(DiaryEntry entry, Language language) => WireText.Escape(language == Language.Japanese ? entry.Says.Japanese : entry.Says.English);

    static string Item(DiaryEntry entry, Language language)
    {
        var kind = DiaryWords.Of(entry.Kind).In(language);
        var mark = kind.Length == 0 ? "" : $"<span class=\"kind {DiaryWords.NameOf(entry.Kind)}\">{kind}</span>";
        var links = string.Concat(entry.Links.Where(l => l.Id.Length > 0).Select(l => $" <code>{WebUtility.HtmlEncode($"{l.To} {WireText.Escape(l.Id)}")}</code>"));
        return $"<li>{mark}{WebUtility.HtmlEncode(Says(entry, language))}{links}</li>\n";
    }

    static string LinksOf(DiaryEntry entry) => string.Concat(entry.Links.Where(l => l.Id.Length > 0).Select(l => $" `{l.To} {WireText.Escape(l.Id).Replace('`', '\'')}`"));

    static string EscapeMarkdown(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '#' or '&' or '~' or '!') escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }
}

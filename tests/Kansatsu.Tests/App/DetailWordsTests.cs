using System.Text.RegularExpressions;
using Kansatsu.Analysis;
using Kansatsu.App.Text;

namespace Kansatsu.Tests.App;

public partial class DetailWordsTests
{
    static readonly DetailWords s_words = new(Language.Japanese, null);

    static string Causes => Path.Combine(Call.Root, "src", "Kansatsu.Analysis", "Causes");

    [GeneratedRegex("(?<!\\$)\"(?<text>(?:[^\"\\\\]|\\\\.)*)\"", RegexOptions.ExplicitCapture)]
    static partial Regex Literal { get; }

    [GeneratedRegex("\\.Is\\(\\s*(?:CauseKind\\.|kind\\b)")]
    static partial Regex Conclusion { get; }

    [GeneratedRegex("(?:(?<owner>[A-Z]\\w+)\\.)?(?<method>[A-Z]\\w+)\\(", RegexOptions.ExplicitCapture)]
    static partial Regex Calling { get; }

    /// <summary>Every constant sentence that a rule concludes with: in the conclusion itself, in a method of its own that it calls, or in a variable.</summary>
    static HashSet<string> Sentences()
    {
        var sentences = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Causes, "*.cs", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            foreach (Match conclusion in Conclusion.Matches(text))
            {
                var arguments = Balanced(text, text.IndexOf('(', conclusion.Index), '(', ')');
                CollectWithCalls(arguments, text, sentences);
                if (!Regex.IsMatch(arguments, "\\bdetail\\)$")) continue;
                foreach (Match line in Regex.Matches(text, "\\bdetail\\b[^;=\n]*=[^\n]*")) CollectWithCalls(line.Value, text, sentences);
            }

            Collect(Body(text, "WhyNot"), sentences);
        }

        return sentences;
    }

    static void CollectWithCalls(string code, string file, HashSet<string> to)
    {
        Collect(code, to);
        foreach (Match call in Calling.Matches(code))
        {
            var owner = call.Groups["owner"].Success
                ? Directory.GetFiles(Causes, call.Groups["owner"].Value + ".cs", SearchOption.AllDirectories).Select(File.ReadAllText).FirstOrDefault() : file;
            if (owner is not null) Collect(Body(owner, call.Groups["method"].Value), to);
        }
    }

    static void Collect(string code, HashSet<string> to)
    {
        foreach (Match literal in Literal.Matches(WithoutInterpolated(code)))
            if (literal.Groups["text"].Value.Contains(' ', StringComparison.Ordinal)) to.Add(Regex.Unescape(literal.Groups["text"].Value));
    }

    /// <summary>Interpolated strings have templates, not sentences.</summary>
    static string WithoutInterpolated(string code)
    {
        for (var at = code.IndexOf("$\"", StringComparison.Ordinal); at >= 0; at = code.IndexOf("$\"", StringComparison.Ordinal))
        {
            var (end, depth) = (at + 2, 0);
            for (; end < code.Length && (code[end] != '"' || depth > 0); end++) depth += code[end] == '{' ? 1 : code[end] == '}' ? -1 : 0;
            code = code[..at] + code[Math.Min(end + 1, code.Length)..];
        }

        return code;
    }

    /// <summary>The body of a method that gives a string; empty when there is none.</summary>
    static string Body(string text, string method)
    {
        var head = Regex.Match(text, $"\\bstring\\??\\s+{method}\\(");
        if (!head.Success) return "";
        var after = text.IndexOf('(', head.Index) + Balanced(text, text.IndexOf('(', head.Index), '(', ')').Length;
        var (arrow, brace) = (text.IndexOf("=>", after, StringComparison.Ordinal), text.IndexOf('{', after));
        if (brace >= 0 && (arrow < 0 || brace < arrow)) return Balanced(text, brace, '{', '}');
        var end = text.IndexOf(";\n", arrow, StringComparison.Ordinal);
        return text[arrow..end];
    }

    static string Balanced(string text, int from, char open, char close)
    {
        var depth = 0;
        for (var at = from; at < text.Length; at++)
        {
            depth += text[at] == open ? 1 : text[at] == close ? -1 : 0;
            if (depth == 0) return text[from..(at + 1)];
        }

        return text[from..];
    }

    [Fact]
    public void Every_constant_sentence_of_a_rule_has_its_Japanese()
    {
        var sentences = Sentences();
        Assert.Contains("home began it, for an unknown reason", sentences);
        Assert.Contains("home asks the DNS, encrypted", sentences);
        Assert.Contains("no rule fits what was seen of it", sentences);
        Assert.Contains("DNS answers to questions that home was not seen to ask", sentences);
        Assert.InRange(sentences.Count, 60, 500);
        Assert.Equal([], sentences.Where(s => !DetailWords.Knows(s) && DetailTemplates.Words(s) is null && !s.EndsWith(' ') && !IsTemplateSample(s)).Order(StringComparer.Ordinal));
    }

    /// <summary>Sentences in which only a word of the family differs come from a template.</summary>
    static bool IsTemplateSample(string sentence) => s_words.Of(sentence) != sentence;

    [Theory]
    [InlineData("lookup of www.example.net for: open the page", "www.example.net の名前解決、次のため: open the page")]
    [InlineData("home looks up aus5.mozilla.org, Firefox: Is there an update, or a codec to fetch?", "こちらが aus5.mozilla.org を名前解決、Firefox: 更新(Is there an update, or a codec to fetch?)")]
    [InlineData("home looks up www.example.net, for the conversation that followed", "こちらが www.example.net を名前解決、続く通信のため")]
    [InlineData("home looks up www.example.net", "こちらが www.example.net を名前解決")]
    [InlineData("Firefox: Is there an update, or a codec to fetch?", "Firefox: 更新(Is there an update, or a codec to fetch?)")]
    [InlineData("a program speaks with a.example by itself", "プログラムが自ら a.example と通信")]
    [InlineData("curl: speaks by itself, purpose unknown", "curl: 自ら通信、目的は不明")]
    [InlineData("curl: speaks with a.example by itself, purpose unknown", "curl: 自ら a.example と通信、目的は不明")]
    [InlineData("one source tries many addresses, low numbers, in ascending order with ZMap", "1 つの送信元が試す: 多数のアドレス、小さな番号、昇順、ZMap を使用")]
    [InlineData("one source tries many ports", "1 つの送信元が試す: 多数のポート")]
    [InlineData("many networks of one /48 together try many addresses, known beforehand (a hit list) with nmap or alike", "同じ /48 の多数の網が共に試す: 多数のアドレス、あらかじめ知られたもの(ヒットリスト)、nmap など を使用")]
    [InlineData("a single try with masscan", "単発の試み、masscan を使用")]
    [InlineData("mail from <a@b> to <c@d> and 3 more over IPv6", "IPv6 によるメール: <a@b> から <c@d> ほか 3 件へ")]
    [InlineData("mail from <> to <c@d> over IPv4", "IPv4 によるメール: <> から <c@d> へ")]
    [InlineData("mail from <a@b> over IPv6", "IPv6 によるメール: <a@b> から")]
    [InlineData("mail over IPv6, encrypted by STARTTLS", "IPv6 によるメール(STARTTLS で暗号化)")]
    [InlineData("home reads a mailbox over IPv6 (IMAP)", "こちらが IPv6 でメールボックスを読む(IMAP)")]
    [InlineData("it is not known which side is home: nothing was seen that tells", "どちらが観測される側か分からない: それを示すものが見られない")]
    public void Sentences_with_parts_are_put_together_anew(string english, string japanese)
    {
        Assert.Equal(japanese, s_words.Of(english));
        Assert.Equal(english, new DetailWords(Language.English, null).Of(english));
    }

    [Theory]
    [InlineData("open https://www.example.net/")]
    [InlineData("my own action: with a colon")]
    [InlineData("{0} {1}")]
    [InlineData("")]
    public void What_nothing_knows_stays_as_it_is(string detail) => Assert.Equal(detail, s_words.Of(detail));

    [Fact]
    public void Names_with_braces_and_words_of_templates_do_no_harm() =>
        Assert.Equal("こちらが {0} for: {1}\x1b を名前解決、{9}", s_words.Of("home looks up {0} for: {1}\x1b, {9}"));

    [Fact]
    public void Every_purpose_of_the_catalogue_has_its_Japanese() =>
        Assert.Equal([], new SoftwareCatalogue().Entries.Select(e => e.Purpose).Distinct(StringComparer.Ordinal).Where(p => p.Length > 0 && PurposeWords.Japanese(p) is null));

    [Fact]
    public void The_views_speak_Japanese_and_their_json_English()
    {
        foreach (var verb in new[] { "read", "flows", "causes" })
        {
            Assert.Contains("ここで参加した者が見られないマルチキャスト", Call.Of(verb, Call.Sample, "--lang", "ja").Output);
            Assert.DoesNotContain("multicast data that nobody", Call.Of(verb, Call.Sample, "--lang", "ja").Output);
        }

        Assert.Contains("multicast data that nobody", Call.Of("flows", Call.Sample, "--lang", "ja", "--json").Output);
    }
}

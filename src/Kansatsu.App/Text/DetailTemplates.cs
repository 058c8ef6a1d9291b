namespace Kansatsu.App.Text;

/// <summary>The sentences of the rules that have parts: names, addresses, numbers, words of a scan. More special ones come first.</summary>
static class DetailTemplates
{
    static readonly (string English, string Japanese)[] s_templates =
    [
        ("it takes part in {0} of the conversations and began {1} of its own", "通信の {0} に関わり、自らの通信の {1} を始めた"),
        ("it takes part in {0} of the conversations and answers others", "通信の {0} に関わり、相手に応答する"),
        ("it takes part in {0} of the conversations", "通信の {0} に関わる"),
        ("it is for local use, the other side is not and began {0} of its own", "内部用のアドレスで、反対側はそうではない。自らの通信の {0} を始めた"),
        ("it is for local use, the other side is not and answers others", "内部用のアドレスで、反対側はそうではない。相手に応答する"),
        ("{0} answered for it on this link", "このリンクで {0} がこれについて答えた"),
        ("{0} hosts showed such addresses on this link", "{0} 台のホストがこのリンクでそのようなアドレスを使った"),
        ("lookup of {0} for: {1}", "{0} の名前解決、次のため: {1}"),
        ("home looks up {0}, {1}", "こちらが {0} を名前解決、{1}"),
        ("home looks up {0}", "こちらが {0} を名前解決"),
        ("a program speaks with {0} by itself", "プログラムが自ら {0} と通信"),
        ("{0}: speaks with {1} by itself, purpose unknown", "{0}: 自ら {1} と通信、目的は不明"),
        ("{0}: speaks by itself, purpose unknown", "{0}: 自ら通信、目的は不明"),
        ("it is not known which side is home: {0}", "どちらが観測される側か分からない: {0}"),
        ("{0} and {1} are on the two sides of the same conversations; --home tells which is observed", "{0} と {1} が同じ通信の両側にある。--home で指定できる"),
        ("somebody looks for the way here with {0}", "誰かがここまでの経路を調べる、{0} を使用"),
        ("a single try with {0}", "単発の試み、{0} を使用"),
        ("one source tries {0} with {1}", "1 つの送信元が試す: {0}、{1} を使用"),
        ("one source tries {0}", "1 つの送信元が試す: {0}"),
        ("many networks of one /{0} together try {1} with {2}", "同じ /{0} の多数の網が共に試す: {1}、{2} を使用"),
        ("many networks of one /{0} together try {1}", "同じ /{0} の多数の網が共に試す: {1}"),
        ("mail from <{0}> to <{1}> and {2} more over {3}", "{3} によるメール: <{0}> から <{1}> ほか {2} 件へ"),
        ("mail from <{0}> to <{1}> over {2}", "{2} によるメール: <{0}> から <{1}> へ"),
        ("mail from <{0}> over {1}", "{1} によるメール: <{0}> から"),
        ("mail over {0}, encrypted by STARTTLS", "{0} によるメール(STARTTLS で暗号化)"),
        ("somebody speaks to home's mail server over {0} and brings no mail", "誰かが {0} でこちらのメールサーバーと話すが、メールは持ってこない"),
        ("a mailbox of home is asked for over {0} ({1})", "{0} でこちらのメールボックスを読もうとする({1})"),
        ("home sends mail from <{0}> to <{1}> and {2} more over {3}", "こちらが {3} でメールを送る: <{0}> から <{1}> ほか {2} 件へ"),
        ("home sends mail from <{0}> to <{1}> over {2}", "こちらが {2} でメールを送る: <{0}> から <{1}> へ"),
        ("home sends mail from <{0}> over {1}", "こちらが {1} でメールを送る: <{0}> から"),
        ("home sends mail over {0}, encrypted by STARTTLS", "こちらが {0} でメールを送る(STARTTLS で暗号化)"),
        ("home speaks to a mail server over {0} and hands over no mail", "こちらが {0} でメールサーバーと話すが、メールは渡さない"),
        ("home reads a mailbox over {0} ({1})", "こちらが {0} でメールボックスを読む({1})"),
    ];

    /// <summary>Words of a sweep, which stand in a row behind "tries": what, how chosen, in which order; and the tools.</summary>
    static readonly Dictionary<string, string> s_scanWords = new(StringComparer.Ordinal)
    {
        ["many ports of many addresses"] = "多数のアドレスの多数のポート",
        ["many addresses"] = "多数のアドレス",
        ["many ports"] = "多数のポート",
        ["known beforehand (a hit list)"] = "あらかじめ知られたもの(ヒットリスト)",
        ["in ascending order"] = "昇順",
        ["in descending order"] = "降順",
        ["zero identifiers (subnet routers)"] = "識別子 0(サブネットルーター)",
        ["low numbers"] = "小さな番号",
        ["numbers of service ports"] = "サービスのポート番号",
        ["low numbers in two or more groups"] = "2 組以上の小さな番号",
        ["identifiers made from MAC addresses"] = "MAC アドレスから作られた識別子",
        ["identifiers made from IPv4 addresses (ISATAP)"] = "IPv4 アドレスから作られた識別子(ISATAP)",
        ["embedded IPv4 addresses"] = "埋め込まれた IPv4 アドレス",
        ["words"] = "単語",
        ["patterns of few bytes"] = "少ないバイトの模様",
        ["random identifiers"] = "無作為な識別子",
        ["addresses without a pattern"] = "規則のないアドレス",
        ["nmap or alike"] = "nmap など",
        ["Mirai or its offspring"] = "Mirai かその派生",
        ["scan6 or alive6"] = "scan6 か alive6",
    };

    /// <param name="part">Translates a part that is a sentence itself.</param>
    /// <returns>Null when no template fits.</returns>
    public static string? Japanese(string english, Func<string, string> part)
    {
        foreach (var (template, japanese) in s_templates)
        {
            if (Match(template, english) is not { } parts) continue;
            return string.Format(System.Globalization.CultureInfo.InvariantCulture, japanese, [.. parts.Select(p => Words(p) ?? part(p))]);
        }

        return null;
    }

    /// <summary>A row of scan words, all of which are known; else null.</summary>
    public static string? Words(string row)
    {
        var words = row.Split(", ");
        for (var i = 0; i < words.Length; i++)
        {
            if (!s_scanWords.TryGetValue(words[i], out var word)) return null;
            words[i] = word;
        }

        return string.Join("、", words);
    }

    /// <summary>The parts of a sentence where a template has {0}, {1} …; each is as short as can be, none is empty but what stands in angle brackets.</summary>
    static List<string>? Match(string template, string text)
    {
        var parts = new List<string>();
        var at = 0;
        var pieces = Pieces(template);
        if (!text.StartsWith(pieces[0], StringComparison.Ordinal)) return null;
        at = pieces[0].Length;
        for (var i = 1; i < pieces.Length; i++)
        {
            var isLast = i == pieces.Length - 1;
            var next = isLast ? text.Length - pieces[i].Length : text.IndexOf(pieces[i], at, StringComparison.Ordinal);
            if (next < at || (isLast && !text.EndsWith(pieces[i], StringComparison.Ordinal))) return null;
            if (next == at && !pieces[i].StartsWith('>')) return null;
            parts.Add(text[at..next]);
            at = next + pieces[i].Length;
        }

        return parts;
    }

    static string[] Pieces(string template) => template.Split(["{0}", "{1}", "{2}", "{3}"], StringSplitOptions.None);
}

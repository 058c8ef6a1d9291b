using Kansatsu.App.Text;

namespace Kansatsu.App.Options;

/// <summary>The help texts, made from <see cref="Verbs"/>.</summary>
static class Help
{
    static readonly (string Option, Phrase Means)[] Common =
    [
        ("--json", ("one JSON object a line; documented in docs/reference/json.md", "1 行に 1 つの JSON。説明は docs/reference/json.md")),
        ("--home PREFIX", ("what is being observed, e.g. 2001:db8::/64; may be repeated; otherwise inferred", "観測される側(例 2001:db8::/64)。複数可。省略時は推定する")),
        ("--since TIME, --until TIME", ("only frames of this span: 09:13, 2008-06-14T09:13:28+09:00", "この時間のフレームだけ: 09:13, 2008-06-14T09:13:28+09:00")),
        ("--actions FILE", ("what you did yourself, JSON lines (docs/reference/actions.md)", "自分の操作の記録、JSON Lines(docs/reference/actions.md)")),
        ("--window NAME=FROM/TO", ("a marked span: day=2011-06-08T09:00/2011-06-09T09:00; may be repeated", "注目する期間: day=2011-06-08T09:00/2011-06-09T09:00。複数可")),
        ("--owners FILE", ("who owns which network: pfx2as, or TSV with prefix and owner", "網の所有者: pfx2as または TSV(プレフィックス、所有者)")),
        ("--blocklist FILE", ("names and addresses to flag: hosts format or one a line; may be repeated", "印をつける名前とアドレス: hosts 形式または 1 行 1 件。複数可")),
        ("--catalogue FILE", ("more entries for the software catalogue (docs/reference/catalogue.md)", "ソフトウェア目録への追加(docs/reference/catalogue.md)")),
        ("--tz ZONE", ("time zone of printed times: Asia/Tokyo, UTC, +09:00 (default: local; JSON is always UTC)", "表示の時間帯: Asia/Tokyo, UTC, +09:00(既定は現地時間。JSON は常に UTC)")),
        ("--lang en|ja", ("language of the text (default: by LANG)", "表示の言語(既定は LANG による)")),
        ("--no-color", ("no colours; so does NO_COLOR, or output that is not a terminal", "色を使わない。NO_COLOR でも、端末以外への出力でも同じ")),
        ("-q, --quiet", ("no progress, no hints", "進み具合とヒントを出さない")),
        ("-h, --help", ("this help", "この説明")),
    ];

    static readonly (VerbOptions For, string Option, Phrase Means)[] Special =
    [
        (VerbOptions.Store, "--store [PATH]", ("read: keep it there; without FILE: answer from there (default: $XDG_DATA_HOME/kansatsu/observations.db)", "read: そこに残す。FILE なし: そこから答える(既定は $XDG_DATA_HOME/kansatsu/observations.db)")),
        (VerbOptions.Budget, "--days N, --bytes SIZE", ("keep flows of the newest N days with traffic, in a file of so many bytes (14, 8G)", "トラフィックのある新しい N 日分のフローを、この大きさまで残す(14、8G)")),
        (VerbOptions.Diary, "--week", ("the week that ends with DAY", "DAY までの 1 週間")),
        (VerbOptions.Diary, "--form text|md|html", ("how it is written (default: text; --json for programs)", "書式(既定は text。プログラムには --json)")),
        (VerbOptions.Limit, "-n, --limit N", ("at most N entries", "最大 N 件")),
        (VerbOptions.Output, "-o, --output PATH", ("write to this file, for zeek this directory; - = standard output", "書き込む先のファイル(zeek ではディレクトリ)。- は標準出力")),
        (VerbOptions.Packets, "-x, --layers", ("every layer, checksum verdicts, packet comments and a hex dump", "全ての層、チェックサムの判定、コメント、16 進ダンプ")),
        (VerbOptions.Packets, "--one-pass", ("read once; causes from what is known so far (always so for standard input)", "1 回だけ読む。原因はその時点で分かることから(標準入力では常に)")),
        (VerbOptions.Labels, "--labels FILE", ("the truth, JSON lines (docs/reference/labels.md): compare the causes with it", "正解のラベル、JSON Lines(docs/reference/labels.md)。推定した原因と比べる")),
        (VerbOptions.Peers, "--without-own", ("without flows of actions that you declared with --actions", "--actions で宣言した自分の操作のフローを除く")),
        (VerbOptions.Peers, "--reverse", ("ask this machine's resolver for names of nameless peers (at most 200): actions of your own", "名前のない相手の逆引きをこの機械のリゾルバーに頼む(最大 200)。自分の操作になる")),
        (VerbOptions.Timeline, "--bin LENGTH", ("how long a column is: 500ms, 10s, 1m, 1h, 1d (default: what fits)", "1 列の長さ: 500ms, 10s, 1m, 1h, 1d(既定は収まる長さ)")),
        (VerbOptions.Timeline, "--bytes, --packets", ("what is drawn (default: bytes)", "何を描くか(既定はバイト)")),
        (VerbOptions.Sending, "--group ADDR, -i NAME", ("send: to this group, on this interface", "send: 宛先グループとインターフェース")),
        (VerbOptions.Sending, "--script FILE", ("send: what to send when (docs/reference/eew.md); else keep-alives", "send: 何をいつ送るか(docs/reference/eew.md)。省略時はキープアライブ")),
        (VerbOptions.Sending, "--period S, --for S", ("send: seconds between keep-alives (30), and how long (120)", "send: キープアライブの間隔(30 秒)と全体の長さ(120 秒)")),
        (VerbOptions.Sending, "--source A, --hop-limit N", ("send: from this address of the interface, with this hop limit (1)", "send: 送信元アドレスとホップリミット(1)")),
        (VerbOptions.Sending, "--beyond-link, --yes-beyond-link", ("send: both together allow a group that routers forward", "send: 2 つそろえばリンク外に届くグループも許す")),
        (VerbOptions.Serving, "--listen ADDRESS:PORT", ("where to answer (default: loopback, port 8086); beyond loopback a token is asked for", "応答する場所(既定はループバックのポート 8086)。ループバック以外ではトークンを求める")),
        (VerbOptions.Serving, "--for SECONDS", ("end by itself after so long", "この秒数で終わる")),
        (VerbOptions.FlowFilter, "--cause KIND", ("only this cause, e.g. scan, unexplained", "この原因だけ(例 scan, unexplained)")),
        (VerbOptions.FlowFilter, "--peer ADDR|PREFIX", ("only where an end lies in here", "どちらかの端がここに入るものだけ")),
        (VerbOptions.FlowFilter, "--name TEXT", ("only where the far side's name holds this", "相手の名前にこれを含むものだけ")),
        (VerbOptions.FlowFilter, "--port N", ("only where an end has this port", "どちらかの端がこのポートのものだけ")),
        (VerbOptions.FlowFilter, "--protocol NAME", ("only this protocol or application: tcp, icmpv6, dns", "このプロトコルだけ: tcp, icmpv6, dns")),
        (VerbOptions.FlowFilter, "--family 4|6", ("only IPv4 or only IPv6", "IPv4 だけ、または IPv6 だけ")),
    ];

    public static int Print(Verb? verb, Terminal terminal, Language language)
    {
        using var output = new StreamWriter(terminal.Output, leaveOpen: true);
        if (verb is null) PrintAll(output, language);
        else PrintVerb(verb, output, language);
        return ExitCode.Done;
    }

    static void PrintAll(StreamWriter to, Language language)
    {
        to.WriteLine(new Phrase(
            "Kansatsu — an observatory for IPv6 traffic: what is in a capture, and why is it there?",
            "観察 Kansatsu — IPv6 トラフィックの観測所。何が流れ、それはなぜ来たのか。").In(language));
        to.WriteLine();
        to.WriteLine(new Phrase("usage: kansatsu VERB FILE… [options]      FILE: pcap, pcapng, gzip of either, - = standard input",
            "使い方: kansatsu VERB FILE… [options]      FILE: pcap、pcapng、その gzip、- は標準入力").In(language));
        to.WriteLine();
        Rows(to, Verbs.All.Select(v => (v.Name, v.Does.In(language))));
        to.WriteLine();
        to.WriteLine(new Phrase("options of every verb:", "共通オプション:").In(language));
        Rows(to, Common.Select(o => (o.Option, o.Means.In(language))));
        to.WriteLine();
        to.WriteLine(new Phrase("examples:", "例:").In(language));
        Rows(to, Verbs.All.Select(v => ("kansatsu " + v.Examples[0].Arguments, v.Examples[0].Answers.In(language))));
        to.WriteLine();
        to.WriteLine(new Phrase("exit codes: 0 done; 1 something could not be read; 2 usage; 3 not permitted or not available",
            "終了コード: 0 正常、1 読めないものがあった、2 使い方の誤り、3 許可がない、または存在しない").In(language));
    }

    static void PrintVerb(Verb verb, StreamWriter to, Language language)
    {
        to.WriteLine($"kansatsu {verb.Name} — {verb.Does.In(language)}");
        to.WriteLine();
        to.WriteLine(verb.More.In(language));
        to.WriteLine();
        to.WriteLine(new Phrase("usage: ", "使い方: ").In(language) + $"kansatsu {verb.Name}{(verb.TakesFiles ? " FILE…" : "")} [options]");
        to.WriteLine();
        to.WriteLine(new Phrase("examples:", "例:").In(language));
        Rows(to, verb.Examples.Select(e => ("kansatsu " + e.Arguments, e.Answers.In(language))));
        to.WriteLine();
        to.WriteLine(new Phrase("options:", "オプション:").In(language));
        Rows(to, Special.Where(o => (verb.Takes & o.For) != 0).Select(o => (o.Option, o.Means.In(language)))
            .Concat(Common.Select(o => (o.Option, o.Means.In(language)))));
    }

    static void Rows(StreamWriter to, IEnumerable<(string Left, string Right)> rows)
    {
        var list = rows.ToList();
        var width = list.Max(r => DisplayWidth.Of(r.Left)) + 2;
        foreach (var (left, right) in list) to.WriteLine("  " + DisplayWidth.PadRight(left, width) + right);
    }
}

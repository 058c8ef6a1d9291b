using Kansatsu.App.Text;

namespace Kansatsu.App.Api;

/// <summary>A sample of the demonstration, and what it tells.</summary>
/// <param name="Actions">The journal that belongs to it; null when there is none.</param>
sealed record DemoSample(string File, string? Actions, Phrase Title, Phrase Says, IReadOnlyList<(Phrase Says, string Place)> Look);

/// <summary>The samples in the order in which they are read: what is told first comes first.</summary>
static class DemoSamples
{
    public static IReadOnlyList<DemoSample> All { get; } =
    [
        new("2008-06-14-eew.pcapng", null,
            ("2008: an earthquake stream nobody asked for", "2008 年: 誰も頼んでいない緊急地震速報"),
            ("In June 2008 a diarist watched an IPv6 line in Japan. Every 30 seconds three packets came, to two ports: Earthquake Early Warning of a provider, by multicast, although nobody there had subscribed. At 09:08 it carried a real telegram, seconds after a strong earthquake in Iwate.",
             "2008 年 6 月、日本の IPv6 回線を見ていた人がいました。30 秒ごとに 3 発ずつ、2 つのポートへ届くパケット。契約していないのにマルチキャストで届く、プロバイダーの緊急地震速報でした。9 時 8 分、岩手の強い地震の直後には本物の電文が流れました。"),
            [(("the stream, and its beat of 30 seconds", "30 秒周期のストリーム"), "channels"), (("the telegram on the map, and what speaks for it", "地図で見る電文とその判定"), "telegrams"), (("why it arrives", "なぜ届くのか"), "flows?filter=cause:channel-unjoined")]),
        new("world-ipv6-day.pcap.gz", "world-ipv6-day.actions.jsonl",
            ("World IPv6 Day, re-enacted in two minutes", "World IPv6 Day を 2 分で再現"),
            ("On 8 June 2011 large sites gave their names IPv6 addresses for a day. Programs that nobody touched moved too: updates, safe browsing, telemetry. Here the day is played again with real browsers: names move to IPv6 and back, four of them break there in four ways, and some are saved by falling back to IPv4.",
             "2011 年 6 月 8 日、大手サイトが 1 日だけ名前に IPv6 アドレスを付けました。誰も触れていないプログラムの更新やセーフブラウジングも IPv6 に移りました。ここでは実際のブラウザでその日を再現しています。名前は IPv6 に移ってまた戻り、4 つは 4 通りに壊れ、一部は IPv4 に戻って助かります。"),
            [(("names that moved, and what broke", "移った名前と壊れたもの"), "moves"), (("programs that acted by themselves", "自ら通信したプログラム"), "flows?filter=cause:own-software"), (("who was there without your own doing", "自分の操作によらない相手"), "peers?own=without")]),
        new("multicast.pcap", null,
            ("A multicast laboratory: a telegram, true and forged", "マルチキャストの実験: 本物と偽の電文"),
            ("The stream of 2008 played on a laboratory's link: a second service appears and stops, the routers' PIM falls silent, and beside a telegram of the usual sender somebody sends a forged one of magnitude 7.2. Nothing in a telegram proves its sender; what surrounds it tells.",
             "2008 年のストリームを実験用リンクで再現したもの。2 つめのサービスが現れて止まり、ルーターの PIM が消え、いつもの送り主の電文のそばで誰かがマグニチュード 7.2 の偽の電文を送ります。電文に送り主を証明するものはなく、周囲の様子から判断します。"),
            [(("the forged telegram, and what speaks against it", "偽の電文とそれを疑う理由"), "telegrams"), (("what appeared, changed and stopped", "現れ、変わり、止まったもの"), "findings?severity=notice")]),
        new("everyday.pcap", null,
            ("Fifteen seconds of an everyday home", "普段の家の 15 秒"),
            ("A host comes up on a network with IPv4 and IPv6, gets its addresses, sets its clock, opens a few pages and finds a printer. Even so little has dozens of conversations, and each has a reason.",
             "IPv4 と IPv6 のあるネットワークで 1 台が起動し、アドレスを得て、時計を合わせ、いくつかのページを開き、プリンターを見つけます。これだけでも会話は数十に上り、それぞれに理由があります。"),
            [(("its conversations", "その会話"), "flows"), (("who it spoke with", "話した相手"), "peers")]),
    ];
}

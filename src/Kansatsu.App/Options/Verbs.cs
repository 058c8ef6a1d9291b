using Kansatsu.App.Text;
using Kansatsu.App.Views;

namespace Kansatsu.App.Options;

/// <summary>Every verb there is. A new one is an entry here and a view.</summary>
static class Verbs
{
    const VerbOptions List = VerbOptions.Files | VerbOptions.Limit;

    public static readonly IReadOnlyList<Verb> All =
    [
        new("read",
            ("observe captures and explain what is in them", "キャプチャを観測し、何がなぜ流れたかを説明する"),
            ("One screen: how much IPv4 and IPv6, why each part of it is there and what share stays unexplained, what home is,\nthe busiest peers, multicast groups, neighbors, and what is odd. Several files are one observation.",
             "1 画面にまとめる: IPv4 と IPv6 の量、流れた理由と説明できない割合、観測側(home)、主な相手、\nマルチキャストグループ、近隣、異常。複数のファイルは 1 つの観測として扱う。"),
            VerbOptions.Files,
            [
                new("read samples/2008-06-14-eew.pcapng --tz Asia/Tokyo", ("the sample of the observation diary", "観察日記の見本")),
                new("read today.pcapng.gz yesterday.pcap --json", ("two files as one observation, for a program", "2 つのファイルを 1 つの観測として、プログラム向けに")),
                new("read x.pcap --home 2001:db8::/64 --since 09:00", ("home is known; only from nine o'clock on", "home を指定し、9 時以降だけ")),
            ],
            ReadView.Run),
        new("packets",
            ("a line per packet, with its cause; -x adds the layers and a hex dump", "パケットごとに 1 行、原因つき。-x で層と 16 進ダンプ"),
            ("Number, time, source, destination, protocol, what the packet says, and why it is there. The capture is read twice:\nfirst to find the causes, then to list.",
             "番号、時刻、送信元、宛先、プロトコル、内容、そして理由。原因を知るため 2 回読む。"),
            List | VerbOptions.Packets | VerbOptions.FlowFilter,
            [
                new("packets samples/2008-06-14-eew.pcapng --tz Asia/Tokyo", ("the diary's list", "日記の一覧")),
                new("packets x.pcap -x --since 09:13:28 -n 1", ("everything about one packet", "1 つのパケットの全て")),
                new("packets x.pcap --cause scan | less", ("who probes", "誰が探りを入れているか")),
            ],
            PacketsView.Run),
        new("flows",
            ("conversations: who began, how much, what name, why", "会話: 誰が始め、どれだけ、どの名前で、なぜ"),
            ("Both directions of one five-tuple in one zone are a flow. → was seen to begin; ? means the beginning is a conclusion.",
             "1 つの 5 つ組の両方向を 1 つのフローとする。? は開始側が推定であることを示す。"),
            List | VerbOptions.FlowFilter,
            [
                new("flows x.pcap --cause unexplained", ("what nothing explains", "説明のつかないもの")),
                new("flows x.pcap --name example.org --json", ("all flows to a name, for a program", "ある名前への全フローをプログラム向けに")),
                new("flows x.pcap --peer 2001:db8::/32 --port 443", ("flows with one network", "ある網とのフロー")),
            ],
            FlowsView.Run),
        new("names",
            ("names met, and where each came from", "現れた名前とその出どころ"),
            ("DNS, mDNS and LLMNR questions and answers, TLS and QUIC server names, HTTP hosts, certificates.",
             "DNS・mDNS・LLMNR の質問と応答、TLS と QUIC のサーバー名、HTTP の Host、証明書。"),
            List, [new("names x.pcap", ("every name and its addresses", "全ての名前とアドレス")), new("names x.pcap --json", ("the same for a program", "同じものをプログラム向けに"))],
            NamesView.Run),
        new("groups",
            ("multicast groups: who joined, who sends", "マルチキャストグループ: 誰が参加し、誰が送るか"),
            ("Membership as MLD and IGMP report it, and the traffic that goes to each group.", "MLD と IGMP が報告する参加者と、各グループへのトラフィック。"),
            List, [new("groups x.pcap", ("every group", "全てのグループ"))],
            GroupsView.Run),
        new("neighbors",
            ("hosts and routers on the link", "リンク上のホストとルーター"),
            ("Link-layer addresses with the IP addresses seen for them, and what routers advertise.", "リンク層アドレスごとの IP アドレスと、ルーターの広告内容。"),
            List, [new("neighbors x.pcap", ("who is on the link", "リンク上に誰がいるか"))],
            NeighborsView.Run),
        new("anomalies",
            ("traffic that breaks a rule, by kind", "規則を破るトラフィック、種類ごと"),
            ("Each kind has a stable name (docs/reference/anomalies.md), a count, and the first frames as examples.",
             "種類ごとに決まった名前(docs/reference/anomalies.md)、回数、最初の例を示す。"),
            List, [new("anomalies x.pcap", ("what is odd", "何がおかしいか"))],
            AnomaliesView.Run),
        new("causes",
            ("why the traffic is there, and what share stays unexplained", "トラフィックの理由と、説明のつかない割合"),
            ("Every flow has exactly one cause; `flows --cause KIND` lists them.", "全てのフローに原因はただ 1 つ。`flows --cause KIND` で一覧できる。"),
            List, [new("causes x.pcap", ("the shares", "割合"))],
            CausesView.Run),
        new("doctor",
            ("what works here, what does not, and the remedy", "ここで何が動き、何が動かず、どうすればよいか"),
            ("Checks the runtime, the time zone database and the terminal.", "実行環境、時間帯データベース、端末を調べる。"),
            VerbOptions.None, [new("doctor", ("check this machine", "この機械を調べる"))],
            DoctorView.Run),
    ];
}

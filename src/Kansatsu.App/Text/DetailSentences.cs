using System.Collections.Frozen;

namespace Kansatsu.App.Text;

/// <summary>The sentences of the rules that never change, in Japanese. A test reads the rules' sources and misses none.</summary>
static class DetailSentences
{
    static readonly FrozenDictionary<string, string> s_japanese = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // Home itself
        ["a declared action"] = "宣言された動作",
        ["home began it, for an unknown reason"] = "こちらが始めたが、理由は不明",
        ["between devices of home, for an unknown reason"] = "こちらの機器どうしの通信、理由は不明",
        ["between devices of home, for an unknown reason; half of it was captured"] = "こちらの機器どうしの通信、理由は不明(片方向だけ捕捉)",
        ["home takes part in it, for an unknown reason; only the far side's packets were captured"] = "こちらが関わる通信、理由は不明(相手のパケットだけ捕捉)",
        ["home sends to a group"] = "こちらがグループへ送信",
        ["a program speaks by itself"] = "プログラムが自ら通信",
        ["home asks the DNS"] = "こちらが DNS に問い合わせ",
        ["home asks the DNS, encrypted"] = "こちらが DNS に問い合わせ(暗号化)",
        ["for the conversation that followed"] = "続く通信のため",
        ["home sets its clock"] = "こちらの時計合わせ",
        ["home asks neighbors for names"] = "こちらが近隣に名前を尋ねる",
        ["home asks its router for port mappings"] = "こちらがルーターにポートの割り当てを頼む",
        ["home asks for addresses or settings"] = "こちらがアドレスや設定を求める",
        ["home announces itself or looks who is there"] = "こちらが名乗る、または誰がいるか探す",
        ["home tells which groups it listens to"] = "こちらが参加するグループを知らせる",
        ["home seeks routers"] = "こちらがルーターを探す",
        ["home looks for a neighbor, or checks that it is still there"] = "こちらが近隣を探す、またはまだいるか確かめる",
        ["home tells its link-layer address"] = "こちらがリンク層アドレスを知らせる",
        ["home takes part in Neighbor Discovery"] = "こちらの近隣探索",
        ["home's system refuses packets or says what is wrong with them"] = "こちらの OS がパケットを断る、または誤りを知らせる",
        ["an address is tested for duplicates, or routers are sought without one"] = "アドレスの重複検査、またはアドレスなしでのルーター探し",
        ["a host without an address yet asks for one"] = "まだアドレスのないホストがアドレスを求める",
        ["a host without an address yet tells which groups it listens to"] = "まだアドレスのないホストが参加するグループを知らせる",
        ["a host without an address yet: tests one for duplicates or seeks routers"] = "まだアドレスのないホストが重複を検査、またはルーターを探す",

        // Why something is home
        ["given with --home"] = "--home で指定",
        ["addresses in it were tested for duplicates on this link"] = "このリンクで、この中のアドレスの重複が検査された",
        ["a DHCP server on this link gave addresses in it"] = "このリンクの DHCP サーバーがこの中のアドレスを割り当てた",
        ["neighbors on this link answered for addresses in it"] = "このリンクの近隣が、この中のアドレスについて答えた",
        ["neighbors on this link use ARP with addresses in it"] = "このリンクの近隣が、この中のアドレスで ARP を使う",
        ["a router advertised it on this link"] = "ルーターがこのリンクで広告した",
        ["neighbors on this link sought routers with addresses in it"] = "このリンクの近隣が、この中のアドレスでルーターを探した",
        ["it reported membership of multicast groups"] = "マルチキャストグループへの参加を報告した",
        ["it was tested for duplicates on this link"] = "このリンクで重複が検査された",
        ["it sought routers on this link"] = "このリンクでルーターを探した",
        ["it is for local use, the other side is not"] = "内部用のアドレスで、反対側はそうではない",
        ["the conversations seen stay inside it"] = "見えた通信はこの中で完結している",
        ["no single address is in the middle of the traffic; a whole site was taken for home"] = "通信の中心となる 1 つのアドレスがないため、サイト全体を観測される側とした",
        ["no conversation was seen"] = "通信が見られない",
        ["only multicast, broadcast or link-local traffic was seen, and no host reported membership or tested an address"] = "マルチキャスト、ブロードキャスト、リンクローカルの通信だけで、参加の報告もアドレスの検査もない",
        ["no side takes part in most of the conversations: this looks like a link in transit; --home tells which side is observed"] = "ほとんどの通信に関わる側がない。通過するリンクと思われる。--home で指定できる",

        // Neighbors and routers
        ["a DHCP server or relay speaks"] = "DHCP サーバーまたは中継の通信",
        ["a neighbor asks for addresses or settings"] = "近隣がアドレスや設定を求める",
        ["a neighbor asks for or tells home its address"] = "近隣がアドレスを尋ねる、または知らせる",
        ["a neighbor speaks to all on the link"] = "近隣がリンクの全員へ送信",
        ["a neighbor tells which groups it listens to"] = "近隣が参加するグループを知らせる",
        ["neighbors find one another"] = "近隣どうしの探索",
        ["hosts announce themselves or look who is there"] = "ホストが名乗る、または誰がいるか探す",
        ["a router advertises itself and its prefixes"] = "ルーターが自身とプレフィックスを広告",
        ["a router tells of a better first hop"] = "ルーターがより良い経路を知らせる",
        ["a multicast router says that it is there"] = "マルチキャストルーターの名乗り",
        ["the querier asks which groups are listened to"] = "クエリアがグループの参加者を尋ねる",
        ["routers run the network"] = "ルーターがネットワークを動かす通信",
        ["a router or host says why a packet did not arrive"] = "ルーターかホストがパケットの届かない理由を知らせる",
        ["Neighbor Discovery that came through a router or is forged"] = "ルーターを越えて来た、または偽造の近隣探索",

        // Multicast data
        ["multicast data that home asked for"] = "こちらが参加したマルチキャスト",
        ["multicast data that somebody here asked for"] = "ここの誰かが参加したマルチキャスト",
        ["multicast data that nobody here was seen to ask for"] = "ここで参加した者が見られないマルチキャスト",
        ["multicast data that a neighbor asked for and home did not"] = "こちらではなく近隣が参加したマルチキャスト",

        // Visits and what nobody asked for
        ["somebody uses a service of home"] = "誰かがこちらのサービスを利用",
        ["somebody uses a service of home; only his packets were captured"] = "誰かがこちらのサービスを利用(相手のパケットだけ捕捉)",
        ["somebody pings home, and home answers"] = "誰かの ping にこちらが応答",
        ["somebody looks which hosts are on the link"] = "誰かがリンク上のホストを探す",
        ["somebody looks for the way here"] = "誰かがここまでの経路を調べる",
        ["a single try that nobody answered as a service does"] = "サービスとしての応答がない単発の試み",
        ["a spray of fragments and broken packets whose sources are forged"] = "送信元を偽った断片や壊れたパケットの散布",
        ["a flood of SYNs whose sources are forged"] = "送信元を偽った SYN の洪水",
        ["TCP answers to connections that home was not seen to begin"] = "こちらが始めたと見えない接続への TCP の応答",
        ["DNS answers to questions that home was not seen to ask"] = "こちらが尋ねたと見えない問いへの DNS の応答",
        ["datagrams from a service that home was not seen to ask"] = "こちらが尋ねたと見えないサービスからのデータグラム",
        ["ICMP replies to requests that home was not seen to send"] = "こちらが送ったと見えない要求への ICMP の応答",
        ["pieces of large datagrams that home was not seen to ask for, as reflected attacks bring them"] = "こちらが求めたと見えない大きなデータグラムの断片(反射攻撃に見られるもの)",
        ["an error about a packet that home was not seen to send"] = "こちらが送ったと見えないパケットについてのエラー",
        ["content for somebody else: a stale or wrong address"] = "他の誰か宛ての内容: 古いか誤ったアドレス",
        ["a host still sends its log to this address: its syslog server setting is stale"] = "あるホストがまだここへログを送る: syslog サーバーの設定が古い",
        ["a device still sends SNMP traps to this address: its trap receiver setting is stale"] = "ある機器がまだここへ SNMP トラップを送る: トラップ受信先の設定が古い",
        ["a monitor still polls this address over SNMP: its list of devices is stale"] = "ある監視装置がまだここへ SNMP で尋ねる: 機器の一覧が古い",
        ["a router still exports flow records to this address: its collector setting is stale"] = "あるルーターがまだここへフロー記録を送る: 収集先の設定が古い",
        ["an access server still asks this address about logins: its RADIUS server setting is stale"] = "あるアクセスサーバーがまだここへログインを尋ねる: RADIUS サーバーの設定が古い",
        ["a host still asks this address for names: its resolver setting is stale"] = "あるホストがまだここへ名前を尋ねる: リゾルバーの設定が古い",
        ["a host still asks this address for the time: its NTP server setting is stale"] = "あるホストがまだここへ時刻を尋ねる: NTP サーバーの設定が古い",
        ["a peer still tries to reach a program here: the addresses that it was told (ICE, STUN) are stale"] = "ある相手がまだここのプログラムを呼ぶ: 教えられたアドレス(ICE、STUN)が古い",
        ["a telephone still registers or calls at this address: its SIP server setting is wrong or stale"] = "ある電話がまだここへ登録や発信をする: SIP サーバーの設定が誤りか古い",
        ["a media stream still comes here: its sender was given a wrong address or did not learn that the call ended"] = "音声や映像がまだここへ届く: 送信先が誤りか、通話の終わりが伝わっていない",
        ["peers still have this address in their lists: a peer-to-peer node that is gone"] = "ピアの一覧にまだこのアドレスが残る: 今はない P2P ノード",
        ["the other end of a tunnel or session still sends here: its setting for the far end is stale"] = "トンネルかセッションの相手がまだここへ送る: 対向の設定が古い",

        // Addresses and carriers
        ["a multicast or broadcast address as source"] = "送信元がマルチキャストまたはブロードキャスト",
        ["a loopback address on the wire"] = "ループバックアドレスが回線上に",
        ["an address that nobody may use out there"] = "外で誰も使えないアドレス",
        ["an address for local use beyond its site"] = "サイト内専用のアドレスが外に",
        ["a source address that nobody has: it is forged or wrongly set"] = "誰のものでもない送信元アドレス: 偽造か設定の誤り",
        ["remains of 6to4: an address made from an IPv4 address that is not public"] = "6to4 の名残: 公開でない IPv4 アドレスから作られたアドレス",
        ["remains of Teredo: an address made from an IPv4 address that is not public"] = "Teredo の名残: 公開でない IPv4 アドレスから作られたアドレス",
        ["carries other IP packets, which are explained by themselves"] = "別の IP パケットを運ぶ(中身は個別に説明)",
        ["6to4 by way of the relays' anycast address, which was given up (RFC 7526); what it carries is explained by itself"] = "廃止された中継用エニーキャストアドレス(RFC 7526)経由の 6to4(中身は個別に説明)",
        ["a tunnel whose content was not read"] = "中身を読めないトンネル",
        ["others speak with one another"] = "他者どうしの通信",

        // Why nothing is known
        ["nothing was seen that tells"] = "それを示すものが見られない",
        ["only the far side's packets were seen, and none that shows how it began"] = "相手のパケットだけが見え、どう始まったか分からない",
        ["only fragments without their first part were seen"] = "先頭のない断片だけが見えた",
        ["only one direction of it was seen"] = "片方向だけが見えた",
        ["it came unasked, home did not answer, and its content is not known"] = "頼まれず届き、こちらは応じず、中身も分からない",
        ["no rule fits what was seen of it"] = "見えた範囲に当てはまる規則がない",
        ["no conversation was seen"] = "通信が見られない",
        ["only multicast, broadcast or link-local traffic was seen, and no host reported membership or tested an address"] = "マルチキャスト、ブロードキャスト、リンクローカルだけで、参加の報告もアドレスの検査も見られない",
        ["no side takes part in most of the conversations: this looks like a link in transit; --home tells which side is observed"] = "大半の通信に関わる側がない: 中継のリンクらしい。--home で指定できる",
        ["no single address is in the middle of the traffic; a whole site was taken for home"] = "中心となる単独のアドレスがなく、サイト全体をこちらとみなした",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <returns>Null when the sentence is not one of those.</returns>
    public static string? Japanese(string english) => s_japanese.GetValueOrDefault(english);
}

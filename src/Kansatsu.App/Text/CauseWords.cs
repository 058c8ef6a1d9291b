using Kansatsu.Analysis;

namespace Kansatsu.App.Text;

/// <summary>What each cause means, in words.</summary>
static class CauseWords
{
    public static Phrase Of(CauseKind kind) => kind switch
    {
        CauseKind.OwnAction => ("an action that was declared here", "ここで宣言された動作"),
        CauseKind.OwnSoftware => ("a program of home acting by itself", "こちらのプログラムが自ら行う通信"),
        CauseKind.OwnHousekeeping => ("home keeps its network running", "こちらがネットワークを保つための通信"),
        CauseKind.OwnUnknown => ("home began it; nothing says why", "こちらが始めたが、理由は分からない"),
        CauseKind.NetworkControl => ("routers and neighbours run the network", "ルーターや近隣がネットワークを動かす通信"),
        CauseKind.NeighborChatter => ("other hosts announce themselves", "近隣のホストの名乗り"),
        CauseKind.ChannelJoined => ("multicast that home asked for", "こちらが参加したマルチキャスト"),
        CauseKind.ChannelUnjoined => ("multicast that nobody here asked for", "誰も頼んでいないのに届くマルチキャスト"),
        CauseKind.Visit => ("someone uses a service of home", "こちらのサービスへの訪問"),
        CauseKind.Scan => ("probing that nobody asked for", "頼まれない探り"),
        CauseKind.Backscatter => ("answers to packets home never sent", "送っていないパケットへの応答"),
        CauseKind.Misdirected => ("meant for someone else", "宛先違いのゴミ通信"),
        CauseKind.Leak => ("addresses that must not be on this link", "このリンクにあってはならないアドレス"),
        CauseKind.Attack => ("matches a named attack", "既知の攻撃"),
        CauseKind.Tunnel => ("a carrier of other flows", "他のフローを運ぶトンネル"),
        CauseKind.Transit => ("neither end is home", "どちらの端もこちらではない"),
        _ => ("nothing seen here proves why", "理由を示すものが見つからない"),
    };

    public static Style StyleOf(CauseKind kind) => kind switch
    {
        CauseKind.Attack or CauseKind.Leak => Style.Bad,
        CauseKind.Scan or CauseKind.Backscatter or CauseKind.Misdirected or CauseKind.ChannelUnjoined or CauseKind.Unexplained => Style.Notice,
        _ => Style.Good,
    };
}

using Kansatsu.Analysis;

namespace Kansatsu.App.Text;

/// <summary>What each kind of refusal means, in words that follow its count.</summary>
static class RefusalWords
{
    public static Phrase Of(RefusalKind kind) => kind switch
    {
        RefusalKind.SourceAddresses => ("times a source address was not added: the set was full", "集合が一杯で数えられなかった送信元アドレス(延べ)"),
        RefusalKind.DestinationAddresses => ("times a destination address was not added: the set was full", "集合が一杯で数えられなかった宛先アドレス(延べ)"),
        RefusalKind.Names => ("times a new name found no room", "表が一杯で残せなかった名前(延べ)"),
        RefusalKind.NameAddresses => ("times an address of a name found no room", "表が一杯で残せなかった名前のアドレス(延べ)"),
        RefusalKind.DnsQuestions => ("times a new DNS question found no room", "表が一杯で残せなかった DNS の問い(延べ)"),
        RefusalKind.HttpRequests => ("times a new HTTP request found no room", "表が一杯で残せなかった HTTP の要求(延べ)"),
        RefusalKind.Groups => ("times a new multicast group found no room", "表が一杯で残せなかったグループ(延べ)"),
        RefusalKind.Neighbors => ("times a new neighbor found no room", "表が一杯で残せなかった近隣(延べ)"),
        RefusalKind.NeighborAddresses => ("times an address of a neighbor found no room", "表が一杯で残せなかった近隣のアドレス(延べ)"),
        RefusalKind.SweepSources => ("vain tries were not counted for their source network: the table was full", "表が一杯で送信元ごとに数えられなかった空振りのフロー"),
        RefusalKind.Streams => ("TCP streams were read no further: too many at once", "同時に多すぎて途中で読むのをやめた TCP ストリーム"),
        RefusalKind.StreamBytes => ("times a TCP stream lost its place: no memory was left for content", "中身を置く場所が尽きて読み直した TCP ストリーム(延べ)"),
        RefusalKind.Lookups => ("DNS lookups could not be tied to flows: too many", "多すぎてフローに結び付けられなかった DNS の問い合わせ"),
        RefusalKind.Mails => ("mail conversations found no room", "表が一杯で残せなかったメールのやりとり"),
        RefusalKind.Telegrams => ("times an earthquake telegram or its stream found no room", "表が一杯で残せなかった緊急地震速報の電文(延べ)"),
        RefusalKind.Channels => ("packets of multicast streams were not followed: the table of channels was full", "チャネルの表が一杯で追えなかったマルチキャストのパケット"),
        RefusalKind.ChannelStories => ("times nothing more could be kept of a multicast stream: changes, sequence numbers", "マルチキャストの変化や順序番号を残せなかった回数"),
        RefusalKind.ControlSpeakers => ("messages of routers were not followed: too many senders", "送信者が多すぎて追えなかったルーターのメッセージ"),
        _ => ("QUIC greetings were given up: too many unfinished at once", "未完のものが多すぎて読むのをやめた QUIC の挨拶"),
    };
}

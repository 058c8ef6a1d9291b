namespace Kansatsu.Analysis;

/// <summary>What went between home and a peer over one family. Bytes are whole IP packets.</summary>
/// <param name="Answered">Flows with packets of both sides.</param>
/// <param name="Silent">Flows that home began and the peer never answered.</param>
/// <param name="PacketsTo">From home to the peer.</param>
/// <param name="Handshakes">TCP and QUIC connections that home began and the peer answered.</param>
/// <param name="HandshakeMicros">The median time from their first packet to the first answer; null without any.</param>
public sealed record PeerFamily(
    long Flows, long Answered, long Silent, long PacketsTo, long PacketsFrom, long BytesTo, long BytesFrom, int Handshakes, uint? HandshakeMicros)
{
    public static readonly PeerFamily None = new(0, 0, 0, 0, 0, 0, 0, 0, null);

    public long Packets => PacketsTo + PacketsFrom;

    public long Bytes => BytesTo + BytesFrom;
}

namespace Kansatsu.Analysis;

/// <summary>The stable names of causes and confidences, as printed and exported.</summary>
public static class CauseNames
{
    public static string Of(CauseKind kind) => kind switch
    {
        CauseKind.OwnAction => "own-action",
        CauseKind.OwnSoftware => "own-software",
        CauseKind.OwnHousekeeping => "own-housekeeping",
        CauseKind.OwnUnknown => "own-unknown",
        CauseKind.NetworkControl => "network-control",
        CauseKind.NeighborChatter => "neighbor-chatter",
        CauseKind.ChannelJoined => "channel-joined",
        CauseKind.ChannelUnjoined => "channel-unjoined",
        CauseKind.Visit => "visit",
        CauseKind.Scan => "scan",
        CauseKind.Backscatter => "backscatter",
        CauseKind.Misdirected => "misdirected",
        CauseKind.Leak => "leak",
        CauseKind.Attack => "attack",
        CauseKind.Tunnel => "tunnel",
        CauseKind.Transit => "transit",
        _ => "unexplained",
    };

    public static string Of(Confidence confidence) => confidence switch
    {
        Confidence.Certain => "certain",
        Confidence.Likely => "likely",
        _ => "guess",
    };
}

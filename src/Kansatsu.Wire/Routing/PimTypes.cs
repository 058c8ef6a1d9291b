namespace Kansatsu.Wire;

/// <summary>Messages of PIM version 2 (IANA pim-parameters).</summary>
public static class PimTypes
{
    public const byte Hello = 0;
    public const byte Register = 1;
    public const byte RegisterStop = 2;
    public const byte JoinPrune = 3;
    public const byte Bootstrap = 4;
    public const byte Assert = 5;
    public const byte Graft = 6;
    public const byte GraftAck = 7;
    public const byte CandidateRp = 8;

    public static string NameOf(byte type) => type switch
    {
        Hello => "Hello",
        Register => "Register",
        RegisterStop => "Register-stop",
        JoinPrune => "Join/Prune",
        Bootstrap => "Bootstrap",
        Assert => "Assert",
        Graft => "Graft",
        GraftAck => "Graft-Ack",
        CandidateRp => "Candidate-RP-Advertisement",
        9 => "State-Refresh",
        10 => "DF election",
        11 => "ECMP redirect",
        12 => "PIM flooding mechanism",
        _ => "Unknown type",
    };
}

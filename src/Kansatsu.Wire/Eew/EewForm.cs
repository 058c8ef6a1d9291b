namespace Kansatsu.Wire;

/// <summary>What stands around a telegram's text.</summary>
public enum EewForm
{
    None,

    /// <summary>The text and nothing else.</summary>
    Text,

    /// <summary>OCN's header of 48 bytes, JMA socket header, BCH.</summary>
    Ocn,

    /// <summary>JMA socket header and BCH, as on TCP.</summary>
    Socket,

    /// <summary>Weathernews: SOH, TKCC and ADTK, STX twice.</summary>
    Wni,

    /// <summary>The text was found in bytes of another kind.</summary>
    Unframed,
}

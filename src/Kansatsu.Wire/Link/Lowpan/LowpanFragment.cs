namespace Kansatsu.Wire;

/// <summary>Which of the fragment headers a 6LoWPAN frame has.</summary>
public enum LowpanFragment : byte
{
    /// <summary>None: a whole datagram.</summary>
    None,

    /// <summary>FRAG1 (RFC 4944 §5.3).</summary>
    First,

    /// <summary>FRAGN (RFC 4944 §5.3).</summary>
    Subsequent,

    /// <summary>RFRAG, a recoverable fragment (RFC 8931 §5.1).</summary>
    Recoverable,

    /// <summary>RFRAG-ACK (RFC 8931 §5.2).</summary>
    Acknowledgment,
}

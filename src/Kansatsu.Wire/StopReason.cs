namespace Kansatsu.Wire;

/// <summary>Why reading ended before the last byte was understood.</summary>
public enum StopReason : byte
{
    /// <summary>Everything was read.</summary>
    None,

    /// <summary>The capture kept fewer bytes than the wire carried: cut short by us.</summary>
    CutByCapture,

    /// <summary>A length field promises more bytes than the frame had on the wire: broken by them.</summary>
    Truncated,

    /// <summary>A field has a value that its specification forbids, so what follows cannot be trusted.</summary>
    Malformed,

    /// <summary>Well-formed as far as can be told, but nothing here reads it further.</summary>
    Unsupported,

    /// <summary>A stated limit of this program (nesting, layers, headers) was reached.</summary>
    LimitReached,
}

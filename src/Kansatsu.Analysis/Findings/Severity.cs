namespace Kansatsu.Analysis;

/// <summary>How much a finding matters to whoever looks after home.</summary>
public enum Severity : byte
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Worth a look.</summary>
    Notice,

    /// <summary>Something does not work, or should not be.</summary>
    Warning,

    /// <summary>Act now.</summary>
    Alert,
}

namespace Kansatsu.Analysis;

/// <summary>What is followed from day to day. The numbers are kept in stores: a new one goes to the end.</summary>
public enum SubjectKind : byte
{
    /// <summary>That anything was seen at all: silence counts only while somebody watched.</summary>
    Watch,

    /// <summary>Whom home speaks with.</summary>
    Peer,

    /// <summary>What home answers to the outside.</summary>
    Service,

    /// <summary>A multicast stream.</summary>
    Channel,

    /// <summary>A router as it speaks one protocol of the control plane.</summary>
    Control,
}

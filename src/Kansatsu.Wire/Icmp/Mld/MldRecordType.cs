namespace Kansatsu.Wire;

/// <summary>Kinds of listener records (RFC 3810 §5.2.12); IGMPv3 counts them alike (RFC 3376 §4.2.12).</summary>
public enum MldRecordType : byte
{
    None,
    IsInclude,
    IsExclude,
    ChangeToInclude,
    ChangeToExclude,
    AllowNewSources,
    BlockOldSources,
}

namespace Kansatsu.Wire;

/// <summary>What one listener record says of one group (RFC 3810 §5.2.5 ff.).</summary>
public readonly ref struct MldRecord(MldRecordType recordType, Ipv6Address group, AddressList sources)
{
    public MldRecordType RecordType { get; } = recordType;

    public Ipv6Address Group { get; } = group;

    public AddressList Sources { get; } = sources;

    /// <summary>After this record the sender listens to something of the group; a report that leaves says "include nothing".</summary>
    public bool Listens => RecordType switch
    {
        MldRecordType.IsInclude or MldRecordType.ChangeToInclude or MldRecordType.AllowNewSources => Sources.Count > 0,
        MldRecordType.IsExclude or MldRecordType.ChangeToExclude => true,
        _ => false,
    };
}

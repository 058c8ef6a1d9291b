namespace Kansatsu.Analysis;

/// <summary>Membership as MLD and IGMP tell it. Groups are never hosts.</summary>
public sealed class GroupTable
{
    public IEnumerable<GroupSeen> All => [];
}

namespace Kansatsu.Wire;

/// <summary>802.1Q tags, stacked (802.1ad) up to a limit.</summary>
static class VlanLayer
{
    /// <summary>Most tags read one after another; real networks stack two, sometimes three.</summary>
    public const int MaxTags = 8;

    public static LayerKind Read(ref Dissection d)
    {
        if (!VlanTag.TryRead(d.Rest, out var tag)) return d.EndShort(LayerKind.Vlan, VlanTag.Length, Anomaly.LinkTooShort);
        if (IsTooDeep(d)) return d.End(StopReason.LimitReached, LayerKind.Vlan, Anomaly.VlanTooDeep);
        d.Push(LayerKind.Vlan, VlanTag.Length).Value = tag.Type;
        return EtherTypes.Next(tag.Type, ref d);
    }

    static bool IsTooDeep(in Dissection d)
    {
        if (d.Count < MaxTags) return false;
        for (var i = d.Count - MaxTags; i < d.Count; i++)
            if (d[i].Kind != LayerKind.Vlan) return false;
        return true;
    }
}

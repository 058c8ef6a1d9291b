using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Collects what home did with each name that has anything to do with IPv6.</summary>
static class NameStories
{
    /// <summary>Lookups of one name that are looked through.</summary>
    const int MaxLookups = 1 << 14;

    public static IEnumerable<NameStory> Of(Observer observer)
    {
        var flows = observer.Flows;
        var names = observer.Names;
        var newest = new int[names.Count + 1];
        var before = new int[flows.Count];
        for (var i = 0; i < flows.Count; i++)
        {
            if (!observer.Causes.EndsAtHome(i).From) continue;
            ref readonly var flow = ref flows[i];
            if (flow.NameId == 0 || !flow.HasPorts || flow.IsToGroup || flow.PacketsOut == 0 || flow.Application == LayerKind.Dns) continue;
            before[i] = newest[flow.NameId];
            newest[flow.NameId] = i + 1;
        }

        for (var id = 1; id < newest.Length; id++)
        {
            if (newest[id] == 0) continue;
            List<int> list = [];
            var isIpv6 = false;
            for (var at = newest[id]; at != 0; at = before[at - 1])
            {
                list.Add(at - 1);
                isIpv6 |= flows[at - 1].Family == 6;
            }

            if (!isIpv6 && names.Lookups.NewestOf(id) == 0) continue;
            list.Sort((a, b) => flows[a].First.CompareTo(flows[b].First));
            var story = new NameStory(id, names.TextOf(id), list);
            Look(story, names.Lookups);
            yield return story;
        }
    }

    static void Look(NameStory story, LookupTable lookups)
    {
        var order = new List<int>();
        for (var at = lookups.NewestOf(story.NameId); at != 0 && order.Count < MaxLookups; at = lookups[at - 1].PreviousOfName)
            if (lookups[at - 1].Type == DnsTypes.Aaaa && lookups[at - 1].IsAnswered) order.Add(at - 1);
        order.Sort((a, b) => lookups[a].Answered.CompareTo(lookups[b].Answered));
        foreach (var index in order)
        {
            ref readonly var lookup = ref lookups[index];
            if (lookup.Answers > 0)
            {
                if (story.FirstAaaa < 0) story.FirstAaaa = index;
                story.Vanished = -1;
            }
            else if (!lookup.IsEmpty) continue;
            else if (story.FirstAaaa < 0) story.LastEmpty = index;
            else if (story.Vanished < 0) story.Vanished = index;
        }
    }
}

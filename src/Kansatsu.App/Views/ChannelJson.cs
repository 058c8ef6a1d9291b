using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>A line of `channels --json`; each field is described in docs/reference/json.md.</summary>
static class ChannelJson
{
    public static void Write(Utf8JsonWriter json, ChannelSeen channel, Observation observation)
    {
        json.WriteString("id", channel.Id);
        json.Address("source", channel.Source);
        json.Address("group", channel.Group);
        json.WriteNumber("port", channel.Port);
        json.WriteNumber("source_port", channel.SourcePort);
        json.Wire("zone", observation.InterfaceName(channel.Interface) ?? $"interface-{channel.Interface}");
        json.Time("first", channel.First);
        json.Time("last", channel.Last);
        json.WriteNumber("packets", channel.Packets);
        json.WriteNumber("bytes", channel.Bytes);
        WriteBeat(json, channel);
        json.WriteBoolean("joined", channel.Membership != ChannelMembership.Nobody);
        json.WriteString("joined_by", ChannelWords.NameOf(channel.Membership));
        json.Addresses("reporters", channel.Reporters);
        if (channel.Querier is { } querier) json.Address("querier", querier);
        json.WriteStartArray("hop_limits");
        foreach (var hop in channel.HopLimits) json.WriteNumberValue(hop);
        json.WriteEndArray();
        if (!channel.LinkSource.IsNone) json.WriteString("last_hop", channel.LinkSource.ToString());
        json.WriteStartArray("payload_lengths");
        foreach (var (length, _) in channel.PayloadLengths) json.WriteNumberValue(length);
        json.WriteEndArray();
        if (channel.OtherLengths > 0) json.WriteNumber("other_lengths", channel.OtherLengths);
        json.WriteString("kind", ChannelWords.KindOf(channel));
        WriteGroup(json, channel.Group);
        json.WriteString("state", channel.IsStopped ? "stopped" : "live");
        WriteLoss(json, channel);
        WriteStory(json, channel);
        json.Pair("frames", channel.FirstFrame, channel.LastFrame);
    }

    /// <summary>What the group's own address tells; `groups` has the same.</summary>
    public static void WriteGroup(Utf8JsonWriter json, Ipv6Address group)
    {
        json.WriteString("group_kind", GroupKinds.Of(group));
        if (GroupRegistry.NameOf(group) is { } name) json.WriteString("group_name", name);
        json.WriteString("scope", ChannelWords.ScopeOf(group));
        if (GroupKinds.PrefixOf(group) is { } prefix) json.WriteString("unicast_prefix", prefix.ToString());
        if (GroupKinds.RendezvousPointOf(group) is { } point) json.Address("rendezvous_point", point);
    }

    static void WriteBeat(Utf8JsonWriter json, ChannelSeen channel)
    {
        if (channel.Period == 0) return;
        json.WriteNumber("period_s", Seconds(channel.Period));
        if (channel.Burst > 0) json.WriteNumber("burst", channel.Burst);
        if (channel.Gap > 0) json.WriteNumber("gap_s", Seconds(channel.Gap));
        json.WriteNumber("jitter_s", Seconds(channel.Jitter));
        json.WriteNumber("phase_s", Seconds(channel.Phase));
    }

    static void WriteLoss(Utf8JsonWriter json, ChannelSeen channel)
    {
        if (channel.LossBy is null) return;
        json.WriteStartObject("loss");
        json.WriteString("by", channel.LossBy);
        json.WriteNumber("expected", channel.Expected);
        json.WriteNumber("missing", channel.Missing);
        json.WriteNumber("duplicates", channel.Duplicates);
        json.WriteEndObject();
    }

    static void WriteStory(Utf8JsonWriter json, ChannelSeen channel)
    {
        if (channel.Pause.Times > 0)
        {
            json.WriteStartObject("silence");
            json.WriteNumber("times", channel.Pause.Times);
            json.Time("from", channel.Pause.From);
            json.Time("to", channel.Pause.To);
            json.WriteEndObject();
        }

        if (channel.Changes.Count == 0) return;
        json.WriteStartArray("changes");
        foreach (var change in channel.Changes)
        {
            json.WriteStartObject();
            json.WriteString("what", ChangeNames.Of(change.Trait));
            json.WriteNumber("times", change.Times);
            json.WriteString("from", ChangeNames.Value(change.Trait, change.From));
            json.WriteString("to", ChangeNames.Value(change.Trait, change.To));
            json.Time("at", change.At);
            json.WriteNumber("frame", change.Frame);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Microseconds are what is known.</summary>
    public static decimal Seconds(long nanoseconds) => nanoseconds / 1000 / 1_000_000m;
}

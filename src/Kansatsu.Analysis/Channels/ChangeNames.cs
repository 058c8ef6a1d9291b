using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>The stable names of what can change about a stream, and its values as text.</summary>
public static class ChangeNames
{
    public static string Of(ChannelTrait trait) => trait switch
    {
        ChannelTrait.Period => "period",
        ChannelTrait.Burst => "burst",
        ChannelTrait.HopLimit => "hop_limit",
        ChannelTrait.LinkSource => "last_hop",
        _ => "source_port",
    };

    public static string Value(ChannelTrait trait, long value) => trait switch
    {
        ChannelTrait.Period => Words.Time(value),
        ChannelTrait.LinkSource => new MacAddress((ulong)value).ToString(),
        _ => $"{value}",
    };
}

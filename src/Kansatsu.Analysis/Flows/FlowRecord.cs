using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Everything that is told of one flow, owned: it outlives the tables that it was made from (docs/reference/json.md, "flows").</summary>
public sealed record FlowRecord
{
    public required Timestamp First { get; init; }

    public required Timestamp Last { get; init; }

    /// <summary>4 or 6.</summary>
    public required byte Family { get; init; }

    /// <summary>As <see cref="Flow.Zone"/>: 0 when the addresses need none.</summary>
    public ushort ZoneNumber { get; init; }

    /// <summary>What the zone is called; null when the addresses need none.</summary>
    public string? Zone { get; init; }

    /// <summary>IP protocol number after all extension headers.</summary>
    public required byte Protocol { get; init; }

    /// <summary>What the payload was recognised as, in lower case; empty when nothing was.</summary>
    public string Application { get; init; } = "";

    public required Ipv6Address Initiator { get; init; }

    public required Ipv6Address Responder { get; init; }

    /// <summary>For ICMP the type.</summary>
    public ushort InitiatorPort { get; init; }

    public ushort ResponderPort { get; init; }

    public bool IsInitiatorGuessed { get; init; }

    public long PacketsOut { get; init; }

    public long PacketsBack { get; init; }

    /// <summary>Bytes of IP packets, headers included, as declared.</summary>
    public long BytesOut { get; init; }

    public long BytesBack { get; init; }

    /// <summary>Zeek's letters.</summary>
    public string History { get; init; } = "";

    public FlowWay Way { get; init; }

    /// <summary>The far side's best name, as the wire gave it; empty when none is known.</summary>
    public string Name { get; init; } = "";

    public NameSource NameFrom { get; init; }

    public required Cause Cause { get; init; }

    public long Packets => PacketsOut + PacketsBack;

    public long Bytes => BytesOut + BytesBack;

    public bool IsIcmp => Protocol is IpProtocols.Icmp or IpProtocols.Icmpv6;

    public bool HasPorts => Flow.HasPortsIn(Protocol);

    /// <summary>The end that is not home's: who came in, else who was addressed.</summary>
    public bool IsFarInitiator => Way == FlowWay.In;

    public Ipv6Address Far => IsFarInitiator ? Initiator : Responder;

    /// <summary>13 characters; the same for the same flow of the same capture.</summary>
    public string Id => FlowId.Of(new FlowKey(Initiator, Responder, InitiatorPort, ResponderPort, Protocol, Family, ZoneNumber), First);

    public string CommunityId => Analysis.CommunityId.Of(Initiator, InitiatorPort, Responder, ResponderPort, Protocol, Family);

    /// <param name="zoneName">The name of an interface by its number; null when it has none.</param>
    public static FlowRecord Of(in Flow flow, Observer observer, Func<int, string?> zoneName) =>
        Of(flow, observer, observer.Causes.Explain(flow), observer.Home.Fresh(), zoneName);

    /// <summary>While frames still come: the cause as far as it is known, without judging everything anew.</summary>
    public static FlowRecord OfLeaving(in Flow flow, Observer observer, Func<int, string?> zoneName) =>
        Of(flow, observer, observer.Causes.ExplainNow(flow), observer.Home.Recent(), zoneName);

    static FlowRecord Of(in Flow flow, Observer observer, Cause cause, HomeConclusion home, Func<int, string?> zoneName) => new()
    {
        First = flow.First,
        Last = flow.Last,
        Family = flow.Family,
        ZoneNumber = flow.Zone,
        Zone = flow.Zone == 0 ? null : zoneName(flow.Zone - 1) ?? $"interface-{flow.Zone - 1}",
        Protocol = flow.Protocol,
        Application = ApplicationNames.Of(flow.Application),
        Initiator = flow.Initiator,
        Responder = flow.Responder,
        InitiatorPort = flow.InitiatorPort,
        ResponderPort = flow.ResponderPort,
        IsInitiatorGuessed = flow.IsInitiatorGuessed,
        PacketsOut = flow.PacketsOut,
        PacketsBack = flow.PacketsBack,
        BytesOut = flow.BytesOut,
        BytesBack = flow.BytesBack,
        History = flow.History,
        Way = FlowWays.Of(flow, home),
        Name = flow.NameId == 0 ? "" : observer.Names.TextOf(flow.NameId),
        NameFrom = flow.NameFrom,
        Cause = cause,
    };
}

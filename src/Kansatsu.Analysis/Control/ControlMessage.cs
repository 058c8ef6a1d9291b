using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What a message of the control plane says of its sender's presence.</summary>
/// <param name="HoldSeconds">Silence after which the sender counts as gone; uint.MaxValue = never.</param>
/// <param name="Says">What it says of itself, folded, so that a change shows.</param>
readonly record struct ControlMessage(ControlKind Kind, double HoldSeconds, ulong Says = 0, uint Priority = 0, bool IsGoodbye = false)
{
    /// <summary>RFC 7761 §4.11: when a hello names no hold time.</summary>
    const int PimHold = 105;

    /// <summary>RFC 7761 §4.9.2: never time out.</summary>
    const int PimForever = 0xffff;

    /// <summary>RFC 3810 §9.5, from the defaults of §9.1 to §9.3: robustness times query interval and half a response.</summary>
    const int QuerierHold = 255;

    /// <summary>Three times the longest interval between advertisements (RFC 4861 §6.2.1), which is the default lifetime.</summary>
    const int RouterHold = 1800;

    /// <summary>RFC 2080 §2.3.</summary>
    const int RipngHold = 180;

    const int VrrpSkewedIntervals = 4;
    const int EigrpParameters = 1;
    const int EigrpHold = 15;

    public static bool TryReadPim(ReadOnlySpan<byte> bytes, out ControlMessage message)
    {
        message = default;
        if (!PimHello.TryRead(bytes, out var hello)) return false;
        var hold = hello.TryFindNumber(PimHello.HoldTime, out var told) ? told : PimHold;
        hello.TryFindNumber(PimHello.DrPriority, out var priority);
        hello.TryFindNumber(PimHello.GenerationId, out var generation);
        message = new(ControlKind.Pim, hold == PimForever ? uint.MaxValue : hold, ((ulong)generation << 32) | priority, priority, hold == 0);
        return true;
    }

    /// <summary>General queries only: others follow a leave and say nothing of when the next comes.</summary>
    public static bool TryReadMldQuery(ReadOnlySpan<byte> bytes, out ControlMessage message)
    {
        message = default;
        if (!MldQuery.TryRead(bytes, out var query) || !query.IsGeneral) return false;
        message = new(ControlKind.MldQuerier, OfQuerier(query.QueryIntervalSeconds, query.Robustness, query.MaximumResponseMilliseconds / 1000.0), (ulong)query.Version);
        return true;
    }

    public static bool TryReadIgmpQuery(ReadOnlySpan<byte> bytes, out ControlMessage message)
    {
        message = default;
        if (!IgmpMessage.TryRead(bytes, out var query) || query.Type != IgmpMessage.Query || !query.Group.IsUnspecified) return false;
        message = new(ControlKind.IgmpQuerier, OfQuerier(query.QueryIntervalSeconds, query.Robustness, query.MaximumResponseTenths / 10.0), (ulong)query.Version);
        return true;
    }

    public static bool TryReadMrd(ReadOnlySpan<byte> bytes, out ControlMessage message)
    {
        message = new(ControlKind.MulticastRouter, 0, IsGoodbye: true);
        if (bytes.Length > 0 && bytes[0] == Icmpv6Types.MulticastRouterTermination) return true;
        if (!MulticastRouterAdvertisement.TryRead(bytes, out var advertisement)) return false;
        // RFC 4286 §5.2: three intervals.
        message = new(ControlKind.MulticastRouter, 3 * Math.Max((int)advertisement.AdvertisementIntervalSeconds, 4), ((ulong)advertisement.QueryIntervalSeconds << 16) | advertisement.Robustness);
        return true;
    }

    /// <summary>A router that stops being a default router says so with a lifetime of 0, and may go on to advertise (RFC 4861 §6.2.5).</summary>
    public static bool TryReadRouter(ReadOnlySpan<byte> bytes, out ControlMessage message)
    {
        message = default;
        if (!RouterAdvertisement.TryRead(bytes, out var advertisement)) return false;
        var lifetime = advertisement.RouterLifetimeSeconds;
        message = new(ControlKind.RouterAdvertisement, lifetime == 0 ? RouterHold : lifetime, ((ulong)advertisement.Flags << 32) | lifetime, lifetime);
        return true;
    }

    public static bool TryReadOspf(ReadOnlySpan<byte> bytes, out ControlMessage message)
    {
        message = default;
        if (!OspfHeader.TryRead(bytes, out var header) || header.Type != OspfHeader.Hello || !OspfHello.TryRead(header, out var hello)) return false;
        message = new(header.Version == 2 ? ControlKind.Ospf : ControlKind.Ospfv3, hello.DeadIntervalSeconds, ((ulong)hello.DesignatedRouter << 32) | hello.BackupDesignatedRouter, hello.Priority);
        return true;
    }

    public static bool TryReadVrrp(ReadOnlySpan<byte> bytes, out ControlMessage message)
    {
        message = default;
        if (!VrrpMessage.TryRead(bytes, out var vrrp) || vrrp.Type != 1) return false;
        message = new(ControlKind.Vrrp, Math.Max(1.0, vrrp.IntervalCentiseconds * VrrpSkewedIntervals / 100.0), vrrp.VirtualRouterId, vrrp.Priority, vrrp.Priority == 0);
        return true;
    }

    /// <summary>A hello is an update without a sequence number; its parameters hold the hold time (RFC 7868 §6.6.2).</summary>
    public static bool TryReadEigrp(ReadOnlySpan<byte> bytes, out ControlMessage message)
    {
        const int hello = 5;
        message = default;
        if (!EigrpHeader.TryRead(bytes, out var header) || header.Opcode != hello) return false;
        var rest = bytes[EigrpHeader.Length..];
        var hold = rest.Length >= 12 && rest[0] == 0 && rest[1] == EigrpParameters ? (rest[10] << 8) | rest[11] : EigrpHold;
        message = new(ControlKind.Eigrp, hold, header.AutonomousSystem);
        return true;
    }

    public static bool TryReadRipng(ReadOnlySpan<byte> bytes, out ControlMessage message)
    {
        message = new(ControlKind.Ripng, RipngHold);
        return RipMessage.TryRead(bytes, out var rip) && rip.Command == 2;
    }

    public static bool TryReadHsrp(ReadOnlySpan<byte> bytes, out ControlMessage message)
    {
        message = default;
        if (!HsrpMessage.TryRead(bytes, out var hsrp) || hsrp.Opcode is not (0 or 2)) return false;
        message = new(ControlKind.Hsrp, hsrp.HoldMilliseconds / 1000.0, ((ulong)hsrp.Group << 8) | hsrp.State, hsrp.Priority, hsrp.Opcode == 2);
        return true;
    }

    static double OfQuerier(int interval, int robustness, double response) => interval == 0 || robustness == 0 ? QuerierHold : (interval * robustness) + (response / 2);
}

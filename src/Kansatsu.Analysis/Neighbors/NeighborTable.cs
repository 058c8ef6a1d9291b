using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Who is on the link: addresses by link-layer address, routers with what they advertise. Only messages that cannot have come through a router are
/// believed (hop limit 255, RFC 4861 §6). At the bounds new neighbors and addresses are refused and counted.
/// </summary>
public sealed class NeighborTable
{
    public const int MaxNeighbors = 4096;

    readonly List<NeighborRecord> _records = [];
    readonly SlotIndex _byMac = new();
    readonly SlotIndex _byAddress = new();
    int _addressCount;

    public int Count => _records.Count;

    /// <summary>Times that a new neighbor found no room.</summary>
    public long Refused { get; private set; }

    /// <summary>Times that a neighbor's address found no room.</summary>
    public long RefusedAddresses
    {
        get
        {
            var refused = 0L;
            foreach (var record in _records) refused += record.Refused;
            return refused;
        }
    }

    /// <summary>Messages not believed because their hop limit was not 255.</summary>
    public long Distrusted { get; private set; }

    public IEnumerable<NeighborSeen> All
    {
        get
        {
            foreach (var r in _records)
            {
                yield return new NeighborSeen(
                    r.Mac, r.Interface, AddressesOf(r), r.Router is not null, [.. r.Router?.Prefixes ?? []], r.Router?.LifetimeSeconds,
                    [.. r.Router?.DnsServers ?? []], [.. r.Names], r.First, r.Last, r.Frame)
                { Router = Seen(r.Router) };
            }
        }
    }

    internal IReadOnlyList<NeighborRecord> Records => _records;

    /// <summary>Grows with every new thing learnt, so that a conclusion can tell that it is old.</summary>
    internal long Version { get; private set; }

    /// <summary>RS, RA, NS, NA and Redirect.</summary>
    public void ObserveNdp(in Dissection d, in Layer icmpv6, in PacketFacts facts)
    {
        if (facts.HopLimit != byte.MaxValue)
        {
            Distrusted++;
            return;
        }

        var message = d.BytesOf(icmpv6);
        if (NeighborSolicitation.TryRead(message, out var solicitation)) ObserveSolicitation(solicitation, facts);
        else if (NeighborAdvertisement.TryRead(message, out var advertisement)) ObserveAdvertisement(advertisement, facts);
        else if (RouterSolicitation.TryRead(message, out var routers)) NoteSource(routers.Options, facts, NeighborEvidence.RouterSought);
        else if (RouterAdvertisement.TryRead(message, out var router) && NoteSource(router.Options, facts, NeighborEvidence.Router) is { } record)
            RouterObserver.Observe(router, record, facts);
    }

    /// <summary>An ARP packet for IPv4 over Ethernet (RFC 826), from its hardware type on.</summary>
    public void ObserveArp(ReadOnlySpan<byte> arp, in PacketFacts facts)
    {
        if (!ArpSender.TryRead(arp, out var mac, out var sender, out var target)) return;
        // A sender of 0.0.0.0 asks whether the target is free (RFC 5227 §2.1.1).
        if (sender.IsUnspecified) Note(mac, target, NeighborEvidence.Tested, facts);
        else Note(mac, sender, NeighborEvidence.Arp, facts);
    }

    /// <summary>A DHCPv4 message: what was given to whom, and host names.</summary>
    public void ObserveDhcp(ReadOnlySpan<byte> message, in PacketFacts facts) => DhcpObserver.ObserveIpv4(message, this, facts);

    /// <summary>A DHCPv6 message, relayed or not.</summary>
    public void ObserveDhcpv6(ReadOnlySpan<byte> message, in PacketFacts facts) => DhcpObserver.ObserveIpv6(message, this, facts);

    /// <summary>A DHCP server gave an address to a client.</summary>
    /// <param name="client">The client's link-layer address, as the message tells it.</param>
    internal void ObserveLease(MacAddress client, Ipv6Address address, in PacketFacts facts) => Note(client, address, NeighborEvidence.Leased, facts);

    /// <summary>A client told its host name.</summary>
    internal void ObserveHostName(MacAddress client, ReadOnlySpan<byte> name, in PacketFacts facts)
    {
        if (name.IsEmpty || Meet(client, facts) is not { } record || record.Names.Count >= NeighborRecord.MaxNames) return;
        name = name[..Math.Min(name.Length, byte.MaxValue)];
        foreach (var known in record.Names)
            if (WireText.IsDecoded(name, known)) return;
        record.Names.Add(WireText.Decode(name));
    }

    /// <summary>The neighbor that has an address, whatever its interface.</summary>
    internal NeighborRecord? Find(Ipv6Address address)
    {
        var candidates = _byAddress.Find(_byAddress.Hash.Of(address));
        while (candidates.MoveNext())
        {
            foreach (var known in _records[candidates.Current].Addresses)
                if (known.Address == address) return _records[candidates.Current];
        }

        return null;
    }

    void ObserveSolicitation(NeighborSolicitation solicitation, in PacketFacts facts)
    {
        if (facts.Source.IsUnspecified) Note(facts.LinkSource, solicitation.Target, NeighborEvidence.Tested, facts);
        else NoteSource(solicitation.Options, facts, NeighborEvidence.Asked);
    }

    void ObserveAdvertisement(NeighborAdvertisement advertisement, in PacketFacts facts)
    {
        var mac = advertisement.Options.TryFindLinkLayerAddress(NdpOptionTypes.TargetLinkLayerAddress, out var told) ? told : facts.LinkSource;
        Note(mac, advertisement.Target, NeighborEvidence.Answered, facts);
    }

    NeighborRecord? NoteSource(NdpOptions options, in PacketFacts facts, NeighborEvidence evidence)
    {
        var mac = options.TryFindLinkLayerAddress(NdpOptionTypes.SourceLinkLayerAddress, out var told) ? told : facts.LinkSource;
        return Note(mac, facts.Source, evidence, facts);
    }

    NeighborRecord? Note(MacAddress mac, Ipv6Address address, NeighborEvidence evidence, in PacketFacts facts)
    {
        if (mac.IsNone && !TryFromInterfaceId(address, out mac)) return null;
        if (Meet(mac, facts) is not { } record) return null;
        if (address.IsUnspecified || address.IsGroup) return record;
        var before = record.Addresses.Count;
        record.Note(address, evidence, facts.Frame);
        if (record.Addresses.Count == before) return record;
        Version++;
        if (_addressCount++ < MaxNeighbors * 4) _byAddress.Add(_byAddress.Hash.Of(address), record.Index);
        return record;
    }

    NeighborRecord? Meet(MacAddress mac, in PacketFacts facts)
    {
        if (mac.IsNone || mac.IsGroup) return null;
        var hash = _byMac.Hash.Of((mac.Value << 16) ^ (uint)facts.Interface);
        var candidates = _byMac.Find(hash);
        while (candidates.MoveNext())
        {
            var known = _records[candidates.Current];
            if (known.Mac != mac || known.Interface != facts.Interface) continue;
            known.Last = facts.Time;
            return known;
        }

        if (_records.Count >= MaxNeighbors)
        {
            Refused++;
            return null;
        }

        var record = new NeighborRecord(mac, facts.Interface) { Index = _records.Count, First = facts.Time, Last = facts.Time, Frame = facts.Frame };
        _byMac.Add(hash, _records.Count);
        _records.Add(record);
        return record;
    }

    /// <summary>Links without link-layer addresses: the modified EUI-64 inside an interface identifier names the device (RFC 4291 appendix A).</summary>
    static bool TryFromInterfaceId(Ipv6Address address, out MacAddress mac)
    {
        var id = address.Low;
        mac = new MacAddress(((id >> 40 & 0xff_ffff) ^ 0x02_0000) << 24 | (id & 0xff_ffff));
        return !address.IsIpv4 && (id >> 24 & 0xffff) == 0xfffe;
    }

    static RouterSeen? Seen(RouterRecord? router) => router is null ? null : new RouterSeen(
        router.LifetimeSeconds ?? 0, (router.Flags & 0x80) != 0, (router.Flags & 0x40) != 0, router.Mtu, [.. router.Routes], [.. router.SearchDomains],
        router.Pref64, router.Advertisements, router.Frame);

    static Ipv6Address[] AddressesOf(NeighborRecord record)
    {
        var addresses = new Ipv6Address[record.Addresses.Count];
        for (var i = 0; i < addresses.Length; i++) addresses[i] = record.Addresses[i].Address;
        return addresses;
    }
}

namespace Kansatsu.Wire;

/// <summary>A line or a few for every neighbor discovery option; unknown ones as bytes.</summary>
static class NdpOptionListing
{
    public static void List(NdpOptions options, ListingWriter to)
    {
        while (options.MoveNext())
        {
            var option = options.Current;
            to.Field(NdpOptionTypes.NameOf(option.Type) ?? "Unknown option");
            if (!WriteGuidance(option, to) && !WriteIdentity(option, to)) WriteBytes(option, to);
        }

        if (options.HasZeroLength) to.Field("Options").Text("end in an option of length 0");
        else if (!options.IsClean) to.Field("Options").Text("end in an option that is not whole");
    }

    /// <summary>What routers tell.</summary>
    static bool WriteGuidance(NdpOption option, ListingWriter to)
    {
        if (PrefixInformation.TryRead(option, out var prefix))
        {
            to.Address(prefix.Address).Text("/").Number(prefix.PrefixLength).Text(prefix.OnLink ? " on-link" : "").Text(prefix.Autonomous ? " autonomous" : "")
                .Text(prefix.RouterAddress ? " router-address" : "").Text(prefix.PrefersDelegation ? " prefers-delegation" : "").Text(", valid ");
            WriteLifetime(prefix.ValidLifetimeSeconds, to);
            to.Text(", preferred ");
            WriteLifetime(prefix.PreferredLifetimeSeconds, to);
        }
        else if (RouteInformation.TryRead(option, out var route))
        {
            to.Address(route.Prefix.Address).Text("/").Number(route.PrefixLength).Text(", preference ").Text(NdpListing.NameOf(route.Preference)).Text(", lifetime ");
            WriteLifetime(route.LifetimeSeconds, to);
        }
        else if (RecursiveDnsServers.TryRead(option, out var servers))
        {
            for (var i = 0; i < servers.Servers.Count; i++) to.Address(servers.Servers[i]).Text(", ");
            to.Text("lifetime ");
            WriteLifetime(servers.LifetimeSeconds, to);
        }
        else if (DnsSearchList.TryRead(option, out var search)) WriteSearchList(search, to);
        else if (Pref64.TryRead(option, out var nat64))
            to.Address(nat64.Prefix.Address).Text("/").Number(nat64.PrefixLength).Text(", lifetime ").Number(nat64.LifetimeSeconds).Text(" s");
        else if (CaptivePortal.TryRead(option, out var portal)) to.Wire(portal.Uri);
        else if (HomeAgentInformation.TryRead(option, out var agent))
            to.Text("preference ").Number(agent.Preference).Text(", lifetime ").Number(agent.LifetimeSeconds).Text(" s");
        else if (option.Type != NdpOptionTypes.FlagsExtension && option.Type != NdpOptionTypes.Timestamp && NdpNumber.TryRead(option, out var number))
            to.Number((long)number);
        else return false;
        return true;
    }

    /// <summary>Who is there, and what proves it.</summary>
    static bool WriteIdentity(NdpOption option, ListingWriter to)
    {
        if (option.Type is NdpOptionTypes.SourceLinkLayerAddress or NdpOptionTypes.TargetLinkLayerAddress && option.Bytes.Length == 8)
            to.Mac(MacAddress.Read(option.Value));
        else if (SixLowpanContext.TryRead(option, out var context))
            to.Text("context ").Number(context.ContextId).Text(" ").Address(context.Prefix.Address).Text("/").Number(context.Prefix.Length).Text(", lifetime ")
                .Number(context.LifetimeMinutes).Text(" min");
        else if (AddressRegistration.TryRead(option, out var registration))
            to.Text("status ").Number(registration.Status).Text(", owner ").Hex(registration.Owner, 16).Text(", lifetime ").Number(registration.LifetimeMinutes).Text(" min");
        else if (SendSignature.TryRead(option, out var signature)) to.Text("key hash ").Bytes(signature.KeyHash);
        else if (SendCga.TryRead(option, out var cga)) to.Text("modifier ").Bytes(cga.Modifier).Text(", collision count ").Number(cga.CollisionCount);
        else if (option.Type is NdpOptionTypes.SourceAddressList or NdpOptionTypes.TargetAddressList)
        {
            var list = new AddressList(option.Bytes[8..]);
            for (var i = 0; i < list.Count; i++) to.Text(i == 0 ? "" : ", ").Address(list[i]);
        }
        else return false;
        return true;
    }

    static void WriteSearchList(in DnsSearchList search, ListingWriter to)
    {
        var inName = false;
        foreach (var label in search.Labels)
        {
            if (label.IsEmpty)
            {
                if (inName) to.Text(" ");
                inName = false;
                continue;
            }

            if (inName) to.Text(".");
            to.Wire(label);
            inName = true;
        }

        to.Text("lifetime ");
        WriteLifetime(search.LifetimeSeconds, to);
    }

    static void WriteBytes(NdpOption option, ListingWriter to)
    {
        if (NdpOptionTypes.NameOf(option.Type) is null) to.Text("type ").Number(option.Type).Text(" ");
        to.Bytes(option.Value);
    }

    static void WriteLifetime(uint seconds, ListingWriter to)
    {
        if (seconds == uint.MaxValue) to.Text("for ever");
        else to.Number(seconds).Text(" s");
    }
}

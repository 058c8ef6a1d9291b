using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;

namespace Kansatsu.App.Views;

/// <summary>Peers as JSON (docs/reference/json.md, "peers").</summary>
static class PeerJson
{
    public static void Write(IEnumerable<PeerSeen> peers, ReverseNames reverse, Request request, Terminal terminal)
    {
        using var lines = new JsonLines(terminal.Output);
        foreach (var peer in peers)
        {
            Write(lines.Begin(), peer, reverse.Of(peer), request.Owners);
            lines.End();
        }

        lines.Flush();
    }

    static void Write(Utf8JsonWriter json, PeerSeen peer, IReadOnlyList<string> reverse, OwnerTable? owners)
    {
        json.WriteString("peer", PeerFacts.Label(peer, reverse));
        WriteNames(json, peer, reverse);
        json.Addresses("addresses", peer.Addresses);
        if (peer.Network is { } network) json.WriteString("network", network.ToString());
        if (peer.Macs.Count > 0) json.Wires("macs", peer.Macs.Select(static m => m.ToString()));
        if (PeerFacts.Owners(peer, owners) is { Count: > 0 } known)
        {
            json.WriteStartArray("owners");
            foreach (var owner in known) json.WriteStringValue(owner);
            json.WriteEndArray();
        }

        if (peer.Listed.Count > 0) json.Names("listed", peer.Listed);
        json.Time("first", peer.First);
        json.Time("last", peer.Last);
        json.WriteNumber("flows", peer.Flows);
        json.Pair("packets", peer.Ipv6.PacketsTo + peer.Ipv4.PacketsTo, peer.Ipv6.PacketsFrom + peer.Ipv4.PacketsFrom);
        json.Pair("bytes", peer.Ipv6.BytesTo + peer.Ipv4.BytesTo, peer.Ipv6.BytesFrom + peer.Ipv4.BytesFrom);
        WriteFamily(json, "ipv6", peer.Ipv6);
        WriteFamily(json, "ipv4", peer.Ipv4);
        json.WriteStartObject("began");
        json.WriteNumber("home", peer.BegunByHome);
        json.WriteNumber("peer", peer.BegunByPeer);
        json.WriteNumber("guessed", peer.BeginGuessed);
        json.WriteEndObject();
        WriteCauses(json, peer);
    }

    static void WriteNames(Utf8JsonWriter json, PeerSeen peer, IReadOnlyList<string> reverse)
    {
        json.WriteStartArray("names");
        foreach (var name in peer.Names) WriteName(json, name.Name, name.Sources.Select(ProtocolNames.Of));
        foreach (var name in reverse) WriteName(json, name, ["reverse"]);
        json.WriteEndArray();
    }

    static void WriteName(Utf8JsonWriter json, string name, IEnumerable<string> sources)
    {
        json.WriteStartObject();
        json.Name("name", name);
        json.Wires("from", sources);
        json.WriteEndObject();
    }

    static void WriteFamily(Utf8JsonWriter json, string field, PeerFamily family)
    {
        if (family.Flows == 0) return;
        json.WriteStartObject(field);
        json.WriteNumber("flows", family.Flows);
        json.WriteNumber("answered", family.Answered);
        json.WriteNumber("silent", family.Silent);
        json.Pair("packets", family.PacketsTo, family.PacketsFrom);
        json.Pair("bytes", family.BytesTo, family.BytesFrom);
        if (family.HandshakeMicros is { } micros)
        {
            json.WriteNumber("handshakes", family.Handshakes);
            json.WriteNumber("handshake_ms", micros / 1000.0);
        }

        json.WriteEndObject();
    }

    static void WriteCauses(Utf8JsonWriter json, PeerSeen peer)
    {
        json.WriteStartArray("causes");
        foreach (var share in peer.Causes)
        {
            json.WriteStartObject();
            json.WriteString("kind", CauseNames.Of(share.Kind));
            WriteShare(json, share);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("without_own");
        WriteShare(json, PeerFacts.WithoutOwn(peer));
        json.WriteEndObject();
    }

    static void WriteShare(Utf8JsonWriter json, CauseShare share)
    {
        json.WriteNumber("flows", share.Flows);
        json.WriteNumber("packets", share.Packets);
        json.WriteNumber("bytes", share.Bytes);
    }
}

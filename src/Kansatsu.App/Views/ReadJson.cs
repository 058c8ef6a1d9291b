using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Text;
using Kansatsu.Sensor;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>The one object of `read --json`; each field is described in docs/reference/json.md.</summary>
static class ReadJson
{
    const int Schema = 1;

    public static void Write(Observation observation, Terminal terminal)
    {
        using var lines = new JsonLines(terminal.Output);
        Write(lines.Begin(), observation);
        lines.End();
        lines.Flush();
    }

    public static void Write(Utf8JsonWriter json, Observation observation)
    {
        var observer = observation.Observer;
        json.WriteNumber("schema", Schema);
        WriteFiles(json, observation.Captures.Files);
        WriteCounts(json, observer.Counters);
        WriteNames(json, observer.Names);
        WriteGroups(json, observer.Groups);
        WriteHome(json, observer.Home);
        WriteCauses(json, new CauseTally(observer));
        json.WriteNumber("channels", observer.Channels.Count);
        json.WriteNumber("telegrams", observer.Telegrams.Count);
        WriteFindings(json, observer.Findings.All);
        WriteAnomalies(json, observer.Anomalies);
        WriteRefusals(json, Refusal.Of(observer));
        if (observer.Flows.Evicted > 0) json.WriteNumber("flows_evicted", observer.Flows.Evicted);
    }

    static void WriteFindings(Utf8JsonWriter json, IReadOnlyList<Finding> findings)
    {
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("name", finding.Name);
            json.Wire("subject", finding.Subject);
            json.WriteNumber("times", finding.Times);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteFiles(Utf8JsonWriter json, IReadOnlyList<CaptureFile> files)
    {
        json.WriteStartArray("files");
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
            json.WriteNumber("frames", file.Frames);
            json.WriteNumber("bytes", file.Bytes);
            if (file.First is { } first) json.Time("first", first);
            if (file.Last is { } last) json.Time("last", last);
            json.WriteStartArray("link_types");
            foreach (var type in file.LinkTypes) json.WriteStringValue(LinkTypeNames.Of(type));
            json.WriteEndArray();
            if (Problems.Of(file) is { } problem) json.WriteString("problem", WireText.Escape(problem.ToString()));
            else json.WriteNull("problem");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteCounts(Utf8JsonWriter json, Counters c)
    {
        json.WriteNumber("frames", c.Frames);
        json.WriteNumber("bytes", c.Bytes);
        Numbers(json, "packets", ("ipv4", c.Ipv4), ("ipv6", c.Ipv6), ("other", c.Other));
        Numbers(json, "inner", ("ipv4", c.InnerIpv4), ("ipv6", c.InnerIpv6));
        Numbers(json, "transports", ("tcp", c.Tcp), ("udp", c.Udp), ("icmpv6", c.Icmpv6), ("icmp", c.Icmp), ("sctp", c.Sctp));
        json.WriteStartObject("icmpv6_types");
        for (var type = 0; type < 256; type++)
            if (c.Icmpv6OfType((byte)type) is > 0 and var count) json.WriteNumber($"{type}", count);
        json.WriteEndObject();
        Numbers(json, "bad_checksums", ("udp", c.BadUdp), ("tcp", c.BadTcp), ("icmpv6", c.BadIcmpv6), ("ipv4", c.BadIpv4), ("offloaded", c.Offloaded));
        json.WriteStartObject("stops");
        for (var reason = StopReason.CutByCapture; reason <= StopReason.LimitReached; reason++) json.WriteNumber(StopNames.Of(reason), c.Of(reason));
        json.WriteEndObject();
        Numbers(json, "addresses", ("ipv6_sources", c.Ipv6Sources.Count), ("ipv6_destinations", c.Ipv6Destinations.Count));
        Numbers(json, "flows", ("ipv4", c.FlowsIpv4), ("ipv6", c.FlowsIpv6), ("tcp", c.FlowsTcp), ("udp", c.FlowsUdp + c.SnmpAnswered));
    }

    static void WriteNames(Utf8JsonWriter json, NameTable names)
    {
        json.WriteStartObject("names");
        json.WriteStartArray("dns_queries");
        foreach (var question in names.Questions)
        {
            json.WriteStartObject();
            json.Name("name", question.Name);
            json.WriteString("type", question.Type);
            json.WriteString("via", question.Via);
            json.WriteNumber("count", question.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("dns_answers");
        foreach (var answer in names.Answers)
        {
            json.WriteStartObject();
            json.Name("name", answer.Name);
            json.Address("address", answer.Address);
            json.WriteString("via", answer.Via);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Names("tls_sni", names.From(NameSource.TlsSni));
        json.Names("quic_sni", names.From(NameSource.QuicSni));
        json.WriteStartArray("http");
        foreach (var request in names.HttpRequests)
        {
            json.WriteStartObject();
            json.Wire("method", request.Method);
            json.Wire("host", request.Host);
            json.Wire("path", request.Target);
            json.WriteNumber("count", request.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WriteGroups(Utf8JsonWriter json, GroupTable groups)
    {
        WriteGroups(json, "groups", groups.All.Where(g => !g.Group.IsIpv4));
        WriteGroups(json, "groups_ipv4", groups.All.Where(g => g.Group.IsIpv4));
    }

    static void WriteGroups(Utf8JsonWriter json, string name, IEnumerable<GroupSeen> groups)
    {
        json.WriteStartArray(name);
        foreach (var group in groups)
        {
            json.WriteStartObject();
            json.Address("group", group.Group);
            json.WriteNumber("reports", group.Reports);
            json.WriteNumber("packets", group.Packets);
            json.WriteNumber("bytes", group.Bytes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteHome(Utf8JsonWriter json, HomeFinder home)
    {
        json.WriteStartArray("home");
        foreach (var part in home.Home)
        {
            json.WriteStartObject();
            json.WriteString("prefix", part.Prefix.ToString());
            json.Wire("because", part.Because);
            json.WriteString("confidence", CauseNames.Of(part.Confidence));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (home.Doubt is { } doubt) json.Wire("home_doubt", doubt);
    }

    static void WriteCauses(Utf8JsonWriter json, CauseTally tally)
    {
        json.WriteStartArray("causes");
        foreach (var share in tally.Shares)
        {
            json.WriteStartObject();
            json.WriteString("kind", CauseNames.Of(share.Kind));
            json.WriteNumber("flows", share.Flows);
            json.WriteNumber("packets", share.Packets);
            json.WriteNumber("bytes", share.Bytes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("unexplained");
        var (packets, flows, bytes) = tally.UnexplainedShare;
        json.WriteNumber("flows", Math.Round(flows, 6));
        json.WriteNumber("packets", Math.Round(packets, 6));
        json.WriteNumber("bytes", Math.Round(bytes, 6));
        json.WriteEndObject();
    }

    static void WriteAnomalies(Utf8JsonWriter json, AnomalyTable anomalies)
    {
        json.WriteStartObject("anomalies");
        foreach (var seen in anomalies.All) json.WriteNumber(AnomalyNames.Of(seen.Anomaly), seen.Frames);
        json.WriteEndObject();
    }

    static void WriteRefusals(Utf8JsonWriter json, Refusal[] refusals)
    {
        json.WriteStartObject("refused");
        foreach (var refusal in refusals) json.WriteNumber(RefusalNames.Of(refusal.Kind), refusal.Count);
        json.WriteEndObject();
    }

    static void Numbers(Utf8JsonWriter json, string name, params ReadOnlySpan<(string Name, long Value)> numbers)
    {
        json.WriteStartObject(name);
        foreach (var (field, value) in numbers) json.WriteNumber(field, value);
        json.WriteEndObject();
    }
}

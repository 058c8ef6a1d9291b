using System.Globalization;
using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>
/// Which flows are wanted: terms such as cause:scan peer:2001:db8::/32 port:443 name:example family:6 protocol:udp direction:in confidence:likely app:tls,
/// with blanks between; all must hold. A term behind a minus must not. A word alone is a part of the name.
/// </summary>
public sealed record FlowQuery(IReadOnlyList<FlowTerm> Terms)
{
    /// <summary>More terms than these are a mistake.</summary>
    const int MostTerms = 32;

    const int LongestText = 1020;

    public static readonly FlowQuery Everything = new([]);

    /// <summary>The words before the colon, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["cause", "peer", "port", "name", "family", "protocol", "direction", "confidence", "app"];

    /// <param name="problem">What is wrong with the first term that cannot be read, a sentence without full stop.</param>
    public static bool TryParse(string text, out FlowQuery query, out string problem)
    {
        (query, problem) = (Everything, "");
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length > MostTerms)
        {
            problem = $"a filter has at most {MostTerms} terms";
            return false;
        }

        var terms = new List<FlowTerm>();
        foreach (var word in words)
        {
            if (!TryTerm(word, out var term, out problem)) return false;
            terms.Add(term);
        }

        query = new FlowQuery(terms);
        return true;
    }

    static bool TryTerm(string word, out FlowTerm term, out string problem)
    {
        var isNegated = word.Length > 1 && word[0] == '-';
        var rest = isNegated ? word[1..] : word;
        var colon = rest.IndexOf(':');
        // An address alone has colons too: what stands before the first is then no field.
        var field = colon > 0 ? rest[..colon].ToLowerInvariant() : "";
        if (!Fields.Contains(field, StringComparer.Ordinal)) (field, colon) = (Ipv6Prefix.TryParse(rest, out _) && rest.Contains(':') ? "peer" : "name", -1);
        term = default;
        problem = "";
        var value = rest[(colon + 1)..];
        if (value.Length is 0 or > LongestText)
        {
            problem = $"{field}: needs a value";
            return false;
        }

        var read = Read(field, value);
        if (read is not { } known)
        {
            problem = $"{field}:{WireText.Escape(value)}: {HintFor(field)}";
            return false;
        }

        term = known with { IsNegated = isNegated };
        return true;
    }

    static FlowTerm? Read(string field, string value) => field switch
    {
        "cause" => Named(FlowField.Cause, value, Enum.GetValues<CauseKind>(), CauseNames.Of, static k => (long)k),
        "direction" => Named(FlowField.Direction, value, Enum.GetValues<FlowWay>(), static w => FlowWays.NameOf(w) ?? "unknown", static w => (long)w),
        "confidence" => Named(FlowField.Confidence, value, Enum.GetValues<Confidence>(), CauseNames.Of, static c => (long)c),
        "peer" => Ipv6Prefix.TryParse(value, out var prefix) ? new FlowTerm(FlowField.Peer, false, Prefix: prefix) : null,
        "port" => ushort.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? new FlowTerm(FlowField.Port, false, port) : null,
        "family" => value is "4" or "6" ? new FlowTerm(FlowField.Family, false, value[0] - '0') : null,
        "protocol" => new FlowTerm(FlowField.Protocol, false, FlowProtocols.TryParse(value, out var protocol) ? protocol : -1, value.ToLowerInvariant()),
        "app" => new FlowTerm(FlowField.Application, false, Text: value.ToLowerInvariant()),
        _ => new FlowTerm(FlowField.Name, false, Text: value),
    };

    static FlowTerm? Named<T>(FlowField field, string value, T[] all, Func<T, string> name, Func<T, long> number)
    {
        foreach (var one in all)
            if (name(one).Equals(value, StringComparison.OrdinalIgnoreCase)) return new FlowTerm(field, false, number(one));
        return null;
    }

    static string HintFor(string field) => field switch
    {
        "cause" => "it is one of " + string.Join(", ", Enum.GetValues<CauseKind>().Select(CauseNames.Of)),
        "direction" => "it is out, in, local, multicast, transit or unknown",
        "confidence" => "it is certain, likely or guess",
        "peer" => "use an address or a prefix such as 2001:db8::/32",
        "port" => "use 0 to 65535",
        _ => "it is 4 or 6",
    };
}

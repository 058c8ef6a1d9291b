using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Names and addresses that the user wants flagged: hosts format (address, names) or one name, address or prefix a line.</summary>
public sealed class Blocklist
{
    readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    readonly HashSet<Ipv6Address> _addresses = [];
    readonly List<Ipv6Prefix> _prefixes = [];

    public int Count => _names.Count + _addresses.Count + _prefixes.Count;

    /// <summary>Adds a list.</summary>
    public void Add(TextReader lines)
    {
        while (lines.ReadLine() is { } line)
        {
            var comment = line.IndexOfAny(['#', ';', '!']);
            var words = (comment < 0 ? line : line[..comment]).Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0) continue;
            // hosts format: the address is where the name is sent instead, and says nothing.
            if (words.Length > 1 && Ipv6Address.TryParse(words[0], out _))
            {
                foreach (var name in words.Skip(1)) AddName(name);
                continue;
            }

            if (Ipv6Address.TryParse(words[0], out var address)) _addresses.Add(address);
            else if (words[0].Contains('/') && Ipv6Prefix.TryParse(words[0], out var prefix)) _prefixes.Add(prefix);
            else AddName(words[0]);
        }
    }

    /// <summary>The listed name that covers a name: itself, or one above it.</summary>
    public string? Find(ReadOnlySpan<byte> name)
    {
        if (_names.Count == 0 || name.IsEmpty) return null;
        var text = Encoding.Latin1.GetString(name).TrimEnd('.');
        while (true)
        {
            if (_names.TryGetValue(text, out var listed)) return listed;
            var dot = text.IndexOf('.');
            if (dot < 0) return null;
            text = text[(dot + 1)..];
        }
    }

    public bool Contains(Ipv6Address address)
    {
        if (_addresses.Contains(address)) return true;
        foreach (var prefix in _prefixes)
            if (prefix.Contains(address)) return true;
        return false;
    }

    void AddName(string text)
    {
        // Lists for ad blockers write ||name^, lists for DNS *.name.
        text = text.Trim().TrimStart('|').TrimEnd('^').TrimEnd('.');
        if (text.StartsWith("*.", StringComparison.Ordinal)) text = text[2..];
        if (text.Length > 0 && text is not ("localhost" or "localhost.localdomain" or "broadcasthost" or "local" or "ip6-localhost" or "ip6-loopback")) _names.Add(text.TrimStart('.'));
    }
}

using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What a name says of a peer: whether it names one at all, and which domain it belongs to.</summary>
static class PeerNames
{
    /// <summary>Longest label under which a country's registry may sell names: co.jp, com.au, or.jp.</summary>
    const int LongestRegistryLabel = 3;

    /// <summary>
    /// An address is no name, and certificates and Host fields hold anything: theirs count only when they are domain names, or programs that all show
    /// the same word would be one peer.
    /// </summary>
    public static bool MayName(ReadOnlySpan<byte> name, IReadOnlyList<NameSource> sources)
    {
        if (name.IsEmpty || LooksLikeAddress(name)) return false;
        foreach (var source in sources)
            if (source is not (NameSource.Certificate or NameSource.HttpHost)) return true;
        return IsDomainName(name);
    }

    /// <summary>The last two labels, or three below domains such as co.jp.</summary>
    public static string DomainOf(ReadOnlySpan<byte> name)
    {
        var text = name.TrimEnd((byte)'.');
        var last = text.LastIndexOf((byte)'.');
        var second = last < 0 ? -1 : text[..last].LastIndexOf((byte)'.');
        var isCountry = text.Length - last - 1 == 2;
        if (second >= 0 && isCountry && last - second - 1 <= LongestRegistryLabel) second = text[..second].LastIndexOf((byte)'.');
        return Encoding.Latin1.GetString(text[(second + 1)..]);
    }

    /// <summary>An address, with or without a port: a Host field may hold one.</summary>
    static bool LooksLikeAddress(ReadOnlySpan<byte> name)
    {
        if (name[0] == (byte)'[' || name.Count((byte)':') > 1) return true;
        var colon = name.IndexOf((byte)':');
        if (colon >= 0) name = name[..colon];
        return name.Count((byte)'.') == 3 && Ipv6Address.TryParse(Encoding.Latin1.GetString(name), out _);
    }

    static bool IsDomainName(ReadOnlySpan<byte> name)
    {
        if (!name.Contains((byte)'.')) return false;
        foreach (var b in name)
            if (!(char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'_' or (byte)'.' or (byte)'*' or (byte)':' or >= 0x80)) return false;
        return true;
    }
}

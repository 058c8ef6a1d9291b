namespace Kansatsu.Bench.Replication;

/// <summary>Where the extension headers of an IPv6 packet end, and which of its two addresses the checksums above them cover.</summary>
/// <param name="HasUpperLayer">False when the chain is cut, or leads to a fragment other than the first.</param>
/// <param name="DestinationIsCovered">False while a routing header has segments left: its last address is summed (RFC 8200 §8.1).</param>
/// <param name="SourceIsCovered">False under a home address option: the home address is summed (RFC 6275 §6.1.1).</param>
readonly record struct Ipv6Chain(byte Protocol, int Offset, bool HasUpperLayer, bool DestinationIsCovered, bool SourceIsCovered)
{
    const byte HopByHop = 0;
    const byte Routing = 43;
    const byte Fragment = 44;
    const byte Authentication = 51;
    const byte DestinationOptions = 60;
    const byte HomeAddress = 0xc9;

    public static Ipv6Chain Walk(ReadOnlySpan<byte> ip)
    {
        var chain = new Ipv6Chain(ip[6], 40, HasUpperLayer: true, DestinationIsCovered: true, SourceIsCovered: true);
        while (chain.Protocol is HopByHop or Routing or Fragment or Authentication or DestinationOptions)
        {
            var rest = ip[chain.Offset..];
            if (rest.Length < 8) return chain with { HasUpperLayer = false };
            if (chain.Protocol == Fragment && (rest[2] | (rest[3] & 0xf8)) != 0) return chain with { HasUpperLayer = false };
            var length = chain.Protocol switch { Fragment => 8, Authentication => (rest[1] + 2) * 4, _ => (rest[1] + 1) * 8 };
            if (length > rest.Length) return chain with { HasUpperLayer = false };
            if (chain.Protocol == Routing && rest[3] != 0) chain = chain with { DestinationIsCovered = false };
            if (chain.Protocol == DestinationOptions && HasHomeAddress(rest[2..length])) chain = chain with { SourceIsCovered = false };
            chain = chain with { Protocol = rest[0], Offset = chain.Offset + length };
        }

        return chain;
    }

    static bool HasHomeAddress(ReadOnlySpan<byte> options)
    {
        while (options.Length >= 2)
        {
            if (options[0] == HomeAddress) return true;
            var length = options[0] == 0 ? 1 : options[1] + 2;
            if (length > options.Length) return false;
            options = options[length..];
        }

        return false;
    }
}

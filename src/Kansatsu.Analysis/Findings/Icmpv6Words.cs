namespace Kansatsu.Analysis;

static class Icmpv6Words
{
    /// <summary>Codes of Destination Unreachable (RFC 4443 §3.1).</summary>
    public static string Unreachable(byte code) => code switch
    {
        0 => "no route to destination",
        1 => "administratively prohibited",
        2 => "beyond scope of source address",
        3 => "address unreachable",
        4 => "port unreachable",
        5 => "source address failed policy",
        6 => "reject route to destination",
        _ => $"unreachable, code {code}",
    };
}

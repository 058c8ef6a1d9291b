using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Every name met, once, and what was said of it: asked, answered, spoken in a TLS, QUIC or HTTP greeting.</summary>
public sealed class NameTable
{
    /// <summary>The name's text as it was on the wire (lower-cased where DNS ignores case), not yet escaped; "" for id 0.</summary>
    public string TextOf(int id) => "";

    /// <summary>Questions by name, type and protocol, with how often they were asked.</summary>
    public IEnumerable<DnsQuestionCount> Questions => [];

    /// <summary>Addresses that answers gave for names.</summary>
    public IEnumerable<DnsAddressAnswer> Answers => [];

    /// <summary>Names from the greetings of one source (<see cref="NameSource.TlsSni"/>, <see cref="NameSource.QuicSni"/>, certificates …), each once.</summary>
    public IEnumerable<string> From(NameSource source) => [];

    /// <summary>HTTP requests, each method, host and target once.</summary>
    public IEnumerable<HttpRequestSeen> HttpRequests => [];

    /// <summary>All names with where they came from and the addresses they were seen for: the `names` view.</summary>
    public IEnumerable<NameSeen> All => [];
}

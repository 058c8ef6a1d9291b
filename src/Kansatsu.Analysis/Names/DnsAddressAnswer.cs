using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>An A or AAAA record that an answer held.</summary>
public sealed record DnsAddressAnswer(string Name, Ipv6Address Address, string Via, long Frame);

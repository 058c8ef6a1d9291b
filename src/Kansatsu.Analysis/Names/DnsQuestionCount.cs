namespace Kansatsu.Analysis;

/// <param name="Via">dns, mdns, llmnr or nbns.</param>
public sealed record DnsQuestionCount(string Name, string Type, string Via, long Count);

namespace Kansatsu.Analysis;

/// <summary>One fact behind a cause: which rung of evidence spoke, what it says, and the frames it rests on.</summary>
/// <param name="Rung">membership, dns, tls, icmp-error, content, timing, pattern, port …</param>
/// <param name="Packets">Frame numbers; may be empty when the fact is an absence.</param>
public sealed record Evidence(string Rung, string Says, IReadOnlyList<long> Packets);

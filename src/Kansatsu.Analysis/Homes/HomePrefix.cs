using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>A part of home, and the sentence that says why it is believed to be.</summary>
public sealed record HomePrefix(Ipv6Prefix Prefix, string Because, Confidence Confidence);

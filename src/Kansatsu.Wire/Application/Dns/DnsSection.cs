namespace Kansatsu.Wire;

/// <summary>Which part of a message a record stands in (RFC 1035 §4.1).</summary>
public enum DnsSection : byte
{
    Answer,
    Authority,
    Additional,
}

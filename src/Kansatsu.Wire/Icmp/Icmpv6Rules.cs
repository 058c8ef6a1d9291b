namespace Kansatsu.Wire;

/// <summary>What RFC 4443, 4861, 2710, 3810 and 4286 forbid in ICMPv6 messages, named.</summary>
static class Icmpv6Rules
{
    public static void Inspect(ref Dissection d, byte type, byte code, ReadOnlySpan<byte> message)
    {
    }
}

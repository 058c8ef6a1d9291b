namespace Kansatsu.Wire;

/// <summary>The rendezvous point needs no more registers for a source (RFC 7761 §4.9.4).</summary>
public readonly ref struct PimRegisterStop
{
    PimRegisterStop(PimAddress group, Ipv6Address source)
    {
        Group = group;
        Source = source;
    }

    public static bool TryRead(ReadOnlySpan<byte> message, out PimRegisterStop result)
    {
        result = default;
        if (!PimHeader.TryBody(message, PimTypes.RegisterStop, out var body)) return false;
        var reader = new WireReader(body);
        if (!PimAddress.TryReadMasked(ref reader, out var group) || !PimAddress.TryReadUnicast(ref reader, out var source)) return false;
        result = new PimRegisterStop(group, source.Address);
        return true;
    }

    public PimAddress Group { get; }

    public Ipv6Address Source { get; }
}

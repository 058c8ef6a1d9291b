namespace Kansatsu.Wire;

/// <summary>FDDI (ISO 9314-2): frame control, two addresses, LLC.</summary>
static class FddiLayer
{
    public const int HeaderLength = 13;

    const int FormatMask = 0x70;
    const int FormatLlc = 0x50;

    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        if (bytes.Length < HeaderLength) return d.EndShort(LayerKind.Fddi, HeaderLength, Anomaly.LinkTooShort);
        var control = bytes[0];
        d.Push(LayerKind.Fddi, HeaderLength).Value = control;
        return (control & FormatMask) == FormatLlc ? LayerKind.Llc : EtherTypes.Unknown(control, ref d);
    }
}

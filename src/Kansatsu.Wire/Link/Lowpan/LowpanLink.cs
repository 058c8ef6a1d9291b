namespace Kansatsu.Wire;

/// <summary>Who a 6LoWPAN frame is from and for: the addresses of the frame, or those of its mesh header.</summary>
/// <param name="Source">As a number: the first byte of an EUI-64 is the highest.</param>
/// <param name="SourceLength">2, 8, or 0 for none.</param>
/// <param name="Network">The PAN identifier; the source's where the frame has two.</param>
public readonly record struct LowpanLink(ulong Source, int SourceLength, ulong Destination, int DestinationLength, ushort Network)
{
    /// <summary>The interface identifier that an elided source address has; 0 when the frame has no address.</summary>
    public ulong SourceIdentifier => IdentifierOf(Source, SourceLength);

    public ulong DestinationIdentifier => IdentifierOf(Destination, DestinationLength);

    /// <summary>RFC 6282 §3.2.2: the EUI-64 with its U/L bit flipped, or 0000:00ff:fe00:XXXX.</summary>
    static ulong IdentifierOf(ulong address, int length) => length switch
    {
        8 => address ^ 0x0200_0000_0000_0000,
        2 => FromShort((ushort)address),
        _ => 0,
    };

    internal static ulong FromShort(ushort address) => 0x0000_00ff_fe00_0000UL | address;
}

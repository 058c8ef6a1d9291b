using System.Runtime.CompilerServices;

namespace Kansatsu.Wire;

/// <summary>Ethernet II and IEEE 802.3 (with LLC).</summary>
static class EthernetLayer
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LayerKind Read(ref Dissection d)
    {
        if (!EthernetHeader.TryRead(d.Rest, out var header)) return d.EndShort(LayerKind.Ethernet, EthernetHeader.Length, Anomaly.LinkTooShort);
        d.Push(LayerKind.Ethernet, EthernetHeader.Length).Value = header.Type;
        return EtherTypes.Next(header.Type, ref d);
    }

    /// <summary>The bytes could be an Ethernet header: a type in use, or a length that fits what is there.</summary>
    public static bool IsPlausible(ReadOnlySpan<byte> bytes)
    {
        if (!EthernetHeader.TryRead(bytes, out var header) || header.Source.IsGroup) return false;
        if (header.Type >= EtherTypes.SmallestType) return EtherTypes.IsCommon(header.Type);
        return header.Type >= 3 && header.Type <= bytes.Length - EthernetHeader.Length;
    }
}

namespace Kansatsu.Wire;

/// <summary>IEEE 802.11: management and control frames end here, unprotected data frames carry LLC.</summary>
static class Ieee80211Layer
{
    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        var isSwapped = IsSwapped(d, bytes);
        if (!Ieee80211Header.TryRead(bytes, out var header, isSwapped))
            return d.EndShort(LayerKind.Ieee80211, bytes.Length < Ieee80211Header.MinLength ? Ieee80211Header.MinLength : header.Length, Anomaly.LinkTooShort);
        if (header.Version != 0) return d.End(StopReason.Unsupported, LayerKind.Ieee80211);

        d.Push(LayerKind.Ieee80211, header.Type == Ieee80211Header.DataType ? header.Length : bytes.Length).Value = header.FrameControl;
        if (!header.HasContent || d.Remaining == 0) return LayerKind.None;
        if (header.IsProtected) return d.End(StopReason.Unsupported, LayerKind.Ieee80211);
        if (!isSwapped && (header.FragmentNumber != 0 || (header.Flags & Ieee80211Header.MoreFragments) != 0)) return LayerKind.Data;
        if (d.Count > 1 && d[d.Count - 2].Kind == LayerKind.Radiotap && HasPadding(d)) d.Skip(-header.Length & 3);
        // The first subframe of an aggregate looks like an 802.3 frame; the others are left unread.
        return header.IsAggregate && EthernetLayer.IsPlausible(d.Rest) ? LayerKind.Ethernet : LayerKind.Llc;
    }

    /// <summary>
    /// Some controllers put the frame control field into CAPWAP in reverse byte order: there the second byte makes sense as the first,
    /// and the first is a byte of flags, most often zero.
    /// </summary>
    static bool IsSwapped(in Dissection d, ReadOnlySpan<byte> bytes) =>
        d.Count > 0 && d[d.Count - 1].Kind == LayerKind.Capwap && bytes.Length >= 2 && !IsData(bytes[0]) && (IsData(bytes[1]) || bytes[0] == 0);

    static bool IsData(byte frameControl) => (frameControl & 0x0f) == Ieee80211Header.DataType << 2;

    static bool HasPadding(in Dissection d) =>
        RadiotapHeader.TryRead(d.BytesOf(d[d.Count - 2]), out var radiotap) && (radiotap.Flags & RadiotapHeader.FlagDataPadding) != 0;
}

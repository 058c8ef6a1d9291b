namespace Kansatsu.Wire;

/// <summary>What a dissection remembers while it walks one IPv6 header chain.</summary>
public ref partial struct Dissection
{
    int _chainTotal;
    int _chainOfKind;
    BufferSpot _finalDestination;
    BufferSpot _homeAddress;

    /// <summary>A new IPv6 header begins a new chain.</summary>
    internal void BeginChain()
    {
        _chainTotal = 0;
        _chainOfKind = 0;
        _finalDestination = default;
        _homeAddress = default;
        ComesFromNobody = false;
    }

    /// <summary>The enclosing IPv6 header has the source ::, which only a few messages may have (RFC 4291 §2.5.2).</summary>
    internal bool ComesFromNobody { get; set; }

    /// <summary>A fragment header was in the chain walked so far.</summary>
    internal readonly bool HasFragmentHeader => ((uint)_chainOfKind >> ((LayerKind.Fragment - LayerKind.HopByHop) * 4) & 0xf) != 0;

    /// <summary>Counts one more extension header; four bits per kind, saturating at 15.</summary>
    internal (int Total, int OfKind) CountExtension(LayerKind kind)
    {
        _chainTotal++;
        var shift = (kind - LayerKind.HopByHop) * 4;
        if (shift >= 32) return (_chainTotal, 1);
        var count = (int)((uint)_chainOfKind >> shift & 0xf);
        if (count < 15) _chainOfKind += 1 << shift;
        return (_chainTotal, count + 1);
    }

    /// <summary>
    /// The packet's final destination stands behind the cursor's layer because a routing header with segments left moved it there:
    /// the pseudo-header is summed with it (RFC 8200 §8.1).
    /// </summary>
    /// <param name="back">Bytes from the address to the cursor.</param>
    internal void SetFinalDestination(int back) => _finalDestination = new BufferSpot(_buffer, _offset - back);

    /// <summary>One of those two stands for the IPv6 header's own.</summary>
    internal readonly bool HasOtherAddresses => (_finalDestination.Offset | _homeAddress.Offset) != 0;

    /// <summary>The bytes of that address; empty when the destination is the IPv6 header's own.</summary>
    internal readonly ReadOnlySpan<byte> FinalDestination => AddressAt(_finalDestination);

    /// <summary>A Home Address option stands there: the pseudo-header is summed with it as the source (RFC 6275 §11.3.1).</summary>
    internal void SetHomeAddress(int back) => _homeAddress = new BufferSpot(_buffer, _offset - back);

    internal readonly ReadOnlySpan<byte> HomeAddress => AddressAt(_homeAddress);

    readonly ReadOnlySpan<byte> AddressAt(BufferSpot spot) => spot.Offset == 0 ? default : Buffer(spot.Buffer).Slice(spot.Offset, Ipv6Address.Length);

    /// <summary>A place that stays valid when reading goes on in a reassembled packet; offset 0 (an IP header) means none.</summary>
    readonly record struct BufferSpot(byte Buffer, int Offset);

    /// <summary>
    /// The enclosing layer has more bytes than an IP packet of <paramref name="length"/> and what links add by themselves: padding up to
    /// Ethernet's smallest payload, a frame check sequence.
    /// </summary>
    internal readonly bool HasTrailer(int length)
    {
        const int smallestEthernetPayload = 46;
        const int frameCheck = 4;
        return DeclaredRemaining > Math.Max(length, smallestEthernetPayload) + frameCheck;
    }

    /// <summary>The enclosing IPv6 header says payload length 0: only a jumbo option can tell the length.</summary>
    internal readonly bool DeclaresNoPayload
    {
        get
        {
            ref readonly var ip = ref _layers[_ipLayer];
            return Ipv6Header.TryRead(Buffer(ip.Buffer)[ip.Offset..], out var header) && header.PayloadLength == 0;
        }
    }

    /// <summary>The enclosing packet is declared to be <paramref name="length"/> bytes from its IP header on.</summary>
    internal bool LimitPacket(long length)
    {
        ref var ip = ref _layers[_ipLayer];
        var end = ip.Offset + length;
        if (end > _declaredEnd || end < _offset) return false;
        _declaredEnd = (int)end;
        _end = Math.Min(_end, _declaredEnd);
        ip.DeclaredLength = (int)length;
        ip.Length = Math.Min(ip.Length, ip.DeclaredLength);
        return true;
    }
}

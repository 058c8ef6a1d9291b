namespace Kansatsu.Wire;

/// <summary>What a dissection remembers while it walks one IPv6 header chain.</summary>
public ref partial struct Dissection
{
    int _chainTotal;
    int _chainOfKind;
    int _finalDestination;

    /// <summary>A new IPv6 header begins a new chain.</summary>
    internal void BeginChain()
    {
        _chainTotal = 0;
        _chainOfKind = 0;
        _finalDestination = 0;
    }

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
    /// Where in the current buffer the packet's final destination stands when a routing header with segments left moved it there:
    /// the pseudo-header is summed with it (RFC 8200 §8.1). 0 = the IPv6 header's own.
    /// </summary>
    internal int FinalDestinationOffset
    {
        readonly get => _finalDestination;
        set => _finalDestination = value;
    }

    /// <summary>Offset of the cursor in its buffer.</summary>
    internal readonly int CursorOffset => _offset;

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

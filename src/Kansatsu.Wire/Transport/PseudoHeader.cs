using System.Runtime.CompilerServices;

namespace Kansatsu.Wire;

/// <summary>The part of the enclosing IP header that transport checksums cover (RFC 8200 §8.1, RFC 9293 §3.1).</summary>
static class PseudoHeader
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Sum(in Dissection d, byte protocol, int length)
    {
        ref readonly var ip = ref d.Slot(d.IpLayer);
        var bytes = d.Buffer(ip.Buffer)[ip.Offset..];
        ulong sum;
        if (ip.Kind == LayerKind.Ipv4) sum = Checksum.OfWords(bytes.Slice(12, 8));
        else if (!d.HasOtherAddresses) sum = Checksum.OfWords(bytes.Slice(8, 2 * Ipv6Address.Length));
        else
        {
            sum = Checksum.OfWords(d.HomeAddress.IsEmpty ? bytes.Slice(8, Ipv6Address.Length) : d.HomeAddress)
                + Checksum.OfWords(d.FinalDestination.IsEmpty ? bytes.Slice(24, Ipv6Address.Length) : d.FinalDestination);
        }

        return sum + Checksum.Word(protocol) + Checksum.Word((ushort)length) + Checksum.Word((ushort)(length >> 16));
    }

    /// <summary>Verifies <paramref name="message"/> (checksum field included) under the pseudo-header.</summary>
    /// <param name="declaredLength">Bytes the sender summed; less captured than that cannot be verified.</param>
    /// <param name="checksum">The field as read.</param>
    public static ChecksumVerdict Verify(in Dissection d, byte protocol, ReadOnlySpan<byte> message, int declaredLength, ushort checksum)
    {
        if (d.IpLayer < 0) return ChecksumVerdict.None;
        if (d.IsQuoting || message.Length < declaredLength) return ChecksumVerdict.NotCaptured;
        var pseudo = Sum(d, protocol, declaredLength);
        if (Checksum.Fold(Checksum.Add(pseudo, message[..declaredLength])) == 0xffff) return ChecksumVerdict.Good;
        return Checksum.Fold(pseudo) == checksum ? ChecksumVerdict.Offloaded : ChecksumVerdict.Bad;
    }
}

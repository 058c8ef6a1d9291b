using System.Buffers.Binary;

namespace Kansatsu.Bench.Captures;

/// <summary>Walks the blocks of a pcapng file and keeps the frames of its Ethernet interfaces.</summary>
static class PcapngBlocks
{
    public const uint SectionHeader = 0x0a0d0d0a;
    const uint ByteOrderMagic = 0x1a2b3c4d;
    const uint InterfaceDescription = 1;
    const uint SimplePacket = 3;
    const uint EnhancedPacket = 6;
    const int TimeResolutionOption = 9;
    const int BlockOverhead = 12;

    /// <param name="TicksPerSecond">0 when the interface is not Ethernet: its frames are passed over.</param>
    readonly record struct Interface(double TicksPerSecond);

    public static List<CapturedPacket> Read(ReadOnlySpan<byte> file)
    {
        List<CapturedPacket> packets = [];
        List<Interface> interfaces = [];
        var swapped = false;
        while (file.Length >= BlockOverhead)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(file) == SectionHeader)
            {
                swapped = BinaryPrimitives.ReadUInt32LittleEndian(file[8..]) != ByteOrderMagic;
                interfaces.Clear();
            }

            var length = EthernetCapture.Number(file[4..], swapped);
            if (length < BlockOverhead || length > file.Length) break;
            var body = file[8..(int)(length - 4)];
            switch (EthernetCapture.Number(file, swapped))
            {
                case InterfaceDescription when body.Length >= 8:
                    interfaces.Add(ReadInterface(body, swapped));
                    break;
                case EnhancedPacket when body.Length >= 20:
                    ReadEnhanced(body, swapped, interfaces, packets);
                    break;
                case SimplePacket when body.Length >= 4 && interfaces is [{ TicksPerSecond: > 0 }, ..]:
                    var original = EthernetCapture.Number(body, swapped);
                    packets.Add(new(body.Slice(4, (int)Math.Min(original, body.Length - 4)).ToArray(), original, 0));
                    break;
            }

            file = file[(int)length..];
        }

        return packets;
    }

    static void ReadEnhanced(ReadOnlySpan<byte> body, bool swapped, List<Interface> interfaces, List<CapturedPacket> packets)
    {
        var index = EthernetCapture.Number(body, swapped);
        var captured = EthernetCapture.Number(body[12..], swapped);
        if (index >= interfaces.Count || interfaces[(int)index].TicksPerSecond == 0 || captured > body.Length - 20) return;
        var ticks = ((ulong)EthernetCapture.Number(body[4..], swapped) << 32) | EthernetCapture.Number(body[8..], swapped);
        var time = (long)(ticks / interfaces[(int)index].TicksPerSecond * 1e6);
        packets.Add(new(body.Slice(20, (int)captured).ToArray(), EthernetCapture.Number(body[16..], swapped), time));
    }

    static Interface ReadInterface(ReadOnlySpan<byte> body, bool swapped)
    {
        if (EthernetCapture.Half(body, swapped) != EthernetCapture.EthernetLink) return default;
        var options = body[8..];
        while (options.Length >= 4)
        {
            var code = EthernetCapture.Half(options, swapped);
            var length = EthernetCapture.Half(options[2..], swapped);
            if (code == TimeResolutionOption && length == 1 && options.Length > 4)
                return new((options[4] & 0x80) != 0 ? Math.Pow(2, options[4] & 0x7f) : Math.Pow(10, options[4]));
            var padded = 4 + ((length + 3) & ~3);
            if (code == 0 || padded > options.Length) break;
            options = options[padded..];
        }

        return new(1e6);
    }
}

using System.Buffers.Binary;
using Kansatsu.Wire;

namespace Kansatsu.Sensor;

/// <summary>
/// Records of a Microsoft Network Monitor 2.x file, in the order of its frame table. The table is at the end, so only a plain file can
/// be read. Made from such files as are public; what follows a frame's bytes grew with each minor version.
/// </summary>
sealed class NetworkMonitorReader : FrameReader
{
    const int RecordHeader = 16;
    const int OriginalOffset = 8;
    const int CapturedOffset = 12;

    // Behind the frame: network (2.1), process (2.2), moment as 100 ns since 1601 and zone (2.3).
    const int NetworkTrailer = 2;
    const int MomentOffset = 6;
    const int MomentTrailer = 15;
    const ulong UnixEpoch = 116_444_736_000_000_000;
    const ulong MostTicks = UnixEpoch + (ulong)(long.MaxValue / 100);

    const int TableEntry = 4;
    const int EntriesAtOnce = 256;

    readonly NetworkMonitorHeader _header;
    readonly uint[] _entries = new uint[EntriesAtOnce];
    readonly Dictionary<ushort, int> _interfaces = [];
    long _next;

    NetworkMonitorReader(CaptureFile file, ByteWindow bytes, in NetworkMonitorHeader header)
        : base(file, bytes) => _header = header;

    public static NetworkMonitorReader? Open(CaptureFile file, ByteWindow bytes)
    {
        file.Container = ContainerKind.NetworkMonitor;
        if (!bytes.Has(NetworkMonitorHeader.Length))
        {
            file.Report(ProblemKind.Truncated, "the file ends in the middle of its header", 0);
            return null;
        }

        var header = NetworkMonitorHeader.Read(bytes.Rest);
        if (bytes.TrySeek(header.TableOffset)) return new NetworkMonitorReader(file, bytes, header);
        if (bytes.CanSeek) file.Report(ProblemKind.Truncated, "the file ends before its list of frames", header.TableOffset);
        else file.Report(ProblemKind.UnsupportedVersion, "a Network Monitor capture can only be read from a plain file", remedy: "unpack it first");
        return null;
    }

    public override bool MoveNext()
    {
        if (_next >= _header.TableLength / TableEntry) return false;
        var slot = (int)(_next % EntriesAtOnce);
        if (slot == 0 && !TryReadEntries()) return End("its list of frames");
        if (!Bytes.TrySeek(_entries[slot]) || !Bytes.Has(RecordHeader))
            return Fail(ProblemKind.Damaged, $"the list of frames points to byte {_entries[slot]}, where there is none");
        var captured = BinaryPrimitives.ReadUInt32LittleEndian(Bytes.Rest[CapturedOffset..]);
        if (captured > LimitOf(LinkType.Ethernet)) return Fail(ProblemKind.Damaged, $"a record claims {captured} bytes, more than a frame can have");
        var trailer = _header.Minor switch { 0 => 0, 1 or 2 => NetworkTrailer, _ => MomentTrailer };
        if (!Bytes.Has(RecordHeader + (int)captured + trailer)) return End("a record");
        _next++;
        Take(Bytes.Rest, (int)captured, trailer);
        return true;
    }

    void Take(ReadOnlySpan<byte> record, int captured, int trailerLength)
    {
        var trailer = record.Slice(RecordHeader + captured, trailerLength);
        var network = trailer.IsEmpty ? _header.Network : BinaryPrimitives.ReadUInt16LittleEndian(trailer);
        LinkType = NetworkMonitorHeader.LinkTypeOf(network, Unmapped);
        Interface = InterfaceOf(network);
        Mark = Bytes.Mark + RecordHeader;
        Captured = captured;
        Original = BinaryPrimitives.ReadUInt32LittleEndian(record[OriginalOffset..]);
        var sinceStart = BinaryPrimitives.ReadInt64LittleEndian(record);
        Time = new Timestamp(unchecked(_header.Start.Nanoseconds + (sinceStart * 1000)));
        if (trailerLength < MomentTrailer) return;
        var moment = BinaryPrimitives.ReadUInt64LittleEndian(trailer[MomentOffset..]);
        if (moment is > UnixEpoch and < MostTicks) Time = new Timestamp((long)(moment - UnixEpoch) * 100);
    }

    bool TryReadEntries()
    {
        var count = (int)Math.Min(EntriesAtOnce, (_header.TableLength / TableEntry) - _next);
        if (!Bytes.TrySeek(_header.TableOffset + (_next * TableEntry)) || !Bytes.Has(count * TableEntry)) return false;
        for (var i = 0; i < count; i++) _entries[i] = BinaryPrimitives.ReadUInt32LittleEndian(Bytes.Rest[(i * TableEntry)..]);
        return true;
    }

    // One interface for each kind of network: the format names no others. At most 65536 entries.
    int InterfaceOf(ushort network)
    {
        if (_interfaces.TryGetValue(network, out var index)) return index;
        index = File.AddInterface(LinkType, null, 0, 0, timeDigits: 9).Index;
        _interfaces.Add(network, index);
        return index;
    }
}

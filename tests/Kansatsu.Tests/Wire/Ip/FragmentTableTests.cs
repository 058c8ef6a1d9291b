using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Ip;

public class FragmentTableTests
{
    const int Pieces = 3;

    /// <summary>The same, done in the plainest way: a dictionary, and a list by age.</summary>
    sealed class Model
    {
        readonly Dictionary<uint, int> _received = [];
        readonly List<(uint Id, long Started)> _byAge = [];

        public int Waiting => _byAge.Count;

        public long Evicted { get; private set; }

        public long TimedOut { get; private set; }

        public bool Add(uint id, int piece, long now)
        {
            while (_byAge.Count > 0 && now - _byAge[0].Started > FragmentTable.TimeoutNanoseconds)
            {
                TimedOut++;
                Forget(_byAge[0].Id);
            }

            if (!_received.ContainsKey(id))
            {
                if (_byAge.Count == FragmentTable.MaxPackets)
                {
                    Evicted++;
                    Forget(_byAge[0].Id);
                }

                _received.Add(id, 0);
                _byAge.Add((id, now));
            }

            _received[id] |= 1 << piece;
            if (_received[id] != (1 << Pieces) - 1) return false;
            Forget(id);
            return true;
        }

        void Forget(uint id)
        {
            _received.Remove(id);
            _byAge.RemoveAt(_byAge.FindIndex(packet => packet.Id == id));
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(504)]
    [InlineData(512)]
    [InlineData(520)]
    [InlineData(1024)]
    [InlineData(1448)]
    [InlineData(8888)]
    public void Pieces_of_every_size_fit_together_and_overlaps_are_told(int size)
    {
        var table = new FragmentTable();
        var packet = new byte[size * 6];
        new Random(size).NextBytes(packet);
        // Backwards, so that every piece but the first is beside one that is there.
        for (var piece = 5; piece > 0; piece--)
        {
            Assert.Equal(Anomaly.None, Add(table, 1, piece * size, piece < 5, packet.AsSpan(piece * size, size), out var early));
            Assert.True(early.IsEmpty);
            Assert.Equal(Anomaly.None, Add(table, 1, piece * size, piece < 5, packet.AsSpan(piece * size, size), out _));
        }

        Assert.Equal(Anomaly.None, Add(table, 1, 0, true, packet.AsSpan(0, size), out var whole));
        Assert.True(whole.SequenceEqual(packet));

        // Eight bytes too many, at each end of a gap.
        Assert.Equal(Anomaly.None, Add(table, 2, 0, true, packet.AsSpan(0, size), out _));
        Assert.Equal(Anomaly.FragmentOverlap, Add(table, 2, size - 8, true, packet.AsSpan(size, size), out _));
        Assert.Equal(Anomaly.None, Add(table, 3, size * 2, true, packet.AsSpan(0, size), out _));
        Assert.Equal(Anomaly.FragmentOverlap, Add(table, 3, size, true, packet.AsSpan(0, size + 8), out _));
        Assert.Equal(Anomaly.None, Add(table, 4, size * 2, true, packet.AsSpan(0, size), out _));
        Assert.Equal(Anomaly.None, Add(table, 4, size, true, packet.AsSpan(0, size), out _));
    }

    [Fact]
    public void Fragments_of_illegal_length_push_nobody_out()
    {
        var table = new FragmentTable();
        Span<byte> odd = stackalloc byte[9];
        Assert.Equal(Anomaly.None, Add(table, 0, 0, true, odd[..8], out _));
        for (var id = 1u; id <= FragmentTable.MaxPackets * 2; id++) Assert.Equal(Anomaly.FragmentLengthInvalid, Add(table, id, 0, true, odd, out _));
        for (var id = 1u; id <= FragmentTable.MaxPackets * 2; id++) Assert.Equal(Anomaly.FragmentLengthInvalid, Add(table, id, 8, false, default, out _));
        Assert.Equal(1, table.Waiting);
        Assert.Equal(Anomaly.None, Add(table, 0, 8, false, odd, out var packet));
        Assert.Equal(17, packet.Length);
    }

    static Anomaly Add(FragmentTable table, uint id, int offset, bool more, ReadOnlySpan<byte> payload, out ReadOnlySpan<byte> packet)
    {
        table.BeginFrame();
        return table.Add(new FragmentKey(Ipv6Address.Loopback, new Ipv6Address(id, 1), id, -1, 0), new Timestamp(1), offset, more, 17, payload, out packet, out _);
    }

    [Fact]
    public void Many_packets_at_once_wait_complete_age_and_make_room_as_they_should()
    {
        var random = new Random(11);
        var table = new FragmentTable();
        var model = new Model();
        var completed = 0;
        for (var step = 0; step < 60_000; step++)
        {
            // Mostly more packets than may wait; between them a quiet minute.
            var now = (step * 2_000_000L) + (step > 40_000 ? 90 * Timestamp.PerSecond : 0);
            var id = (uint)random.Next(step < 20_000 ? 1_000 : 4_000);
            var piece = random.Next(Pieces);
            table.BeginFrame();
            table.Add(
                new FragmentKey(Ipv6Address.Loopback, new Ipv6Address(id, 1), id, -1, 0), new Timestamp(now), piece * 8, piece < Pieces - 1, 17,
                Payload(id, piece), out var packet, out _);
            Assert.Equal(model.Add(id, piece, now), !packet.IsEmpty);
            Assert.Equal((model.Waiting, model.Evicted, model.TimedOut), (table.Waiting, table.Evicted, table.TimedOut));
            if (packet.IsEmpty) continue;
            completed++;
            Assert.Equal([.. Payload(id, 0), .. Payload(id, 1), .. Payload(id, 2)], packet.ToArray());
        }

        Assert.True(completed > 1_000 && model.Evicted > 1_000 && model.TimedOut > 100, $"{completed} {model.Evicted} {model.TimedOut}");
    }

    static byte[] Payload(uint id, int piece) => [.. Enumerable.Range(0, 8).Select(i => (byte)((id * 7) + (uint)(piece * 8) + (uint)i))];
}

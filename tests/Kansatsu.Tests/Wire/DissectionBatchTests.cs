using Kansatsu.Analysis;
using Kansatsu.Fuzz;
using Kansatsu.Sensor;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire;

public class DissectionBatchTests
{
    [Fact]
    public void A_kept_dissection_reads_like_the_one_it_was_made_from()
    {
        var dissector = new Dissector();
        var batch = new DissectionBatch();
        var expected = new List<string>();
        var d = default(Dissection);
        foreach (var seed in Seeds.Load())
        {
            if (batch.IsFull)
            {
                Compare(batch, expected);
                batch.Clear();
                expected.Clear();
            }

            batch.Add(dissector, new Frame(seed.Bytes, seed.OriginalLength, seed.Time, seed.LinkType, expected.Count + 1), ref d);
            expected.Add(Text(d));
        }

        Compare(batch, expected);
    }

    [Fact]
    public void A_dissection_written_over_an_earlier_one_is_like_one_written_over_none()
    {
        var (over, apart) = (new Dissector(), new Dissector());
        var d = default(Dissection);
        var seeds = Seeds.Load();
        var random = new Random(8);
        for (var i = 0; i < 4 * seeds.Count; i++)
        {
            // In turn, then in any order: each kind of frame comes after each other.
            var seed = seeds[i < seeds.Count ? i : random.Next(seeds.Count)];
            var frame = new Frame(seed.Bytes, seed.OriginalLength, seed.Time, seed.LinkType, i + 1);
            over.Dissect(frame, ref d);
            Assert.Equal(Text(apart.Dissect(frame)), Text(d));
        }
    }

    [Fact]
    public void Observing_batches_gives_the_same_tables_as_observing_frames()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(Seeds.Root, "samples"), "*.pcap*"))
        {
            var direct = new Observer(new ObserverOptions { HashSeed = 7 });
            var batched = new Observer(new ObserverOptions { HashSeed = 7 });
            var ahead = new Observer(new ObserverOptions { HashSeed = 7 });
            var dissector = new Dissector();
            var other = new Dissector();
            var batch = new DissectionBatch();
            var keyed = ahead.NewBatch();
            var d = default(Dissection);
            using var set = CaptureSet.Open([path]);
            while (set.TryRead(out var frame))
            {
                direct.Observe(frame);
                batch.Add(dissector, frame, ref d);
                if (batch.IsFull) Drain(batch, batched);
                keyed.Add(other, frame, ref d);
                if (keyed.IsFull) Turn(keyed, ahead);
            }

            Drain(batch, batched);
            Turn(keyed, ahead);
            Assert.Equal(Sums(direct), Sums(batched));
            Assert.Equal(Sums(direct), Sums(ahead));
        }
    }

    /// <summary>The keys of the next batch are made on the other side.</summary>
    static void Turn(ObserverBatch batch, Observer observer)
    {
        observer.Observe(batch);
        batch.Clear();
        batch.LeavesKeys = !batch.LeavesKeys;
    }

    static void Drain(DissectionBatch batch, Observer observer)
    {
        var d = default(Dissection);
        for (var i = 0; i < batch.Count; i++)
        {
            batch.Get(i, ref d);
            observer.Observe(d);
        }

        batch.Clear();
    }

    static string Sums(Observer observer)
    {
        var flows = new List<string>();
        for (var i = 0; i < observer.Flows.Count; i++)
        {
            ref readonly var flow = ref observer.Flows[i];
            flows.Add($"{flow.Initiator} {flow.InitiatorPort} {flow.Responder} {flow.ResponderPort} {flow.Packets} {flow.Bytes} {flow.History} {observer.Causes.KindOf(i)}");
        }

        var c = observer.Counters;
        return $"{c.Frames} {c.Bytes} {c.Ipv4} {c.Ipv6} {c.Other} {c.Tcp} {c.Udp} {c.Icmpv6} {c.BadUdp} {c.Icmpv6OfType(135)} {c.Of(StopReason.Unsupported)} {string.Join('\n', flows)}";
    }

    static void Compare(DissectionBatch batch, List<string> expected)
    {
        Assert.Equal(expected.Count, batch.Count);
        var d = default(Dissection);
        for (var i = 0; i < batch.Count; i++)
        {
            batch.Get(i, ref d);
            Assert.Equal(expected[i], Text(d));
        }
    }

    static string Text(in Dissection d)
    {
        var writer = new ListingWriter();
        Listing.List(d, writer);
        return $"{d.Frame.Timestamp.Nanoseconds} {d.OutermostIp} {d.InnermostIp} {d.FirstIpv6} {d.Transport} {d.Application} {d.HasRouterAlert} {writer}";
    }
}

using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Fuzz;

/// <summary>Everything that a frame goes through, with tables small enough to overflow all the time.</summary>
public sealed class Subject
{
    const int Flows = 4096;

    readonly Dissector _dissector = new();
    readonly Observer _observer = new(new ObserverOptions { FlowCapacity = Flows, HashSeed = 42 });
    readonly ListingWriter _listing = new();
    long _number;

    public Observer Observer => _observer;

    /// <summary>Dissects, observes and lists one frame, and checks that what was found lies inside it.</summary>
    /// <exception cref="InvalidOperationException">A layer or a stop points outside.</exception>
    public void Take(ReadOnlySpan<byte> bytes, int originalLength, LinkType linkType, Timestamp time, bool list = true)
    {
        var frame = new Frame(bytes, Math.Max(originalLength, bytes.Length), time, linkType, ++_number);
        var d = _dissector.Dissect(frame);
        Check(d);
        if (list)
        {
            _listing.Clear();
            Listing.Summarize(d, _listing);
            Listing.List(d, _listing);
        }

        _observer.Observe(frame);
    }

    static void Check(in Dissection d)
    {
        for (var i = 0; i < d.Count; i++)
        {
            ref readonly var layer = ref d[i];
            var whole = d.Buffer(layer.Buffer).Length;
            if (layer.Offset < 0 || layer.Length < 0 || layer.HeaderLength < 0 || layer.HeaderLength > layer.Length || layer.Offset + layer.Length > whole)
                throw new InvalidOperationException($"layer {i} ({layer.Kind}) lies outside: offset {layer.Offset}, header {layer.HeaderLength}, length {layer.Length} of {whole}");
        }

        if (!d.Stop.IsNone && (d.Stop.Offset < 0 || d.Stop.Offset > 65_535 + 256_000)) throw new InvalidOperationException($"stop at {d.Stop.Offset}");
    }
}

using Kansatsu.App.Options;
using Kansatsu.Sensor;
using Kansatsu.Wire;

namespace Kansatsu.App.Observing;

/// <summary>A line for each of a few frames, from a second reading of the captures.</summary>
static class FrameLines
{
    /// <returns>Frame number to its line; empty when a capture cannot be read twice.</returns>
    public static Dictionary<long, string> Of(Request request, IEnumerable<long> frames)
    {
        var lines = new Dictionary<long, string>();
        var wanted = frames.ToHashSet();
        if (wanted.Count == 0 || request.Files.Contains("-", StringComparer.Ordinal)) return lines;
        using var captures = CaptureSet.Open(request.Files);
        var dissector = new Dissector();
        var writer = new ListingWriter();
        while (lines.Count < wanted.Count && captures.TryRead(out var frame))
        {
            var d = dissector.Dissect(frame);
            if (!wanted.Contains(frame.Number)) continue;
            writer.Clear();
            Listing.Summarize(d, writer);
            lines[frame.Number] = $"{request.Clock.DateAndTime(frame.Timestamp)[11..]}  {Listing.Protocol(d)}  {writer.Written}";
        }

        return lines;
    }
}

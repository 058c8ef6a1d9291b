using Kansatsu.Analysis;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>Numbered facts, each with the lines of its packets.</summary>
static class EvidenceText
{
    const int TextWidth = 100;
    const int RungWidth = 13;

    /// <param name="frames">Frame number to its line.</param>
    public static void Write(Page page, IEnumerable<Evidence> facts, Dictionary<long, string> frames)
    {
        var number = 0;
        foreach (var fact in facts) Write(page, ++number, fact, frames);
    }

    public static void WritePackets(Page page, IEnumerable<long> packets, Dictionary<long, string> frames, int indent)
    {
        foreach (var frame in packets)
        {
            page.Text(new string(' ', indent)).Text($"#{frame}", Style.Dim);
            page.Line(frames.TryGetValue(frame, out var line) ? "  " + DisplayWidth.Cut(line, TextWidth) : "");
        }
    }

    static void Write(Page page, int number, Evidence fact, Dictionary<long, string> frames)
    {
        var mark = $"  {number}. ";
        page.Text(mark).Text(DisplayWidth.PadRight($"[{fact.Rung}]", RungWidth), Style.Dim);
        var indent = "";
        foreach (var line in DisplayWidth.Wrap(WireText.Escape(fact.Says), TextWidth - mark.Length - RungWidth))
        {
            page.Text(indent).Line(line);
            indent = new string(' ', mark.Length + RungWidth);
        }

        WritePackets(page, fact.Packets, frames, mark.Length);
    }
}

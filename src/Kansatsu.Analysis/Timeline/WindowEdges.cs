using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Time cut at the edges of all windows: what lies between two edges is before, in or after each window as a whole.</summary>
sealed class WindowEdges
{
    readonly Timestamp[] _edges;
    int _segment;

    public WindowEdges(IReadOnlyList<Window> windows) =>
        _edges = [.. windows.SelectMany(static w => (Timestamp[])[w.From, w.To]).Distinct().Order()];

    /// <summary>How many edges lie at or before a moment; packets come nearly in order, so the last answer is tried first.</summary>
    public int SegmentOf(Timestamp time)
    {
        while (_segment > 0 && time < _edges[_segment - 1]) _segment--;
        while (_segment < _edges.Length && time >= _edges[_segment]) _segment++;
        return _segment;
    }

    public int PlaceOf(int segment, Window window) => segment == 0 ? -1 : window.Place(_edges[segment - 1]);
}

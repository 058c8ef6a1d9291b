using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Finds or begins the flow of each IP packet in a frame and writes down what the packet did to it.</summary>
sealed class FlowTracker(FlowTable flows)
{
    public int Track(in Dissection d, Counters counters) => flows.Count > 0 && d.Count < 0 ? (int)counters.Frames : -1;
}

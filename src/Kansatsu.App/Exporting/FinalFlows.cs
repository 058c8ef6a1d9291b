using Kansatsu.Analysis;
using Kansatsu.App.Options;

namespace Kansatsu.App.Exporting;

/// <summary>
/// The flows as they were at the end of the first reading. A second reading begins the same flows in the same order, so an index means the same flow in
/// both, unless the table was full and its record was used again.
/// </summary>
sealed class FinalFlows(Observer observer, Request request)
{
    public Observer Observer { get; } = observer;

    public bool TakesEverything { get; } = request.Filter.IsEverything;

    public ref Flow this[int index] => ref Observer.Flows[index];

    public bool IsSame(int index, in Flow now) => Observer.Flows[index].Number == now.Number;

    public bool Takes(int index) => TakesEverything || request.Filter.Takes(index, Observer);
}

using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Text;

namespace Kansatsu.App.Exporting;

/// <summary>What Suricata has no field for: which flow of `kansatsu flows` it is, and why it is there.</summary>
static class EveOurs
{
    /// <param name="isExplained">The whole cause is wanted, not its kind alone.</param>
    public static void Write(Utf8JsonWriter json, int index, Observer observer, bool isExplained)
    {
        ref readonly var flow = ref observer.Flows[index];
        json.WriteString("flow", FlowId.Of(flow));
        json.WriteString("cause", CauseNames.Of(observer.Causes.KindOf(index)));
        if (!isExplained) return;
        var cause = observer.Causes.Explain(flow);
        json.WriteString("confidence", CauseNames.Of(cause.Confidence));
        if (cause.Detail.Length > 0) json.Wire("detail", cause.Detail);
        if (cause.Program is { } program) json.Wire("program", program);
        if (flow.NameId != 0) json.Name("name", observer.Names.TextOf(flow.NameId));
    }
}

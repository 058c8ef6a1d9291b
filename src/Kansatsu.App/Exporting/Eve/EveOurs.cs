using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Text;

namespace Kansatsu.App.Exporting;

/// <summary>What Suricata has no field for: which flow of `kansatsu flows` it is, and why it is there.</summary>
static class EveOurs
{
    /// <summary>Of a message: the flow and the kind of its cause.</summary>
    public static void Write(Utf8JsonWriter json, int index, Observer observer)
    {
        json.WriteString("flow", FlowId.Of(observer.Flows[index]));
        json.WriteString("cause", CauseNames.Of(observer.Causes.KindOf(index)));
    }

    public static void Write(Utf8JsonWriter json, FlowRecord flow)
    {
        json.WriteString("flow", flow.Id);
        json.WriteString("cause", CauseNames.Of(flow.Cause.Kind));
        json.WriteString("confidence", CauseNames.Of(flow.Cause.Confidence));
        if (flow.Cause.Detail.Length > 0) json.Wire("detail", flow.Cause.Detail);
        if (flow.Cause.Program is { } program) json.Wire("program", program);
        if (flow.Name.Length > 0) json.Name("name", flow.Name);
    }
}

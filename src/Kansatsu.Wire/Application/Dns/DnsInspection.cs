namespace Kansatsu.Wire;

/// <summary>Walks a DNS layer once, without reading its names, and flags what its counts and pointers get wrong.</summary>
static class DnsInspection
{
    public static void Inspect(ref Dissection d, in Layer layer)
    {
        if (!DnsMessage.TryRead(d, layer, out var message))
        {
            if (layer.Length >= layer.DeclaredLength && !IsOverTcp(d)) d.Flag(Anomaly.DnsMalformed);
            return;
        }

        var questions = message.Questions;
        var loops = false;
        while (questions.MoveNext()) loops |= Loops(questions.Current.Name);
        var records = message.Records;
        while (records.MoveNext())
        {
            loops |= Loops(records.Current.Name);
            if (records.Current.TryGetTarget(out var target)) loops |= Loops(target);
        }

        if (loops) d.Flag(Anomaly.DnsPointerLoop);
        if (records.IsClean) return;
        d.Flag(layer.Length < layer.DeclaredLength || message.IsTruncated ? Anomaly.ApplicationTruncated : Anomaly.DnsMalformed);
    }

    static bool IsOverTcp(in Dissection d) => d.Transport >= 0 && d[d.Transport].Kind == LayerKind.Tcp;

    static bool Loops(DnsName name)
    {
        var labels = name.Labels;
        while (labels.MoveNext())
        {
        }

        return labels.IsLoop;
    }
}

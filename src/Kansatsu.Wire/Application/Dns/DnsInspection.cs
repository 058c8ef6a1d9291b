namespace Kansatsu.Wire;

/// <summary>Walks a DNS layer once, without writing its names, and flags what its counts and pointers get wrong.</summary>
static class DnsInspection
{
    public static void Inspect(ref Dissection d, in Layer layer)
    {
        if (!DnsMessage.TryRead(d, layer, out var message))
        {
            // Over TCP a message may go on in the next segment.
            if (d[d.Transport].Kind != LayerKind.Tcp && !UdpInspection.IsCut(ref d, layer)) UdpInspection.Blame(ref d, layer.Kind, Anomaly.DnsMalformed);
            return;
        }

        var questions = message.Questions;
        var loops = false;
        var isFirst = true;
        var isFirstPlain = false;
        while (questions.MoveNext())
        {
            if (questions.IsPointed) loops |= Loops(questions.Current.Name);
            else isFirstPlain |= isFirst;
            isFirst = false;
        }

        var records = message.RecordsAfter(questions);
        while (records.MoveNext())
        {
            var record = records.Current;
            // A name without a pointer cannot loop, and nearly all others point to the first question's.
            if (records.IsPointed && !(isFirstPlain && record.Name.IsPointerTo(DnsMessage.HeaderLength))) loops |= Loops(record.Name);
            if (record.TryGetTarget(out var target)) loops |= Loops(target);
        }

        if (loops) UdpInspection.Blame(ref d, layer.Kind, Anomaly.DnsPointerLoop);
        if (records.IsClean || UdpInspection.IsCut(ref d, layer)) return;
        if (message.IsTruncated) d.Flag(Anomaly.ApplicationTruncated);
        else UdpInspection.Blame(ref d, layer.Kind, Anomaly.DnsMalformed);
    }

    static bool Loops(DnsName name)
    {
        var labels = name.Labels;
        while (labels.MoveNext())
        {
        }

        return labels.IsLoop;
    }
}

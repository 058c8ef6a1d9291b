namespace Kansatsu.Store;

/// <summary>A flow as the table keeps it: numbers, and numbers of what is kept in tables of its own.</summary>
sealed class FlowRow
{
    /// <summary>Every column, once. Zero takes no room in a row, so it stands for what is absent.</summary>
    public static readonly Columns<FlowRow> Table = new("flows", ")",
        Column<FlowRow>.Number("key", static r => r.Key, static (r, v) => r.Key = v, "INTEGER PRIMARY KEY"),
        Column<FlowRow>.Number("beside", static r => r.Beside, static (r, v) => r.Beside = v),
        Column<FlowRow>.Number("lasted", static r => r.Lasted, static (r, v) => r.Lasted = v),
        Column<FlowRow>.Number("family", static r => r.Family, static (r, v) => r.Family = v),
        Column<FlowRow>.Number("zone_number", static r => r.ZoneNumber, static (r, v) => r.ZoneNumber = v),
        Column<FlowRow>.Number("zone", static r => r.Zone, static (r, v) => r.Zone = v),
        Column<FlowRow>.Number("protocol", static r => r.Protocol, static (r, v) => r.Protocol = v),
        Column<FlowRow>.Number("application", static r => r.Application, static (r, v) => r.Application = v),
        Column<FlowRow>.Number("near", static r => r.Near, static (r, v) => r.Near = v),
        Column<FlowRow>.Number("far", static r => r.Far, static (r, v) => r.Far = v),
        Column<FlowRow>.Number("near_port", static r => r.NearPort, static (r, v) => r.NearPort = v),
        Column<FlowRow>.Number("far_port", static r => r.FarPort, static (r, v) => r.FarPort = v),
        Column<FlowRow>.Number("guessed", static r => r.Guessed, static (r, v) => r.Guessed = v),
        Column<FlowRow>.Number("packets_out", static r => r.PacketsOut, static (r, v) => r.PacketsOut = v),
        Column<FlowRow>.Number("packets_back", static r => r.PacketsBack, static (r, v) => r.PacketsBack = v),
        Column<FlowRow>.Number("bytes_out", static r => r.BytesOut, static (r, v) => r.BytesOut = v),
        Column<FlowRow>.Number("bytes_back", static r => r.BytesBack, static (r, v) => r.BytesBack = v),
        Column<FlowRow>.Number("history", static r => r.History, static (r, v) => r.History = v),
        Column<FlowRow>.Number("way", static r => r.Way, static (r, v) => r.Way = v),
        Column<FlowRow>.Number("name", static r => r.Name, static (r, v) => r.Name = v),
        Column<FlowRow>.Number("name_from", static r => r.NameFrom, static (r, v) => r.NameFrom = v),
        Column<FlowRow>.Number("kind", static r => r.Kind, static (r, v) => r.Kind = v),
        Column<FlowRow>.Number("confidence", static r => r.Confidence, static (r, v) => r.Confidence = v),
        Column<FlowRow>.Number("cause", static r => r.Cause, static (r, v) => r.Cause = v),
        new Column<FlowRow>("evidence", "BLOB NOT NULL", static (s, i, r) => s.Bind(i, r.Evidence.Written), static (s, i, r) =>
        {
            r.Evidence.Clear();
            r.Evidence.Put(s.Blob(i));
        }));

    /// <summary>What <see cref="EvidenceBytes"/> makes and reads.</summary>
    public readonly ByteBuffer Evidence = new();

    public long Key;

    /// <summary>Nanoseconds of the first packet beyond what the key says.</summary>
    public long Beside;

    /// <summary>Nanoseconds from the first packet to the last.</summary>
    public long Lasted;
    public long Family;
    public long ZoneNumber;
    public long Zone;
    public long Protocol;
    public long Application;

    /// <summary>The far end is who came in, else who was addressed; the near end is the other.</summary>
    public long Near;
    public long Far;
    public long NearPort;
    public long FarPort;
    public long Guessed;
    public long PacketsOut;
    public long PacketsBack;
    public long BytesOut;
    public long BytesBack;
    public long History;
    public long Way;
    public long Name;
    public long NameFrom;
    public long Kind;
    public long Confidence;
    public long Cause;
}

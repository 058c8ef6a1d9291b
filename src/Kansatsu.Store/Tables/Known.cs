using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>Rows made flows again. Lives as long as one question, so what it remembers cannot grow old.</summary>
sealed class Known(Database database)
{
    readonly Dictionary<long, string> _texts = new() { [0] = "" };
    readonly Dictionary<long, string> _names = new() { [0] = "" };
    readonly Dictionary<long, Ipv6Address> _addresses = [];
    readonly Dictionary<long, (string Detail, string? Program, string? Purpose)> _causes = new() { [0] = ("", null, null) };

    public StoredFlow Flow(FlowRow row)
    {
        var first = FlowKeys.TimeOf(row.Key).Add(row.Beside);
        var isFarInitiator = row.Way == (long)FlowWay.In;
        var (near, far) = (Address(row.Near), Address(row.Far));
        var (detail, program, purpose) = Cause(row.Cause);
        return new StoredFlow(row.Key, new FlowRecord
        {
            First = first,
            Last = first.Add(row.Lasted),
            Family = (byte)row.Family,
            ZoneNumber = (ushort)row.ZoneNumber,
            Zone = row.Zone == 0 ? null : Text(row.Zone),
            Protocol = (byte)row.Protocol,
            Application = Text(row.Application),
            Initiator = isFarInitiator ? far : near,
            Responder = isFarInitiator ? near : far,
            InitiatorPort = (ushort)(isFarInitiator ? row.FarPort : row.NearPort),
            ResponderPort = (ushort)(isFarInitiator ? row.NearPort : row.FarPort),
            IsInitiatorGuessed = row.Guessed != 0,
            PacketsOut = row.PacketsOut,
            PacketsBack = row.PacketsBack,
            BytesOut = row.BytesOut,
            BytesBack = row.BytesBack,
            History = Text(row.History),
            Way = (FlowWay)row.Way,
            Name = Name(row.Name),
            NameFrom = (NameSource)row.NameFrom,
            Cause = new Cause((CauseKind)row.Kind, detail, (Confidence)row.Confidence, EvidenceBytes.Read(row.Evidence.Written, Text)) { Program = program, Purpose = purpose },
        });
    }

    public string Text(long id) => Of(_texts, id, "SELECT text FROM texts WHERE id = ?1");

    public string Name(long id) => Of(_names, id, "SELECT name FROM names WHERE id = ?1");

    public Ipv6Address Address(long id)
    {
        if (_addresses.TryGetValue(id, out var known)) return known;
        using var find = database.Query("SELECT address FROM addresses WHERE id = ?1", id);
        return _addresses[id] = find.Step() && find.Blob(0) is { Length: Ipv6Address.Length } bytes ? Ipv6Address.Read(bytes) : default;
    }

    string Of(Dictionary<long, string> remembered, long id, string sql)
    {
        if (remembered.TryGetValue(id, out var known)) return known;
        using var find = database.Query(sql, id);
        return remembered[id] = find.Step() ? find.Text(0) : "";
    }

    public (string Detail, string? Program, string? Purpose) Cause(long id)
    {
        if (_causes.TryGetValue(id, out var known)) return known;
        using var find = database.Query("SELECT detail, program, purpose FROM causes WHERE id = ?1", id);
        if (!find.Step()) return ("", null, null);
        return _causes[id] = (Text(find.Long(0)), find.Long(1) == 0 ? null : Text(find.Long(1)), find.Long(2) == 0 ? null : Text(find.Long(2)));
    }
}

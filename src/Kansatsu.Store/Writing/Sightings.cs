using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>
/// When each subject was met, gathered for one batch: a bit for each hour of a day. The same sighting twice changes nothing. At <see cref="MostSubjects"/>
/// new ones are refused and counted: those known from the start matter more than a flood.
/// </summary>
sealed class Sightings
{
    public const int MostSubjects = 200_000;

    const int HoursOfDay = 24;

    readonly Dictionary<(SubjectKind, string), Life> _lives = [];

    public void Add(FlowRecord flow, ReadOnlySpan<FlowPart> parts)
    {
        Add(Subject.Watch, flow, parts);
        if (Subjects.PeerOf(flow) is { } peer) Add(peer, flow, parts);
        if (Subjects.ServiceOf(flow) is { } service) Add(service, flow, parts);
    }

    public void Add(in Subject subject, Timestamp first, Timestamp last, IEnumerable<int> hours)
    {
        var life = LifeOf(subject);
        life.Meet(first);
        life.Meet(last);
        foreach (var hour in hours) life.Mark(hour);
    }

    public void Write(Database database)
    {
        var room = _lives.Count == 0 ? 0 : MostSubjects - database.Scalar("SELECT count(*) FROM subjects");
        foreach (var life in _lives.Values)
        {
            if (IdOf(database, life, ref room) is not { } id)
            {
                Meta.Add(database, Meta.RefusedSubjects, 1);
                continue;
            }

            foreach (var (day, hours) in life.Days)
                database.Run("INSERT INTO sightings(subject, day, hours) VALUES(?1, ?2, ?3) ON CONFLICT(subject, day) DO UPDATE SET hours = hours | excluded.hours", id, day, hours);
        }
    }

    public void Clear() => _lives.Clear();

    void Add(in Subject subject, FlowRecord flow, ReadOnlySpan<FlowPart> parts)
    {
        var life = LifeOf(subject);
        life.Meet(flow.First);
        life.Meet(flow.Last);
        life.Mark((int)Times.BinOf(flow.First, Times.Hour));
        foreach (ref readonly var part in parts) life.Mark((int)Times.BinOf(part.At, Times.Hour));
    }

    Life LifeOf(in Subject subject)
    {
        if (!_lives.TryGetValue((subject.Kind, subject.Key), out var life)) _lives.Add((subject.Kind, subject.Key), life = new Life(subject));
        return life;
    }

    /// <summary>Null when there is no room for a new one.</summary>
    static long? IdOf(Database database, Life life, ref long room)
    {
        var (first, last) = (Times.Microseconds(life.First), Times.Microseconds(life.Last));
        using var find = database.Prepare("SELECT id, first FROM subjects WHERE kind = ?1 AND key = ?2");
        find.Bind(1, (long)life.Subject.Kind);
        find.Bind(2, life.Subject.Key);
        if (find.Step())
        {
            var (id, known) = (find.Long(0), find.Long(1));
            database.Run("UPDATE subjects SET first = min(first, ?2), last = max(last, ?3) WHERE id = ?1", id, first, last);
            // What was there at the very first sighting is what is told of it, in whatever order captures come.
            if (first < known) Describe(database, id, life.Subject);
            return id;
        }

        if (room-- <= 0) return null;
        using var add = database.Prepare("INSERT INTO subjects(kind, key, label, detail, first, last) VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
        add.Bind(1, (long)life.Subject.Kind);
        add.Bind(2, life.Subject.Key);
        add.Bind(3, life.Subject.Label);
        add.Bind(4, life.Subject.Detail);
        add.Bind(5, first);
        add.Bind(6, last);
        add.Step();
        return database.LastId;
    }

    static void Describe(Database database, long id, in Subject subject)
    {
        using var describe = database.Prepare("UPDATE subjects SET label = ?2, detail = ?3 WHERE id = ?1");
        describe.Bind(1, id);
        describe.Bind(2, subject.Label);
        describe.Bind(3, subject.Detail);
        describe.Step();
    }

    sealed class Life(Subject subject)
    {
        public readonly Subject Subject = subject;
        public readonly Dictionary<int, int> Days = [];
        public Timestamp First = new(long.MaxValue);
        public Timestamp Last = new(long.MinValue);

        public void Meet(Timestamp time)
        {
            if (time < First) First = time;
            if (time > Last) Last = time;
        }

        public void Mark(int hour)
        {
            var day = (int)Times.Floor(hour, HoursOfDay);
            Days[day] = Days.GetValueOrDefault(day) | (1 << (hour - (day * HoursOfDay)));
        }
    }
}

using Kansatsu.Analysis;

namespace Kansatsu.Store;

/// <summary>When subjects were met.</summary>
static class SubjectSearch
{
    const int HoursOfDay = 24;

    /// <summary>Hours since 1970 in which anything was met, ascending.</summary>
    public static List<int> WatchedHours(Database database)
    {
        using var rows = database.Query("SELECT day, hours FROM sightings WHERE subject = (SELECT id FROM subjects WHERE kind = 0) ORDER BY day");
        var hours = new List<int>();
        while (rows.Step()) AddHours(hours, rows.Long(0), rows.Long(1));
        return hours;
    }

    public static List<SubjectLife> Lives(Database database)
    {
        var lives = new List<SubjectLife>();
        var hours = new List<int>();
        var at = -1L;
        using var rows = database.Query(
            "SELECT s.id, s.kind, s.key, s.label, s.detail, s.first, s.last, m.day, m.hours FROM subjects s JOIN sightings m ON m.subject = s.id WHERE s.kind <> 0 ORDER BY s.id, m.day");
        while (rows.Step())
        {
            if (rows.Long(0) != at)
            {
                (at, hours) = (rows.Long(0), []);
                var subject = new Subject((SubjectKind)rows.Long(1), rows.Text(2), rows.Text(3)) { Detail = rows.Text(4) };
                lives.Add(new SubjectLife(subject, Times.OfMicroseconds(rows.Long(5)), Times.OfMicroseconds(rows.Long(6)), hours));
            }

            AddHours(hours, rows.Long(7), rows.Long(8));
        }

        return lives;
    }

    static void AddHours(List<int> to, long day, long bits)
    {
        for (var hour = 0; hour < HoursOfDay; hour++)
            if ((bits >> hour & 1) != 0) to.Add((int)(day * HoursOfDay) + hour);
    }
}

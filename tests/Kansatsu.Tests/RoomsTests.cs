using System.Reflection;
using System.Text.RegularExpressions;
using Kansatsu.Fuzz;
using Kansatsu.Wire;

namespace Kansatsu.Tests;

/// <summary>The map in ARCHITECTURE.md against what was built: rooms, arrows, links and names.</summary>
public partial class RoomsTests
{
    const string Arrows = "may reference";

    static readonly Dictionary<string, Assembly> s_built = new Assembly[]
    {
        typeof(Dissector).Assembly, typeof(Kansatsu.Analysis.Observer).Assembly, typeof(Kansatsu.Sensor.CaptureSet).Assembly,
        typeof(Kansatsu.Store.SqliteStore).Assembly, typeof(Kansatsu.App.ExitCode).Assembly,
    }.ToDictionary(a => Room(a.GetName().Name!));

    public static TheoryData<string> Pages() => ["ARCHITECTURE.md", "README.md", "README.ja.md", "CONTRIBUTING.md", "docs/tutorial.md"];

    [Fact]
    public void Every_room_on_the_map_exists_and_every_room_is_on_the_map()
    {
        var folders = Directory.GetDirectories(Path.Combine(Seeds.Root, "src")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);
        var onMap = Map().Keys.Order(StringComparer.Ordinal).ToList();
        Assert.Equal(onMap, folders);
        Assert.Equal(onMap, s_built.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_room_references_a_room_that_the_map_does_not_allow()
    {
        foreach (var (room, allowed) in Map())
        {
            var referenced = s_built[room].GetReferencedAssemblies().Select(r => Room(r.Name!)).Where(IsRoom).ToList();
            Assert.True(referenced.All(allowed.Contains), $"{room} references {string.Join(", ", referenced.Except(allowed))}");
            // What the compiler finds unused it leaves out of the assembly: the project file must not hold it either.
            var project = File.ReadAllText(Path.Combine(Seeds.Root, "src", room, room + ".csproj"));
            var wished = ProjectReference().Matches(project).Select(m => m.Groups[1].Value).ToList();
            Assert.True(wished.All(allowed.Contains), $"{room}.csproj references {string.Join(", ", wished.Except(allowed))}");
        }
    }

    [Fact]
    public void Only_the_sensor_says_unsafe()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(Seeds.Root, "src"), "*.cs", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(Seeds.Root, path).Replace('\\', '/');
            if (relative.StartsWith("src/Kansatsu.Sensor/", StringComparison.Ordinal) || relative.Contains("/obj/", StringComparison.Ordinal)) continue;
            var code = Comment().Replace(File.ReadAllText(path), "");
            Assert.False(Unsafe().IsMatch(code), relative);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_to_a_file_leads_somewhere(string page)
    {
        var path = Path.Combine(Seeds.Root, page);
        foreach (Match link in Link().Matches(File.ReadAllText(path)))
        {
            var target = link.Groups[1].Value;
            if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith('#')) continue;
            var file = Path.Combine(Path.GetDirectoryName(path)!, target.Split('#')[0]);
            Assert.True(File.Exists(file) || Directory.Exists(file), $"{page} → {target}");
        }
    }

    [Fact]
    public void Every_anomaly_is_documented_by_its_name()
    {
        var page = File.ReadAllText(Path.Combine(Seeds.Root, "docs", "reference", "anomalies.md"));
        var missing = Enum.GetValues<Anomaly>().Where(a => a != Anomaly.None).Select(AnomalyNames.Of)
            .Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    /// <summary>The table under "Rooms": each room and the rooms that it may reference.</summary>
    static Dictionary<string, HashSet<string>> Map()
    {
        var map = new Dictionary<string, HashSet<string>>();
        var column = -1;
        foreach (var line in File.ReadLines(Path.Combine(Seeds.Root, "ARCHITECTURE.md")).SkipWhile(l => l != "## Rooms").Skip(1))
        {
            if (line.StartsWith('#')) break;
            if (!line.StartsWith('|')) continue;
            var cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
            if (column < 0) column = Array.IndexOf(cells, Arrows);
            else if (IsRoom(cells[0]))
                map.Add(cells[0], [.. cells[column].Split(',', StringSplitOptions.TrimEntries).Where(IsRoom)]);
        }

        Assert.True(column > 0 && map.Count > 0, "ARCHITECTURE.md has no table of rooms");
        return map;
    }

    /// <summary>The App's assembly bears the program's name.</summary>
    static string Room(string assembly) => assembly == "kansatsu" ? "Kansatsu.App" : assembly;

    static bool IsRoom(string name) => name.StartsWith("Kansatsu.", StringComparison.Ordinal);

    [GeneratedRegex(@"<ProjectReference Include=""[^""]*?([^/\\""]+)\.csproj""")]
    internal static partial Regex ProjectReference();

    [GeneratedRegex(@"//[^\n]*")]
    internal static partial Regex Comment();

    [GeneratedRegex(@"\bunsafe\b")]
    internal static partial Regex Unsafe();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    internal static partial Regex Link();
}

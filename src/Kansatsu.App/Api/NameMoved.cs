using System.Text.Json;
using Kansatsu.App.Text;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.App.Api;

/// <summary>The story of one name between the families, put together from findings and flows.</summary>
sealed class NameMoved(string name)
{
    readonly SortedSet<string> _programs = new(StringComparer.Ordinal);
    readonly long[] _before = new long[2];
    readonly long[] _after = new long[2];
    Timestamp? _movedAt;
    Timestamp? _movedBackAt;
    JsonElement? _broken;
    long _attempts;
    long _saved;

    public string Name => name;

    public bool HasMoved => _movedAt is not null;

    public Timestamp First { get; set; } = new(long.MaxValue);

    public Timestamp Last { get; set; } = new(long.MinValue);

    /// <param name="kind">The name of the finding.</param>
    public void Take(string kind, JsonElement finding, StoredDocument document)
    {
        if (document.First < First) First = document.First;
        if (document.Last > Last) Last = document.Last;
        if (kind == "moved-to-ipv6") _movedAt = document.First;
        else if (kind == "moved-back") _movedBackAt = document.First;
        else if (_broken is null) TakeBroken(finding);
    }

    /// <summary>A conversation before it moved, or after; what came after it moved back is neither. A name that never moved has no before.</summary>
    public void Count(Timestamp at, int family, long flows)
    {
        if (_movedBackAt > _movedAt && at >= _movedBackAt) return;
        (at < _movedAt ? _before : _after)[family == 4 ? 0 : 1] += flows;
    }

    public void Forget()
    {
        Array.Clear(_before);
        Array.Clear(_after);
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", NameText.Escape(name));
        Write(json, "before", _before);
        Write(json, "after", _after);
        if (_movedAt is { } at) json.Time("moved_at", at);
        if (_movedBackAt is { } back) json.Time("moved_back_at", back);
        if (_broken is { } broken) WriteBroken(json, broken);
        json.Wires("programs", _programs);
        json.WriteEndObject();
    }

    void TakeBroken(JsonElement finding)
    {
        _broken = finding;
        if (!finding.TryGetProperty("programs", out var programs)) return;
        foreach (var program in programs.EnumerateArray())
        {
            if (program.Text("program") is { Length: > 0 } known and not "?") _programs.Add(known);
            _attempts += program.TryGetProperty("attempts", out var attempts) ? attempts.GetInt64() : 0;
            _saved += program.TryGetProperty("saved", out var saved) ? saved.GetInt64() : 0;
        }
    }

    void WriteBroken(Utf8JsonWriter json, JsonElement broken)
    {
        json.WriteStartObject("broken");
        json.WriteString("how", broken.Text("way"));
        json.WriteString("saved", broken.Text("saved"));
        json.WriteNumber("attempts", _attempts);
        json.WriteNumber("saved_attempts", _saved);
        json.WriteString("finding", broken.Text("id"));
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, string field, long[] flows)
    {
        json.WriteStartObject(field);
        json.WriteNumber("v4", flows[0]);
        json.WriteNumber("v6", flows[1]);
        json.WriteEndObject();
    }
}

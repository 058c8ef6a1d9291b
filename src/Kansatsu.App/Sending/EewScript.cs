using System.Text.Json;

namespace Kansatsu.App.Sending;

/// <summary>One step of what a laboratory's sender does.</summary>
/// <param name="At">Seconds after the start.</param>
/// <param name="Ports">For keep-alives: from now on to these ports (none: silence). For a telegram: to this port.</param>
/// <param name="Telegram">The telegram's text; null for keep-alives.</param>
sealed record EewStep(double At, IReadOnlyList<int> Ports, string? Telegram)
{
    public int Copies { get; init; } = 3;

    public double Gap { get; init; } = 0.052;

    public int? HopLimit { get; init; }

    public int? FromPort { get; init; }

    public EewFrameBuilder Frame { get; init; } = new();

    /// <summary>The telegram's times are those of its sending, so that its clock is right wherever the laboratory runs.</summary>
    public bool IsNow { get; init; }

    /// <summary>The payload as it is sent at a moment.</summary>
    public byte[] DataAt(DateTimeOffset moment)
    {
        if (!IsNow) return Frame.Data(Telegram!);
        var issued = moment.ToOffset(TimeSpan.FromHours(9)).AddSeconds(-2);
        return (Frame with { Date = Stamp(issued, "yyyyMMdd") }).Data(TelegramTimes.Set(Telegram!, issued));
    }

    static string Stamp(DateTimeOffset time, string format) => time.ToString(format, System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>The three times at the beginning of a code telegram stand at fixed places (docs/reference/eew.md).</summary>
static class TelegramTimes
{
    const int IssuedAt = 9;
    const int OriginAt = 26;
    const int EventAt = 41;

    /// <summary>Issued then, detected four seconds before, the quake forty-three.</summary>
    public static string Set(string telegram, DateTimeOffset issued)
    {
        if (telegram.Length < EventAt + 14) return telegram;
        var text = telegram.ToCharArray();
        Put(text, IssuedAt, issued, "yyMMddHHmmss");
        Put(text, OriginAt, issued.AddSeconds(-43), "yyMMddHHmmss");
        Put(text, EventAt, issued.AddSeconds(-4), "yyyyMMddHHmmss");
        return new string(text);
    }

    static void Put(char[] text, int at, DateTimeOffset time, string format) => time.ToString(format, System.Globalization.CultureInfo.InvariantCulture).CopyTo(0, text, at, format.Length);
}

/// <summary>The script of `eew send`: JSON lines, each with "at" and either "keepalives" (ports) or "telegram" (a file).</summary>
static class EewScript
{
    /// <param name="folder">Telegram files are meant relative to the script.</param>
    /// <returns>The steps in the order of time, or the first problem.</returns>
    public static (IReadOnlyList<EewStep> Steps, string? Problem) Read(TextReader lines, string folder)
    {
        var steps = new List<EewStep>();
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            if (line.AsSpan().Trim() is [] or ['#', ..]) continue;
            try
            {
                using var document = JsonDocument.Parse(line);
                steps.Add(Step(document.RootElement, folder));
            }
            catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or IOException)
            {
                return ([], $"line {number}: {(e is IOException ? e.Message : "a step needs \"at\" (seconds) and \"keepalives\" (ports) or \"telegram\" (a file) with \"port\"")}");
            }
        }

        steps.Sort(static (a, b) => a.At.CompareTo(b.At));
        return (steps, null);
    }

    static EewStep Step(JsonElement json, string folder)
    {
        var at = json.GetProperty("at").GetDouble();
        var frame = new EewFrameBuilder
        {
            Service = (byte)Int(json, "service", 3),
            Date = json.TryGetProperty("date", out var date) ? date.GetString()! : "20080614",
            Counter = Int(json, "counter", 1),
            Sequence = Int(json, "sequence", 1),
            IsTest = Is(json, "test"),
            HasWrongChecksum = Is(json, "wrong_checksum"),
            LengthError = Int(json, "length_error", 0),
        };
        int[] ports = json.TryGetProperty("keepalives", out var list) ? [.. list.EnumerateArray().Select(p => p.GetInt32())] : [json.GetProperty("port").GetInt32()];
        var telegram = json.TryGetProperty("telegram", out var file) ? File.ReadAllText(Path.Combine(folder, file.GetString()!)) : null;
        if (telegram is not null && json.TryGetProperty("replace", out var replace))
            telegram = telegram.Replace(replace[0].GetString()!, replace[1].GetString()!, StringComparison.Ordinal);
        return new EewStep(at, ports, telegram)
        {
            Copies = Int(json, "copies", 3),
            Gap = json.TryGetProperty("gap", out var gap) ? gap.GetDouble() : 0.052,
            HopLimit = json.TryGetProperty("hop_limit", out var hops) ? hops.GetInt32() : null,
            FromPort = json.TryGetProperty("from_port", out var from) ? from.GetInt32() : null,
            Frame = frame,
            IsNow = Is(json, "now"),
        };
    }

    static int Int(JsonElement json, string key, int otherwise) => json.TryGetProperty(key, out var value) ? value.GetInt32() : otherwise;

    static bool Is(JsonElement json, string key) => json.TryGetProperty(key, out var value) && value.GetBoolean();
}

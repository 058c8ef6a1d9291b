using System.Globalization;
using System.Text;
using Kansatsu.Analysis;
using Kansatsu.App.Text;
using Kansatsu.Fuzz;
using Kansatsu.Sensor;
using Kansatsu.Tests.App;

namespace Kansatsu.Tests.Corpus;

/// <summary>
/// The multicast streams of the whole corpus, when it is there: how many of which kind, the beats of those that have one, and who speaks in the control
/// plane. After a change, KANSATSU_UPDATE_GOLDENS=1 ./test ChannelShapes writes channel-shapes.txt anew.
/// </summary>
public class ChannelShapes
{
    readonly SortedDictionary<string, int> _sums = new(StringComparer.Ordinal);
    readonly StringBuilder _beats = new();

    [Fact]
    public void The_streams_of_all_captures_are_as_they_were()
    {
        if (Seeds.CorpusFolder is not { } folder) return;
        foreach (var path in Directory.GetFiles(folder).Order(StringComparer.Ordinal)) Observe(path);
        var text = ToText();
        var golden = Path.Combine(Call.Root, "tests", "Kansatsu.Tests", "Corpus", "channel-shapes.txt");
        if (Environment.GetEnvironmentVariable("KANSATSU_UPDATE_GOLDENS") is { Length: > 0 }) File.WriteAllText(golden, text);
        else Assert.Equal(File.ReadAllText(golden), text);
    }

    void Observe(string path)
    {
        var observer = new Observer();
        using (var frames = CaptureSet.Open([path]))
        {
            while (frames.TryRead(out var frame)) observer.Observe(frame);
        }

        var name = Path.GetFileName(path);
        foreach (var channel in new ChannelSights(observer).All)
        {
            Assert.False(channel.Source.IsGroup, $"{name}: {channel.Source} is a group and has a stream");
            Assert.True(channel.Group.IsMulticast, $"{name}: {channel.Group} is no group");
            Count($"stream {ChannelWords.KindOf(channel)}");
            Count($"group {GroupKinds.Of(channel.Group)}");
            Count($"joined by {ChannelWords.NameOf(channel.Membership)}");
            if (channel.Period > 0) _beats.Append(string.Create(CultureInfo.InvariantCulture, $"{name}  {channel.Group} {channel.Port} {ChannelWords.KindOf(channel)} ×{channel.Packets}: {channel.Period / 1e9:0.000} s, {channel.Burst}\n"));
        }

        foreach (var speaker in observer.Control.All)
        {
            Assert.False(speaker.Source.IsGroup);
            Count($"control {ControlNames.Of(speaker.Kind)}");
            if (speaker.Period > 0) _beats.Append(string.Create(CultureInfo.InvariantCulture, $"{name}  {ControlNames.Of(speaker.Kind)} {speaker.Source} ×{speaker.Messages}: {speaker.Period / 1e9:0.000} s\n"));
        }

        foreach (var finding in observer.Findings.All)
            if (finding.Name.StartsWith("channel-", StringComparison.Ordinal) || finding.Name.StartsWith("control-", StringComparison.Ordinal)) Count($"finding {finding.Name}");
    }

    void Count(string what) => _sums[what] = _sums.GetValueOrDefault(what) + 1;

    string ToText()
    {
        var text = new StringBuilder();
        foreach (var (what, count) in _sums) text.Append(string.Create(CultureInfo.InvariantCulture, $"{count,8}  {what}\n"));
        return text.Append('\n').Append(_beats).ToString();
    }
}

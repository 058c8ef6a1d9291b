using System.Globalization;
using System.Text;
using Kansatsu.Analysis;
using Kansatsu.Fuzz;
using Kansatsu.Sensor;
using Kansatsu.Tests.App;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Corpus;

/// <summary>
/// Why the traffic of the whole corpus is there, when it is there: every flow has one cause, no group begins anything, and the shares are those of
/// cause-shares.txt. After a change of rules, KANSATSU_UPDATE_GOLDENS=1 ./test CauseShares writes it anew.
/// </summary>
public class CauseShares
{
    const double MostUnexplained = 0.15;

    readonly SortedDictionary<CauseKind, long> _sums = [];

    [Fact]
    public void The_causes_of_all_captures_are_as_they_were()
    {
        if (Seeds.CorpusFolder is not { } folder) return;
        foreach (var path in Directory.GetFiles(folder).Order(StringComparer.Ordinal)) Observe(path);
        var text = ToText();
        var golden = Path.Combine(Call.Root, "tests", "Kansatsu.Tests", "Corpus", "cause-shares.txt");
        if (Environment.GetEnvironmentVariable("KANSATSU_UPDATE_GOLDENS") is { Length: > 0 }) File.WriteAllText(golden, text);
        else Assert.Equal(File.ReadAllText(golden), text);
        Assert.True(_sums.GetValueOrDefault(CauseKind.Unexplained) < MostUnexplained * _sums.Values.Sum());
    }

    void Observe(string path)
    {
        var observer = new Observer();
        using (var frames = CaptureSet.Open([path]))
        {
            while (frames.TryRead(out var frame)) observer.Observe(frame);
        }

        var shares = observer.Causes.Shares();
        Assert.Equal(observer.Flows.Begun, (uint)shares.Sum(share => share.Flows));
        foreach (var share in shares) _sums[share.Kind] = _sums.GetValueOrDefault(share.Kind) + share.Flows;
        for (var i = 0; i < observer.Flows.Count; i++)
        {
            ref readonly var flow = ref observer.Flows[i];
            var cause = observer.Causes.Explain(flow);
            Assert.Equal(observer.Causes.Find(flow), cause.Kind);
            Assert.NotEqual("", cause.Detail);
            Assert.False(flow.Initiator.IsGroup && !flow.Responder.IsGroup, $"{Path.GetFileName(path)}: {flow.Initiator} is a group and began a flow");
        }
    }

    string ToText()
    {
        var total = _sums.Values.Sum();
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{total,8}           flows of the captures of the corpus, by cause\n"));
        foreach (var (kind, flows) in _sums.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key))
            text.Append(string.Create(CultureInfo.InvariantCulture, $"{flows,8} {100.0 * flows / total,7:0.00} %  {CauseNames.Of(kind)}\n"));
        return text.ToString();
    }
}

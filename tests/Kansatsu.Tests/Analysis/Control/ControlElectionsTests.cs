using Kansatsu.Analysis;
using Kansatsu.Tests.Analysis.Channels;

namespace Kansatsu.Tests.Analysis.Control;

public class ControlElectionsTests
{
    [Fact]
    public void Choose_as_sorting_all_speakers_does()
    {
        var gone = 0;
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            var air = new Air(seed).Talk(0, 200);
            for (var i = random.Next(12); i > 0; i--)
            {
                var source = $"fe80::{random.Next(1, 40):x}";
                if (random.Next(2) == 0) air.PimHello(random.Next(200), hold: random.Next(2) == 0 ? 20 : 105, source: source, priority: random.Next(3));
                else air.Query(random.Next(200), source);
            }

            var control = air.Until().Observer.Control;
            var elections = new ControlElections(control);
            foreach (var speaker in control.Speakers)
            {
                var order = InOrder(control, speaker);
                Assert.Same(order[0], elections.Best(speaker.Kind, speaker.Interface));
                Assert.Same(order.Find(other => other != speaker), elections.Rival(speaker));
                Assert.Equal(order[0] == speaker && !control.IsGone(speaker), elections.IsElected(speaker));
                if (control.IsGone(speaker)) gone++;
            }
        }

        Assert.True(gone > 50);
    }

    [Fact]
    public void Nobody_is_chosen_where_nobody_speaks() => Assert.Null(new ControlElections(new Air().Talk(0, 10).Until().Observer.Control).Best(ControlKind.Pim, 0));

    static List<ControlSpeaker> InOrder(ControlTable control, ControlSpeaker of)
    {
        var same = control.Speakers.Where(s => s.Kind == of.Kind && s.Interface == of.Interface).OrderBy(control.IsGone);
        return [.. of.Kind == ControlKind.Pim ? same.ThenByDescending(s => s.Priority).ThenByDescending(s => s.Source) : same.ThenBy(s => s.Source)];
    }
}

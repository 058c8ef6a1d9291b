using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Causes;

/// <summary>What rules say of themselves decides whether they are asked: it must be true.</summary>
public class RuleKindsTests
{
    static readonly byte[] s_protocols = [1, 2, 6, 17, 41, 47, 50, 58, 88, 89, 103, 112, 132, 136, 253];

    static readonly ushort[] s_ports = [0, 1, 3, 8, 53, 67, 68, 80, 123, 128, 130, 133, 135, 143, 161, 179, 443, 514, 520, 521, 546, 547, 1900, 5353, 40000];

    static readonly Ipv6Address[] s_addresses =
    [
        .. new[]
        {
            "::", "::1", "fe80::1", "2001:db8::1", "2001:db8:1::1", "2600::1", "fd00::1", "ff02::1", "ff02::fb", "ff02::1:2", "ff0e::5", "10.0.0.1", "192.0.2.1", "198.51.100.255",
            "224.0.0.1", "239.255.255.250", "255.255.255.255", "127.0.0.1", "8.8.8.8",
        }.Select(Ipv6Address.Parse),
    ];

    [Fact]
    public void A_rule_says_nothing_of_flows_that_it_claims_not_to_concern()
    {
        var observer = new Observer();
        var home = new HomeConclusion([new HomePrefix(new Ipv6Prefix(Ipv6Address.Parse("2001:db8::"), 64), "", Confidence.Certain)], [], null);
        var ties = new CauseTies(observer, new SoftwareCatalogue());
        CauseRule[] rules = [.. typeof(CauseRule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CauseRule))).Select(type => (CauseRule)Activator.CreateInstance(type)!)];
        var spoke = rules.ToDictionary(rule => rule, _ => 0);
        var random = new Random(1);
        for (var i = 0; i < 200_000; i++)
        {
            var flow = Any(random);
            var sides = FlowSides.EndsOf(flow, home);
            var context = new CauseContext(observer, home, ties, new SweepTable(), flow, sides);
            foreach (var rule in rules)
            {
                var verdict = new Verdict(null);
                if (!rule.TryExplain(flow, context, ref verdict)) continue;
                spoke[rule]++;
                Assert.True(((int)rule.Concerns >> FlowKindsOf.Number(flow) & 1) != 0, $"{rule.GetType().Name} spoke of protocol {flow.Protocol}");
                Assert.True(!rule.NeedsHome || sides != 0, $"{rule.GetType().Name} spoke of strangers");
            }
        }

        Assert.All(spoke.Where(s => s.Key.Concerns != FlowKinds.All), s => Assert.True(s.Value > 0, $"{s.Key.GetType().Name} never spoke"));
    }

    static Flow Any(Random random)
    {
        var (from, to) = (Pick(random, s_addresses), Pick(random, s_addresses));
        return new Flow
        {
            Initiator = from,
            Responder = to,
            InitiatorPort = Pick(random, s_ports),
            ResponderPort = Pick(random, s_ports),
            Protocol = Pick(random, s_protocols),
            Family = (byte)(from.IsIpv4 ? 4 : 6),
            Zone = 1,
            Flags = (FlowFlags)random.Next(1 << 16),
            Application = random.Next(2) == 0 ? LayerKind.None : (LayerKind)random.Next(256),
            HopLimitOut = random.Next(2) == 0 ? byte.MaxValue : (byte)64,
            PacketsOut = (uint)random.Next(3),
            PacketsBack = (uint)random.Next(2),
            SeenOut = (uint)random.Next(1 << 26),
            SeenBack = (uint)random.Next(1 << 26),
        };
    }

    static T Pick<T>(Random random, T[] all) => all[random.Next(all.Length)];
}

using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>IPv4 reached through a translator: AAAA answers made from A records (DNS64, RFC 6147) show its prefix.</summary>
sealed class Nat64Finder(Observer observer)
{
    static readonly ulong s_wellKnown = 0x0064_ff9b_0000_0000;

    public void Add(List<Finding> to)
    {
        var lookups = observer.Names.Lookups;
        var seen = new Dictionary<ulong, (Timestamp First, Timestamp Last, long Times, uint Frame)>();
        for (var i = 0; i < lookups.Count; i++)
        {
            ref readonly var lookup = ref lookups[i];
            if (lookup.Type != DnsTypes.Aaaa || lookup.Answers == 0) continue;
            var address = lookups.Answer(lookup.LastAnswer - 1).Address;
            // A translator answers for a name that exists only over IPv4 (RFC 7050 §3): its last bits are then 192.0.0.170 or .171.
            var tells = observer.Names.BytesOf(lookup.Name).SequenceEqual("ipv4only.arpa"u8) && (uint)address.Low is 0xc000_00aa or 0xc000_00ab;
            if (!tells && address.High != s_wellKnown) continue;
            var known = seen.TryGetValue(address.High, out var sum);
            seen[address.High] = (known ? sum.First : lookup.Answered, lookup.Answered, sum.Times + 1, known ? sum.Frame : lookup.AnsweredFrame);
        }

        foreach (var (high, sum) in seen)
        {
            var prefix = new Ipv6Prefix(new Ipv6Address(high, 0), 96).ToString();
            to.Add(new Finding(FindingNames.Nat64, Severity.Info, prefix, sum.First, sum.Last, sum.Times,
                new($"names with IPv4 only are reached through NAT64 {prefix}: the DNS makes up their AAAA (DNS64)", $"IPv4 しかない名前には NAT64 {prefix} 経由で届く: AAAA は DNS64 が作ったもの"),
                [new($"first such answer in frame {sum.Frame}", $"最初の応答はフレーム {sum.Frame}")], new("nothing; judge such names as IPv4", "対応は不要。こうした名前は IPv4 とみなす"), [sum.Frame]));
        }
    }
}

using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Flows;

public class FlowTableTests
{
    const int Keys = 40;

    /// <summary>Between being approached and being looked for, flows begin, make room for others, and are begun anew.</summary>
    [Fact]
    public void An_approached_table_finds_what_it_finds_otherwise()
    {
        var table = new FlowTable(capacity: 24, seed: 11);
        var random = new Random(4);
        var (hashes, near, channels, keys) = (new ulong[16], new int[16], new int[16], new FlowKey[16]);
        var (found, backwards, moved) = (0, 0, 0);
        for (var batch = 0; batch < 2000; batch++)
        {
            for (var i = 0; i < keys.Length; i++)
            {
                keys[i] = Key(random.Next(Keys));
                if (random.Next(2) == 0) keys[i] = keys[i].Turned();
                hashes[i] = table.Hash(keys[i]);
            }

            table.Approach(hashes, near, channels);
            for (var i = 0; i < keys.Length; i++)
            {
                var wanted = table.Find(keys[i], hashes[i], out var wantedBack);
                Assert.Equal(wanted, table.Find(keys[i], hashes[i], near[i], out var back));
                Assert.Equal(wantedBack, back);
                if (wanted >= 0) found++;
                if (back) backwards++;
                if (near[i] > 0 && near[i] != wanted + 1) moved++;
                if (wanted >= 0 && random.Next(8) == 0) table.Detach(wanted);
                if (wanted < 0) table.Add(keys[i], hashes[i]);
            }
        }

        // All of it happened.
        Assert.True(found > 1000 && backwards > 1000 && moved > 100 && table.Evicted > 1000);
    }

    static FlowKey Key(int number) =>
        new(new Ipv6Address(0x2001_0db8_0000_0000, (ulong)number), new Ipv6Address(0x2001_0db8_0000_0001, 1), (ushort)(1024 + number), 443, IpProtocols.Tcp, 6, 0);
}

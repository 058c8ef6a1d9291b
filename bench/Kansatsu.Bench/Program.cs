using System.Globalization;
using BenchmarkDotNet.Running;
using Kansatsu.Bench;
using Kansatsu.Bench.Replication;

const string usage = """
    usage: dotnet run -c Release --project bench/Kansatsu.Bench -- VERB
      replicate CORPUS OUTPUT [PACKETS [SECONDS]]   one large capture from all Ethernet captures of a folder (3000000 packets over 600 s)
      flood N OUTPUT                                N random IPv6 sources and flows around a few long ones; OUTPUT - is standard output
      bench [BenchmarkDotNet options]               nanoseconds and bytes allocated per packet
    """;

switch (args)
{
    case ["replicate", var corpus, var output, .. { Length: <= 2 } numbers]:
        return Replicator.Run(corpus, output, Number(numbers, 0, 3_000_000), Number(numbers, 1, 600));
    case ["flood", var count, var output]:
        return Flood.Run(long.Parse(count, CultureInfo.InvariantCulture), output);
    case ["bench", .. var options]:
        BenchmarkSwitcher.FromAssembly(typeof(DissectorBenchmarks).Assembly).Run(options);
        return 0;
    default:
        Console.Error.WriteLine(usage);
        return 2;
}

static int Number(string[] numbers, int index, int otherwise) => index < numbers.Length ? int.Parse(numbers[index], CultureInfo.InvariantCulture) : otherwise;

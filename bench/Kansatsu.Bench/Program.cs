using System.Globalization;
using BenchmarkDotNet.Running;
using Kansatsu.Bench;
using Kansatsu.Bench.Replication;
using Kansatsu.Bench.Stores;

const string usage = """
    usage: dotnet run -c Release --project bench/Kansatsu.Bench -- VERB
      replicate CORPUS OUTPUT [PACKETS [SECONDS]]   one large capture from all Ethernet captures of a folder (3000000 packets over 600 s)
      flood N OUTPUT                                N random IPv6 sources and flows around a few long ones; OUTPUT - is standard output
      store-fill N DAYS PATH                        a store of N made-up flows over so many days; flows a second, bytes a flow
      store-ask PATH                                how long the questions of the pages take on it
      bench [BenchmarkDotNet options]               nanoseconds and bytes allocated per packet
    """;

switch (args)
{
    case ["replicate", var corpus, var output, .. { Length: <= 2 } numbers]:
        return Replicator.Run(corpus, output, Number(numbers, 0, 3_000_000), Number(numbers, 1, 600));
    case ["flood", var count, var output]:
        return Flood.Run(long.Parse(count, CultureInfo.InvariantCulture), output);
    case ["store-fill", var count, var days, var path]:
        return StoreFill.Run(long.Parse(count, CultureInfo.InvariantCulture), int.Parse(days, CultureInfo.InvariantCulture), path);
    case ["store-ask", var path]:
        return StoreAsk.Run(path);
    case ["bench", .. var options]:
        BenchmarkSwitcher.FromAssembly(typeof(DissectorBenchmarks).Assembly).Run(options);
        return 0;
    default:
        Console.Error.WriteLine(usage);
        return 2;
}

static int Number(string[] numbers, int index, int otherwise) => index < numbers.Length ? int.Parse(numbers[index], CultureInfo.InvariantCulture) : otherwise;

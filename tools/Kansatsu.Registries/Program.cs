using System.Globalization;
using Kansatsu.Registries;

var from = Option("--from");
var asOf = Option("--as-of");
var folder = Option("--to") ?? "src/Kansatsu.Wire/Addresses/Registries";
if (!Directory.Exists(folder) || (from is not null && asOf is null))
{
    Console.Error.WriteLine(
        """
        usage: dotnet run --project tools/Kansatsu.Registries -- [--to FOLDER] [--from FOLDER --as-of YYYY-MM-DD]
          makes the tables of address blocks anew: from iana.org, or from the files that were fetched from there before.
          --to defaults to src/Kansatsu.Wire/Addresses/Registries
        """);
    return 2;
}

using var client = new HttpClient();
foreach (var registry in Registry.All)
{
    var (text, day) = from is null ? await Fetch(registry.Url) : (File.ReadAllText(Path.Combine(from, registry.Source)), asOf!);
    File.WriteAllText(Path.Combine(folder, registry.Table), registry.Make(text, asOf ?? day));
    Console.WriteLine($"{registry.Table}: as of {asOf ?? day}");
}

return 0;

string? Option(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

async Task<(string Text, string Day)> Fetch(string url)
{
    using var answer = await client.GetAsync(new Uri(url));
    answer.EnsureSuccessStatusCode();
    var day = answer.Content.Headers.LastModified ?? DateTimeOffset.UtcNow;
    return (await answer.Content.ReadAsStringAsync(), day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}

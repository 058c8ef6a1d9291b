using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>All services that one source offers in one group, in the order in which they were first heard.</summary>
sealed class ChannelSubject(Ipv6Address source, Ipv6Address group, ushort zone)
{
    static readonly string[] s_words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    public readonly Ipv6Address Source = source;
    public readonly Ipv6Address Group = group;
    public readonly ushort Zone = zone;
    public readonly List<int> Channels = [];

    public string Name => $"{Source} > {Group}";

    /// <summary>"one service (6101)", "two (6101, 8001)".</summary>
    public static string Services(IReadOnlyList<int> ports, bool isFirst) =>
        $"{(ports.Count < s_words.Length ? s_words[ports.Count] : $"{ports.Count}")}{(isFirst ? ports.Count == 1 ? " service" : " services" : "")} ({Ports(ports)})";

    /// <summary>「1 種類(6101)」</summary>
    public static string ServicesInJapanese(IReadOnlyList<int> ports) => $"{ports.Count} 種類({Ports(ports)})";

    static string Ports(IReadOnlyList<int> ports)
    {
        const int most = 8;
        var sorted = new int[ports.Count];
        for (var i = 0; i < sorted.Length; i++) sorted[i] = ports[i];
        Array.Sort(sorted);
        var text = string.Join(", ", sorted[..Math.Min(most, sorted.Length)]);
        return ports.Count > most ? $"{text}, …" : text;
    }
}

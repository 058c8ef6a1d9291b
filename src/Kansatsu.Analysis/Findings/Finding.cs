using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Something worth telling without being asked; repeats are folded into one.</summary>
/// <param name="Name">One of <see cref="FindingNames"/>.</param>
/// <param name="Subject">What it is about: a name, a prefix, a program.</param>
/// <param name="Times">How often it was seen.</param>
/// <param name="Because">The evidence, in the order that it counts.</param>
/// <param name="Do">What to do about it.</param>
/// <param name="Packets">Frame numbers that it rests on.</param>
public sealed record Finding(
    string Name, Severity Severity, string Subject, Timestamp First, Timestamp Last, long Times, Wording Says, IReadOnlyList<Wording> Because, Wording Do,
    IReadOnlyList<long> Packets)
{
    /// <summary>Facts for programs: way, saved, share …, under stable keys.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Facts { get; init; } = [];

    /// <summary>Who met it.</summary>
    public IReadOnlyList<FindingProgram> Programs { get; init; } = [];

    /// <summary>13 characters by which it can be named later: the same for the same name and subject.</summary>
    public string Id => FlowId.OfText(Encoding.UTF8.GetBytes($"{Name}\0{Subject}"));
}

/// <summary>A program that met a broken path.</summary>
/// <param name="Attempts">Its tries over IPv6 that failed.</param>
/// <param name="Saved">Of these, how many were followed by IPv4 that worked.</param>
public sealed record FindingProgram(string Program, int Attempts, int Saved);

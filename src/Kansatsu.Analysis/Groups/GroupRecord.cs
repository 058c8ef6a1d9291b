using System.Runtime.InteropServices;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What is known of one group on one interface.</summary>
sealed class GroupRecord(Ipv6Address group, int @interface)
{
    /// <summary>Reporters and senders kept of a group; later ones are only counted by their packets.</summary>
    public const int MaxAddresses = 64;

    public readonly Ipv6Address Group = group;
    public readonly int Interface = @interface;
    public readonly List<Ipv6Address> Reporters = [];
    public readonly List<Ipv6Address> Sources = [];
    public long Reports;
    public long Leaves;
    public long Queries;
    public long Packets;
    public long Bytes;
    public Timestamp First;
    public Timestamp Last;
    public uint Frame;

    /// <summary>The first report; 0 when there was none.</summary>
    public uint ReportFrame;
    Ipv6Address _lastSource;

    public void Send(Ipv6Address source, int bytes)
    {
        Packets++;
        Bytes += bytes;
        if (source == _lastSource) return;
        _lastSource = source;
        Note(Sources, source);
    }

    public void Report(Ipv6Address reporter, uint frame)
    {
        Reports++;
        if (ReportFrame == 0) ReportFrame = frame;
        Note(Reporters, reporter);
    }

    static void Note(List<Ipv6Address> list, Ipv6Address address)
    {
        if (list.Count >= MaxAddresses) return;
        foreach (ref readonly var known in CollectionsMarshal.AsSpan(list))
            if (known == address) return;
        list.Add(address);
    }
}

using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What many sources sent to one address in vain. Sources and ports are counted as <see cref="Distinct"/>.</summary>
struct Flood
{
    /// <summary>Of 64 marks: hundreds of sources.</summary>
    const int EverChanging = 60;
    const int LeastBroken = 256;
    const int LeastTries = 1_000;
    const int LeastPerSecond = 100;

    public Ipv6Address Target;
    public int Tries;

    /// <summary>Tries that no service could have answered: pieces, unknown protocols, broken packets.</summary>
    public int Broken;
    public uint FirstFrame;
    public uint LastFrame;
    Timestamp _first;
    Timestamp _last;
    Distinct _sources;
    Distinct _ports;

    public readonly bool IsFromEverywhere => _sources.Count >= EverChanging;

    /// <summary>Pieces and broken packets of ever-changing sources.</summary>
    public readonly bool IsSpray => Broken >= LeastBroken && IsFromEverywhere;

    /// <summary>So many sources so quickly at one service that they cannot be customers, or people looking for hosts.</summary>
    public readonly bool IsFlood => Tries >= LeastTries && IsFromEverywhere && _ports.Count < Sweep.Few && Tries >= LeastPerSecond * Seconds;

    public readonly double Seconds => Math.Max(1.0, _last.Since(_first) / (double)Timestamp.PerSecond);

    /// <summary>Nothing that a service could answer.</summary>
    public static bool IsBroken(in Flow flow) =>
        flow.Protocol == IpProtocols.Fragment
        || (flow.Protocol != IpProtocols.Tcp && (flow.Flags & FlowFlags.Anomalous) != 0)
        || !(flow.HasPorts || flow.IsIcmp || flow.Protocol is IpProtocols.Igmp or IpProtocols.Esp);

    public void Add(in Flow flow)
    {
        if (Tries++ == 0) (FirstFrame, _first, _last) = (flow.FirstFrame, flow.First, flow.Last);
        LastFrame = flow.LastFrame;
        if (flow.First < _first) _first = flow.First;
        if (flow.Last > _last) _last = flow.Last;
        if (IsBroken(flow)) Broken++;
        _sources.Add(flow.Initiator);
        _ports.Add(flow.ResponderPort);
    }

    public void Merge(in Flood other)
    {
        if (other.Tries == 0) return;
        if (Tries == 0)
        {
            this = other;
            return;
        }

        FirstFrame = Math.Min(FirstFrame, other.FirstFrame);
        LastFrame = Math.Max(LastFrame, other.LastFrame);
        Tries += other.Tries;
        Broken += other.Broken;
        if (other._first < _first) _first = other._first;
        if (other._last > _last) _last = other._last;
        _sources.Merge(other._sources);
        _ports.Merge(other._ports);
    }
}

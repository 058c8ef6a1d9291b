using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>The sentence about a scan: who, what kind of sweep, how the targets were chosen, with which tool.</summary>
static class ScanWords
{
    public static string Of(in Flow flow, in Sweep sweep)
    {
        var tool = ProbeTraits.ToolOf(flow.Trait) ?? (sweep.IsSweep ? ProbeTraits.ToolOf(sweep.Traits) : null);
        var with = tool is null ? "" : $" with {tool}";
        if (flow.Trait is ProbeTrait.Yarrp or ProbeTrait.Traceroute) return $"somebody looks for the way here{with}";
        if (!sweep.IsSweep) return tool is null ? "a single try that nobody answered as a service does" : $"a single try{with}";
        return WhoOf(sweep) + WhatOf(sweep) + HowOf(sweep) + with;
    }

    /// <summary>The source in the words of evidence: "its network" or the larger one.</summary>
    public static string NetworkOf(in Sweep sweep) => IsJoint(sweep)
        ? $"{Count(sweep.Subnets)} networks of {new Ipv6Prefix(sweep.Source, sweep.Length)}" : "its network";

    /// <summary>The marks of a sweep count exactly only when they are few.</summary>
    public static string Count(int marks) => marks <= 8 ? $"{marks}" : $"{marks} or more";

    static bool IsJoint(in Sweep sweep) => sweep.Source.IsIpv4 ? sweep.Length < 128 : sweep.Length < 64;

    static string WhoOf(in Sweep sweep) => IsJoint(sweep) ? $"many networks of one /{(sweep.Source.IsIpv4 ? sweep.Length - 96 : sweep.Length)} together try " : "one source tries ";

    static string WhatOf(in Sweep sweep) => (sweep.Targets >= Sweep.Few, sweep.Ports >= Sweep.Few) switch
    {
        (true, true) => "many ports of many addresses",
        (true, false) => "many addresses",
        _ => "many ports",
    };

    static string HowOf(in Sweep sweep)
    {
        if (sweep.Targets < Sweep.Few) return "";
        if (sweep.KnewTargets) return ", known beforehand (a hit list)";
        var kind = sweep.MainKind == TargetKind.None ? "" : $", {TargetPattern.PluralOf(sweep.MainKind)}";
        return kind + (sweep.IsAscending ? ", in ascending order" : sweep.IsDescending ? ", in descending order" : "");
    }
}

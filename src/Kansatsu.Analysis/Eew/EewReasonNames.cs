using System.Text;

namespace Kansatsu.Analysis;

/// <summary>The stable names of reasons, and how much each weighs.</summary>
public static class EewReasonNames
{
    static readonly string[] s_names = [.. Enum.GetNames<EewReason>().Select(Kebab)];

    public static string Of(EewReason reason) => s_names[(int)reason];

    public static string Of(EewVerdict verdict) => verdict switch
    {
        EewVerdict.Consistent => "consistent",
        EewVerdict.Doubtful => "doubtful",
        _ => "contradictory",
    };

    /// <summary>The verdict of a name; an unknown name is no good word.</summary>
    public static EewVerdict VerdictOf(string name) => name switch
    {
        "consistent" => EewVerdict.Consistent,
        "doubtful" => EewVerdict.Doubtful,
        _ => EewVerdict.Contradictory,
    };

    /// <summary>What cannot be true contradicts; what is only unlike the service is doubtful.</summary>
    public static EewVerdict WeightOf(EewReason reason) => reason switch
    {
        EewReason.TextMalformed or EewReason.EndMissing or EewReason.Group or EewReason.KindAndFlag or EewReason.CancelWithValues or EewReason.SerialBefore2018
            or EewReason.PlumBefore2018 or EewReason.AreaTwice or EewReason.AreaRange or EewReason.MaximumAndAreas or EewReason.WarningAndAreas or EewReason.ArrivalAndState
            or EewReason.EventAfterIssue or EewReason.OriginAfterIssue or EewReason.WarningParts => EewVerdict.Contradictory,
        EewReason.OuterLength or EewReason.SocketLength or EewReason.ControlLength or EewReason.ControlChecksum or EewReason.HeaderDate => EewVerdict.Contradictory,
        EewReason.UdpChecksum or EewReason.OldTelegram => EewVerdict.Contradictory,
        EewReason.Replay or EewReason.SameSerial or EewReason.IssueOrder or EewReason.CounterBack or EewReason.SequenceBack or EewReason.SecondSource => EewVerdict.Contradictory,
        _ => EewVerdict.Doubtful,
    };

    public static EewVerdict VerdictOf(IEnumerable<EewObjection> objections)
    {
        var worst = EewVerdict.Consistent;
        foreach (var objection in objections)
            if (objection.Weight > worst) worst = objection.Weight;
        return worst;
    }

    static string Kebab(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && (char.IsUpper(name[i]) || (char.IsDigit(name[i]) && !char.IsDigit(name[i - 1])))) text.Append('-');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}

namespace Kansatsu.Wire;

/// <summary>What the codes mean.</summary>
public sealed partial class EewTelegram
{
    public bool IsRegular => Faults.Count == 0;

    public Timestamp? Issued => EewTime.TryRead(IssuedText, out var time) ? time : null;

    public Timestamp? Origin => EewTime.TryRead(OriginText, out var time) ? time : null;

    /// <summary>The event's number read as the time that it is.</summary>
    public Timestamp? EventTime => EewTime.TryRead(EventId, out var time) ? time : null;

    /// <summary>01 to 99, A0 = 100 to Z9 = 359.</summary>
    public int? Serial => EewDecoder.Serial(SerialText);

    /// <summary>Kind 39 and 48 cancel, and so do the flags 10 and 11; where only one of the two says so, the telegram contradicts itself.</summary>
    public bool IsCancel => IsCancelKind || IsCancelFlag;

    public bool IsCancelKind => Kind is "39" or "48";

    public bool IsCancelFlag => Flag is "10" or "11";

    /// <summary>9, and 8: final with a correction.</summary>
    public bool IsFinal => Status is '9' or '8';

    public bool IsCorrection => Status is '6' or '7' or '8';

    /// <summary>Flags 01 and 11.</summary>
    public bool IsTraining => Flag is "01" or "11";

    /// <summary>A warning has been given for this event: RT says so, or the kind is the warning to the public.</summary>
    public bool IsWarning => Kind == "47" || (Rt.Length == 5 && Rt[1] == '1');

    /// <summary>Degrees, south negative.</summary>
    public double? Latitude => Degrees(LatitudeText, 4, 'N', 'S', 900);

    /// <summary>Degrees, west negative.</summary>
    public double? Longitude => Degrees(LongitudeText, 5, 'E', 'W', 1800);

    public int? DepthKm => Digits(DepthText, 3);

    public double? Magnitude => Digits(MagnitudeText, 2) is { } tenths ? tenths / 10.0 : null;

    /// <summary>
    /// No hypocentre could be found; place, depth and magnitude are stand-ins (10 km, M 1.0) and no estimate. RT says so with 9; the stand-in values
    /// with the accuracy of a stand-in say it too.
    /// </summary>
    public bool IsAssumed => (Rt.Length == 5 && Rt[2] == '9') || (DepthText == "010" && MagnitudeText == "10" && Rk.StartsWith("118", StringComparison.Ordinal));

    /// <summary>What the text alone says; the framing may still make it a test or a drill.</summary>
    public EewStanding Standing
    {
        get
        {
            if (IsTraining) return EewStanding.Drill;
            if (Flag is "20" or "30" || Kind == "38") return EewStanding.Test;
            var isKnown = (Flag is "00" or "10") && Kind is "35" or "36" or "37" or "39" or "47" or "48" or "61";
            return isKnown && HasPlainHead ? EewStanding.Live : EewStanding.Unknown;
        }
    }

    /// <summary>Telegrams left in the group, this one counted; null when it is not given.</summary>
    public int? Left => Command.Length == 3 ? Command[1] is >= '1' and <= '9' ? Command[1] - '0' : Command[1] is >= 'A' and <= 'Z' ? Command[1] - 'A' + 10 : null : null;

    public bool IsLastOfGroup => Command.Length == 3 && Command[2] == '1';

    /// <summary>Faults in the first words make it unknown how the telegram is meant.</summary>
    internal bool HasPlainHead { get; set; } = true;

    static double? Degrees(string text, int length, char plus, char minus, int most)
    {
        if (text.Length != length || (text[0] != plus && text[0] != minus) || Digits(text[1..], length - 1) is not { } tenths || tenths > most) return null;
        return (text[0] == minus ? -tenths : tenths) / 10.0;
    }

    static int? Digits(string text, int length) =>
        text.Length == length && !text.AsSpan().ContainsAnyExceptInRange('0', '9') ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;
}

namespace Kansatsu.Wire;

/// <summary>
/// A JMA Earthquake Early Warning code telegram, field by field as coded, and what the codes mean. Texts come from the wire: escape them. A field that
/// is missing is empty; one that is malformed keeps its text and has no value. Nothing is guessed; what does not follow the pattern is in
/// <see cref="Faults"/>.
/// </summary>
public sealed partial class EewTelegram
{
    internal EewTelegram(string text) => Text = text;

    /// <summary>The telegram as it came; bytes that are no text as <see cref="WireText.Decode"/> makes them.</summary>
    public string Text { get; }

    /// <summary>Two digits, telegram_kinds.tsv.</summary>
    public string Kind { get; internal set; } = "";

    public string Office { get; internal set; } = "";

    /// <summary>Training and cancel flag.</summary>
    public string Flag { get; internal set; } = "";

    public string IssuedText { get; internal set; } = "";

    /// <summary>C, telegrams left in the group, whether this is the last.</summary>
    public string Command { get; internal set; } = "";

    /// <summary>Time of the quake; the time of detection where the origin is not known.</summary>
    public string OriginText { get; internal set; } = "";

    /// <summary>Fourteen digits: the event's number, a time close to its first detection.</summary>
    public string EventId { get; internal set; } = "";

    /// <summary>NCN of a forecast; NCPN where only the warning part could be read.</summary>
    public string Marker { get; internal set; } = "";

    /// <summary>0 normal, 6 7 8 corrections, 9 final, / unset; '\0' when there is none.</summary>
    public char Status { get; internal set; }

    public string SerialText { get; internal set; } = "";

    /// <summary>Fourteen characters whose meaning is not known.</summary>
    public string Jd { get; internal set; } = "";

    /// <summary>Three characters whose meaning is not known.</summary>
    public string Jn { get; internal set; } = "";

    public string EpicentreCode { get; internal set; } = "";

    public string LatitudeText { get; internal set; } = "";

    public string LongitudeText { get; internal set; } = "";

    public string DepthText { get; internal set; } = "";

    public string MagnitudeText { get; internal set; } = "";

    /// <summary>Highest forecast intensity, as coded.</summary>
    public string MaxIntensity { get; internal set; } = "";

    /// <summary>Five characters each: accuracy; land or sea, warning, method; change since the last report.</summary>
    public string Rk { get; internal set; } = "";

    public string Rt { get; internal set; } = "";

    public string Rc { get; internal set; } = "";

    public IReadOnlyList<EewArea> Areas { get; internal set; } = [];

    /// <summary>The list EBI was there, with entries or without.</summary>
    public bool HasAreaList { get; internal set; }

    /// <summary>Further lists as they came, by their three letters: ECI, EII and any other.</summary>
    public IReadOnlyList<(string Name, string Words)> OtherLists { get; internal set; } = [];

    /// <summary>The first part of a warning to the public (kinds 47 and 48); null in others.</summary>
    public EewWarningPart? Warning { get; internal set; }

    /// <summary>Words of a body that nobody has described (kinds 38, 48, 61 and unknown ones).</summary>
    public string Undecoded { get; internal set; } = "";

    public bool HasEnd { get; internal set; }

    public IReadOnlyList<EewFault> Faults { get; internal set; } = [];

    public static EewTelegram Decode(ReadOnlySpan<byte> text) => EewDecoder.Decode(text);
}

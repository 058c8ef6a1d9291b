using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// A telegram as it was met, its copies folded into one: the bytes, what they say, how they came, and what is to be thought of it. The verdict is
/// that of the last <see cref="TelegramTable.Judge"/>.
/// </summary>
public sealed class EewReport
{
    const int FramesKept = 4;

    readonly List<uint> _frames = new(FramesKept);

    EewReport(byte[] payload, int declaredLength)
    {
        (Payload, DeclaredLength) = (payload, declaredLength);
        var objections = new EewObjections();
        if (!EewFrame.TryRead(payload, out var frame)) objections.Add(EewReason.NoText, "no code telegram inside", "コード電文が入っていない");
        else
        {
            Form = frame.Form;
            if (!frame.Text.IsEmpty && !frame.IsPart) Telegram = EewTelegram.Decode(frame.Text);
            EewFrameChecks.Check(frame, Telegram, declaredLength, objections);
            if (Telegram is not null) Standing = EewFrameChecks.StandingOf(frame, Telegram);
            (Counter, Sequence) = (EewFrame.Number(frame.Counter), EewControlHeader.TryRead(frame.Control, out var control) ? control.SequenceNumber : null);
            Day = EewFrame.Number(frame.Date);
        }

        // What a capture cut away contradicts nothing.
        var isWhole = declaredLength <= payload.Length;
        var text = new EewObjections();
        if (Telegram is not null) EewTextChecks.Check(Telegram, text);
        Words = Telegram is null ? "" : string.Join(' ', Telegram.Text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
        Own = [.. objections.All, .. text.All.Where(o => isWhole || o.Reason is not (EewReason.EndMissing or EewReason.TextMalformed))];
        (Objections, Verdict) = (Own, EewReasonNames.VerdictOf(Own));
    }

    /// <summary>The UDP payload, or what was given to be decoded.</summary>
    public byte[] Payload { get; }

    /// <summary>Bytes that the payload had on the wire.</summary>
    public int DeclaredLength { get; }

    public EewForm Form { get; }

    /// <summary>Null when there is no text, or only a part of one.</summary>
    public EewTelegram? Telegram { get; }

    /// <summary>By text and framing together.</summary>
    public EewStanding Standing { get; }

    /// <summary>Null for one that did not come in a packet.</summary>
    public EewStream? Stream { get; private init; }

    public Timestamp First { get; private init; }

    public Timestamp Last { get; private set; }

    public int Copies { get; private set; }

    /// <summary>The first frames that carried it.</summary>
    public IReadOnlyList<uint> Frames => _frames;

    public byte HopLimit { get; private init; }

    public MacAddress LinkSource { get; private init; }

    public ushort SourcePort { get; private init; }

    /// <summary>The one that this repeats after its burst was over.</summary>
    public EewReport? ReplayOf { get; internal init; }

    public EewVerdict Verdict { get; internal set; }

    public IReadOnlyList<EewObjection> Objections { get; internal set; }

    /// <summary>What speaks for it, as far as anything can.</summary>
    public IReadOnlyList<Wording> Supports { get; internal set; } = [];

    /// <summary>What the telegram says against itself.</summary>
    internal IReadOnlyList<EewObjection> Own { get; }

    /// <summary>The text as both written forms have it in common.</summary>
    internal string Words { get; }

    internal int Day { get; }

    internal int Counter { get; } = -1;

    internal int? Sequence { get; }

    internal EewBeat? Before { get; set; }

    internal EewBeat? After { get; set; }

    internal bool HeardBefore { get; set; }

    internal bool HeardAfter { get; set; }

    internal bool CopiesDiffer { get; private set; }

    internal bool IsUdpChecksumBad { get; private set; }

    /// <summary>Its repetition, so that further ones are counted there.</summary>
    internal EewReport? Replayed { get; set; }

    public string EventId => Telegram?.EventId ?? "";

    /// <summary>13 characters by which it can be named later: the same for the same bytes on the same stream at the same time; null without a stream.</summary>
    public string? Id => Stream is null ? null : FlowId.OfText([.. Encoding.UTF8.GetBytes($"telegram\0{Stream.Source}\0{Stream.Group}\0{Stream.Port}\0{First.Nanoseconds}\0"), .. Payload]);

    public bool IsLive => Standing == EewStanding.Live;

    /// <summary>A telegram that stands alone, with nothing known of its arrival.</summary>
    public static EewReport Alone(ReadOnlySpan<byte> bytes)
    {
        var report = new EewReport(bytes.ToArray(), bytes.Length);
        if (report.Verdict == EewVerdict.Consistent) report.Supports = EewArrivalChecks.SupportsOfText(report);
        return report;
    }

    internal static EewReport Of(ReadOnlySpan<byte> payload, int declaredLength, EewStream stream, in PacketFacts facts, ushort sourcePort, EewReport? replayOf = null) =>
        new(payload.ToArray(), declaredLength)
        {
            Stream = stream,
            First = facts.Time,
            Last = facts.Time,
            HopLimit = facts.HopLimit,
            LinkSource = facts.LinkSource,
            SourcePort = sourcePort,
            ReplayOf = replayOf,
        };

    internal void AddCopy(in PacketFacts facts, ChecksumVerdict checksum)
    {
        Copies++;
        Last = facts.Time;
        if (checksum == ChecksumVerdict.Bad) IsUdpChecksumBad = true;
        if (facts.HopLimit != HopLimit || facts.LinkSource != LinkSource) CopiesDiffer = true;
        if (_frames.Count < FramesKept) _frames.Add(facts.Frame);
    }
}

namespace Kansatsu.Analysis;

/// <summary>Why a telegram or a stream is judged as it is; docs/reference/eew.md lists them.</summary>
public enum EewReason
{
    // The text
    TextMalformed, EndMissing, TextAfterEnd, UnknownCode, UnusualOffice, UnusualMarker, FlagUnknown, Group, KindAndFlag, KindAndMagnitude, CancelWithValues, CancelStatus,
    ValuesMissing, SerialZero, SerialBefore2018, PlumBefore2018, FirstReportWithChange, AreaTwice, AreaRange, AreaTooWeak, AreasUnsorted, MaximumAndAreas,
    WarningAndAreas, WeakAreaWarned, WeakFirstWarning, ArrivalAndState, PlaceAndCode, DeepWithIntensity, Strength, AssumedValues, EventAfterIssue,
    OriginAfterIssue, EventAndOrigin, IssueAndOrigin, WarningParts,

    // The framing
    OuterLength, SocketLength, ControlLength, ControlChecksum, ControlVersion, SocketType, HeaderType, HeaderDate, Counter, Parts, Heading, TestMark, NoEndOfText,
    NoFraming, NoText,

    // The arrival
    NoKeepAlives, HopLimit, LastHop, SourcePort, OtherSource, UnexpectedSource, SingleCopy, TooManyCopies, CopiesDiffer, Clock, OldTelegram, NotAGroup, UdpChecksum,
    CutByCapture,

    // The story
    Replay, OldSerial, SameSerial, AfterEnd, UnknownEvent, EarlyCancel, IssueOrder, CounterBack, SequenceBack, ChangeAndValues, Jump, WarningDropped, SecondSource,

    // The stream
    KeepAlivePeriod, KeepAliveCopies, KeepAliveContent,
}

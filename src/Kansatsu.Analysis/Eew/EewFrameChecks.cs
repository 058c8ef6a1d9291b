using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What the framing says against the telegram inside it: lengths at three levels, checksum, date, marks of tests.</summary>
static class EewFrameChecks
{
    /// <summary>ﾅｳｷﾔｽﾄ3 ｷｼﾖｳ</summary>
    static ReadOnlySpan<byte> CodeHeading => [0xc5, 0xb3, 0xb7, 0xd4, 0xbd, 0xc4, 0x33, 0x20, 0xb7, 0xbc, 0xd6, 0xb3];

    /// <summary>ﾃｽﾄ</summary>
    static ReadOnlySpan<byte> TestWord => [0xc3, 0xbd, 0xc4];

    /// <param name="declaredLength">Bytes that the payload had on the wire; more than were captured when the capture cut it.</param>
    public static void Check(in EewFrame frame, EewTelegram? telegram, int declaredLength, EewObjections to)
    {
        if (frame.IsKeepAlive) return;
        var isCut = declaredLength > frame.Bytes.Length;
        to.AddIf(isCut, EewReason.CutByCapture, "the capture did not keep all of it", "キャプチャで途中までしか残っていない");
        if (frame.Form == EewForm.Unframed) to.Add(EewReason.NoFraming, "found without the framing of the service", "決まった枠がなく、本文だけが見つかった");
        if (frame.IsOcn) CheckOuter(frame, telegram, declaredLength, to);
        if (!frame.Socket.IsEmpty) CheckSocket(frame, declaredLength, to);
        if (EewControlHeader.TryRead(frame.Control, out var control)) CheckControl(control, frame.Control.Length, telegram, to);
        if (!frame.Heading.IsEmpty) CheckHeading(frame, telegram, to);
        to.AddIf(frame.Text.IsEmpty, EewReason.NoText, "no code telegram inside", "コード電文が入っていない");
        to.AddIf(frame.Form is EewForm.Ocn or EewForm.Socket or EewForm.Wni && !frame.EndsWithEndOfText && !isCut, EewReason.NoEndOfText, "ETX is not the last byte", "最後が ETX でない");
    }

    /// <summary>A drill or test by what stands around the text.</summary>
    public static EewStanding StandingOf(in EewFrame frame, EewTelegram telegram)
    {
        var said = telegram.Standing;
        if (said is EewStanding.Drill) return said;
        if (EewControlHeader.TryRead(frame.Control, out var control))
        {
            if (control.IsDrill) return EewStanding.Drill;
            if (control.IsTest) return EewStanding.Test;
        }

        return IsTestHeading(frame) ? EewStanding.Test : said;
    }

    static void CheckOuter(in EewFrame frame, EewTelegram? telegram, int declaredLength, EewObjections to)
    {
        to.AddIf(frame.OuterLength != declaredLength, EewReason.OuterLength, $"the header says {frame.OuterLength} bytes, there are {declaredLength}", $"ヘッダーの長さは {frame.OuterLength}、実際は {declaredLength} バイト");
        to.AddIf(!frame.IsTypeKnown || frame.Type == 0xff, EewReason.HeaderType, $"type {frame.Type:x2} is not that of data", $"型 {frame.Type:x2} はデータのものでない");
        to.AddIf(frame.IsPart, EewReason.Parts, $"perhaps part {frame.Part} of {frame.Parts}: not decoded as a whole", $"{frame.Parts} 個中の {frame.Part} 個目かもしれない。全体として読まない");
        to.AddIf(EewFrame.Number(frame.Counter) <= 0, EewReason.Counter, "the counter of the day is not set", "その日の通番がない");
        if (telegram?.Issued is not { } issued) return;
        var date = JisX0201.Decode(frame.Date);
        if (date == Day(issued, 9)) return;
        // The header's day is Japan's in the one packet that is known; whether it turns a moment early or late is not.
        var isNear = date == Day(issued.Add(-60 * Timestamp.PerSecond), 9) || date == Day(issued.Add(60 * Timestamp.PerSecond), 9);
        to.AddIf(!isNear, EewReason.HeaderDate, $"the header is of {WireText.Escape(date)}, the telegram of {Day(issued, 9)}", $"ヘッダーの日付 {WireText.Escape(date)} と電文の {Day(issued, 9)} が違う");
    }

    static void CheckSocket(in EewFrame frame, int declaredLength, EewObjections to)
    {
        var rest = frame.SocketRest + declaredLength - frame.Bytes.Length;
        to.AddIf(frame.SocketLength != rest, EewReason.SocketLength, $"the socket header says {frame.SocketLength} bytes, there are {rest}", $"ソケットヘッダーの長さは {frame.SocketLength}、実際は {rest} バイト");
        var type = JisX0201.Decode(frame.SocketType);
        to.AddIf(type is not ("aN" or "AN"), EewReason.SocketType, $"socket type {WireText.Escape(type)} is not that of text", $"ソケットの型 {WireText.Escape(type)} は文字データでない");
    }

    static void CheckControl(in EewControlHeader control, int available, EewTelegram? telegram, EewObjections to)
    {
        to.AddIf(!control.IsChecksumRight, EewReason.ControlChecksum, $"checksum {control.Checksum:x4} of the control header is wrong", $"制御ヘッダーのチェックサム {control.Checksum:x4} が誤り");
        to.AddIf(control.Version != 3, EewReason.ControlVersion, $"control header of version {control.Version}, not 3", $"制御ヘッダーの版が 3 でなく {control.Version}");
        to.AddIf(control.DeclaredLength != EewControlHeader.MinimumLength || control.DeclaredLength > available, EewReason.ControlLength, $"a control header of {control.DeclaredLength} bytes, not 20", $"制御ヘッダーの長さが 20 でなく {control.DeclaredLength}");
        var isMarked = control.IsTest || control.IsDrill;
        to.AddIf(isMarked && telegram?.Standing == EewStanding.Live, EewReason.TestMark, "the control header marks a test or drill, the text does not", "制御ヘッダーは試験・訓練、本文はそうでない");
    }

    static void CheckHeading(in EewFrame frame, EewTelegram? telegram, EewObjections to)
    {
        var isTest = IsTestHeading(frame);
        to.AddIf(isTest && telegram?.Standing == EewStanding.Live, EewReason.TestMark, "the heading marks a test, the text does not", "見出しは試験、本文はそうでない");
        if (isTest || frame.Heading.SequenceEqual(CodeHeading)) return;
        to.Add(EewReason.Heading, $"the heading is '{WireText.Escape(JisX0201.Decode(frame.Heading))}', not 'ﾅｳｷﾔｽﾄ3 ｷｼﾖｳ'", $"見出しが 'ﾅｳｷﾔｽﾄ3 ｷｼﾖｳ' でなく '{WireText.Escape(JisX0201.Decode(frame.Heading))}'");
    }

    /// <summary>ﾅｳｷﾔｽﾄﾃｽﾄ…: it names a test itself.</summary>
    static bool IsTestHeading(in EewFrame frame) => frame.Heading.IndexOf(TestWord) >= 0;

    static string Day(Timestamp time, int hours) => time.ToUtc().AddHours(hours).ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
}

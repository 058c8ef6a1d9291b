using Kansatsu.Analysis;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>Field by field, coded and meant.</summary>
sealed partial class TelegramText
{
    void WriteFields(EewTelegram t)
    {
        Coded(Say("kind", "種別"), t.Kind, EewTables.Kind(t.Kind));
        Coded(Say("office", "官署"), t.Office, EewTables.Field("office", t.Office));
        Coded(Say("flag", "訓練・取消"), t.Flag, EewTables.Field("training", t.Flag));
        Time(Say("issued", "発表"), t.IssuedText, t.Issued);
        if (t.Command.Length > 0) Field(Say("group", "組"), $"{WireText.Escape(t.Command)}  {Say($"telegrams left {t.Left}, {(t.IsLastOfGroup ? "the last" : "more follow")}", $"残り {t.Left} 通、{(t.IsLastOfGroup ? "終わり" : "続きあり")}")}");
        Time(Say("origin", "発生・検知"), t.OriginText, t.Origin);
        Time(Say("event", "地震 ID"), t.EventId, t.EventTime);
        if (t.Status != '\0') Coded(Say("status", "状態"), t.Status.ToString(), EewTables.Field("ncn_status", t.Status));
        if (t.SerialText.Length > 0) Field(Say("serial", "番号"), t.Serial is { } serial ? $"{t.SerialText} = {serial}" : WireText.Escape(t.SerialText));
        if (t.Jd.Length > 0) Field("JD, JN", $"{WireText.Escape(t.Jd)}  {WireText.Escape(t.Jn)}  {Say("(meaning not known)", "(意味は不明)")}");
        if (t.IsCancel && !t.EpicentreCode.AsSpan().ContainsAnyExcept('/')) return;
        WriteHypocentre(t);
        if (t.MaxIntensity.Length > 0) Field(Say("highest intensity", "最大震度"), t.MaxIntensity == "//" ? Say("not set", "未設定") : EewWords.Intensity(t.MaxIntensity, Language));
        Digits("RK", t.Rk, 5, [("rk1", Say("epicentre", "震央")), ("rk2", Say("depth", "深さ")), ("rk3", "M"), ("rk4", Say("stations", "観測点")), ("rk5", Say("hypocentre", "震源"))], t);
        Digits("RT", t.Rt, 3, [("rt1", Say("place", "陸海")), ("rt2", Say("warning", "警報")), ("rt3", Say("method", "手法"))], t);
        Digits("RC", t.Rc, 2, [("rc1", Say("intensity", "震度")), ("rc2", Say("reason", "理由"))], t);
    }

    void WriteHypocentre(EewTelegram t)
    {
        if (t.EpicentreCode.AsSpan().ContainsAnyExcept('/'))
            Field(Say("epicentre", "震央"), EewWords.Named(t.EpicentreCode, EewTables.Epicentre(t.EpicentreCode), Language, EewWords.IsBeforeRenaming(t)));
        if (t.IsAssumed)
        {
            Field(Say("hypocentre", "震源"), Say($"ASSUMED, no estimate: it could not be found (the telegram carries {t.LatitudeText} {t.LongitudeText} {t.DepthText} {t.MagnitudeText} as stand-ins)",
                $"仮定震源。求まっておらず、推定値ではない(電文上は仮の値 {t.LatitudeText} {t.LongitudeText} {t.DepthText} {t.MagnitudeText})"));
            return;
        }

        if (t.Latitude is { } latitude && t.Longitude is { } longitude)
            Field(Say("position", "位置"), FormattableString.Invariant($"{Math.Abs(latitude):0.0} {(latitude < 0 ? 'S' : 'N')}, {Math.Abs(longitude):0.0} {(longitude < 0 ? 'W' : 'E')}"));
        else Raw(Say("position", "位置"), $"{t.LatitudeText} {t.LongitudeText}");
        if (t.DepthKm is { } depth) Field(Say("depth", "深さ"), $"{depth} km");
        else Raw(Say("depth", "深さ"), t.DepthText);
        if (t.Magnitude is { } magnitude) Field(Say("magnitude", "マグニチュード"), FormattableString.Invariant($"{magnitude:0.0}"));
        else Raw(Say("magnitude", "マグニチュード"), t.MagnitudeText);
    }

    void WriteAreas(EewTelegram t)
    {
        if (t.Warning is { } part) WriteWarning(part);
        if (!t.HasAreaList) return;
        Field(Say("areas", "地域"), $"{t.Areas.Count}");
        foreach (var area in t.Areas)
        {
            var name = EewWords.Named(area.Code, EewTables.Area(area.Code), Language, EewWords.IsBeforeRenaming(t));
            page.Text("    ").Text(DisplayWidth.PadRight(name, 54)).Text("  ").Text(DisplayWidth.PadRight(Range(area), 20)).Text("  ").Line(Arrival(area, t));
        }
    }

    string Range(EewArea area)
    {
        var upper = EewWords.Intensity(area.Upper, Language);
        if (area.Lower == EewIntensity.Unset) return Say($"{upper} or more", $"{upper} 以上");
        return area.Lower == area.Upper ? upper : Say($"{EewWords.Intensity(area.Lower, Language)} to {upper}", $"{EewWords.Intensity(area.Lower, Language)} から {upper}");
    }

    string Arrival(EewArea area, EewTelegram t)
    {
        var warned = area.Warned switch { '1' => Say("warning", "警報"), '0' => Say("forecast", "予報"), var other => WireText.Escape(other.ToString()) };
        var time = area.At(t.Issued) is { } at ? s_japan.DateAndTime(at)[11..] : "";
        var arrived = area.Arrived switch
        {
            '0' => time.Length > 0 ? Say($"from {time}", $"{time} 頃から") : Say("not yet", "未到達"),
            '1' => Say("taken to have arrived", "到達と推測"),
            '9' => Say("PLUM", "PLUM 法") + (time.Length > 0 ? Say($", first given {time}", $"、初出 {time}") : ""),
            var other => WireText.Escape(other.ToString()),
        };
        return $"{warned}  {arrived}";
    }

    void WriteWarning(EewWarningPart part)
    {
        Field(Say("public warning", "一般向け警報"), $"{Say("serial", "番号")} {WireText.Escape(part.SerialText)}, {EewWords.Named(part.EpicentreCode, EewTables.WarningEpicentre(part.EpicentreCode), Language)}, PRC {WireText.Escape(part.Prc)}");
        Codes(Say("regions", "地方"), part.Regions, part.AddedRegions, EewTables.Region);
        Codes(Say("prefectures", "府県"), part.Prefectures, part.AddedPrefectures, EewTables.Prefecture);
        Codes(Say("warned areas", "警報地域"), part.Areas, part.AddedAreas, EewTables.Area);
    }

    void Codes(string label, IReadOnlyList<string> codes, IReadOnlyList<string> added, Func<string, EewName?> find)
    {
        var names = codes.Select(c => find(c) is { } name ? Language == Language.Japanese || name.English.Length == 0 ? name.Japanese : name.English : WireText.Escape(c));
        Field(label, string.Join(Say(", ", "、"), names) + (added.Count > 0 ? Say($" (new: {added.Count})", $"(追加 {added.Count})") : ""));
    }

    void WriteUnread(EewTelegram t)
    {
        foreach (var (name, words) in t.OtherLists) Field(WireText.Escape(name), WireText.Escape(words) + Say(" (not described anywhere; shown as it came)", "(公開された説明なし。そのまま示す)"));
        if (t.Undecoded.Length > 0) Field(Say("body", "本文"), WireText.Escape(t.Undecoded) + Say(" (not described anywhere; shown as it came)", "(公開された説明なし。そのまま示す)"));
        Field(Say("end", "終わり"), t.HasEnd ? "9999=" : Say("9999= is missing", "9999= がない"));
    }

    void WriteFraming(EewReport report)
    {
        if (!EewFrame.TryRead(report.Payload, out var frame) || frame.Form == EewForm.Text) return;
        if (frame.IsOcn)
        {
            Field(Say("OCN header", "OCN ヘッダー"), $"{Say("length", "長さ")} {frame.OuterLength}, {Say("type", "型")} {frame.Type:x2}, {Say("date and counter", "日付と通番")} {WireText.Escape(JisX0201.Decode(frame.Ident.TrimEnd((byte)0)))}");
            Field(Say("  unknown, raw", "  不明(生データ)"), $"[4-13] {Convert.ToHexStringLower(frame.UnknownFirst)}  [30-47] {Convert.ToHexStringLower(frame.UnknownLast)}");
        }

        if (frame.Form == EewForm.Wni) Field("WNI", WireText.Escape(JisX0201.Decode(frame.Ident)));
        if (!frame.Socket.IsEmpty) Field(Say("JMA socket", "JMA ソケット"), $"{Say("length", "長さ")} {frame.SocketLength}, {Meaning("socket_type", JisX0201.Decode(frame.SocketType))}");
        if (EewControlHeader.TryRead(frame.Control, out var bch))
        {
            var sum = bch.IsChecksumRight ? Say("right", "正しい") : Say("WRONG", "誤り");
            Field("BCH", $"{Say("version", "版")} {bch.Version}, {Say("sequence", "番号")} {bch.SequenceNumber:00000}, {Meaning("bch_test", bch.IsTest ? "1" : "0")}, {Meaning("bch_data_type_major", $"{bch.DataMajor}")}, {Say("checksum", "チェックサム")} {bch.Checksum:x4} {sum}");
            Field("", Convert.ToHexStringLower(bch.Bytes));
        }

        if (!frame.Heading.IsEmpty) Field(Say("heading", "見出し"), WireText.Escape(JisX0201.Decode(frame.Heading)));
    }

    string Meaning(string field, string code)
    {
        var name = EewTables.Framing(field, code);
        return name is null ? WireText.Escape(code) : $"{WireText.Escape(code)} {(Language == Language.Japanese ? name.Japanese : name.English)}";
    }

    void Coded(string label, string code, EewName? name)
    {
        if (code.Length == 0) return;
        var meaning = name is null ? Say("code not in the table", "表にないコード") : Language == Language.Japanese || name.English.Length == 0 ? name.Japanese : name.English;
        Field(label, $"{WireText.Escape(code)}  {meaning}");
    }

    void Time(string label, string text, Timestamp? time)
    {
        if (text.Length == 0) return;
        Field(label, time is { } at ? $"{s_japan.DateAndTime(at)} JST" : $"{WireText.Escape(text)} {Say("(no time)", "(時刻でない)")}");
    }

    void Raw(string label, string text)
    {
        if (text.Trim().Length > 0) Field(label, text.AsSpan().ContainsAnyExcept('/', ' ') ? $"{WireText.Escape(text)} {Say("(not understood)", "(解釈できない)")}" : Say("not set", "未設定"));
    }

    void Digits(string label, string digits, int used, (string Field, string Name)[] fields, EewTelegram t)
    {
        if (digits.Length == 0) return;
        if (digits.Length != 5)
        {
            Raw(label, digits);
            return;
        }

        Field(label, digits);
        for (var i = 0; i < used; i++)
        {
            if (digits[i] == '/') continue;
            page.Text("    ").Text(DisplayWidth.PadRight(fields[i].Name, LabelWidth - 2)).Line($"{digits[i]}  {Wording(fields[i].Field, digits[i], t)}");
        }
    }

    /// <summary>The methods were renamed when the particle filter came, at the end of 2016; the tables carry both wordings.</summary>
    string Wording(string field, char code, EewTelegram t)
    {
        if (EewTables.Field(field, code) is not { } name) return code == '0' ? Say("not defined", "未定義") : Say("code not in the table", "表にないコード");
        var (text, mark) = Language == Language.Japanese ? (name.Japanese, " (旧: ") : (name.English, " (before: ");
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        if (at < 0) return text;
        var isOld = t.Issued is { } issued && issued.ToUtc() < new DateTime(2016, 12, 1, 0, 0, 0, DateTimeKind.Utc);
        return isOld ? text[(at + mark.Length)..].TrimEnd(')') : text[..at];
    }
}

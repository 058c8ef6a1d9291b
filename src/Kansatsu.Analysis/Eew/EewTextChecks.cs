using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Contradictions within one telegram's text. Each rule holds for every real telegram it was held against (docs/reference/eew.md).</summary>
static partial class EewTextChecks
{
    /// <summary>2018-03-01 in Japan; the PLUM method and letters in serials came later that month.</summary>
    static readonly Timestamp s_plum = Timestamp.FromSeconds(1_519_830_000);

    const long MostFromOriginToIssue = 1800;
    const long MostEventBeforeOrigin = 15;
    const long MostEventAfterOrigin = 300;
    const int DepthWithoutIntensity = 150;

    public static void Check(EewTelegram t, EewObjections to)
    {
        CheckPattern(t, to);
        CheckCodes(t, to);
        CheckHead(t, to);
        CheckTimes(t, to);
        if (t.IsCancel) CheckCancel(t, to);
        else if (t.Undecoded.Length == 0) CheckValues(t, to);
        CheckAreas(t, to);
        CheckPlum(t, to);
        CheckWarningPart(t, to);
    }

    static void CheckPattern(EewTelegram t, EewObjections to)
    {
        foreach (var fault in t.Faults)
        {
            var found = fault.Found.Length > 24 ? fault.Found[..24] + "…" : fault.Found;
            switch (fault.Kind)
            {
                case EewFaultKind.Missing: to.Add(EewReason.TextMalformed, $"{fault.Field} is missing", $"項目がない: {fault.Field}"); break;
                case EewFaultKind.Malformed: to.Add(EewReason.TextMalformed, $"{fault.Field} cannot be '{found}'", $"項目 {fault.Field} が '{found}' になることはない"); break;
                case EewFaultKind.Unread: to.Add(EewReason.TextMalformed, $"'{found}' belongs to no field", $"'{found}' はどの項目でもない"); break;
                case EewFaultKind.NoEnd: to.Add(EewReason.EndMissing, "9999= does not end the text", "終わりの 9999= がない"); break;
                case EewFaultKind.AfterEnd: to.Add(EewReason.TextAfterEnd, $"'{found}' stands behind 9999=", $"9999= の後ろに '{found}' がある"); break;
                default: to.Add(EewReason.TextMalformed, "the text is longer than any telegram", "電文として長すぎる"); break;
            }
        }
    }

    static void CheckCodes(EewTelegram t, EewObjections to)
    {
        Known(EewTables.Kind(t.Kind), "kind", "電文種別", t.Kind);
        Known(EewTables.Field("office", t.Office), "office", "発信官署", t.Office);
        if (t.Status != '\0') Known(EewTables.Field("ncn_status", t.Status), "status", "状態", t.Status.ToString());
        if (t.EpicentreCode is not ("" or "///")) Known(EewTables.Epicentre(t.EpicentreCode), "epicentre", "震央地名", t.EpicentreCode);
        if (t.MaxIntensity is not ("" or "//") && !EewIntensity.IsKnown(t.MaxIntensity)) Known(null, "intensity", "震度", t.MaxIntensity);
        for (var i = 0; i < t.Rk.Length && t.Rk.Length == 5; i++) Digit($"rk{i + 1}", "RK", t.Rk[i], "0");
        for (var i = 0; i < 3 && t.Rt.Length == 5; i++) Digit($"rt{i + 1}", "RT", t.Rt[i], "0");
        for (var i = 0; i < 2 && t.Rc.Length == 5; i++) Digit($"rc{i + 1}", "RC", t.Rc[i], "");
        foreach (var area in t.Areas)
        {
            Known(EewTables.Area(area.Code), "area", "地域", area.Code);
            if (!EewIntensity.IsKnown(area.Upper)) Known(null, "intensity", "震度", area.Upper);
            if (area.Lower != "//" && !EewIntensity.IsKnown(area.Lower)) Known(null, "intensity", "震度", area.Lower);
            Digit("ebi_y1", "EBI", area.Warned, "");
            Digit("ebi_y2", "EBI", area.Arrived, "");
        }

        to.AddIf(t.Flag.Length > 0 && EewTables.Field("training", t.Flag) is null, EewReason.FlagUnknown, $"training flag {t.Flag} is not defined; not taken as live", $"訓練識別符 {t.Flag} は未定義。発報とは扱わない");
        to.AddIf(EewTables.Field("office", t.Office) is not null && t.Office is not ("03" or "04"), EewReason.UnusualOffice, $"office {t.Office} was never seen to issue one", $"官署 {t.Office} からの発表は例がない");
        to.AddIf(t.Marker.Length == 3 && t.Marker != "NCN", EewReason.UnusualMarker, $"the serial is marked {t.Marker}, not NCN", $"番号の印が NCN でなく {t.Marker}");

        void Known(EewName? name, string field, string japanese, string code) =>
            to.AddIf(name is null && code.Length > 0, EewReason.UnknownCode, $"{field} {code} is not in the table", $"{japanese} {code} は表にない");

        void Digit(string field, string shown, char code, string alsoFine)
        {
            if (EewTables.Field(field, code) is null && !alsoFine.Contains(code, StringComparison.Ordinal)) Known(null, $"{shown} ({field})", $"{shown} ({field})", code.ToString());
        }
    }

    static void CheckHead(EewTelegram t, EewObjections to)
    {
        to.AddIf(t.IsCancelKind && t.Flag.Length > 0 && !t.IsCancelFlag, EewReason.KindAndFlag, $"kind {t.Kind} cancels, flag {t.Flag} does not", $"種別 {t.Kind} は取り消し、識別符 {t.Flag} はそうでない");
        to.AddIf(t.IsCancelFlag && t.Kind.Length > 0 && !t.IsCancelKind, EewReason.KindAndFlag, $"flag {t.Flag} cancels, kind {t.Kind} does not", $"識別符 {t.Flag} は取り消し、種別 {t.Kind} はそうでない");
        to.AddIf(t.Left is { } left && (left == 1) != t.IsLastOfGroup, EewReason.Group, $"{t.Command}: the count of telegrams left and the mark of the last disagree", $"{t.Command}: 残りの通数と終わりの印が合わない");
        to.AddIf(t.Serial == 0, EewReason.SerialZero, "the serial is 0; reports count from 1", "番号が 0。報は 1 から数える");
        var isOld = t.Issued is { } issued && issued < s_plum;
        to.AddIf(isOld && t.SerialText.Length == 2 && char.IsAsciiLetter(t.SerialText[0]), EewReason.SerialBefore2018, $"serial {t.SerialText}: letters came in 2018", $"番号 {t.SerialText}: 英字は 2018 年から");
        to.AddIf(t.Kind == "35" && t.Magnitude is not null, EewReason.KindAndMagnitude, $"kind 35 has no magnitude, this has {t.MagnitudeText}", $"種別 35 に M はないはずだが {t.MagnitudeText} がある");
    }

    static void CheckTimes(EewTelegram t, EewObjections to)
    {
        if (t.Issued is not { } issued) return;
        if (t.EventTime is { } named)
        {
            to.AddIf(named > issued, EewReason.EventAfterIssue, "the event was detected after the telegram was issued", "地震 ID の時刻が発表より後");
            if (t.Origin is { } began && Seconds(named, began) is var late && late is < -MostEventBeforeOrigin or > MostEventAfterOrigin)
                to.Add(EewReason.EventAndOrigin, $"the event's number is {late} s from the time of the quake", $"地震 ID と発生時刻が {late} 秒離れている");
        }

        if (t.Origin is not { } origin) return;
        to.AddIf(origin > issued, EewReason.OriginAfterIssue, "the quake began after the telegram was issued", "発生時刻が発表より後");
        to.AddIf(Seconds(issued, origin) > MostFromOriginToIssue, EewReason.IssueAndOrigin, "issued more than half an hour after the quake", "発生から 30 分以上後の発表");
    }

    static void CheckCancel(EewTelegram t, EewObjections to)
    {
        var isSet = IsSet(t.EpicentreCode) || IsSet(t.LatitudeText) || IsSet(t.LongitudeText) || IsSet(t.DepthText) || IsSet(t.MagnitudeText) || IsSet(t.MaxIntensity)
            || IsSet(t.Rk) || IsSet(t.Rt) || IsSet(t.Rc);
        to.AddIf(isSet || t.HasAreaList, EewReason.CancelWithValues, "a cancellation that states a forecast", "取り消しなのに予測の値がある");
        to.AddIf(t.IsFinal, EewReason.CancelStatus, $"a cancellation has status 0, this has {t.Status}", $"取り消しの状態は 0 のはずだが {t.Status}");
    }

    static bool IsSet(string text) => text.AsSpan().ContainsAnyExcept('/');

    static long Seconds(Timestamp later, Timestamp earlier) => later.Since(earlier) / Timestamp.PerSecond;

    static bool IsTimeOfDay(string time) => string.CompareOrdinal(time, "240000") < 0 && time[2] < '6' && time[4] < '6';
}

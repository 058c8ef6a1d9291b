using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Values that cannot stand together.</summary>
static partial class EewTextChecks
{
    static void CheckValues(EewTelegram t, EewObjections to)
    {
        to.AddIf(!IsSet(t.EpicentreCode) && !IsSet(t.LatitudeText) && t.IsRegular, EewReason.ValuesMissing, "no epicentre, and no cancellation", "取り消しでないのに震央がない");
        if (t.Latitude is { } latitude && t.Longitude is { } longitude && EewPlaces.IsNear(t.EpicentreCode, latitude, longitude) == false)
            to.Add(EewReason.PlaceAndCode, $"{t.LatitudeText} {t.LongitudeText} is far from region {t.EpicentreCode}", $"{t.LatitudeText} {t.LongitudeText} は {t.EpicentreCode} から遠い");
        var (first, rc) = (t.Serial == 1, t.Rc);
        to.AddIf(first && t.Kind != "47" && IsSet(rc), EewReason.FirstReportWithChange, $"report 1 states a change (RC{rc})", $"第 1 報なのに変化がある(RC{rc})");
        var strongest = EewIntensity.From(t.MaxIntensity);
        if (first && t.IsWarning && t.Kind != "47")
            to.AddIf(strongest is >= 0 and < 45, EewReason.WeakFirstWarning, $"report 1 warns although it forecasts {EewIntensity.Short(t.MaxIntensity)}", $"第 1 報が警報なのに予測震度は {EewIntensity.Short(t.MaxIntensity)}");
        to.AddIf(t.DepthKm >= 150 && strongest >= 0 && !t.Areas.Any(a => a.IsPlum), EewReason.DeepWithIntensity,
            $"an intensity for a quake {t.DepthKm} km deep; none is forecast from {DepthWithoutIntensity} km on", $"深さ {t.DepthKm} km なのに震度の予測がある");
        if (t.IsAssumed) to.AddIf(!(t.DepthText == "010" && t.MagnitudeText == "10"), EewReason.AssumedValues, "an assumed hypocentre with values of its own", "仮定震源なのに固有の値がある");
        else CheckStrength(t, strongest, to);
    }

    /// <summary>Only what is impossible by far: shallow and strong on land without shaking, or shaking without strength.</summary>
    static void CheckStrength(EewTelegram t, int strongest, EewObjections to)
    {
        if (t.Magnitude is not { } magnitude || strongest < 0 || t.Areas.Any(a => a.IsPlum) || (t.Rc.Length == 5 && t.Rc[1] == '9')) return;
        var isLand = t.Rt.Length == 5 && t.Rt[0] == '0';
        var isTooWeak = isLand && t.DepthKm <= 60 && ((magnitude >= 6.5 && strongest < 35) || (magnitude >= 7.5 && strongest < 45));
        var isTooStrong = (magnitude < 3.5 && strongest >= 45) || (magnitude < 4.5 && strongest >= 55) || (magnitude < 5.2 && strongest >= 65);
        to.AddIf(isTooWeak || isTooStrong, EewReason.Strength, $"M {magnitude:0.0} at {t.DepthKm} km does not give intensity {EewIntensity.Short(t.MaxIntensity)} at most",
            $"深さ {t.DepthKm} km の M {magnitude:0.0} と最大震度 {EewIntensity.Short(t.MaxIntensity)} は釣り合わない");
    }

    static void CheckAreas(EewTelegram t, EewObjections to)
    {
        if (t.Areas.Count == 0) return;
        var (highest, previous, isSorted) = (-1, int.MaxValue, true);
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var area in t.Areas)
        {
            var (upper, lower) = (EewIntensity.From(area.Upper), EewIntensity.From(area.Lower));
            to.AddIf(!met.Add(area.Code), EewReason.AreaTwice, $"area {area.Code} stands twice", $"地域 {area.Code} が 2 回ある");
            to.AddIf(lower > upper && upper >= 0, EewReason.AreaRange, $"area {area.Code}: from {area.Lower} to {area.Upper}", $"地域 {area.Code}: 下限 {area.Lower} が上限 {area.Upper} を超える");
            to.AddIf(upper is >= 0 and < 35, EewReason.AreaTooWeak, $"area {area.Code} is listed with {EewIntensity.Short(area.Upper)}; lists begin at 4", $"地域 {area.Code} が震度 {EewIntensity.Short(area.Upper)}。一覧は 4 以上");
            to.AddIf(area.IsWarned && upper is >= 0 and < 35, EewReason.WeakAreaWarned, $"area {area.Code} is warned of {EewIntensity.Short(area.Upper)}", $"地域 {area.Code} の警報が震度 {EewIntensity.Short(area.Upper)}");
            CheckArrival(area, to);
            isSorted &= upper <= previous;
            (previous, highest) = (upper, Math.Max(highest, upper));
        }

        to.AddIf(!isSorted && t.Kind != "47", EewReason.AreasUnsorted, "the areas do not fall by intensity", "地域が震度の順に並んでいない");
        if (EewIntensity.From(t.MaxIntensity) is >= 0 and var most && highest >= 0)
            to.AddIf(most != highest, EewReason.MaximumAndAreas, $"highest intensity {EewIntensity.Short(t.MaxIntensity)}, but the areas have another", $"最大震度 {EewIntensity.Short(t.MaxIntensity)} が地域の最大と合わない");
        to.AddIf(t.Areas.Any(a => a.IsWarned) && !t.IsWarning, EewReason.WarningAndAreas, "areas are under warning, the telegram is none", "警報の地域があるのに警報でない");
    }

    static void CheckArrival(EewArea area, EewObjections to)
    {
        var hasTime = area.Time != "//////";
        to.AddIf(area.HasArrived && hasTime, EewReason.ArrivalAndState, $"area {area.Code}: arrived, and to arrive", $"地域 {area.Code}: 到達済みなのに到達予想時刻がある");
        to.AddIf(area.Arrived is '0' && !hasTime, EewReason.ArrivalAndState, $"area {area.Code}: not yet arrived, and no time", $"地域 {area.Code}: 未到達なのに時刻がない");
        to.AddIf(hasTime && !IsTimeOfDay(area.Time), EewReason.TextMalformed, $"area {area.Code}: {area.Time} is no time", $"地域 {area.Code}: {area.Time} は時刻でない");
    }

    static void CheckPlum(EewTelegram t, EewObjections to)
    {
        if (t.Issued is not { } issued || issued >= s_plum) return;
        var isPlum = t.Areas.Any(a => a.IsPlum) || (t.Rc.Length == 5 && t.Rc[1] == '9') || (t.Rt.Length == 5 && t.Rt[2] == '9');
        to.AddIf(isPlum, EewReason.PlumBefore2018, "the PLUM method, before it was in use", "PLUM 法の運用開始前なのに PLUM");
    }

    static void CheckWarningPart(EewTelegram t, EewObjections to)
    {
        if (t.Warning is not { } part) return;
        foreach (var code in part.Areas.Concat(part.AddedAreas)) Known(EewTables.Area(code), "area", "地域", code);
        foreach (var code in part.Prefectures.Concat(part.AddedPrefectures)) Known(EewTables.Prefecture(code), "prefecture", "府県予報区", code);
        foreach (var code in part.Regions.Concat(part.AddedRegions)) Known(EewTables.Region(code), "region", "地方予報区", code);
        if (IsSet(part.EpicentreCode)) Known(EewTables.WarningEpicentre(part.EpicentreCode), "short epicentre", "短縮用震央地名", part.EpicentreCode);
        if (t.Areas.Count == 0) return;
        var warned = t.Areas.Where(a => a.IsWarned).Select(a => a.Code).ToHashSet(StringComparer.Ordinal);
        to.AddIf(part.LatitudeText != t.LatitudeText || part.LongitudeText != t.LongitudeText || part.DepthText != t.DepthText, EewReason.WarningParts,
            "warning and forecast give different hypocentres", "警報部と予報部で震源が違う");
        to.AddIf(!warned.SetEquals(part.Areas), EewReason.WarningParts, "warning and forecast name different areas", "警報部と予報部で地域が違う");

        void Known(EewName? name, string field, string japanese, string code) =>
            to.AddIf(name is null, EewReason.UnknownCode, $"{field} {code} is not in the table", $"{japanese} {code} は表にない");
    }
}

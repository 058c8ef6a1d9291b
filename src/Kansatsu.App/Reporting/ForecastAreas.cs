namespace Kansatsu.App.Reporting;

/// <summary>In which prefecture a forecast area of an earthquake telegram lies, and how strong an intensity is.</summary>
static class ForecastAreas
{
    static readonly string[] s_order = ["1", "2", "3", "4", "5-", "5+", "6-", "6+", "7"];

    /// <summary>The tens of the three digits of an area's code; Hokkaido has a hundred of its own.</summary>
    static readonly (int Tens, string Name)[] s_prefectures =
    [
        (20, "Aomori"), (21, "Iwate"), (22, "Miyagi"), (23, "Akita"), (24, "Yamagata"), (25, "Fukushima"), (30, "Ibaraki"), (31, "Tochigi"), (32, "Gunma"), (33, "Saitama"),
        (34, "Chiba"), (35, "Tokyo"), (36, "Kanagawa"), (37, "Niigata"), (38, "Toyama"), (39, "Ishikawa"), (40, "Fukui"), (41, "Yamanashi"), (42, "Nagano"), (43, "Gifu"),
        (44, "Shizuoka"), (45, "Aichi"), (46, "Mie"), (50, "Shiga"), (51, "Kyoto"), (52, "Osaka"), (53, "Hyogo"), (54, "Nara"), (55, "Wakayama"), (56, "Tottori"), (57, "Shimane"),
        (58, "Okayama"), (59, "Hiroshima"), (60, "Tokushima"), (61, "Kagawa"), (62, "Ehime"), (63, "Kochi"), (70, "Yamaguchi"), (71, "Fukuoka"), (72, "Saga"), (73, "Nagasaki"),
        (74, "Kumamoto"), (75, "Oita"), (76, "Miyazaki"), (77, "Kagoshima"), (80, "Okinawa"),
    ];

    /// <summary>Null for a code that is none.</summary>
    public static string? PrefectureOf(string area)
    {
        if (area.Length != 3 || !int.TryParse(area, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var code)) return null;
        if (code is >= 100 and < 200) return "Hokkaido";
        foreach (var (tens, name) in s_prefectures)
            if (code / 10 == tens) return name;
        return null;
    }

    /// <summary>-1 for what is no intensity.</summary>
    public static int Rank(string intensity) => Array.IndexOf(s_order, intensity);

    /// <summary>1 to 7, for colours: both halves of 5 and of 6 share one.</summary>
    public static int Degree(string intensity) => Rank(intensity) < 0 ? 0 : intensity[0] - '0';
}

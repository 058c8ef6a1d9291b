namespace Kansatsu.Analysis;

/// <summary>
/// Where the epicentre codes lie, roughly: their hundreds go from north to south. The boxes are wide, because codes of the sea reach far; they catch
/// places that are a region away from their code.
/// </summary>
static class EewPlaces
{
    static readonly (int First, int Last, double South, double North, double West, double East)[] s_boxes =
    [
        (11, 11, 40, 47, 138, 150), (12, 12, 35, 43, 137, 147), (13, 13, 34, 40, 134, 141), (14, 14, 33, 39, 136, 143), (15, 15, 20, 32, 137, 147),
        (16, 16, 32, 37, 135, 140), (17, 17, 32, 37, 133, 138), (18, 18, 33, 38, 129, 136), (19, 19, 31, 36, 131, 136), (20, 20, 26, 36, 126, 134),
        (21, 21, 22, 29, 121, 133),
        (100, 199, 40, 47.5, 136, 151), (200, 299, 35.5, 43, 136, 146.5), (300, 349, 33, 38, 137.5, 143.5), (350, 352, 34.5, 36.5, 138, 141),
        (360, 361, 34, 36.5, 138, 141), (370, 399, 35.5, 40, 135, 141), (400, 499, 31.5, 40, 133.5, 145), (500, 599, 32.5, 37.5, 130, 138),
        (600, 699, 31, 38.5, 129, 138.5), (700, 799, 25, 37, 126, 134.5), (820, 829, 25, 34, 128, 135), (850, 869, 21, 29.5, 121, 133.5),
    ];

    /// <summary>Null when nothing is known of the code: far epicentres, abolished ones, new ones.</summary>
    public static bool? IsNear(string code, double latitude, double longitude)
    {
        if (!int.TryParse(code, out var number)) return null;
        foreach (var box in s_boxes)
            if (number >= box.First && number <= box.Last)
                return latitude >= box.South && latitude <= box.North && longitude >= box.West && longitude <= box.East;
        return null;
    }
}

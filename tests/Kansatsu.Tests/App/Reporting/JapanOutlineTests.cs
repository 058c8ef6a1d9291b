using System.Text.RegularExpressions;
using Kansatsu.App.Reporting;
using Kansatsu.Wire;

namespace Kansatsu.Tests.App.Reporting;

public class JapanOutlineTests
{
    [Fact]
    public void All_prefectures_are_there_and_small_enough()
    {
        Assert.Equal(47, JapanOutline.Known.Prefectures.Count);
        Assert.All(JapanOutline.Known.Prefectures, p => Assert.Matches("^(M[0-9-]+ [0-9-]+l[0-9 -]+z)+$", p.Path));
        Assert.InRange(JapanOutline.Known.Prefectures.Sum(p => p.Path.Length), 8_000, 40_000);
    }

    [Fact]
    public void Every_forecast_area_lies_in_a_prefecture_of_the_map()
    {
        HashSet<string?> names = [.. JapanOutline.Known.Prefectures.Select(p => p.Name)];
        var areas = Enumerable.Range(100, 900).Select(code => $"{code}").Where(code => EewTables.Area(code) is not null).ToList();
        Assert.InRange(areas.Count, 150, 300);
        Assert.All(areas, area => Assert.Contains(ForecastAreas.PrefectureOf(area), names));
        Assert.Null(ForecastAreas.PrefectureOf("///"));
        Assert.Null(ForecastAreas.PrefectureOf("999"));
    }

    [Theory]
    [InlineData(35.68, 139.77, "Tokyo")]
    [InlineData(43.06, 141.35, "Hokkaido")]
    [InlineData(33.59, 130.40, "Fukuoka")]
    public void A_place_lies_within_the_bounds_of_its_prefecture(double latitude, double longitude, string prefecture)
    {
        var (x, y) = JapanOutline.Known.Place(latitude, longitude);
        var (left, top, right, bottom) = Bounds(JapanOutline.Known.Prefectures.Single(p => p.Name == prefecture).Path);
        Assert.InRange(x, left, right);
        Assert.InRange(y, top, bottom);
    }

    [Fact]
    public void A_place_far_away_stays_at_the_edge()
    {
        var (x, y) = JapanOutline.Known.Place(-90, 180);
        Assert.InRange(x, 250, 6000);
        Assert.InRange(y, 20, 6500);
    }

    [Theory]
    [InlineData("5-", 4, 5)]
    [InlineData("7", 8, 7)]
    [InlineData("//", -1, 0)]
    [InlineData("", -1, 0)]
    public void Intensities_have_an_order_and_a_colour(string intensity, int rank, int degree) =>
        Assert.Equal((rank, degree), (ForecastAreas.Rank(intensity), ForecastAreas.Degree(intensity)));

    static (int Left, int Top, int Right, int Bottom) Bounds(string path)
    {
        var (left, top, right, bottom) = (int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);
        foreach (Match ring in Regex.Matches(path, "M(?<x>-?[0-9]+) (?<y>-?[0-9]+)l(?<steps>[^z]+)z", RegexOptions.ExplicitCapture))
        {
            var (x, y) = (Number(ring.Groups["x"].Value), Number(ring.Groups["y"].Value));
            var steps = Regex.Matches(ring.Groups["steps"].Value, "-?[0-9]+").Select(m => Number(m.Value)).ToList();
            for (var i = 0; i + 1 < steps.Count; i += 2)
            {
                (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
                (x, y) = (x + steps[i], y + steps[i + 1]);
            }
        }

        return (left, top, right, bottom);
    }

    static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

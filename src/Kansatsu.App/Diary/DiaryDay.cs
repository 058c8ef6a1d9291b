using System.Globalization;
using Kansatsu.App.Text;

namespace Kansatsu.App.Diary;

/// <summary>One day of the diary.</summary>
sealed record DiaryDay(DateOnly Day, IReadOnlyList<DiaryEntry> Entries)
{
    public string Date => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Title(Language language) => language == Language.Japanese
        ? $"{Day.ToString("yyyy 年 M 月 d 日", CultureInfo.InvariantCulture)}({"日月火水木金土"[(int)Day.DayOfWeek]})"
        : Day.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture);
}

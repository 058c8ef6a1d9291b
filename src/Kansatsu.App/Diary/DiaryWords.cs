using Kansatsu.App.Text;

namespace Kansatsu.App.Diary;

/// <summary>What kinds of entries are called.</summary>
static class DiaryWords
{
    public static string NameOf(DiaryKind kind) => kind switch
    {
        DiaryKind.New => "new",
        DiaryKind.Changed => "changed",
        DiaryKind.Stopped => "stopped",
        DiaryKind.Broke => "broke",
        DiaryKind.Unexplained => "unexplained",
        _ => "usual",
    };

    public static Phrase Of(DiaryKind kind) => kind switch
    {
        DiaryKind.New => ("new", "新"),
        DiaryKind.Changed => ("changed", "変化"),
        DiaryKind.Stopped => ("stopped", "停止"),
        DiaryKind.Broke => ("broke", "異常"),
        DiaryKind.Unexplained => ("unexplained", "不明"),
        _ => ("", ""),
    };

    public static Style StyleOf(DiaryKind kind) => kind switch
    {
        DiaryKind.Broke => Style.Bad,
        DiaryKind.New or DiaryKind.Changed or DiaryKind.Stopped or DiaryKind.Unexplained => Style.Notice,
        _ => Style.Dim,
    };
}

namespace Kansatsu.App.Diary;

/// <summary>How the diary is printed.</summary>
enum DiaryForm
{
    Text,
    Markdown,
    Html,
    Json,
}

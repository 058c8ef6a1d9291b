namespace Kansatsu.App.Diary;

/// <summary>What an entry of the diary is about.</summary>
enum DiaryKind
{
    Usual,
    New,
    Changed,
    Stopped,
    Broke,
    Unexplained,
}

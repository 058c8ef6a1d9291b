namespace Kansatsu.App.Text;

/// <summary>How a piece of text looks on a screen with colours; never the only carrier of a meaning.</summary>
enum Style
{
    Plain,
    Bold,
    Dim,
    Good,
    Notice,
    Bad,
    Quiet,
}

namespace Kansatsu.Analysis;

/// <summary>What the next reply of a POP server answers.</summary>
enum PopAwaited : byte
{
    Nothing,
    Login,
    StartTls,
    Message,
    Lines,
}

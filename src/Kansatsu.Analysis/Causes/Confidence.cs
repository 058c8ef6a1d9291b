namespace Kansatsu.Analysis;

public enum Confidence : byte
{
    Guess,
    Likely,
    Certain,
}

namespace Kansatsu.Wire;

/// <summary>What a code of an EEW telegram stands for.</summary>
/// <param name="English">Empty where the table has only the Japanese name.</param>
/// <param name="Japanese2008">The name before the renaming of 2010 and 2011; empty when it was the same.</param>
/// <param name="IsCurrent">False for codes that were abolished.</param>
public sealed record EewName(string Code, string Japanese, string English, string Japanese2008 = "", bool IsCurrent = true);

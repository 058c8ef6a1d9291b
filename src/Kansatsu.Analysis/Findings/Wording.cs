namespace Kansatsu.Analysis;

/// <summary>A sentence in both languages of the program. Parts from the wire stand in it as they are: who prints it escapes it.</summary>
public readonly record struct Wording(string English, string Japanese);

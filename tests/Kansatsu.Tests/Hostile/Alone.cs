namespace Kansatsu.Tests.Hostile;

/// <summary>Tests that look at the clock or at the whole heap: nothing else runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class Alone
{
    public const string Name = "alone";
}

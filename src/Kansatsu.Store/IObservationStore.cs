namespace Kansatsu.Store;

/// <summary>Where observations last. Safe to use from several threads; one source is written at a time.</summary>
public interface IObservationStore : IDisposable
{
    /// <summary>The file.</summary>
    string Path { get; }

    /// <summary>What can be asked.</summary>
    StoreQueries Queries { get; }

    /// <summary>How much is kept; a new value acts at the next commit.</summary>
    StoreBudget Budget { get; set; }

    /// <summary>This file was imported, wholly.</summary>
    /// <param name="digest">SHA-256 of its bytes.</param>
    bool Knows(ReadOnlySpan<byte> digest);

    /// <summary>Begins to write a source, or goes on behind the last flow that was committed of it.</summary>
    SourceWriter Begin(SourceFacts source);

    /// <summary>Lets go what is beyond the budget.</summary>
    /// <returns>What went.</returns>
    Trimmed Trim();
}

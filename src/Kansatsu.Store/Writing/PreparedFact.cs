namespace Kansatsu.Store;

/// <summary>Evidence on its way to a row: the sentence that it shares with others, by its number within the batch, and where the rest of it stands.</summary>
readonly record struct PreparedFact(int Template, int From, int Length);

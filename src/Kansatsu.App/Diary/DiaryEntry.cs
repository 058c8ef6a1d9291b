using Kansatsu.Analysis;

namespace Kansatsu.App.Diary;

/// <summary>A sentence of the diary, and where its evidence is.</summary>
sealed record DiaryEntry(DiaryKind Kind, Wording Says, IReadOnlyList<DiaryLink> Links);

/// <summary>Something of the store that a sentence rests on.</summary>
/// <param name="To">flow, channel, telegram, finding, peer, cause, control.</param>
/// <param name="Id">Its id, or what it is filtered by.</param>
readonly record struct DiaryLink(string To, string Id);

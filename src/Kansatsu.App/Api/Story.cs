using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Api;

/// <summary>What a recording tells somebody who never heard of it.</summary>
/// <param name="Look">Where to look, and what is seen there: a page with its query, such as "flows?filter=cause:scan".</param>
sealed record Story(Timestamp From, Timestamp To, Phrase Title, Phrase Says, IReadOnlyList<(Phrase Says, string Place)> Look);

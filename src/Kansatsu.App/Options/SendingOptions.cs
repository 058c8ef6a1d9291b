namespace Kansatsu.App.Options;

/// <summary>The options of `eew send` as they were given; the sender checks them.</summary>
/// <param name="BeyondLink">Said once that packets may leave the link.</param>
/// <param name="YesBeyondLink">Said a second time.</param>
sealed record SendingOptions(
    string? Group, string? Interface, string? Source, string? Script, string? Period, string? HopLimit, string? For, bool BeyondLink, bool YesBeyondLink);

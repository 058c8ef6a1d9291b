namespace Kansatsu.Pages;

/// <summary>One browser and one observatory of all the samples, for every test here.</summary>
public sealed class Browsing : IAsyncLifetime
{
    IPlaywright? _playwright;
    IBrowser? _browser;
    Observatory? _samples;

    internal Observatory Samples => _samples!;

    public async Task InitializeAsync()
    {
        if (Surroundings.Missing is not null) return;
        _samples = await Observatory.OfSamplesAsync();
        _playwright = await Playwright.CreateAsync();
        // In containers the tests often run as root, for whom Chromium has no sandbox.
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Surroundings.Chromium, Args = ["--no-sandbox"] });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_samples is not null) await _samples.DisposeAsync();
    }

    internal Task<Sheet> OpenAsync(string place, Observatory? at = null, bool bypassPolicy = false) => Sheet.OpenAsync(_browser!, at ?? Samples, place, bypassPolicy);
}

[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Browsing>
{
    public const string Name = "browser";
}

namespace Kansatsu.Pages;

/// <summary>A page in a browser of its own. When it closes, nothing may have been said on its console, and nobody else may have been asked.</summary>
sealed class Sheet : IAsyncDisposable
{
    readonly IBrowserContext _context;
    readonly List<string> _errors = [];
    readonly List<string> _foreign = [];

    Sheet(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>A server that is stopped makes the browser complain; that is no fault of the page.</summary>
    public bool MayFail { get; set; }

    public string Place => new Uri(Page.Url).PathAndQuery;

    public static async Task<Sheet> OpenAsync(IBrowser browser, Observatory at, string place, bool bypassPolicy)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = at.Address,
            ViewportSize = new() { Width = 1400, Height = 900 },
            TimezoneId = "Asia/Tokyo",
            Locale = "en-GB",
            BypassCSP = bypassPolicy,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        var sheet = new Sheet(context, await context.NewPageAsync());
        sheet.Listen();
        await sheet.Page.GotoAsync(place);
        return sheet;
    }

    public ILocator Of(string testId) => Page.GetByTestId(testId);

    public Task HasAsync(string testId) => Assertions.Expect(Of(testId).First).ToBeVisibleAsync();

    public Task SaysAsync(string text) => Assertions.Expect(Page.Locator("body")).ToContainTextAsync(text);

    /// <summary>Waits until the address has this in it, or, with a minus in front, has it no more.</summary>
    public Task PlaceHasAsync(string part) => Page.WaitForFunctionAsync(
        "part => part[0] === '-' ? !decodeURIComponent(location.href).includes(part.slice(1)) : decodeURIComponent(location.href).includes(part)", part);

    /// <summary>Drags over a part of something wide, from one share of its width to another.</summary>
    public async Task DragAsync(ILocator over, float from, float to)
    {
        await over.ScrollIntoViewIfNeededAsync();
        var box = (await over.BoundingBoxAsync())!;
        var y = box.Y + (Math.Min(box.Height, 40) / 2);
        await Page.Mouse.MoveAsync(box.X + (box.Width * from), y);
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync(box.X + (box.Width * to), y, new() { Steps = 8 });
        await Page.Mouse.UpAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(_foreign);
        if (!MayFail) Assert.Empty(_errors);
    }

    void Listen()
    {
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _errors.Add(message.Text);
        };
        Page.PageError += (_, error) => _errors.Add(error);
        Page.Request += (_, request) =>
        {
            if (new Uri(request.Url).Host is not ("127.0.0.1" or "localhost")) _foreign.Add(request.Url);
        };
    }
}

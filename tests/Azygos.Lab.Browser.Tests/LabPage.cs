using System.Text.Json;
using Microsoft.Playwright;

namespace Azygos.Lab.Browser.Tests;

/// <summary>A page of the lab that remembers whatever its console complained about.</summary>
public sealed class LabPage : IAsyncDisposable
{
    private readonly List<string> complaints = [];

    /// <summary>Watches a page.</summary>
    public LabPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            // WebGL drawn in software complains of its own slowness.
            if (message.Type is "error" or "warning" && !message.Text.Contains("GL Driver Message", StringComparison.Ordinal))
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https", IsLoopback: false }) complaints.Add($"asked {request.Url}");
        };
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>What the console complained about so far, and requests that left the machine.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Takes a picture of the window.</summary>
    public Task ShootAsync(string name) => Page.ScreenshotAsync(new() { Path = Path.Combine(LabBrowser.Pictures, name + ".png") });

    /// <summary>What axe-core finds serious or critical.</summary>
    public async Task<IReadOnlyList<string>> SeriousFindingsAsync()
    {
        await Page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "axe.min.js")));
        JsonElement found = await Page.EvaluateAsync<JsonElement>("""
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
                .filter(v => v.impact === 'serious' || v.impact === 'critical')
                .map(v => `${v.id}: ${v.nodes[0].html.slice(0, 200)}`)
            """);
        return [.. found.EnumerateArray().Select(item => item.GetString()!)];
    }

    /// <summary>How far the page is wider than its window [px].</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");

    /// <summary>Moves a slider as a hand does.</summary>
    public static Task SlideAsync(ILocator slider, double value) => slider.EvaluateAsync(
        "(e, v) => { e.value = v; e.dispatchEvent(new Event('input', { bubbles: true })); e.dispatchEvent(new Event('change', { bubbles: true })); }",
        value);

    /// <summary>A locator of the page.</summary>
    public ILocator this[string selector] => Page.Locator(selector);

    // Every fresh profile opens a body of its own, and a lab holds sixteen: what a test opened goes with it.
    private async Task CloseBodiesAsync()
    {
        await Page.CloseAsync();
        IAPIRequestContext ask = Page.Context.APIRequest;
        JsonElement session = (await (await ask.GetAsync("/api/session")).JsonAsync())!.Value;
        JsonElement live = (await (await ask.GetAsync("/api/live")).JsonAsync())!.Value;
        foreach (JsonElement body in live.GetProperty("sessions").EnumerateArray())
            await ask.DeleteAsync($"/api/live/{body.GetProperty("id").GetString()}", new()
            {
                Headers = [new("X-Azygos-Token", session.GetProperty("token").GetString()!)],
            });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        string[] said = [.. complaints];
        await CloseBodiesAsync();
        await Page.Context.CloseAsync();
        Assert.Empty(said);
    }
}

using System.Diagnostics;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Azygos.Lab.Browser.Tests.LabBrowser))]
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]

namespace Azygos.Lab.Browser.Tests;

/// <summary>One lab as a person starts it, and one browser, for all tests.</summary>
/// <remarks>
/// Without chromium, or without the built page, there is nothing to test and every test is skipped with the reason;
/// where AZYGOS_BROWSER is "required", as in the checks of a change, that is a failure instead.
/// </remarks>
public sealed class LabBrowser : IAsyncLifetime
{
    // A machine that also compiles is slow to draw; a page that needs longer than this is broken.
    private const float Patience = 40_000;

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly string state = Directory.CreateTempSubdirectory("azygos-lab-browser-").FullName;
    private Process? lab;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Why nothing can be tested here, or null.</summary>
    private string? Missing { get; set; }

    /// <summary>Address of the lab, without a slash at its end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Folder of the pictures that the tests take.</summary>
    public static string Pictures { get; } = Directory.CreateDirectory(Environment.GetEnvironmentVariable("AZYGOS_SCREENSHOTS")
        ?? Path.Combine(AppContext.BaseDirectory, "screenshots")).FullName;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        string home = AppContext.BaseDirectory;
        string chromium = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
        if (!File.Exists(chromium)) Missing = $"no browser at {chromium}";
        else if (!File.Exists(Path.Combine(home, "lab", "index.html")))
            Missing = "the page is not built: npm ci and npm run build in web/, then build again";
        else if (!File.Exists(Path.Combine(home, "axe.min.js"))) Missing = "axe-core is not installed: npm ci in web/";
        if (Missing is not null) return;
        lab = Process.Start(new ProcessStartInfo("dotnet",
            [Path.Combine(home, "azygos.dll"), "lab", "--port", "0", "--no-browser", "--state", state])
        { RedirectStandardOutput = true })!;
        while (await lab.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf("http://", StringComparison.Ordinal) is var at && at < 0) continue;
            Address = line[at..].Trim().TrimEnd('/');
            break;
        }
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Arguments });
    }

    /// <summary>Opens the lab in a fresh profile.</summary>
    /// <param name="path">Address of a page, from the slash.</param>
    /// <param name="width">Width of the window [px].</param>
    /// <param name="height">Height of the window [px].</param>
    public async Task<LabPage> OpenAsync(string path, int width = 1280, int height = 860)
    {
        if (Missing is not null)
        {
            if (Environment.GetEnvironmentVariable("AZYGOS_BROWSER") == "required") Assert.Fail(Missing);
            Assert.Skip(Missing);
        }
        IBrowserContext context = await browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            BaseURL = Address,
            ColorScheme = ColorScheme.Light,
            HasTouch = width < 600,
        });
        context.SetDefaultTimeout(Patience);
        IPage page = await context.NewPageAsync();
        LabPage opened = new(page);
        await page.GotoAsync(path);
        await page.Locator("#title").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return opened;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
        if (lab is { HasExited: false })
        {
            lab.Kill(entireProcessTree: true);
            await lab.WaitForExitAsync();
        }
        lab?.Dispose();
        Directory.Delete(state, recursive: true);
    }
}

using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Azygos.Lab.Browser.Tests;

/// <summary>The page Body: a body that beats, sliders that act, a vessel and its waves.</summary>
public class BodyTests(LabBrowser lab, ITestOutputHelper output)
{
    private const string LeftJugular = "#control-narrowing\\:ijv_left_j2\\@0\\.5";

    private static async Task BeatingAsync(LabPage page) =>
        await Expect(page["section.side"]).ToContainTextAsync("real time", new() { Timeout = 60_000 });

    [Fact]
    public async Task A_body_beats_soon_after_the_page_is_opened()
    {
        var clock = Stopwatch.StartNew();
        await using LabPage page = await lab.OpenAsync("/body");
        output.WriteLine($"page opened after {clock.ElapsedMilliseconds} ms");
        await BeatingAsync(page);
        output.WriteLine($"beating after {clock.ElapsedMilliseconds} ms");
        string first = (await page[".label .value"].First.TextContentAsync())!;
        await Expect(page[".label .value"].First).Not.ToHaveTextAsync(first);
        await page.ShootAsync("body-beating");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_picked_vessel_shows_numbers_waves_measured_values_and_sources(int width)
    {
        await using LabPage page = await lab.OpenAsync("/body", width);
        await BeatingAsync(page);
        await page["section.read select"].SelectOptionAsync("ijv_left_j2");
        ILocator vessel = page["section[aria-label=Vessel]"];
        await Expect(vessel.Locator("h2")).ToHaveTextAsync("Internal jugular vein J2, left");
        await Expect(vessel.Locator(".uplot")).ToHaveCountAsync(4);
        await Expect(vessel).ToContainTextAsync("Against measured values");
        await Expect(vessel.Locator("tbody tr").First).ToBeVisibleAsync();
        await Expect(vessel).ToContainTextAsync("worked out from published numbers");
        await vessel.ScrollIntoViewIfNeededAsync();
        await page.ShootAsync($"body-vessel-{width}");
        // Nothing is lost on reload.
        await page.Page.ReloadAsync();
        await Expect(vessel.Locator("h2")).ToHaveTextAsync("Internal jugular vein J2, left");
    }

    [Fact]
    public async Task A_vessel_is_picked_in_the_drawing_by_hand_and_by_keys()
    {
        await using LabPage page = await lab.OpenAsync("/body?view=head");
        ILocator hit = page["path.hit[data-vessel=ijv_right_j2]"];
        await hit.DispatchEventAsync("click");
        await Expect(page["section[aria-label=Vessel] h2"]).ToHaveTextAsync("Internal jugular vein J2, right");
        await hit.FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowUp");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page["section[aria-label=Vessel] h2"]).Not.ToHaveTextAsync("Internal jugular vein J2, right");
    }

    [Fact]
    public async Task A_narrowing_acts_at_once_and_is_undone()
    {
        await using LabPage page = await lab.OpenAsync("/body?vessel=ijv_left_j2");
        await BeatingAsync(page);
        var clock = Stopwatch.StartNew();
        await LabPage.SlideAsync(page[LeftJugular], 90);
        await Expect(page[".mark text"]).ToHaveTextAsync("90 %");
        output.WriteLine($"mark in the drawing after {clock.ElapsedMilliseconds} ms");
        await page.Page.WaitForFunctionAsync(
            "fetch('/api/live').then(r => r.json()).then(l => Promise.all(l.sessions.map(s => fetch('/api/live/' + s.id).then(r => r.json())))).then(all => all.some(s => s.controls.some(c => c.id === 'narrowing:ijv_left_j2@0.5' && c.value === 90)))");
        output.WriteLine($"taken by the body after {clock.ElapsedMilliseconds} ms");
        await page.ShootAsync("body-narrowed");
        await page.Page.Keyboard.PressAsync("Control+z");
        await Expect(page[LeftJugular]).ToHaveValueAsync("0");
        await page["text=Redo"].ClickAsync();
        await Expect(page[LeftJugular]).ToHaveValueAsync("90");
        await page.Page.ReloadAsync();
        await Expect(page[LeftJugular]).ToHaveValueAsync("90");
        await page["button:text('Reset')"].ClickAsync();
        await Expect(page[LeftJugular]).ToHaveValueAsync("0");
    }

    [Theory]
    [InlineData("Flow")]
    [InlineData("Velocity")]
    [InlineData("Reflux")]
    public async Task Vessels_are_coloured_by_what_was_chosen(string shown)
    {
        await using LabPage page = await lab.OpenAsync("/body?arteries=1");
        await page[$"[role=radio]:text('{shown}')"].ClickAsync();
        await Expect(page[".legend"]).ToContainTextAsync(shown switch { "Flow" => "Flow", "Velocity" => "Mean velocity", _ => "backward at this moment" });
        await page.Page.WaitForFunctionAsync("document.querySelector('.stage canvas').getContext('2d').getImageData(0, 0, 900, 500).data.some(x => x > 0)");
        await page.ShootAsync($"body-{shown.ToLowerInvariant()}");
    }

    [Fact]
    public async Task Oxygen_follows_the_flows_of_the_last_breath_and_says_so()
    {
        await using LabPage page = await lab.OpenAsync("/body?show=oxygen");
        await Expect(page[".plate"]).ToContainTextAsync("mean flows of the last breath");
        await Expect(page[".legend"]).ToContainTextAsync("Oxygen saturation");
        await Expect(page[".label .value"].First).ToContainTextAsync("%");
        await page.ShootAsync("body-oxygen");
    }

    [Fact]
    public async Task The_body_is_turned_in_space()
    {
        await using LabPage page = await lab.OpenAsync("/body?view=3d");
        await page["[aria-label='Turn left']"].ClickAsync();
        await Expect(page[".solid canvas"]).ToBeVisibleAsync();
        await page.ShootAsync("body-3d");
    }

    [Fact]
    public async Task Units_switch_everywhere_at_once_and_stay()
    {
        await using LabPage page = await lab.OpenAsync("/body");
        await BeatingAsync(page);
        await page["header summary"].ClickAsync();
        await page["label:has-text('Pressure in') select"].SelectOptionAsync("kPa");
        await page["label:has-text('Flow in') select"].SelectOptionAsync("mL/s");
        await Expect(page[".legend"]).ToContainTextAsync("kPa");
        await Expect(page[".label .value"].First).ToContainTextAsync("kPa");
        await Expect(page["section.read"]).ToContainTextAsync("mL/s");
        await Expect(page["section.side output:text('kPa')"].First).ToBeVisibleAsync();
        await Expect(page["main"]).Not.ToContainTextAsync("mmHg");
        await page.Page.ReloadAsync();
        await Expect(page[".legend"]).ToContainTextAsync("kPa");
    }

    [Fact]
    public async Task The_body_is_paused_and_goes_on()
    {
        await using LabPage page = await lab.OpenAsync("/body");
        await BeatingAsync(page);
        await page["button:text('Pause')"].ClickAsync();
        await Expect(page["section.side"]).ToContainTextAsync("paused");
        await page["button:text('Go on')"].ClickAsync();
        await BeatingAsync(page);
    }

    [Theory]
    [InlineData("SVG", ".svg", "<svg")]
    [InlineData("PNG", ".png", "\u0089PNG")]
    public async Task The_drawing_is_saved_as_a_file(string button, string ending, string start)
    {
        await using LabPage page = await lab.OpenAsync("/body");
        await BeatingAsync(page);
        IDownload file = await page.Page.RunAndWaitForDownloadAsync(() => page[$"button:text-is('{button}')"].First.ClickAsync());
        Assert.EndsWith(ending, file.SuggestedFilename, StringComparison.Ordinal);
        byte[] bytes = await File.ReadAllBytesAsync(await file.PathAsync(), TestContext.Current.CancellationToken);
        Assert.True(bytes.Length > 5000, bytes.Length.ToString(CultureInfo.InvariantCulture));
        Assert.StartsWith(start, System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
    }
}

using System.Diagnostics;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Azygos.Lab.Browser.Tests;

/// <summary>Pages that start runs: treat, compare, examine, studies; and the path of a person who never saw the lab.</summary>
public class RunTests(LabBrowser lab, ITestOutputHelper output)
{
    // A run takes ten seconds on a free core and may wait for another; an examination half a minute.
    private static readonly LocatorAssertionsToContainTextOptions RunText = new() { Timeout = 170_000 };
    private static readonly LocatorAssertionsToBeVisibleOptions Run = new() { Timeout = 170_000 };

    [Fact]
    public async Task A_person_narrows_examines_stents_and_reads_in_under_three_minutes()
    {
        var clock = Stopwatch.StartNew();
        await using LabPage page = await lab.OpenAsync("/");
        await Expect(page["#turn"]).ToBeVisibleAsync(Run);
        await LabPage.SlideAsync(page["#turn"], 90);
        await Expect(page[".mark text"]).ToHaveTextAsync("90 %");
        await page.ShootAsync("path-1-narrow");
        output.WriteLine($"narrowed after {clock.Elapsed.TotalSeconds:F0} s");

        await page["nav >> text=Examine"].ClickAsync();
        await Expect(page["#narrowing"]).ToHaveValueAsync("90");
        await page["button:text-is('Examine')"].ClickAsync();
        await Expect(page["section[aria-label=Examination]"]).ToBeVisibleAsync(Run);
        await page["text=Show all"].ClickAsync();
        await Expect(page["section[aria-label=Examination]"]).ToContainTextAsync("of 5 criteria called");
        await page.Page.WaitForFunctionAsync("document.querySelector('.spectrum img').naturalWidth > 100");
        await page.ShootAsync("path-2-examine");
        output.WriteLine($"examined after {clock.Elapsed.TotalSeconds:F0} s");

        await page["a:text-is('Treat it')"].ClickAsync();
        await page["text=Run before and after"].ClickAsync();
        await Expect(page["section[aria-label='What changes in the body']"]).ToContainTextAsync("Pull-back", RunText);
        await Expect(page["section[aria-label=Harms] table"].First).ToBeVisibleAsync();
        await page.ShootAsync("path-3-stent");
        output.WriteLine($"stented after {clock.Elapsed.TotalSeconds:F0} s");

        await page["a:text-is('Read the evidence')"].ClickAsync();
        await Expect(page["#claim-efficacy"]).ToContainTextAsync("No benefit was shown in three trials with a sham procedure. A small benefit is not excluded.");
        await page.ShootAsync("path-4-evidence");
        output.WriteLine($"read after {clock.Elapsed.TotalSeconds:F0} s");
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(3), $"took {clock.Elapsed.TotalSeconds:F0} s");
    }

    [Fact]
    public async Task Harms_stand_beside_the_benefit_at_the_same_size_and_nothing_is_ranked()
    {
        await using LabPage page = await lab.OpenAsync("/treat", 1600);
        await Expect(page["section[aria-label=Harms] table"].First).ToBeVisibleAsync();
        LocatorBoundingBoxResult benefit = (await page["section[aria-label='What changes in the body']"].BoundingBoxAsync())!;
        LocatorBoundingBoxResult harms = (await page["section[aria-label=Harms]"].BoundingBoxAsync())!;
        Assert.Equal(benefit.Width, harms.Width, 1.0f);
        Assert.Equal(benefit.Y, harms.Y, 1.0f);
        string size(ILocator at) => at.EvaluateAsync<string>("e => getComputedStyle(e).fontSize").GetAwaiter().GetResult();
        Assert.Equal(size(page["section[aria-label='What changes in the body'] h2"]), size(page["section[aria-label=Harms] h2"]));
        await page["label:has-text('balloon') input"].CheckAsync();
        await Expect(page["section[aria-label=Harms]"]).ToContainTextAsync("No benefit was shown");
        await page.ShootAsync("treat-harms");
    }

    [Fact]
    public async Task A_case_with_a_fault_is_told_before_anything_runs_and_undone()
    {
        await using LabPage page = await lab.OpenAsync("/treat");
        ILocator diameter = page["label:has-text('Diameter') input"];
        await diameter.FillAsync("400");
        await diameter.BlurAsync();
        await Expect(page["section.form [role=alert]"]).ToContainTextAsync("diameter_mm");
        await page["section.form button:text-is('Undo')"].ClickAsync();
        await Expect(diameter).ToHaveValueAsync("12");
        await Expect(page["section.form [role=alert]"]).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Two_runs_are_compared_in_tables_and_waves_and_kept_in_the_address()
    {
        await using LabPage page = await lab.OpenAsync("/compare");
        await page["text=Compare >> nth=-1"].WaitForAsync();
        await page["section.form button"].ClickAsync();
        ILocator table = page["section[aria-label=Differences] table"].First;
        await Expect(table).ToBeVisibleAsync(Run);
        await Expect(page["section[aria-label=Differences] tbody tr"].Nth(3)).ToBeVisibleAsync();
        await page["[role=radio]:text('sites')"].ClickAsync();
        await page["[aria-label='Search in the table']"].FillAsync("left j2");
        await Expect(table).ToContainTextAsync("left j2");
        await Expect(page["section[aria-label=Waves] .uplot"]).ToBeVisibleAsync();
        IDownload file = await page.Page.RunAndWaitForDownloadAsync(() => page["section[aria-label=Differences] button:text-is('CSV')"].ClickAsync());
        Assert.StartsWith("group,name,unit", await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await page.ShootAsync("compare");
        await page.Page.ReloadAsync();
        await Expect(table).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_study_is_run_repeated_and_shows_its_odds_ratios()
    {
        await using LabPage page = await lab.OpenAsync("/studies");
        await Expect(page["textarea"]).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("azygos-study/1"));
        await page["text=Run once"].ClickAsync();
        await Expect(page["section[aria-label='Result of the study']"]).ToContainTextAsync("Two by two", RunText);
        await page["text=Repeat 200 times"].ClickAsync();
        await Expect(page["section[aria-label='Result of the study']"]).ToContainTextAsync("All 200 repetitions", RunText);
        await Expect(page["section[aria-label='Result of the study'] svg"].First).ToBeVisibleAsync();
        await page.ShootAsync("studies");
    }
}

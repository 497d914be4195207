using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Azygos.Lab.Browser.Tests;

/// <summary>What holds on every page, at a desk, on a phone, and on the smallest and largest screens.</summary>
public class EveryPageTests(LabBrowser lab)
{
    public static TheoryData<string, int> Pages()
    {
        TheoryData<string, int> data = [];
        foreach (string path in (string[])["/", "/body", "/examine", "/treat", "/compare", "/evidence", "/studies", "/saved"])
            foreach (int width in (int[])[1280, 390])
                data.Add(path, width);
        return data;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_states_what_it_is_fits_its_window_and_has_no_serious_finding(string path, int width)
    {
        await using LabPage page = await lab.OpenAsync(path, width);
        await Expect(page["header + .statement"]).ToContainTextAsync("Research software.");
        await Expect(page["footer"]).ToContainTextAsync("gives no advice");
        await Expect(page["h1"]).ToHaveCountAsync(1);
        await Expect(page["main"]).Not.ToContainTextAsync("Loading…");
        Assert.True(await page.OverflowAsync() <= 0, "the page is wider than its window");
        Assert.Empty(await page.SeriousFindingsAsync());
        await page.ShootAsync($"{(path == "/" ? "front" : path[1..])}-{width}");
    }

    [Theory]
    [InlineData("/body", 360)]
    [InlineData("/treat", 360)]
    [InlineData("/body", 3840)]
    [InlineData("/", 3840)]
    public async Task The_smallest_and_the_largest_screen_hold_a_page(string path, int width)
    {
        await using LabPage page = await lab.OpenAsync(path, width, width == 360 ? 640 : 2160);
        Assert.True(await page.OverflowAsync() <= 0, "the page is wider than its window");
        await page.ShootAsync($"{(path == "/" ? "front" : path[1..])}-{width}");
    }

    [Fact]
    public async Task Dark_has_no_serious_finding_either()
    {
        await using LabPage page = await lab.OpenAsync("/evidence");
        await page.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Expect(page["article.panel"]).ToHaveCountAsync(6);
        Assert.Empty(await page.SeriousFindingsAsync());
        await page.ShootAsync("evidence-dark");
    }

    [Fact]
    public async Task Keys_alone_reach_a_page_and_its_content()
    {
        await using LabPage page = await lab.OpenAsync("/evidence");
        await page.Page.Keyboard.PressAsync("Tab");
        await Expect(page[".skip"]).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Tab");
        for (int links = 0; links < 4; links++) await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page).ToHaveURLAsync(lab.Address + "/treat");
        await Expect(page["#title"]).ToBeFocusedAsync();
    }

    [Fact]
    public async Task An_address_that_is_no_page_says_so()
    {
        await using LabPage page = await lab.OpenAsync("/nowhere");
        await Expect(page["h1"]).ToHaveTextAsync("There is no such page");
    }

    [Fact]
    public async Task A_lab_that_does_not_answer_is_told_and_asked_again()
    {
        LabPage page = await lab.OpenAsync("/saved");
        await page.Page.RouteAsync("**/api/evidence/claims", route => route.AbortAsync());
        await page["nav >> text=Evidence"].ClickAsync();
        await Expect(page["main [role=alert]"]).ToContainTextAsync("does not answer");
        await page.Page.UnrouteAsync("**/api/evidence/claims");
        await page["text=Try again"].ClickAsync();
        await Expect(page["article.panel"]).ToHaveCountAsync(6);
        Assert.All(page.Complaints, complaint => Assert.Contains("ERR_FAILED", complaint, StringComparison.Ordinal));
        await page.Page.Context.CloseAsync();
    }
}

using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Azygos.Lab.Browser.Tests;

/// <summary>The page Evidence: claims, filters that act, provenance, statements, news; and what is saved.</summary>
public class EvidenceTests(LabBrowser lab)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task The_forest_follows_the_filters_and_keeps_them_in_the_address(int width)
    {
        await using LabPage page = await lab.OpenAsync("/evidence", width);
        await page["[role=tab]:text('Pool')"].ClickAsync();
        ILocator title = page["section[aria-label=Pool] h2"];
        await Expect(title).ToContainTextAsync("13 studies");
        await Expect(page["section[aria-label=Pool]"]).ToContainTextAsync("Probably biased towards an association");
        await page["label:has-text('Blinding') select"].SelectOptionAsync("blinded");
        await Expect(title).Not.ToContainTextAsync("13 studies");
        await Expect(page["section[aria-label=Pool] svg[role=img]"]).ToBeVisibleAsync();
        await page.ShootAsync($"evidence-pool-{width}");
        await page.Page.ReloadAsync();
        await Expect(page["label:has-text('Blinding') select"]).ToHaveValueAsync("blinded");
    }

    [Fact]
    public async Task Every_analysis_is_one_curve()
    {
        await using LabPage page = await lab.OpenAsync("/evidence?tab=multiverse");
        await Expect(page["section[aria-label=Multiverse]"]).ToContainTextAsync("analyses of the same studies", new() { Timeout = 120_000 });
        await Expect(page["section[aria-label=Multiverse] svg"]).ToBeVisibleAsync();
        await page.ShootAsync("evidence-multiverse");
    }

    [Fact]
    public async Task A_study_shows_every_cell_that_the_base_holds_on_it()
    {
        await using LabPage page = await lab.OpenAsync("/evidence?tab=studies");
        await page["[aria-label='Search studies']"].FillAsync("Zivadinov2011");
        await page["section[aria-label=Studies] tbody button"].First.ClickAsync();
        await Expect(page["section[aria-label=Study] h2"]).ToHaveTextAsync("Zivadinov2011");
        await Expect(page["section[aria-label=Study] dd"].First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Statements_stand_in_the_order_of_time()
    {
        await using LabPage page = await lab.OpenAsync("/evidence?tab=statements");
        await Expect(page[".years h2"].First).ToBeVisibleAsync();
        IReadOnlyList<string> years = await page[".years h2"].AllInnerTextsAsync();
        Assert.Equal(years.Order(StringComparer.Ordinal), years);
    }

    [Fact]
    public async Task A_digest_is_asked_for_and_a_feed_is_offered()
    {
        await using LabPage page = await lab.OpenAsync("/evidence?tab=news");
        await page["input[type=email]"].FillAsync("reader@example.org");
        await page["text=Sign up"].ClickAsync();
        await Expect(page["section[aria-label='By e-mail'] [role=status]"]).Not.ToBeEmptyAsync();
        await Expect(page["a[href='/feed.atom']"]).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_view_is_saved_reopened_linked_deleted_and_brought_back()
    {
        await using LabPage page = await lab.OpenAsync("/evidence?tab=forest&blinding=blinded");
        await page["[aria-label=Name]"].FillAsync("Blinded only");
        await page["button:text-is('Save')"].ClickAsync();
        await Expect(page["main"]).ToContainTextAsync("Saved; it is on the page Saved.");
        await page["button:text-is('Link')"].ClickAsync();
        string link = (await page["p a[href*='link=']"].GetAttributeAsync("href"))!;
        await page["nav >> text=Saved"].ClickAsync();
        await page["button:text-is('Blinded only')"].ClickAsync();
        await Expect(page["label:has-text('Blinding') select"]).ToHaveValueAsync("blinded");
        await page.Page.GotoAsync(link);
        await Expect(page["label:has-text('Blinding') select"]).ToHaveValueAsync("blinded");
        await page["nav >> text=Saved"].ClickAsync();
        await page["[aria-label='Delete Blinded only']"].ClickAsync();
        await Expect(page["button:text-is('Blinded only')"]).ToHaveCountAsync(0);
        await page["button:text-is('Undo')"].ClickAsync();
        await Expect(page["button:text-is('Blinded only')"]).ToHaveCountAsync(1);
        await page.ShootAsync("saved");
    }
}

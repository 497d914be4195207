// Reason for length: one page, section by section, from one fake run.
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Azygos.Body.Results;
using Azygos.Reports.Tests.Runs;

namespace Azygos.Reports.Tests;

public sealed class ReportPageTests
{
    private const string Attack = "\"><script>alert('1')</script>&amp;<img src=x "
        + "onerror=alert(2)>\u0001](javascript:alert(3))**";

    // Anchors of the page, and links that a reader may follow.
    private const string Allowed = @"^(#[a-z]+|https://(doi\.org|(pubmed|pmc)\.ncbi\.nlm\.nih\.gov)/.+)$";

    private static readonly string Supine = ReportPage.Write(FakeRuns.Supine());
    private static readonly string Upright = ReportPage.Write(FakeRuns.Upright());
    private static readonly string Banded = ReportPage.Write(FakeRuns.WithBands());
    private static readonly string Stopped = ReportPage.Write(FakeRuns.Stopped());

    private static readonly string Changed = ReportPage.Write(FakeRuns.Changed());

    public static TheoryData<string> Pages =>
        [Supine, Upright, Stopped, Banded, Changed, ReportPage.Write(FakeRuns.Hostile(Attack))];

    private static XElement Parse(string page)
    {
        using StringReader text = new(page);
        using XmlReader reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader);
    }

    private static string Words(XElement element) => Regex.Replace(string.Join(' ', element.DescendantNodes()
        .OfType<XText>().Select(t => t.Value)), "[ \n]+", " ");

    private static XElement Section(string page, string id) => Parse(page).Descendants("section")
        .Single(s => (string?)s.Attribute("id") == id);

    [Fact]
    public void Changed_places_are_listed_and_drawn_with_their_number()
    {
        string words = Words(Section(Changed, "changes"));
        Assert.Contains("Left jugular vein: 90 % lost", words, StringComparison.Ordinal);
        Assert.Contains("0.55", words, StringComparison.Ordinal);
        Assert.Contains("diagnosis", words, StringComparison.Ordinal);
        XElement[] drawn = [.. Parse(Changed).Descendants("g").Where(g => (string?)g.Attribute("class") == "change")];
        Assert.Contains(drawn, g => Words(g).Contains("Left jugular vein: 90 % lost", StringComparison.Ordinal));
        Assert.DoesNotContain(Parse(Supine).Descendants("section"), s => (string?)s.Attribute("id") == "changes");
    }

    [Fact]
    public void The_same_result_gives_the_same_bytes() => Assert.Equal(Supine, ReportPage.Write(FakeRuns.Supine()));

    [Theory, MemberData(nameof(Pages), DisableDiscoveryEnumeration = true)]
    public void A_page_is_well_formed_down_to_every_drawing(string page) =>
        Assert.Equal("html", Parse(page).Name.LocalName);

    [Theory, MemberData(nameof(Pages), DisableDiscoveryEnumeration = true)]
    public void A_page_loads_nothing_and_runs_nothing(string page)
    {
        XElement root = Parse(page);
        string[] loading = ["script", "img", "iframe", "object", "embed", "use", "image", "audio", "video", "base"];
        Assert.DoesNotContain(root.Descendants(), e => loading.Contains(e.Name.LocalName));
        Assert.DoesNotContain(root.Descendants().Attributes(), a => a.Name.LocalName is "src" or "srcset"
            || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.All(root.Descendants("link"), l => Assert.StartsWith("data:", (string?)l.Attribute("href")));
        Assert.All(root.Descendants("a"), a => Assert.Matches(Allowed, (string?)a.Attribute("href")));
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
        Assert.All(Regex.Matches(page, @"url\(."), m => Assert.Equal("url(#", m.Value));
        Assert.Contains("default-src 'none'", (string?)root.Descendants("meta")
            .Single(m => m.Attribute("http-equiv") is not null).Attribute("content"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Pages), DisableDiscoveryEnumeration = true)]
    public void Ids_are_unique_and_every_reference_finds_its_target(string page)
    {
        XElement root = Parse(page);
        string[] ids = [.. root.Descendants().Attributes("id").Select(a => a.Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        IEnumerable<string> wanted = root.Descendants().Attributes("aria-labelledby")
            .SelectMany(a => a.Value.Split(' '))
            .Concat(root.Descendants().Attributes("for").Select(a => a.Value))
            .Concat(root.Descendants("a").Select(a => (string)a.Attribute("href")!).Where(h => h.StartsWith('#'))
                .Select(h => h[1..]))
            .Concat(Regex.Matches(page, @"url\(#([^)]+)\)").Select(m => m.Groups[1].Value));
        Assert.Empty(wanted.Except(ids));
    }

    [Theory, MemberData(nameof(Pages), DisableDiscoveryEnumeration = true)]
    public void Numbers_that_do_not_exist_are_never_printed(string page)
    {
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_look_like_markup_arrive_as_text()
    {
        XElement root = Parse(ReportPage.Write(FakeRuns.Hostile(Attack)));
        Assert.Equal(Attack.Replace('\u0001', '\uFFFD'), root.Descendants("h1").Single().Value);
        Assert.Contains(root.Descendants("td"), cell => cell.Value.Contains("<script>alert('1')</script>",
            StringComparison.Ordinal));
    }

    [Fact]
    public void The_headline_gives_the_outcome_and_the_key_numbers()
    {
        string words = Words(Parse(Supine).Descendants("header").Single());
        Assert.Contains("Finished", words, StringComparison.Ordinal);
        Assert.Contains("lying flat (supine, 0°)", words, StringComparison.Ordinal);
        Assert.Contains("Internal jugular veins 648 mL/min both, in the middle of the neck", words,
            StringComparison.Ordinal);
        Assert.Contains("Intracranial pressure 9.6 mmHg", words, StringComparison.Ordinal);
        Assert.Contains("Cardiac output 5.90 L/min", words, StringComparison.Ordinal);
        Assert.Contains("last breath (5 s, 6 beats)", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_stopped_says_where_and_why_and_shows_no_result()
    {
        XElement root = Parse(Stopped);
        string words = Words(root.Descendants("header").Single());
        Assert.Contains("Stopped", words, StringComparison.Ordinal);
        Assert.Contains("tricuspid valve closed", words, StringComparison.Ordinal);
        Assert.Contains("3.214 s", words, StringComparison.Ordinal);
        Assert.Contains("valve tricuspid", words, StringComparison.Ordinal);
        Assert.DoesNotContain("mmHg", words, StringComparison.Ordinal);
        string[] shown = [.. root.Descendants("section").Select(s => (string)s.Attribute("id")!)];
        Assert.Equal(["accounts", "assumed", "limits", "evidence", "origin"], shown);
    }

    [Fact]
    public void The_last_state_of_a_stopped_run_is_marked_as_no_result_and_compared_with_nothing()
    {
        string page = ReportPage.Write(FakeRuns.Supine() with
        {
            Ending =
            new RunEnding(false, "no step could be found", 12, "")
        });
        Assert.Contains("It is not a result.", Words(Section(page, "veins")), StringComparison.Ordinal);
        Assert.Contains("It is not a result.", Words(Section(page, "waves")), StringComparison.Ordinal);
        Assert.Contains("It is not a result.", Words(Section(page, "pullback")), StringComparison.Ordinal);
        Assert.DoesNotContain("It is not a result.", Supine, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Parse(page).Descendants("section"), s => (string?)s.Attribute("id") is "normal" or "routes");
        Assert.DoesNotContain("mmHg", Words(Parse(page).Descendants("header").Single()), StringComparison.Ordinal);
        Assert.Contains("not tied to one place", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_miss_is_printed_with_its_size_and_side()
    {
        string words = Words(Section(Supine, "normal"));
        Assert.Contains("▼ below by 30 mL/min", words, StringComparison.Ordinal);      // 360 against 390 to 496
        Assert.Contains("▲ above by 31 mL/min", words, StringComparison.Ordinal);      // 441 against 230 to 410
        Assert.Contains("○ not computed", words, StringComparison.Ordinal);
        Assert.Contains("2 of 3 checked values inside their band", words, StringComparison.Ordinal);
        Assert.Contains("1 of 2 predicted values inside their band", words, StringComparison.Ordinal);
        Assert.Contains("3 of 3 fitted values inside their band", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_measured_in_another_posture_are_no_hits_even_when_computed()
    {
        SimulationResult run = FakeRuns.Supine();
        ValidationOutcome[] outcomes = [.. run.Validation.Select(o => o.Target.Posture == "sitting"
            ? o with { Computed = o.Target.Value } : o)];
        string words = Words(Section(ReportPage.Write(run with { Validation = outcomes }), "normal"));
        Assert.Equal(6, Regex.Count(words, "● inside"));        // as many as the supine rows alone give
        Assert.Contains("taken in another posture, not compared with this run: 2.", words,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_upright_run_is_compared_with_sitting_values_only()
    {
        string words = Words(Section(Upright, "normal"));
        Assert.Contains("Against measured values, sitting", words, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(words, "● inside"));
    }

    [Fact]
    public void A_tilt_between_postures_is_compared_with_nothing()
    {
        SimulationResult run = FakeRuns.Supine() with { Settings = new SimulationSettings { TiltDegrees = 30 } };
        Assert.Contains("no measured value for this posture", Words(Section(ReportPage.Write(run), "normal")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_citation_links_to_its_identifier_and_leaves_remarks_outside_the_link()
    {
        XElement link = Section(Supine, "normal").Descendants("a")
            .First(a => a.Value.Contains("japplphysiol.00782", StringComparison.Ordinal));
        Assert.Equal("10.1152/japplphysiol.00782.2002", link.Value);
        Assert.Equal("https://doi.org/10.1152/japplphysiol.00782.2002", (string?)link.Attribute("href"));
        Assert.Contains(Section(Supine, "normal").Descendants("a"), a =>
            (string?)a.Attribute("href") == "https://pubmed.ncbi.nlm.nih.gov/8600955/");
    }

    [Fact]
    public void A_site_that_the_model_lacks_is_absent()
    {
        SimulationResult run = FakeRuns.Supine();
        SimulationResult without = run with { Sites = [.. run.Sites.Where(s => s.Site.Id is not ("azygos" or "icp"))] };
        Assert.Contains("Azygos v.", Supine, StringComparison.Ordinal);
        string page = ReportPage.Write(without);
        Assert.DoesNotContain("Azygos v.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("wave-azygos", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Intracranial pressure 9", Words(Parse(page).Descendants("header").Single()),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Routes_out_of_the_skull_add_up()
    {
        string words = Words(Section(Supine, "routes"));
        Assert.Contains("Together 688 mL/min : 617 by the jugular veins, 72 by all others.", words,
            StringComparison.Ordinal);
        Assert.Contains("jugular 90\u2009%", words, StringComparison.Ordinal);
        Assert.Contains("other routes 10\u2009%", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Reversed_and_collapsed_veins_are_named()
    {
        Assert.Contains("Lumbar left, Epidural l, Intercavernous; a link between two veins may run either way.",
            Words(Section(Supine, "veins")), StringComparison.Ordinal);
        XElement collapsed = Section(Upright, "veins").Descendants("dt")
            .First(d => d.Value.StartsWith("Collapsed", StringComparison.Ordinal));
        Assert.Contains("Ijv j2 right", collapsed.ElementsAfterSelf("dd").First().Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("curated set, not a systematic review")]
    [InlineData("no benefit was shown; a small benefit is not excluded")]
    [InlineData("probably biased towards an association")]
    [InlineData("HYPOTHESIS")]
    [InlineData("serious harm has happened, and people have died")]
    [InlineData("so the true risk may be higher")]
    [InlineData("It simulates; it does not diagnose")]
    [InlineData("it gives no medical advice")]
    [InlineData("Do not stop or change a treatment of MS because of this page")]
    public void The_evidence_statement_keeps_the_words_that_are_law(string words)
    {
        Assert.Contains(words, Words(Section(Supine, "evidence")), StringComparison.Ordinal);
        Assert.Contains(words, Words(Section(Stopped, "evidence")), StringComparison.Ordinal);
    }

    [Fact]
    public void Assumed_rows_are_counted_over_all_tables()
    {
        XElement last = Section(Supine, "assumed").Descendants("table").First().Descendants("tr").Last();
        int[] counts = [.. last.Elements("td").Select(d => int.Parse(d.Value,
            System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(counts[^1], counts[..^1].Sum());
        Assert.Contains($"{counts[3] + counts[4]} are recalled or assumed", Words(Section(Supine, "assumed")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Replaced_numbers_are_listed()
    {
        SimulationResult run = FakeRuns.Supine() with
        {
            Settings =
            new SimulationSettings { Overrides = [new("heart.rate_per_min", 90)] }
        };
        string page = ReportPage.Write(run);
        Assert.Contains("1 number replaced", Words(Parse(page).Descendants("header").Single()),
            StringComparison.Ordinal);
        Assert.Contains("heart.rate_per_min 90", Words(Section(page, "origin")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_headline_carries_what_assumed_collaterals_do_to_it()
    {
        string words = Words(Parse(Banded).Descendants("header").Single());
        Assert.Contains("Intracranial pressure 9.6 mmHg", words, StringComparison.Ordinal);
        Assert.Contains("assumed collaterals: −0.40 to +0.80", words, StringComparison.Ordinal);
        Assert.Contains("assumed collaterals: not computed", words, StringComparison.Ordinal);      // cardiac output
        Assert.Contains("2 groups of veins are drawn between 0.5 and 2 times", words, StringComparison.Ordinal);
        Assert.Contains("199 samples of the mean-flow state (seed 7, detail core, 1 more had none)", words,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Measured_values_stand_beside_what_assumed_collaterals_do_to_the_computed_one()
    {
        XElement section = Section(Banded, "normal");
        string[] headings = [.. section.Descendants("thead").Descendants("th").Select(h => h.Value)];
        Assert.Contains("Assumed collaterals", headings);
        Assert.Contains(section.Descendants("path"), p => (string?)p.Attribute("class") == "moved");
        Assert.DoesNotContain("Assumed collaterals", Section(Supine, "normal").Descendants("th").Select(h => h.Value));
    }

    public static TheoryData<string, string> RunsOfOtherNumbers => new()
    {
        { "hash", "the model’s files have changed since they were computed" },
        { "set", "1 number was replaced for this run" },
        { "detail", "they were computed at detail core, this run is full" },
        { "tilt", "none were computed for this posture" },
        { "none", "none were computed for this model" },
    };

    [Theory, MemberData(nameof(RunsOfOtherNumbers))]
    public void Bands_of_other_numbers_are_named_and_not_shown(string other, string reason)
    {
        SimulationResult run = FakeRuns.WithBands();
        string page = ReportPage.Write(other switch
        {
            "hash" => run with { Model = run.Model with { Hash = new string('0', 64) } },
            "set" => run with { Settings = run.Settings with { Overrides = [new("heart.rate_per_min", 90)] } },
            "detail" => run with { Settings = run.Settings with { Detail = Body.Anatomy.AnatomicalDetail.Full } },
            "tilt" => run with { Settings = run.Settings with { TiltDegrees = 30 } },
            _ => run with { Model = run.Model with { Uncertainty = [] } },
        });
        Assert.Contains($"is not stated for this run: {reason}.", Words(Parse(page).Descendants("header").Single()),
            StringComparison.Ordinal);
        Assert.DoesNotContain("+0.80", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Parse(page).Descendants(),
            e => (string?)e.Attribute("class") is "band95" or "band68" or "moved");
    }

    [Fact]
    public void A_model_with_waves_is_not_called_lumped()
    {
        SimulationResult run = FakeRuns.Supine();
        string lumped = Words(Section(Supine, "limits"));
        string waves = Words(Section(ReportPage.Write(run with
        {
            Model = run.Model with { VesselTreatment = Body.Model.VesselTreatment.Waves },
        }), "limits"));
        Assert.Contains("Lumped model: no waves.", lumped, StringComparison.Ordinal);
        Assert.DoesNotContain("Lumped model", waves, StringComparison.Ordinal);
        Assert.Contains("Waves in one dimension.", waves, StringComparison.Ordinal);
        Assert.DoesNotContain("a lumped aorta rings", waves, StringComparison.Ordinal);
        Assert.All([lumped, waves], words =>
        {
            Assert.Contains("Composite anatomy.", words, StringComparison.Ordinal);
            Assert.Contains("Collaterals are assumed.", words, StringComparison.Ordinal);
            Assert.Contains("structural only", words, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Oxygen_stands_below_what_was_measured_in_people()
    {
        int published = Supine.IndexOf("point to lower or equal extraction", StringComparison.Ordinal);
        Assert.InRange(published, 1, Supine.IndexOf("Territories of the brain", StringComparison.Ordinal));
        Assert.Contains("64.2 ± 5.1", Supine, StringComparison.Ordinal);       // sagittal sinus, MS, as published
        Assert.Contains("the opposite of what a brain starved", Supine, StringComparison.Ordinal);
        Assert.Contains("less than it asks for", Supine, StringComparison.Ordinal);
        Assert.Contains("Neither iron nor any effect", string.Join(' ', Supine.Split((char[])[' ', '\n'],
            StringSplitOptions.RemoveEmptyEntries)).Replace("<strong>", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_oxygen_says_that_none_is_computed()
    {
        string page = ReportPage.Write(FakeRuns.Supine() with { Oxygen = null });
        Assert.DoesNotContain("id=\"oxygen\"", page, StringComparison.Ordinal);
        Assert.Contains("Neither oxygen, nor iron", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_page_stays_small_enough_to_mail() => Assert.InRange(Supine.Length, 50_000, 1_000_000);
}

using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Displays;
using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Tables;
using Azygos.Files.EvidenceBase;
using Azygos.Reports.Markup;

namespace Azygos.Reports.Tests.Evidence;

public sealed class ReportTests
{
    private static readonly string Page = ShippedEvidence.ReportFiles["report.html"];

    private static readonly XElement Root = ShippedEvidence.Parse(Page);

    private static XElement Section(string id) =>
        Root.Descendants("section").Single(section => (string?)section.Attribute("id") == id);

    /// <summary>One object feeds them all: what the figure shows is what table, JSON and page print.</summary>
    [Fact]
    public void Figure_table_json_and_page_show_the_numbers_of_one_result()
    {
        PooledStudies pooled = ShippedEvidence.Synthesis.Association.Value.ByBlinding;
        JsonElement json = JsonDocument.Parse(SynthesisJson.Write(ShippedEvidence.Synthesis)).RootElement;
        JsonElement[] inJson = [.. json.GetProperty("by_blinding").GetProperty("studies").EnumerateArray()];
        XElement figure = Root.Descendants("svg").Single(svg => (string?)svg.Attribute("class") == "fig forest");
        string[] table = [.. Section("claim-association").Descendants("table")
            .Single(t => t.Element("caption")!.Value == "Studies pooled, by blinding").Descendants("tr").Skip(1)
            .Select(ShippedEvidence.Words)];
        Assert.Equal((13, 13, 13), (pooled.Studies.Count, inJson.Length, table.Length));
        foreach ((int i, StudyEffect study) in pooled.Studies.Index())
        {
            Assert.Equal(study.Effect, inJson[i].GetProperty("or").GetDouble());
            Assert.Equal(study.WeightPercent, inJson[i].GetProperty("weight_percent").GetDouble());
            string interval = $"{Numerals.Short(study.Lower)} to {Numerals.Short(study.Upper)}";
            Assert.Contains($"{Numerals.Short(study.Effect)} {interval} {Numerals.Fixed(study.WeightPercent, 1)}"
                .Replace('\u2009', ' '), table[i], StringComparison.Ordinal);
            Assert.Equal($"{study.Label}: {Numerals.Short(study.Effect)} ({interval})", figure.Descendants("g")
                .Single(g => (string?)g.Attribute("data-row") == study.Label).Element("title")!.Value);
        }
    }

    [Fact]
    public void The_multiverse_of_the_page_is_the_one_of_the_json()
    {
        JsonElement json = JsonDocument.Parse(SynthesisJson.Write(ShippedEvidence.Synthesis)).RootElement
            .GetProperty("multiverse_odds_ratios");
        int all = json.GetProperty("specifications").GetInt32(), above = json.GetProperty("interval_above_1")
            .GetInt32();
        string words = Root.Descendants("svg").Single(svg => (string?)svg.Attribute("class") == "fig multiverse")
            .Element("desc")!.Value;
        Assert.StartsWith($"{Numerals.Count(all)} specifications: {Numerals.Percent((double)above / all)} have an "
            + $"interval above 1",
            words, StringComparison.Ordinal);
        Assert.Contains($"from {Numerals.Short(json.GetProperty("or_min").GetDouble())} to "
            + Numerals.Short(json.GetProperty("or_max").GetDouble()), words, StringComparison.Ordinal);
    }

    [Fact]
    public void Pools_by_group_stand_with_their_warning_and_their_rearrangements()
    {
        foreach (string rows in (string[])["verified", "secondary"])
        {
            XElement table = Section("claim-association").Descendants("table")
                .Single(t => t.Element("caption")!.Value == $"By group: {rows}");
            Assert.Contains("blinding: blinded", ShippedEvidence.Words(table), StringComparison.Ordinal);
            Assert.Contains("controls", ShippedEvidence.Words(table), StringComparison.Ordinal);
            Assert.Contains(CuratedBase.PoolWarning, ShippedEvidence.Words(table), StringComparison.Ordinal);
        }
        Assert.Contains("rearrangements (all)", ShippedEvidence.Words(Section("claim-association")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_forest_by_blinding_ends_in_the_pool_of_the_headline()
    {
        PoolEstimate headline = ShippedEvidence.Synthesis.Claim("association")!.Finding.Association!.Pool!;
        PooledStudies pooled = ShippedEvidence.Synthesis.Association.Value.ByBlinding;
        Assert.Equal(headline.OddsRatio, Math.Exp(pooled.Fit.Mean.Estimate));
        Assert.Equal(headline.PredictionLower, Math.Exp(pooled.Prediction!.Lower));
        Assert.Contains("3.01 (1.30 to 6.99)", ShippedEvidence.ReportFiles["figures/forest.svg"],
            StringComparison.Ordinal);
        Assert.Contains("(0.270 to 33.7)", ShippedEvidence.ReportFiles["figures/forest.svg"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_step_of_the_growing_pool_is_the_pool()
    {
        PoolEstimate headline = ShippedEvidence.Synthesis.Claim("association")!.Finding.Association!.Pool!;
        CumulativeStep last = ShippedEvidence.Synthesis.Association.Value.Cumulative[^1];
        // The studies enter in another order: sums differ in their last bits.
        Assert.Equal((13, headline.OddsRatio, headline.Lower), (last.Count, last.OddsRatio, last.Lower),
            Comparer(1e-9));

        static EqualityComparer<(int, double, double)> Comparer(double relative) =>
            EqualityComparer<(int, double, double)>.Create((a, b) => a.Item1 == b.Item1
                && Math.Abs(a.Item2 / b.Item2 - 1) < relative && Math.Abs(a.Item3 / b.Item3 - 1) < relative);
    }

    /// <summary>In a table, a heading that starts a column of numbers marks its cells with the class number.</summary>
    [Fact]
    public void Every_number_in_a_table_is_a_link_to_how_it_was_made_or_to_its_row()
    {
        XElement[] cells = [.. Root.Descendants("section")
            .Where(s => (string?)s.Attribute("id") is not ("made" or "inputs"))
            .Descendants("td").Where(td => (string?)td.Attribute("class") == "number"
                && Regex.IsMatch(td.Value, @"\d"))];
        Assert.True(cells.Length > 150, $"{cells.Length} cells");
        Assert.All(cells, cell => Assert.Contains(cell.Descendants("a"), a =>
            Regex.IsMatch((string)a.Attribute("href")!, "^#(made-|row-|inputs)")));
    }

    /// <summary>Numbers that stand alone: not part of a name (Comi2013), of a rule (E5), of a unit (95 %, 1,000) or of
    /// a
    /// version. A row of a table that leads to its row of the base has led all its cells there.</summary>
    [Fact]
    public void Every_number_in_the_words_of_a_claim_is_a_link()
    {
        XElement copy = new(Root.Descendants("main").Single());
        copy.Descendants("section").Where(s => (string?)s.Attribute("id") is "made" or "inputs" or "named").Remove();
        copy.Descendants("header").Elements("p").Remove();      // day, rules and versions of the whole page
        copy.Descendants("tr").Where(row => row.Descendants("a").Any(a =>
            ((string)a.Attribute("href")!).StartsWith("#row-", StringComparison.Ordinal))).Remove();
        copy.Descendants().Where(e => e.Name.LocalName is "svg" or "a" or "h2" or "footer").Remove();
        string[] numbers = [.. copy.DescendantNodes().OfType<XText>()
            .Select(text => Regex.Replace(
                text.Value, @"95 %|1,000|rules \d\.\d|SHA-256|below 0\.05|odds ratio of 1\.5", ""))
            .Where(text => Regex.IsMatch(text, @"(?<![\w.-])\d+([.,]\d+)*(?![\w.-])"))];
        Assert.True(numbers.Length == 0, string.Join("\n", numbers));
    }

    [Fact]
    public void Every_figure_says_where_its_numbers_come_from() => Assert.All(Root.Descendants("figcaption"), caption =>
        Assert.Matches("^#(made-|inputs$)", (string?)caption.Elements("a").Last().Attribute("href")));

    [Fact]
    public void Every_computation_names_rows_options_engine_and_hash()
    {
        XElement[] made = [.. Section("made").Descendants("div")
            .Where(div => (string?)div.Attribute("class") == "made")];
        Assert.True(made.Length > 20);
        foreach (XElement one in made)
        {
            string words = ShippedEvidence.Words(one);
            Assert.Matches("engine Azygos [0-9]", words);
            Assert.Matches("content hash [0-9a-f]{64}", words);
            Assert.Contains(one.Descendants("a"), a => ((string)a.Attribute("href")!)
                .StartsWith("#row-", StringComparison.Ordinal));
            Assert.True(one.Descendants("dt").Count() >= 4, words);
        }
    }

    [Fact]
    public void A_hash_changes_with_a_cell_of_its_rows_and_with_nothing_else()
    {
        EvidenceFolder other = ShippedEvidence.With(("prevalence.csv", "Comi2013,Comi,2013,", "Comi2013,Comi,2012,"));
        string page = EvidenceReportPage.Write(other, EvidenceSynthesis.Of(other.Base))["report.html"];
        Assert.NotEqual(Hash(Page, "made-pool"), Hash(page, "made-pool"));
        Assert.Equal(Hash(Page, "made-trials"), Hash(page, "made-trials"));

        static string Hash(string text, string id) => Regex.Match(ShippedEvidence.Words(ShippedEvidence.Parse(text)
            .Descendants("div").Single(div => (string?)div.Attribute("id") == id)), "[0-9a-f]{64}").Value;
    }

    [Fact]
    public void A_pooled_odds_ratio_never_stands_without_its_warning()
    {
        foreach (string caption in (string[])["Pooled odds ratios", "Other choices of rows"])
        {
            XElement[] rows = [.. Section("claim-association").Descendants("table")
                .Single(table => table.Element("caption")!.Value == caption).Descendants("tbody").Single()
                    .Elements("tr")];
            Assert.NotEmpty(rows);
            Assert.All(rows, row => Assert.Contains(CuratedBase.PoolWarning, row.Value, StringComparison.Ordinal));
        }
        foreach (string figure in (string[])["forest", "cumulative", "leave-one-out", "choices", "published-pools"])
            Assert.Contains(CuratedBase.PoolWarning, ShippedEvidence.ReportFiles[$"figures/{figure}.svg"],
                StringComparison.Ordinal);
        foreach (string figure in (string[])["funnel", "labbe"])
            Assert.Contains("probably biased towards an association", ShippedEvidence.Words(Root.Descendants("figure")
                .Single(f => (string?)f.Attribute("id") == "figure-" + figure).Element("figcaption")!),
                    StringComparison.Ordinal);
    }

    [Fact]
    public void Kinds_of_denominators_have_tables_and_figures_of_their_own()
    {
        foreach (string per in (string[])["procedures", "people", "stents", "people with a stent"])
            Assert.Single(Section("claim-harm").Descendants("caption"), c => c.Value == $"Harms in 1,000 {per}");
        Assert.DoesNotContain("Harms in 1,000 lesions", Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claim-association", "Suggestive at most, not decisive.")]
    [InlineData("claim-association", "Zamboni2009 separates completely: 65 of 65 against 0 of 235")]
    [InlineData("claim-efficacy", "No benefit was shown; a small benefit is not excluded.")]
    [InlineData("claim-efficacy", "Without a comparison group we cannot know why.")]
    [InlineData("claim-harm", "It happened. We do not know how often")]
    [InlineData("claim-mechanism", "HYPOTHESIS.")]
    [InlineData("statements", "Statements are not evidence")]
    [InlineData("reading", "There was no search protocol")]
    [InlineData("named", "The study of 100 people: Rodger2013")]
    public void The_words_that_are_law_stand_where_they_belong(string section, string words) =>
        Assert.Contains(words, ShippedEvidence.Words(Section(section)), StringComparison.Ordinal);

    [Fact]
    public void Every_figure_of_the_page_is_a_file_too()
    {
        string[] onPage = [.. Root.Descendants("svg").Select(svg => ((string)svg.Attribute("class")!)[4..])
            .Order(StringComparer.Ordinal)];
        string[] files = [.. ShippedEvidence.ReportFiles.Keys.Where(
            name => name.EndsWith(".svg", StringComparison.Ordinal))
            .Select(name => name["figures/".Length..^4]).Order(StringComparer.Ordinal)];
        Assert.Equal(onPage, files);
        string[] asked = ["forest", "funnel", "labbe", "baujat", "gosh", "sroc", "cumulative", "multiverse",
            "claims-map",
            "timeline", "flow"];
        Assert.Empty(asked.Except(files));
    }

    [Fact]
    public void The_forest_in_the_documentation_is_the_one_that_is_drawn() =>
        Assert.Equal(ShippedEvidence.ReportFiles["figures/forest.svg"],
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "images", "evidence-forest.svg")));

    [Fact]
    public void The_page_stays_small_enough_to_mail() => Assert.InRange(Page.Length, 100_000, 1_500_000);
}

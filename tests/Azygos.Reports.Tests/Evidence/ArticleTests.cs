using System.Text.RegularExpressions;
using System.Xml.Linq;
using Azygos.Evidence.Claims.Displays;
using Azygos.Files.EvidenceBase;

namespace Azygos.Reports.Tests.Evidence;

public sealed class ArticleTests
{
    private const double HardestGrade = 9;      // the law of the wording: grade 9 or below in every section

    private static readonly string Page = ShippedEvidence.ArticleFiles["index.html"];

    private static readonly XElement Root = ShippedEvidence.Parse(Page);

    private static readonly string All = Prose(Root.Descendants("main").Single())
        + ShippedEvidence.Words(Root.Descendants("main").Single());

    public static TheoryData<string> Sections =>
        [.. Root.Descendants("section").Select(s => (string)s.Attribute("id")!)];

    private static XElement Section(string id) =>
        Root.Descendants("section").Single(section => (string?)section.Attribute("id") == id);

    /// <summary>What a reader reads: paragraphs, list items and answers, without the numbers of sources.</summary>
    private static string Prose(XElement section)
    {
        XElement copy = new(section);
        copy.Descendants("sup").Remove();
        copy.Descendants("svg").Remove();
        copy.Descendants("ol").Where(ol => (string?)ol.Attribute("class") == "sources").Remove();
        return string.Join(" ", copy.Descendants()
            .Where(e => e.Name.LocalName is "p" or "li" or "dt" or "dd" or "figcaption" or "h3")
            .Select(e => Regex.Replace(e.Value, @"[\s\u2060]+", " ").Trim())
            .Select(text => Regex.IsMatch(text, "[.!?]$") ? text : text + "."));
    }

    [Theory]
    [InlineData("MS", 2), InlineData("harm", 1), InlineData("people", 2), InlineData("balloon", 2),
        InlineData("insufficiency", 5)]
    [InlineData("veins", 1), InlineData("narrowed", 2), InlineData("treated", 2), InlineData("1,000", 1),
        InlineData("disease", 2)]
    public void Syllables_are_counted_as_they_are_spoken(string word, int syllables) =>
        Assert.Equal(syllables, ReadingGrade.Syllables(word));

    [Fact]
    public void A_hard_text_is_graded_hard() =>
        Assert.True(ReadingGrade.Of("Chronic cerebrospinal venous insufficiency denotes "
        + "extracranial venous outflow abnormalities purportedly associated with multiple sclerosis.") > 18);

    [Theory, MemberData(nameof(Sections))]
    public void Every_section_reads_at_grade_9_or_below(string id)
    {
        double grade = ReadingGrade.Of(Prose(Section(id)));
        Assert.True(grade <= HardestGrade, $"{id}: grade {grade:F1}");
    }

    [Fact]
    public void The_head_of_the_page_reads_at_grade_9_or_below() =>
        Assert.True(ReadingGrade.Of(Prose(Root.Descendants("header").Single())) <= HardestGrade);

    /// <summary>"1,000" is the unit of the law; every other digit of the prose is a link to where it comes
    /// from.</summary>
    [Theory, MemberData(nameof(Sections))]
    public void Every_number_of_the_prose_is_filled_from_the_base(string id)
    {
        XElement copy = new(Section(id));
        copy.Descendants("a").Where(a => (string?)a.Attribute("class") == "n").Remove();
        copy.Descendants("sup").Remove();
        copy.Descendants("svg").Remove();
        copy.Descendants("ol").Remove();
        copy.Descendants("figcaption").Remove();
        if (id == "notes") copy.Descendants("td")
            .Remove();        // texts of the base, each beside the rows it rests on
        if (id == "notes") copy.Descendants("th").Remove();
        if (id == "debate") copy.Descendants("td").Remove();       // names of bodies
        Assert.DoesNotMatch(@"\d", Regex.Replace(copy.Value, "1,000", ""));
    }

    [Fact]
    public void Every_number_is_one_click_from_its_source()
    {
        XElement report = ShippedEvidence.Parse(ShippedEvidence.ArticleFiles["report.html"]);
        HashSet<string> anchors = [.. report.Descendants().Attributes("id").Select(id => id.Value)];
        XElement[] links = [.. Root.Descendants("a").Where(a => (string?)a.Attribute("class") == "n")];
        Assert.True(links.Length > 120);
        foreach (string href in links.Select(a => (string)a.Attribute("href")!))
            if (href.StartsWith("report.html#", StringComparison.Ordinal)) Assert.Contains(
                href["report.html#".Length..], anchors);
            else Assert.Matches("^https?://", href);
    }

    [Fact]
    public void Sections_come_in_the_order_in_which_a_reader_asks() => Assert.Equal(
        ["short", "what", "symptoms", "treatment", "harms", "link", "debate", "conflict", "research", "after",
            "questions", "notes",
            "numbers"], Root.Descendants("section").Select(section => (string?)section.Attribute("id")));

    [Theory]
    [InlineData("We collected these studies by hand. This is a curated set, not a systematic review. We mostly saw "
        + "abstracts.")]
    [InlineData("This page cannot tell you what to do. It is not medical advice.")]
    [InlineData("Do not stop or change your MS treatment because of this page. Talk to your MS team first.")]
    [InlineData("Data of 22 November 2026")]
    [InlineData("Rules version 1.0")]
    [InlineData("What changed last: First collection.")]
    [InlineData("All studies together suggest a link. The careful, blinded studies do not show one clearly. So we "
        + "cannot say.")]
    [InlineData("Two trained examiners often disagreed on the same person.")]
    [InlineData("Healthy people can meet the criteria too.")]
    [InlineData("No study we could count showed that blocked veins cause MS.")]
    [InlineData("Iron is raised in MS. Nobody has shown that it comes from the veins.")]
    [InlineData("For fatigue, mood and thinking, no link was found. For disability, studies disagree.")]
    [InlineData("A link with disability would not show which comes first.")]
    [InlineData("No benefit was shown in three trials with a sham procedure. A small benefit is not excluded.")]
    [InlineData("The range that fits goes from 0.34 to 1.68")]
    [InlineData("Serious harm has happened, and people have died.")]
    [InlineData("Most numbers come from the teams that did the procedure, so the true risk may be higher.")]
    [InlineData("People felt better after it. Without a comparison group we cannot know why.")]
    [InlineData("It happened. We do not know how often")]
    [InlineData("That is a different disease, other veins and a measured pressure difference. It is not evidence for "
        + "CCSVI.")]
    [InlineData("Many people had this done. If you feel well, you do not need to panic. Tell your MS team and your "
        + "doctor.")]
    [InlineData("Do not stop blood thinners on your own. Ask for your procedure report, and where each stent is.")]
    [InlineData("Call emergency services for chest pain, trouble breathing, fainting, a sudden bad headache, new "
        + "weakness, or "
        + "trouble with sight or speech.")]
    [InlineData("See a doctor soon for new swelling or pain in the neck, or an arm.")]
    [InlineData("There is no agreed rule that a stent must come out. That is a decision for specialists who know "
        + "your scans.")]
    [InlineData("What is this meant to improve, and how would we measure it?")]
    [InlineData("Who looks after me if something goes wrong later?")]
    [InlineData("A second account says that these events had nothing to do with the procedure.")]
    [InlineData("up to 47")]
    [InlineData("HYPOTHESIS")]
    public void The_words_that_are_law_are_there(string words) =>
        Assert.Contains(words, Regex.Replace(All, @" (?=[.,])", ""), StringComparison.Ordinal);

    [Theory]
    [InlineData("proven"), InlineData("debunked"), InlineData("refuted"), InlineData("useless"),
        InlineData("unblinded")]
    [InlineData("times more likely"), InlineData("does not work"), InlineData("no effect"), InlineData("safe"),
        InlineData("rare")]
    [InlineData("impossible"), InlineData("we recommend"), InlineData("you should"), InlineData("consider ")]
    public void The_words_that_may_not_be_said_are_not(string words)
    {
        XElement copy = new(Root.Descendants("main").Single());
        copy.Descendants("section").Where(s => (string?)s.Attribute("id") is "notes")
            .Remove();   // quotes another article
        copy.Descendants("ol").Remove();
        copy.Descendants("table").Where(t => t.Element("caption")!.Value == "What bodies said")
            .Remove();   // names of bodies
        Assert.DoesNotMatch($@"(?i)\b{Regex.Escape(words)}", ShippedEvidence.Words(copy));
    }

    [Fact]
    public void An_average_never_stands_without_its_warning()
    {
        const string Law = "This average is probably too high. Several studies that found no link gave no numbers we "
            + "could use.";
        XElement[] averages = [.. Root.Descendants("p").Where(p => Regex.IsMatch(p.Value, "the average is"))];
        Assert.Equal(2, averages.Length);
        Assert.All(averages, p => Assert.Contains(Law, p.Value, StringComparison.Ordinal));
        Assert.Contains("Probably too high", Root.Descendants("svg").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_odds_ratio_of_the_2009_study_is_never_printed() => Assert.DoesNotMatch(@"\b(43|30721|1,?123)\b",
        ShippedEvidence.Words(Section("conflict")) + ShippedEvidence.Words(Section("what")));

    [Fact]
    public void Harms_are_in_three_tables_without_lesions_or_exposures()
    {
        string[] captions = [.. Section("harms").Descendants("caption").Select(c => c.Value)];
        Assert.Equal(["Per procedure", "Per person", "Per stent, or per person with a stent",
            "Harms without a count of those treated"], captions);
        Assert.DoesNotContain("lesion", ShippedEvidence.Words(Section("harms")), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("0 of 76", ShippedEvidence.Words(Section("harms")), StringComparison.Ordinal);
        Assert.All(ShippedEvidence.Base.Base.Harms.Where(
            row => row.DisplayGroup is "rate" or "reported_without_denominator"),
            row => Assert.NotEqual("", row.PlainWords));
    }

    [Fact]
    public void A_sentence_goes_when_its_number_does()
    {
        string article = ArticleOf(
            ("criteria.csv", "C036,Leone2013reliability,inter-rater kappa,CCSVI (>=2 of 5),all,,,0.2,-0.01,0.42",
            "C036,Leone2013reliability,inter-rater kappa,CCSVI (>=2 of 5),all,,,,,"));
        Assert.Contains("The score was ", Page, StringComparison.Ordinal);
        Assert.DoesNotContain("The score was ", article, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_on_a_claim_goes_when_its_verdict_changes()
    {
        string article = ArticleOf(
            ("claims.csv", "VandenBerg2013,Van den Berg 2013,2013,TILBURG,case-control,case_control,against,1,yes",
            "VandenBerg2013,Van den Berg 2013,2013,TILBURG,case-control,case_control,for,1,yes"));
        XElement mechanism = ShippedEvidence.Parse(article).Descendants("section")
            .Single(s => (string?)s.Attribute("id") == "symptoms");
        Assert.Contains("Do blocked veins cause MS? Our verdict: cannot say yet",
            Regex.Replace(ShippedEvidence.Words(mechanism), " +", " "),
            StringComparison.Ordinal);
        Assert.DoesNotContain("No study we could count showed", article, StringComparison.Ordinal);
    }

    [Fact]
    public void The_feed_is_dated_by_the_releases_of_the_base()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        XElement feed = ShippedEvidence.Parse(ShippedEvidence.ArticleFiles["feed.xml"]);
        Assert.Equal("2026-11-22T00:00:00Z", feed.Element(atom + "updated")!.Value);
        XElement entry = Assert.Single(feed.Elements(atom + "entry"));
        Assert.Equal("Data of 22 November 2026, rules 1.0", entry.Element(atom + "title")!.Value);
        Assert.StartsWith("First collection.", entry.Element(atom + "summary")!.Value, StringComparison.Ordinal);
    }

    private static string ArticleOf((string, string, string) edit)
    {
        EvidenceFolder other = ShippedEvidence.With(edit);
        return EvidenceArticlePage.Write(other, EvidenceSynthesis.Of(other.Base))["index.html"];
    }
}

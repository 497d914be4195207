using System.Xml.Linq;
using Azygos.Evidence.Claims.Pools;
using Azygos.Files.EvidenceBase;
using Azygos.Files.Studies;
using Azygos.Reports.Tests.Evidence;
using Azygos.Studies.Conflict;

namespace Azygos.Reports.Tests.Studies;

public sealed class ExplorerPageTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Files = new(() =>
    {
        var data = EvidenceReader.Read(Path.Combine(AppContext.BaseDirectory, "evidence")).Base;
        ConflictExplorer found = ConflictExplorer.Run(ConflictData.From(data, RowChoice.Headline), new ConflictPriors(),
            ConflictReading.All, 1, new ConflictLength { Kept = 20, Thinning = 1, Predicted = 20 });
        return ConflictExplorerPage.Write(found, ConflictSheet.Of(found, data.Hash));
    });

    [Fact]
    public void The_page_opens_with_what_can_be_known()
    {
        XElement root = ShippedEvidence.Parse(Files.Value["report.html"]);
        Assert.Equal(["identifiable", "statement", "figures", "numbers"],
            root.Descendants("section").Select(section => (string)section.Attribute("id")!));
        Assert.Contains("J·(p₁ − p₀)", root.Descendants("section").First().Value, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", root.Value, StringComparison.Ordinal);
        string[] ids = [.. root.Descendants().Attributes("id").Select(a => a.Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void Every_drawing_carries_the_warning_and_is_a_file_too()
    {
        XElement root = ShippedEvidence.Parse(Files.Value["report.html"]);
        Assert.All(root.Descendants("figcaption"), caption =>
            Assert.Contains("Probably biased towards an association", caption.Value, StringComparison.Ordinal));
        Assert.Equal(root.Descendants("svg").Count(),
            Files.Value.Keys.Count(name => name.EndsWith(".svg", StringComparison.Ordinal)));
        Assert.Equal(7, root.Descendants("svg").Count());
    }

    [Fact]
    public void A_probability_after_the_studies_stands_beside_the_one_before()
    {
        XElement root = ShippedEvidence.Parse(Files.Value["report.html"]);
        XElement[] heads = [.. root.Descendants("thead")
            .Where(head => head.Value.Contains("after: P(", StringComparison.Ordinal))];
        Assert.Equal(5, heads.Length);
        Assert.All(heads, head => Assert.Contains("before: P(", head.Value, StringComparison.Ordinal));
    }
}

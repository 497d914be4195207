using System.Xml;
using System.Xml.Linq;
using Azygos.Clinic.Examination;
using Azygos.Clinic.Tests.Examination;

namespace Azygos.Reports.Tests;

public sealed class ExaminationPageTests
{
    private static readonly ExaminationResult Examined = MadeUpRun.Examine(new Examiner
    {
        Protocol = ExaminationProtocol.Isnvd2011,
        Operator = new Operator { Levels = ["j2"], Name = "<b>heavy</b> hand" },
        Seed = 7,
    });

    private static readonly XElement Section = Parse(
        ReportPage.Write(Examined.Supine with { Timeline = null }, Examined))
        .Descendants("section").Single(one => (string?)one.Attribute("id") == "examination");

    [Fact]
    public void The_section_says_first_that_it_is_not_a_diagnosis() =>
        Assert.Contains("not a diagnosis", Section.Descendants("p").First().Value, StringComparison.Ordinal);

    [Fact]
    public void Both_flavours_stand_side_by_side_with_their_margins()
    {
        XElement table = Section.Descendants("table").First();
        Assert.Equal(
            ["Criterion", "Truth", "Value", "Margin", "Measured", "Value", "Margin", "Where"],
            table.Descendants("thead").Single().Descendants("th").Select(cell => cell.Value));
        Assert.Equal(5, table.Descendants("tbody").Single().Elements("tr").Count());
    }

    [Fact]
    public void Lumens_are_listed_for_each_examined_level() => Assert.Equal(
        2, Section.Descendants("table").Last().Descendants("tbody").Single().Elements("tr").Count());

    [Fact]
    public void Spectra_are_in_the_page_itself()
    {
        XElement[] pictures = [.. Section.Descendants("img")];
        Assert.Equal(8, pictures.Length);
        Assert.All(pictures, picture => Assert.StartsWith(
            "data:image/png;base64,", (string)picture.Attribute("src")!, StringComparison.Ordinal));
        Assert.All(pictures, picture => Assert.NotEmpty((string)picture.Attribute("alt")!));
    }

    [Fact]
    public void A_hostile_name_stays_a_name() => Assert.Empty(Section.Descendants("b"));

    [Fact]
    public void A_run_without_an_examination_has_no_such_section() => Assert.DoesNotContain(
        Parse(ReportPage.Write(Examined.Supine with { Timeline = null })).Descendants("section"),
        one => (string?)one.Attribute("id") == "examination");

    private static XElement Parse(string page)
    {
        using StringReader text = new(page);
        using XmlReader reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader);
    }
}

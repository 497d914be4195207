using System.Reflection;
using Azygos.Body.Results;
using Azygos.Reports.Markup;
using Azygos.Reports.Sections;

namespace Azygos.Reports;

/// <summary>The report of a run: one self-contained HTML page for screen, phone and paper.</summary>
/// <remarks>
/// No script, no external resource, no clock: the same result gives the same bytes. Every number comes from the result;
/// the page rounds, sums flows over routes, and computes nothing else.
/// </remarks>
public static class ReportPage
{
    private static readonly Section[] Sections =
    [
        new("veins", "The veins", DrawingSection.Write),
        new("waves", "Waveforms", WaveSection.Write),
        new("normal", "Against measured values", NormalValues.Write),
        new("routes", "Where the brain’s blood leaves", Routes.Write),
        new("accounts", "Conservation and periodicity", Accounts.Write),
        new("assumed", "What is assumed", Assumptions.Write),
        new("limits", "Limits", Limits.Write),
        new("evidence", "What the evidence says", EvidenceStatement.Write),
        new("origin", "Provenance", Origin.Write),
    ];

    // What a run that stopped left is shown, for who must find out why, but held against nothing.
    private static readonly string[] OnlyFinished = ["normal", "routes"];
    private static readonly string[] LastState = ["veins", "waves"];

    /// <summary>Writes the page.</summary>
    /// <param name="result">The run, finished or stopped.</param>
    public static string Write(SimulationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        Section[] sections = result.Ending.Finished ? Sections : [.. Sections.Where(s => Left(s, result))];
        HtmlWriter page = new();
        page.Raw("<!DOCTYPE html>\n");
        using (page.In("html", ("lang", "en-GB")))
        {
            Head(page, result);
            using (page.In("body"))
            using (page.In("main"))
            {
                Headline.Write(page, result);
                Contents(page, sections);
                foreach (Section section in sections)
                {
                    using (page.In("section", ("id", section.Id), ("aria-labelledby", section.Id + "-heading")))
                    {
                        page.Element("h2", section.Heading, ("id", section.Id + "-heading"));
                        if (!result.Ending.Finished && LastState.Contains(section.Id))
                            page.Sentences(
                                "p", "**The last state before the run stopped. It is not a result.**", "warning");
                        section.Body(page, result);
                    }
                    page.Line();
                }
                page.Element("footer", $"Azygos {Origin.Version}. Research software: it simulates, it does not "
                    + $"diagnose, and it gives no medical advice.");
            }
        }
        return page.Line().ToString();
    }

    private static bool Left(Section section, SimulationResult result) => section.Id switch
    {
        "veins" => result.Vessels.Count > 0,
        "waves" => result.Sites.Count > 0,
        _ => !OnlyFinished.Contains(section.Id),
    };

    // The policy lets a browser load nothing at all, so a hostile name in a model could not either.
    private static void Head(HtmlWriter page, SimulationResult result)
    {
        using (page.In("head"))
        {
            page.Empty("meta", ("charset", "utf-8"));
            page.Empty("meta", ("http-equiv", "Content-Security-Policy"),
                ("content", "default-src 'none'; style-src 'unsafe-inline'; img-src data:"));
            page.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
            page.Empty("meta", ("name", "color-scheme"), ("content", "light dark"));
            page.Element("title", $"{result.Model.Name}, {Postures.Words(result.Settings)}: Azygos report");
            page.Empty("link", ("rel", "icon"), ("href", "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' "
                + "viewBox='0 0 16 16'%3E%3Cpath d='M8 1v14M3 3q5 3 5 8M13 3q-5 3-5 8' fill='none' stroke='%231f68aa' "
                + "stroke-width='2'/%3E%3C/svg%3E"));
            page.Raw("<style>\n").Raw(Style()).Raw("</style>");
        }
        page.Line();
    }

    private static void Contents(HtmlWriter page, Section[] sections)
    {
        using (page.In("nav", ("aria-label", "Contents")))
        using (page.In("ol"))
            foreach (Section section in sections)
            {
                using (page.In("li")) page.Element("a", section.Heading, ("href", "#" + section.Id));
            }
        page.Line();
    }

    private static string Style()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("report.css")
            ?? throw new InvalidOperationException("the style sheet is not in the assembly");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}

using Azygos.Body.Results;
using Azygos.Clinic.Examination;
using Azygos.Files.Harms;
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
        new("changes", "What was changed", Changes.Write),
        new("pullback", "Pull-back from sagittal sinus to right atrium", PullBackSection.Write),
        new("timeline", "What was done, and what followed", TimelineSection.Write),
        new("waves", "Waveforms", WaveSection.Write),
        new("normal", "Against measured values", NormalValues.Write),
        new("routes", "Where the brain’s blood leaves", Routes.Write),
        new("oxygen", "Oxygen", OxygenSection.Write),
        new("iron", "Iron: HYPOTHESIS", IronSection.Write),
        new("accounts", "Conservation and periodicity", Accounts.Write),
        new("assumed", "What is assumed", Assumptions.Write),
        new("limits", "Limits", Limits.Write),
        new("evidence", "What the evidence says", EvidenceStatement.Write),
        new("origin", "Provenance", Origin.Write),
    ];

    // What a run that stopped left is shown, for who must find out why, but held against nothing.
    private static readonly string[] OnlyFinished = ["normal", "routes"];
    private static readonly string[] LastState = ["veins", "changes", "pullback", "waves"];

    /// <summary>Writes the page.</summary>
    /// <param name="result">The run, finished or stopped.</param>
    public static string Write(SimulationResult result) => Write(result, null);

    /// <summary>Writes the page of a run that belongs to an examination.</summary>
    /// <param name="result">The run lying, finished or stopped.</param>
    /// <param name="examination">The examination, or null.</param>
    public static string Write(SimulationResult result, ExaminationResult? examination) =>
        Write(result, examination, null);

    /// <summary>Writes the page of a run of a body that had procedures.</summary>
    /// <param name="result">The run lying, finished or stopped.</param>
    /// <param name="examination">The examination, or null.</param>
    /// <param name="harms">Harms and trials of the body's procedures, or null.</param>
    public static string Write(SimulationResult result, ExaminationResult? examination, HarmAccount? harms)
    {
        ArgumentNullException.ThrowIfNull(result);
        Section[] treated = harms is null ? []
            : [new("harms", "Harms and trials of such procedures", (page, _) => HarmAccountSection.Write(page, harms))];
        Section[] examined = examination is null ? []
            : [new("examination", "The examination", (page, _) => ExaminationSection.Write(page, examination))];
        Section[] sections = [.. treated, .. examined, .. Sections.Where(s => Shown(s, result))];
        string title = $"{result.Model.Name}, {Postures.Words(result.Settings)}: Azygos report";
        return PageFrame.Document(title, ["report.css"], feed: null, page =>
        {
            Headline.Write(page, result);
            PageFrame.Contents(page, sections.Select(section => (section.Id, section.Heading)));
            foreach (Section section in sections)
                PageFrame.Section(page, section.Id, section.Heading, _ =>
                {
                    if (!result.Ending.Finished && LastState.Contains(section.Id))
                        page.Sentences("p", "**The last state before the run stopped. It is not a result.**",
                            "warning");
                    section.Body(page, result);
                });
            page.Element("footer", $"Azygos {Origin.Version}. Research software: it simulates, it does not "
                + $"diagnose, and it gives no medical advice.");
        });
    }

    private static bool Shown(Section section, SimulationResult result) => section.Id switch
    {
        "pullback" => result.PullBacks.Count > 0,
        "timeline" => result.Timeline is { Sites.Count: > 0 },
        "changes" => result.Marks.Count > 0,
        "iron" => result.Ending.Finished && IronSection.IsAsked(result),
        "oxygen" => result.Ending.Finished && result.Oxygen is not null,
        _ when result.Ending.Finished => true,
        "veins" => result.Vessels.Count > 0,
        "waves" => result.Sites.Count > 0,
        _ => !OnlyFinished.Contains(section.Id),
    };
}

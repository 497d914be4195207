using System.Reflection;
using Azygos.Body.Anatomy;
using Azygos.Body.Results;
using Azygos.Reports.Markup;

namespace Azygos.Reports.Sections;

/// <summary>All that is needed to run it again: version, model, hash, settings, replaced numbers, sources.</summary>
internal static class Origin
{
    /// <summary>Version of Azygos as built.</summary>
    public static string Version { get; } = typeof(Origin).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Writes the section.</summary>
    public static void Write(HtmlWriter page, SimulationResult result)
    {
        using (page.In("dl", ("class", "origin")))
        {
            Row(page, "Azygos", Version);
            Row(page, "Model", result.Model.Id);
            Row(page, "Model hash (SHA-256)", result.Model.Hash);
            Row(page, "Case", result.Settings.Case.Length > 0 ? result.Settings.Case : "none");
            Row(page, "Level of detail", result.Settings.Detail == AnatomicalDetail.Full ? "full" : "core");
            Row(page, "Tilt", $"{Numerals.AsGiven(result.Settings.TiltDegrees)}°");
            Row(page, "Largest step", $"{Numerals.AsGiven(result.Settings.TimeStep)} s");
            if (result.Model.HasWaves)
                Row(page, "Largest cell of a vessel", $"{Numerals.AsGiven(result.Settings.LargestCell)} cm");
            Row(page, "Sample interval", $"{Numerals.AsGiven(result.Settings.SampleInterval)} s");
            Row(page, "Periodic tolerance", Numerals.AsGiven(result.Settings.PeriodicTolerance));
            Row(page, "Beats allowed", Numerals.Count(result.Settings.MaximumBeats));
            Row(page, "Sites recorded", result.Settings.RecordedSites.Count == 0 ? "all"
                : string.Join(", ", result.Settings.RecordedSites));
        }
        if (result.Settings.Overrides.Count > 0)
            page.Table("Numbers replaced for this run", ["Path", "#Value"], result.Settings.Overrides,
                (replaced, column) =>
            {
                if (column == 0) page.Element("code", replaced.Key);
                else page.Text(Numerals.AsGiven(replaced.Value));
            }, "narrow");
        else page.Element("p", "No number of the model was replaced.", ("class", "note"));
        if (result.Model.Sources.Count == 0) return;
        using (page.In("details", ("class", "more")))
        {
            page.Element("summary", $"All {result.Model.Sources.Count} sources of the model");
            page.Table("Sources", ["Key", "Citation", "What was read"],
                result.Model.Sources.Values.OrderBy(s => s.Key, StringComparer.Ordinal), (source, column) =>
            {
                switch (column)
                {
                    case 0: page.Element("code", source.Key); break;
                    case 1: page.Text(source.Citation + " ").Identifier(source.Doi); break;
                    default: page.Text(source.Seen); break;
                }
            });
        }
    }

    private static void Row(HtmlWriter page, string name, string value)
    {
        using (page.In("div")) page.Element("dt", name).Element("dd", value);
    }
}

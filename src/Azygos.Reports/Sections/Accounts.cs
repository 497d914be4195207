using Azygos.Body.Results;
using Azygos.Reports.Markup;

namespace Azygos.Reports.Sections;

/// <summary>Whether the computation itself can be trusted: volume kept, periodic to what norm, its size.</summary>
internal static class Accounts
{
    /// <summary>Writes the section.</summary>
    public static void Write(HtmlWriter page, SimulationResult result)
    {
        using (page.In("dl", ("class", "facts")))
        {
            Fact(page, "Volume kept", Numerals.Scientific(result.ConservationError),
                "largest drift of blood + cerebrospinal fluid − sources over a beat, as a share of the total volume");
            Fact(page, "Change between the last two breaths", Numerals.Scientific(result.PeriodicResidual),
                $"largest change of pressure, flow or area at any site, as a share of its own pulse; the run ends "
                    + $"below {Numerals.Scientific(result.Settings.PeriodicTolerance)}"
                + (result.WorstSite.Length > 0 ? $". Worst: {result.WorstSite}" : ""));
            Fact(page, "Simulated", $"{Numerals.Plain(result.SimulatedSeconds)} s",
                $"{Numerals.Count(result.Beats)} beats after a steady start, in {Numerals.Count(result.Steps)} steps "
                + $"of at most {Numerals.AsGiven(1000 * result.Settings.TimeStep)} ms");
            Fact(page, "Unknowns", Numerals.Count(result.Unknowns),
                result.Model.HasWaves
                    ? "pressures, flows, volumes and valve states of the lumped parts, solved together at every step; "
                        + "the cells of vessels with waves step by themselves"
                    : "pressures, flows, volumes and valve states solved at every step");
            Fact(page, "Blood volume", $"{Numerals.Fixed(result.BloodVolume, 0)} mL",
                "set by the model; every millilitre stays in the loop");
            Fact(page, "Mean filling pressure", $"{Numerals.Fixed(result.MeanFillingPressure, 1)} mmHg",
                "the pressure everywhere if the heart stood still: follows from volume and compliances alone, whatever "
                + "the resistances");
        }
    }

    private static void Fact(HtmlWriter page, string name, string value, string meaning)
    {
        if (!value.StartsWith(Numerals.None, StringComparison.Ordinal))        // a run that stopped lacks some of them
            using (page.In("div")) page.Element("dt", name).Element("dd", value, ("class", "figure"))
                .Element("dd", meaning, ("class", "note"));
    }
}

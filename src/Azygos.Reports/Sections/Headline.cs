using Azygos.Body.Results;
using Azygos.Reports.Markup;
using Azygos.Reports.Waves;

namespace Azygos.Reports.Sections;

/// <summary>The top of the page: what was run, how it ended, and the numbers a reader looks for first.</summary>
internal static class Headline
{
    /// <summary>Writes the header.</summary>
    public static void Write(HtmlWriter page, SimulationResult result)
    {
        using (page.In("header", ("class", "top")))
        {
            page.Element("p", "Azygos simulation report", ("class", "kicker"));
            page.Element("h1", result.Model.Name);
            using (page.In("p", ("class", "status")))
            {
                page.Element("span", result.Ending.Finished ? "✓ Finished" : "■ Stopped",
                    ("class", result.Ending.Finished ? "pill good" : "pill bad"));
                page.Element("span", Postures.Words(result.Settings), ("class", "pill"));
                if (result.Settings.Case.Length > 0)
                    page.Element("span", "case: " + result.Settings.Case, ("class", "pill"));
                int replaced = result.Settings.Overrides.Count;
                if (replaced > 0)
                    page.Element("span", $"{replaced} {(replaced == 1 ? "number" : "numbers")} replaced",
                        ("class", "pill"));
            }
            Ending(page, result);
            page.Element("p", Story(result), ("class", "lead"));
            page.Sentences("p", "**Research software.** It simulates; it does not diagnose, and it gives no medical "
                + "advice. All results are computed, not observed.", "notice");
            if (result.Ending.Finished) Numbers(page, result);
        }
        page.Line();
    }

    private static void Ending(HtmlWriter page, SimulationResult result)
    {
        if (result.Ending.Finished)
        {
            page.Element("p", result.Ending.Reason, ("class", "ending"));
            return;
        }
        using (page.In("div", ("class", "stopped"), ("role", "alert")))
        {
            page.Element("p", "The run stopped. It has no result.", ("class", "stopped-title"));
            page.Element("p", result.Ending.Reason);
            using (page.In("dl"))
            {
                page.Element("dt", "At simulated time").Element("dd", $"{Numerals.AsGiven(result.Ending.Time)} s");
                page.Element("dt", "Place");
                page.Element("dd", result.Ending.Place.Length > 0 ? result.Ending.Place : "not tied to one place");
            }
        }
    }

    private static string Story(SimulationResult result)
    {
        Rhythm rhythm = Rhythm.Of(result);
        string beats = rhythm.Beats is { } count ? $", {count} beats" : "";
        string what = "A computer model of the whole circulation, with the veins that drain the brain and the "
            + $"spinal cord, {Postures.Words(result.Settings)}, breathing quietly.";
        if (!result.Ending.Finished || result.Period <= 0) return what;
        return what + " The heart, the lungs and the fluid around the brain were computed together, beat after beat, "
            + "until every breath repeated the last. "
            + $"Numbers are means over the last breath ({Numerals.Plain(result.Period)} s{beats}).";
    }

    private static void Numbers(HtmlWriter page, SimulationResult result)
    {
        IReadOnlyList<KeyNumber> numbers = KeyNumbers.Of(result);
        if (numbers.Count == 0) return;
        CollateralBands bands = CollateralBands.Of(result);
        using (page.In("ul", ("class", "numbers"), ("aria-label", "Key numbers")))
            foreach (KeyNumber number in numbers)
            {
                using (page.In("li"))
                {
                    page.Element("span", number.Name, ("class", "name"));
                    using (page.In("span", ("class", "figure")))
                        page.Element("b", Numerals.Fixed(number.Value, Decimals(number))).Text(" ")
                            .Element("span", number.Unit);
                    page.Element("span", Note(result, number), ("class", "note"));
                    if (bands.Any)
                        page.Element("span", number.Uncertainty is { } row
                            ? $"assumed collaterals: {Moves.Range(row)}" : "assumed collaterals: not computed",
                            ("class", "note moves"));
                }
            }
        Moves.Explain(page, result, bands);
    }

    // Digits that the measured ranges of these quantities are given with.
    private static int Decimals(KeyNumber number) => number.Id == "mean_arterial_pressure" ? 0 : number.Unit switch
    {
        "mmHg" => 1,
        "L/min" => 2,
        _ => 0,
    };

    // Where it is taken, and its swing over the breath where it is the pressure of one site.
    private static string Note(SimulationResult result, KeyNumber number)
    {
        if (number.Quantity.Split(':') is not ["pressure", string id]) return number.Where;
        Summary p = result.Site(id).Pressure;
        int decimals = Decimals(number);
        string swing = $"{Numerals.Fixed(p.Minimum, decimals)} to {Numerals.Fixed(p.Maximum, decimals)} "
            + "over the breath";
        return number.Where.Length > 0 ? $"{number.Where}, {swing}" : swing;
    }
}

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
        Outflow outflow = Outflow.Of(result);
        List<(string Name, string Value, string Unit, string Note)> cards = [];
        if (outflow.Exits.Count > 0)
        {
            cards.Add(("Brain outflow by the jugular veins", Numerals.Fixed(outflow.Jugular, 0), "mL/min",
                Numerals.Percent(outflow.Jugular / outflow.Total) + " of what leaves the skull"));
            cards.Add(("Brain outflow by all other routes", Numerals.Fixed(outflow.Other, 0), "mL/min",
                "vertebral, epidural and emissary veins"));
        }
        Pressure("icp", "Intracranial pressure", 1, "");
        Pressure("right_atrium", "Right atrial pressure", 1, "");
        if (double.IsFinite(result.CardiacOutput) && result.CardiacOutput > 0)
            cards.Add(("Cardiac output", Numerals.Fixed(result.CardiacOutput, 2), "L/min", ""));
        Pressure("aorta", "Mean arterial pressure", 0, " in the aorta");
        if (cards.Count == 0) return;
        using (page.In("ul", ("class", "numbers"), ("aria-label", "Key numbers")))
            foreach ((string name, string value, string unit, string note) in cards)
            {
                using (page.In("li"))
                {
                    page.Element("span", name, ("class", "name"));
                    using (page.In("span", ("class", "figure")))
                        page.Element("b", value).Text(" ").Element("span", unit);
                    page.Element("span", note, ("class", "note"));
                }
            }

        void Pressure(string id, string name, int decimals, string where)
        {
            if (result.Sites.FirstOrDefault(s => s.Site.Id == id)?.Pressure is not { } p) return;
            cards.Add((name, Numerals.Fixed(p.Mean, decimals), "mmHg",
                $"{Numerals.Fixed(p.Minimum, decimals)} to {Numerals.Fixed(p.Maximum, decimals)}{where}"));
        }
    }
}

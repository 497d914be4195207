using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Reports.Markup;
using Azygos.Reports.PullBacks;
using Azygos.Reports.Scales;

namespace Azygos.Reports.Sections;

/// <summary>The pressures that a catheter would read on its way back from the sagittal sinus to the right
/// atrium.</summary>
internal static class PullBackSection
{
    /// <summary>Quantity whose measured upper bound is drawn for reference.</summary>
    private const string SinusToBulb = "difference:pressure:sss-pressure:jugular_bulb_right";

    /// <summary>Writes the section.</summary>
    public static void Write(HtmlWriter page, SimulationResult result)
    {
        CollateralBands bands = CollateralBands.Of(result);
        page.Sentences("p", """
            Pressure on the way of a catheter that is drawn back from the superior sagittal sinus through one jugular
            vein to the right atrium. **This simulates an examination; it is not a diagnosis.** The catheter itself is
            not in the model: it takes no room and meets no wall.
            """);
        if (result.Settings.TiltDegrees != 0)
            page.Sentences("p", """
                **The body is tilted:** most of these steps are the weight of the blood, about 0.8 mmHg for every
                centimetre of height. Pressures are those at the place itself, not at the height of a transducer beside
                the heart.
                """);
        ValidationRow? reference = result.Model.Validation.FirstOrDefault(row => row.Quantity == SinusToBulb
            && Postures.Matches(result.Settings, row.Posture));
        Axis pressures = PullBackFigure.Pressures(result.PullBacks, bands, reference?.High);
        using (page.In("div", ("class", "pair pulls")))
            foreach (PullBackResult way in result.PullBacks)
                using (page.In("div", ("class", "side")))
                {
                    page.Element("h3", $"Through the {way.Side} jugular vein");
                    using (page.In("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"),
                        ("aria-label", $"Figure of the pull-back, {way.Side}")))
                        new PullBackFigure(way, bands, pressures, reference?.High).Write(page);
                    page.Element("p", Reading(way));
                    Steps(page, way, bands);
                }
        Signs(page, bands, reference is not null);
        if (reference is not null)
            using (page.In("p", ("class", "note")))
                page.Text($"Reference line: {Numerals.AsGiven(reference.High)} mmHg from sagittal sinus to jugular "
                        + "bulb, ")
                    .Cite(result.Model, reference.Provenance)
                    .Text(reference.Provenance.Note.Length > 0 ? $" ({reference.Provenance.Note})" : "")
                    .Text(". A gradient below it is usual; above it is no diagnosis.");
        if (bands.Any)
            page.Element("p", "The bands are quantiles of the mean-flow state, laid around this run’s mean: the mean "
                + "plus what the quantile lies from the mean-flow state of the model as it stands.", ("class", "note"));
        Moves.Explain(page, result, bands);
    }

    private static string Reading(PullBackResult way)
    {
        PullBackStation first = way.Stations[0], last = way.Stations[^1];
        (PullBackStation From, PullBackStation To) widest = way.Stations.Zip(way.Stations.Skip(1))
            .MaxBy(pair => pair.First.Pressure.Mean - pair.Second.Pressure.Mean);
        string parts = PullBackFigure.Bulb(way) is { } bulb
            ? $"{Gradient(first, bulb)} mmHg from {Lower(first)} to the bulb, {Gradient(bulb, last)} from there to the "
                + "right atrium. "
            : $"{Gradient(first, last)} mmHg from {Lower(first)} to the right atrium. ";
        return parts + $"Largest step down: {Gradient(widest.From, widest.To)} mmHg, "
            + $"{Lower(widest.From)} to {Lower(widest.To)}.";
    }

    private static string Lower(PullBackStation station) => StationNames.Long(station) is var name && name.Length > 1
        && char.IsLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    private static string Gradient(PullBackStation from, PullBackStation to) =>
        Numerals.Fixed(from.Pressure.Mean - to.Pressure.Mean, 1);

    private static void Steps(HtmlWriter page, PullBackResult way, CollateralBands bands)
    {
        string[] columns = ["Station", "#cm", "#Mean, mmHg", "#In a breath", "#Step",
            .. bands.Any ? ["#Assumed collaterals"] : Array.Empty<string>()];
        string caption = $"Stations, {way.Side}: distance from the right atrium, pressure, step from the station above";
        page.Table(caption, columns, way.Stations.Select((station, i) => (station, i)), (row, column) =>
        {
            (PullBackStation station, int i) = row;
            switch (column)
            {
                case 0: page.Text(StationNames.Long(station)); break;
                case 1: page.Text(Numerals.Fixed(station.Distance, 1)); break;
                case 2: page.Element("b", Numerals.Fixed(station.Pressure.Mean, 1)); break;
                case 3:
                    page.Text($"{Numerals.Fixed(station.Pressure.Minimum, 1)} to "
                        + Numerals.Fixed(station.Pressure.Maximum, 1));
                    break;
                case 4:
                    page.Text(i == 0 ? Numerals.None : Numerals.Fixed(
                        station.Pressure.Mean - way.Stations[i - 1].Pressure.Mean, 2));
                    break;
                default:
                    page.Text(bands.For(way.BandOf(station)) is { } band ? Moves.Range(band)
                        : Numerals.None);
                    break;
            }
        }, "steps", cards: false);
    }

    private static void Signs(HtmlWriter page, CollateralBands bands, bool hasReference)
    {
        using (page.In("ul", ("class", "signs in-line")))
        {
            Sign("mean", "M1 6H25", "mean over the last breath");
            Sign("swing", "M13 1V11", "smallest to largest over the breath");
            if (bands.Any)
            {
                Sign("band68", "M1 1H25V11H1Z", "assumed collaterals, middle 68 % of the samples");
                Sign("band95", "M1 1H25V11H1Z", "middle 95 %");
            }
            if (hasReference) Sign("reference", "M1 6H25", "reference, see below");
        }

        void Sign(string kind, string path, string words)
        {
            using (page.In("li"))
            {
                using (page.In("svg", ("viewBox", "0 0 26 12"), ("class", "sign pull-sign"), ("aria-hidden", "true")))
                    page.Empty("path", ("class", kind), ("d", path));
                page.Text(words);
            }
        }
    }
}

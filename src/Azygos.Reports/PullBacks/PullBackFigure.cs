using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Reports.Drawing;
using Azygos.Reports.Figures;
using Azygos.Reports.Markup;
using Azygos.Reports.Scales;

namespace Azygos.Reports.PullBacks;

/// <summary>A pull-back as an interventionist reads it: pressure over distance, sagittal sinus at the left, right
/// atrium at the right; the band of assumed collaterals behind.</summary>
internal sealed class PullBackFigure(PullBackResult way, CollateralBands bands, Axis pressures, double? aboveBulb)
{
    private const double Width = 560, Left = 76, Right = 16, Top = 24, Plot = 220, Names = 128;

    /// <summary>Distance of neighbouring names, which are turned.</summary>
    private const double NamePitch = 14;

    private readonly double _length = way.Stations.Max(s => s.Distance);

    /// <summary>The band at a station: the run's mean, moved as the quantiles move from the mean-flow state.</summary>
    public static double Moved(PullBackStation station, UncertaintyRow row, double quantile) =>
        station.Pressure.Mean + quantile - row.Nominal;

    /// <summary>The station at the jugular bulb, null where the way has none.</summary>
    public static PullBackStation? Bulb(PullBackResult way) =>
        way.Stations.FirstOrDefault(s => s.Node.StartsWith("jugular_bulb", StringComparison.Ordinal));

    /// <summary>An axis that shows all of both ways, so that they can be compared.</summary>
    public static Axis Pressures(IReadOnlyList<PullBackResult> ways, CollateralBands bands, double? aboveBulb)
    {
        List<double> shown = [];
        foreach (PullBackResult way in ways)
        {
            if (aboveBulb is { } above && Bulb(way) is { } bulb) shown.Add(bulb.Pressure.Mean + above);
            foreach (PullBackStation station in way.Stations)
            {
                shown.AddRange([station.Pressure.Minimum, station.Pressure.Maximum]);
                if (bands.For(way.BandOf(station)) is { } row)
                    shown.AddRange([Moved(station, row, row.Low95), Moved(station, row, row.High95)]);
            }
        }
        return Axis.Covering(shown.Min(), shown.Max(), leastSpan: 2, ticks: 6);
    }

    private double X(double distance) => Left + (Width - Left - Right) * (1 - distance / _length);

    private double Y(double pressure) => Top + Plot * (1 - pressures.Share(pressure));

    /// <summary>Writes the figure.</summary>
    public void Write(HtmlWriter page)
    {
        string id = $"pull-{way.Side}";
        string size = $"0 0 {Numerals.Coordinate(Width)} {Numerals.Coordinate(Top + Plot + Names)}";
        using (page.In("svg", ("viewBox", size), ("role", "img"), ("aria-labelledby", $"{id}-t {id}-d"),
            ("class", "pull")))
        {
            page.Element("title", $"Pull-back through the {way.Side} jugular vein: mean pressure over distance",
                ("id", $"{id}-t"));
            page.Element("desc", string.Join("; ", way.Stations.Select(s => $"{s.Name}, "
                + $"{Numerals.Fixed(s.Distance, 1)} cm from the right atrium: "
                + $"{Numerals.Fixed(s.Pressure.Mean, 1)} mmHg")) + ".", ("id", $"{id}-d"));
            Grid(page);
            Band(page, "band95", row => row.Low95, row => row.High95);
            Band(page, "band68", row => row.Low68, row => row.High68);
            Reference(page);
            Curve(page);
            NamesBelow(page);
        }
        page.Line();
    }

    private void Grid(HtmlWriter page)
    {
        foreach (double tick in pressures.Ticks())
        {
            string kind = Math.Abs(tick) < pressures.Step / 1e6 ? "grid zero" : "grid";
            page.Stroke(kind, Left, Y(tick), Width - Right, Y(tick));
            page.Label("tick", Left - 6, Y(tick) + 3.5, Numerals.Fixed(tick, pressures.Decimals), "end");
        }
        page.Stroke("axis", Left, Top + Plot, Width - Right, Top + Plot);
        page.Element("text", "mmHg", ("class", "unit"), ("x", Left - 6), ("y", Top - 12), ("text-anchor", "end"));
    }

    private void Band(HtmlWriter page, string kind, Func<UncertaintyRow, double> low, Func<UncertaintyRow, double> high)
    {
        (PullBackStation Station, UncertaintyRow Row)[] rows = [.. way.Stations
            .Select(s => (s, bands.For(way.BandOf(s)))).Where(p => p.Item2 is not null).Select(p => (p.s, p.Item2!))];
        if (rows.Length < 2) return;
        page.Outline(kind, rows.Select(p => (X(p.Station.Distance), Y(Moved(p.Station, p.Row, high(p.Row)))))
            .Concat(rows.Reverse().Select(p => (X(p.Station.Distance), Y(Moved(p.Station, p.Row, low(p.Row)))))),
            closed: true);
    }

    private void Reference(HtmlWriter page)
    {
        if (aboveBulb is not { } above || Bulb(way) is not { } bulb) return;
        double y = Y(bulb.Pressure.Mean + above);
        page.Stroke("reference", X(_length), y, X(bulb.Distance), y);
        page.Label("reference-name", X(_length) + 4, y - 4, $"bulb + {Numerals.AsGiven(above)} mmHg, reference only");
    }

    private void Curve(HtmlWriter page)
    {
        foreach (PullBackStation station in way.Stations)
        {
            double x = X(station.Distance);
            page.Stroke("swing", x, Y(station.Pressure.Minimum), x, Y(station.Pressure.Maximum));
        }
        page.Outline("mean", way.Stations.Select(s => (X(s.Distance), Y(s.Pressure.Mean))));
        foreach (PullBackStation station in way.Stations)
        {
            using (page.In("g"))
            {
                page.Element("title", $"{station.Name}: {Numerals.Fixed(station.Pressure.Mean, 1)} mmHg "
                    + $"({Numerals.Fixed(station.Pressure.Minimum, 1)} to "
                    + $"{Numerals.Fixed(station.Pressure.Maximum, 1)} over a breath)");
                page.Dot("station", X(station.Distance), Y(station.Pressure.Mean), 3);
            }
        }
    }

    // Names with their distance, turned; moved apart, each joined to its place on the axis.
    private void NamesBelow(HtmlWriter page)
    {
        double[] places = Spacing.Spread([.. way.Stations.Select(s => X(s.Distance))], NamePitch, Left, Width - Right);
        double axis = Top + Plot;
        for (int i = 0; i < places.Length; i++)
        {
            PullBackStation station = way.Stations[i];
            double x = X(station.Distance);
            page.Outline("leader", [(x, axis), (x, axis + 3), (places[i], axis + 11)]);
            using (page.In("text", ("class", "name"), ("text-anchor", "end"), ("transform",
                $"translate({Numerals.Coordinate(places[i] + 3)} {Numerals.Coordinate(axis + 19)}) rotate(-52)")))
                page.Text(StationNames.Short(station) + " ")
                    .Element("tspan", Numerals.Fixed(station.Distance, 0) + " cm", ("class", "distance"));
        }
    }
}

using Azygos.Circulation.Verification;
using Azygos.Testing;

namespace Azygos.Files.Tests.Benchmarks;

/// <summary>The figures of the validation pages of vessels: computed curves on those of the reference.</summary>
internal static class FamilyFigures
{
    private sealed record Shown(string Case, string Run, string Probe, string Title, string Across, string Up, double Scale);

    private const string Place = "x [m]", Time = "t [s]";

    // Only references that are the project's own are drawn: series of other groups are compared where they lie.
    private static readonly Dictionary<string, Shown[]> Panels = new()
    {
        ["riemann"] =
        [
            new("riemann/artery-dambreak", "main", "area", "Artery, dam break", Place, "A [cm²]", 1e4),
            new("riemann/vein-jump-K-A0", "main", "area", "Vein, jump of K and A₀", Place, "A [cm²]", 1e4),
            new("riemann/vein-inflated-to-collapsed", "main", "velocity", "Vein, inflated to collapsed", Place, "u [m/s]", 1),
            new("riemann/vein-strong-collapse", "main", "area", "Vein, strong collapse", Place, "A [cm²]", 1e4),
        ],
        ["linear-waves"] =
        [
            new("linear-waves/bifurcation-aorta-iliac", "main", "p-parent", "Aorta before its fork", Time, "p [Pa]", 1),
            new("linear-waves/bifurcation-aorta-iliac", "main", "p-child1", "Iliac artery behind it", Time, "p [Pa]", 1),
            new("linear-waves/discontinuity-stiffening", "main", "p-parent", "Before a stiffening", Time, "p [Pa]", 1),
            new("linear-waves/periodic-tube-rcr", "main", "p-mid", "Tube into a windkessel", Time, "p [kPa]", 1e-3),
        ],
        ["pulse"] =
        [
            new("boileau2015/1-single-pulse", "inviscid", "p-8", "Weak pulse at 8 m, no friction", Time, "p [Pa]", 1),
            new("boileau2015/1-single-pulse", "viscous", "p-8", "Weak pulse at 8 m, viscous", Time, "p [Pa]", 1),
            new("linear-waves/pulse-strong-nonlinear", "inviscid", "p-0", "Steepening pulse, start", Time, "p [kPa]", 1e-3),
            new("linear-waves/pulse-strong-nonlinear", "inviscid", "p-1_5", "Steepening pulse at 1.5 m", Time, "p [kPa]", 1e-3),
        ],
        ["steady"] =
        [
            new("steady/tapered-artery", "main", "pressure", "Tapered artery", Place, "p [kPa]", 1e-3),
            new("steady/tapered-artery-gravity", "main", "pressure", "Tapered artery, upright", Place, "p [kPa]", 1e-3),
            new("steady/jugular-upright-subcritical", "main", "area", "Upright jugular, subcritical", Place, "A [cm²]", 1e4),
            new("steady/jugular-supercritical-jump", "main", "area", "Upright jugular, elastic jump", Place, "A [cm²]", 1e4),
        ],
        ["network"] =
        [
            new("boileau2015/5-invitro-37", "main", "p-v3", "37 arteries, vessel 3", Time, "p [kPa]", 1e-3),
            new("boileau2015/5-invitro-37", "main", "q-v3", "37 arteries, vessel 3", Time, "Q [mL/s]", 1e6),
            new("boileau2015/6-adan56", "main", "p-femoral-R-II", "ADAN56, right femoral", Time, "p [kPa]", 1e-3),
            new("boileau2015/6-adan56", "main", "q-common-carotid-R", "ADAN56, right carotid", Time, "Q [mL/s]", 1e6),
        ],
        ["womersley"] =
        [
            new("womersley/rigid-tube-a", "main", "velocity-0", "Profile at 0°", "r [m]", "u [m/s]", 1),
            new("womersley/factors", "main", "resistance-ratio", "Resistance over Poiseuille's", "Womersley number", "1", 1),
        ],
    };

    /// <summary>The figure of a family.</summary>
    public static string Of(string family, IReadOnlyList<VerificationCase> cases) =>
        Panels.TryGetValue(family, out Shown[]? shown)
            ? Chart.Svg([.. Drawn(shown, cases)])
            : family == "starling" ? Waterfall(cases) : Margins(cases);

    private static IEnumerable<Panel> Drawn(Shown[] shown, IReadOnlyList<VerificationCase> cases)
    {
        Dictionary<(string, string), PerformedRun> runs = [];
        foreach (Shown one in shown)
        {
            VerificationCase @case = cases.Single(each => each.Name == one.Case).ForRun(one.Run);
            CaseRun run = @case.Run(one.Run);
            if (!runs.TryGetValue((one.Case, one.Run), out PerformedRun? done))
                runs[(one.Case, one.Run)] = done = @case.Network.Vessels.Count > 0
                    ? VesselCaseRun.Perform(@case, run, TestContext.Current.CancellationToken)
                    : LumpedCaseRun.Perform(@case.Network, run, @case.Probes, TestContext.Current.CancellationToken);
            Series ours = done.Records(one.Probe)![^1];
            Series exact = @case.References.OfType<SeriesReference>()
                .First(reference => reference.Run == one.Run && reference.Values.ContainsKey(one.Probe)).For(one.Probe);
            (double first, double last) = Eventful(ours);
            (double X, double Y)[] given = Between(exact, first, last), computed = Between(ours, first, last);
            yield return new Panel(one.Title, one.Across, one.Up,
            [
                new Curve("computed", [.. computed.Select(p => p.X)], [.. computed.Select(p => p.Y * one.Scale)], true,
                    Chart.Computed),
                new Curve("reference", [.. given.Select(p => p.X)], [.. given.Select(p => p.Y * one.Scale)], false,
                    Chart.Given),
            ]);
        }
    }

    // Where something happens: before and after a short pulse there is nothing to see.
    private static (double First, double Last) Eventful(Series series)
    {
        double[] t = series.Abscissa, y = series.Values;
        double small = 0.003 * (y.Max() - y.Min());
        int from = Array.FindIndex(y, v => Math.Abs(v - y[0]) > small);
        int to = Array.FindLastIndex(y, v => Math.Abs(v - y[^1]) > small);
        double margin = 0.3 * (t[to] - t[from]);
        return (Math.Max(t[0], t[from] - margin), Math.Min(t[^1], t[to] + margin));
    }

    private static (double X, double Y)[] Between(Series series, double first, double last) =>
        [.. series.Abscissa.Zip(series.Values).Where(p => p.First >= first && p.First <= last)];

    // Flow against outlet pressure: the waterfall.
    private static string Waterfall(IReadOnlyList<VerificationCase> cases)
    {
        VerificationCase @case = cases.Single(each => each.Name == "steady/starling-resistor");
        Bar[] flows = [.. @case.Bars
            .Where(bar => bar.Metric == Metric.ValueRelative && bar.Probe == "flow").OrderBy(Outlet)];
        double[] outlet = [.. flows.Select(Outlet)];
        double[] exact = [.. flows.Select(bar => bar.ExpectedValue!.Value * 1e6)];
        double[] computed = [.. flows.Select(bar =>
        {
            string id = bar.Runs[0];
            VerificationCase seen = @case.ForRun(id);
            return VesselCaseRun.Perform(seen, seen.Run(id), TestContext.Current.CancellationToken)
                .Records("flow")![^1].Values[^1] * 1e6;
        })];
        return Chart.Svg([new Panel("Collapsible tube between two chambers", "pressure at the outlet [Pa]", "Q [mL/s]",
        [
            new Curve("computed", outlet, computed, true, Chart.Computed),
            new Curve("exact", outlet, exact, false, Chart.Given),
        ])]);
    }

    private static double Outlet(Bar bar) => double.Parse(
        bar.Runs[0].Split('-')[^1], System.Globalization.CultureInfo.InvariantCulture);

    // How far below its bar each error lies.
    private static string Margins(IReadOnlyList<VerificationCase> cases)
    {
        BarResult[] bars = [.. cases
            .SelectMany(@case => CaseRunner.Run(@case, TestContext.Current.CancellationToken).Bars)
            .Where(bar => bar.Bar.AtMost && bar.Measured is > 0 && bar.Bar.Limit > 0)];
        double[] number = [.. Enumerable.Range(1, bars.Length).Select(i => (double)i)];
        return Chart.Svg([new Panel("Errors, and what the bars allow", "bar, in the order of the table", "log₁₀",
        [
            new Curve("measured", number, [.. bars.Select(bar => Math.Log10(bar.Measured!.Value))], false, Chart.Computed),
            new Curve("allowed", number, [.. bars.Select(bar => Math.Log10(bar.Bar.Limit))], false, Chart.Given),
        ])]);
    }
}

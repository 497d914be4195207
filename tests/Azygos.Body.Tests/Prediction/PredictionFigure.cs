using Azygos.Body.Calibration;
using Azygos.Body.Model;
using Azygos.Body.Prediction;
using Azygos.Testing;

namespace Azygos.Body.Tests.Prediction;

/// <summary>The figure of the validation page: what was predicted beside what was measured.</summary>
internal static class PredictionFigure
{
    private const string Darker = "#7a3e9d", Lighter = "#2f8f5b";
    private const string Jugulars = "sum:flow:ijv_right_j2+flow:ijv_left_j2";
    private const string Vertebrals = "sum:flow:vertebral_vein_right+flow:vertebral_vein_left";

    private static readonly double[] Tilts = [.. Enumerable.Range(-2, 15).Select(i => 7.5 * i)];
    private static readonly double[] Closed = [0, 10, 20, 30, 40, 50, 60, 70, 80, 85, 90, 95, 98];
    private static readonly double[] Gravities = [.. Enumerable.Range(0, 11).Select(i => 0.1 * i)];

    public static string Of(Predictor predictor, BodyModel model, CancellationToken cancellation)
    {
        return Chart.Svg(
        [
            new("Neck veins against tilt (rings: measured)", "tilt [°]", "mL/min",
            [
                OverTilt("jugular", Jugulars, "mL/min", Chart.Computed),
                OverTilt("vertebral", Vertebrals, "mL/min", Darker),
                OverTilt("plexus", "flow:epidural_plexus_cervical", "mL/min", Lighter),
                Measured("tilt_minus_15_jugular", "tilt_0_jugular", "sitting_jugular_flow"),
                Measured("tilt_minus_15_vertebral", "tilt_0_vertebral", "sitting_vertebral"),
            ]),
            new("Confluence of sinuses, cranial fluid", "tilt [°]", "mmHg",
            [
                OverTilt("confluence", "pressure:torcular", "mmHg", Chart.Computed),
                OverTilt("fluid", "pressure:icp", "mmHg", Darker),
                new("measured", [25, 90], [0, -9.3], false, Chart.Given),
            ]),
            new("Jugular area J2, right, upright", "gravity [g]", "mm²",
            [
                new("computed", Gravities, [.. Gravities.Select(g => Value(
                    FormattableString.Invariant($"posture.gravity_m_s2 x {g}"), 90, "area:ijv_right_j2", "mm²"))],
                    true, Chart.Computed),
                new("measured", [0.25, 0.5, 0.75, 1], [68, 34, 24, 12], false, Chart.Given),
            ]),
            new("Confluence, one right segment narrowed", "area lost over 1.5 cm [%]", "rise [mmHg]",
                [.. new[] { ("j3", Chart.Computed), ("j2", Darker), ("j1", Lighter) }.Select(segment => new Curve(
                    segment.Item1.ToUpperInvariant(), Closed,
                    [.. Closed.Select(lost => Rise($"ijv_right_{segment.Item1}", lost / 100))], true, segment.Item2))]),
        ]);

        Curve OverTilt(string name, string quantity, string unit, string colour) => new(
            name, Tilts, [.. Tilts.Select(tilt => Value("", tilt, quantity, unit))], true, colour);

        Curve Measured(params string[] rows)
        {
            PredictionRow[] known = [.. rows.Select(id => model.Predictions.Single(row => row.Id == id))];
            return new("", [.. known.Select(row => row.Tilt)], [.. known.Select(row => row.Value!.Value)], false,
                Chart.Given);
        }

        double Rise(string vessel, double lost)
        {
            // Poiseuille: the whole vessel takes the resistance of its narrowed part.
            double length = model.Vessels.Single(v => v.Id == vessel).Length, open = 1 - lost;
            double factor = Math.Sqrt(length / (length - 1.5 + 1.5 / (open * open)));
            return Value(FormattableString.Invariant($"vessels.{vessel}.rest_area_cm2 x {factor}"), 0,
                "pressure:torcular", "mmHg") - Value("", 0, "pressure:torcular", "mmHg");
        }

        double Value(string changes, double tilt, string quantity, string unit)
        {
            SteadyBody state = predictor.State(changes, tilt, cancellation);
            return state.Value(quantity, unit)
                ?? throw new InvalidOperationException($"no state at {tilt}° with '{changes}': {state.Failure}");
        }
    }
}

using System.Numerics;
using Azygos.Testing.ClosedForms;

namespace Azygos.Files.Tests.Benchmarks;

/// <summary>Reference tables of the own Womersley cases, from power series apart from the program.</summary>
internal static class WomersleyReferences
{
    public static IReadOnlyList<OwnReference> All =>
    [
        Functions(),
        .. Tube("brachial-tube", new Case(0.0023, 3.6, -850, 1055, 0.0038), 20),
        .. Tube("venule-tube", new Case(0.00006, 1.1, 4000, 1060, 0.0042), 12),
    ];

    private static OwnReference Functions() => new(
        "womersley/functions/exact.csv",
        ["m_real", "m_imag", "resistance_ratio", "inertance_ratio", "wave_speed_ratio", "attenuation_per_wavelength"],
        [0.001, 0.03, 0.4, 1.2, 2.6, 3.9, 4.1, 7.3, 11, 13.5, 24, 57, 100, 200],
        α =>
        {
            Complex m = new KelvinSeries(α).M, slowness = 1 / Complex.Sqrt(m);
            double square = m.Real * m.Real + m.Imaginary * m.Imaginary;
            return
            [
                m.Real, m.Imaginary, α * α / 8 * m.Imaginary / square, m.Real / square,
                1 / slowness.Real, -2 * Math.PI * slowness.Imaginary / slowness.Real,
            ];
        })
    { Abscissa = "alpha" };

    private sealed record Case(double Radius, double Frequency, double Gradient, double Density, double Viscosity);

    private static IEnumerable<OwnReference> Tube(string name, Case tube, int intervals)
    {
        double ω = 2 * Math.PI * tube.Frequency, R = tube.Radius;
        KelvinSeries series = new(R * Math.Sqrt(ω * tube.Density / tube.Viscosity));
        Complex inviscid = tube.Gradient / new Complex(0, ω * tube.Density);
        Complex flow = Math.PI * R * R * inviscid * series.M;
        Complex shear = -tube.Gradient * R / 2 * series.Layer;         // A G − iωρ q = −2πR τ
        double At(double r, double degrees)
            => (inviscid * series.Shape(r / R) * Complex.FromPolarCoordinates(1, degrees * Math.PI / 180)).Real;
        yield return new OwnReference(
            $"womersley/{name}/profiles.csv", ["u_0_m_s", "u_60_m_s", "u_120_m_s", "u_200_m_s"],
            [.. Enumerable.Range(0, intervals + 1).Select(i => R * i / intervals)],
            r => [At(r, 0), At(r, 60), At(r, 120), At(r, 200)])
        { Abscissa = "r_m" };
        yield return new OwnReference(
            $"womersley/{name}/totals.csv",
            ["flow_amplitude_m3_s", "flow_phase_rad", "wall_shear_amplitude_Pa", "wall_shear_phase_rad"], [0],
            _ => [flow.Magnitude, flow.Phase, shear.Magnitude, shear.Phase])
        { Abscissa = "row" };
    }
}

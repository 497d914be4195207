using System.Numerics;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation.Plausibility;

/// <summary>Cells per shortest wave that the inflow sends into the network.</summary>
/// <remarks>
/// The shortest is that of the highest frequency whose amplitude is a hundredth of the strongest one's; its length in a
/// vessel is c/f, with c at the start.
/// </remarks>
internal static class WaveResolution
{
    // Chosen: a second-order scheme is off by about (2π/n)²/24 of a wave's phase; 15 cells make that 0.7 %.
    private const double FewestCells = 15;

    // Chosen: harmonics below a hundredth of the strongest are not seen in a waveform.
    private const double Share = 0.01;

    // Chosen: frequencies up to 1024 over the sampled time; a naive transform of 2048 values takes some milliseconds.
    private const int Samples = 2048;

    private const double Rounding = 1e-9;   // chosen: what sums of 2048 values leave of a constant or a ramp

    public static IEnumerable<ModelWarning> Of(VesselNetwork network, IntendedRun run)
    {
        double highest = 0;
        string from = "";
        foreach (NetworkNode node in network.Nodes)
        {
            if (PrescribedWaveform.Of(node) is not { } waveform) continue;
            double f = HighestFrequency(waveform, run.Period ?? run.Duration);
            if (f > highest) (highest, from) = (f, node.Id);
        }

        if (highest == 0) yield break;
        (string Id, double Cells, double Length, double Cell)[] coarse =
        [
            .. network.Vessels.Select(vessel => (vessel.Id, Length: SlowestWave(vessel, network.Blood) / highest,
                Cell: vessel.Length / run.Mesh.CellsOf(vessel, network.Blood)))
                .Select(one => (one.Id, one.Length / one.Cell, one.Length, one.Cell))
                .Where(one => one.Item2 < FewestCells),
        ];
        if (coarse.Length == 0) yield break;
        (string worst, double cells, double length, double cell) = coarse.MinBy(one => one.Cells);
        string others = coarse.Length > 1
            ? FormattableString.Invariant($", and {coarse.Length - 1} more below {FewestCells}")
            : "";
        yield return new ModelWarning(WarnedPart.Run, run.Id, WarnedProperty.Mesh, FormattableString.Invariant(
            $"{cells:G3} cells of {cell:G3} m per shortest wave in {worst} ({length:G3} m; ")
            + FormattableString.Invariant($"{highest:G3} Hz from {from})") + others
            + FormattableString.Invariant($"; at least {FewestCells} keep its phase within 1 %"));
    }

    /// <summary>Highest frequency [Hz] that carries a hundredth of the strongest; 0 for a constant.</summary>
    private static double HighestFrequency(Waveform waveform, double duration)
    {
        double[] y = [.. Enumerable.Range(0, Samples).Select(i => waveform.At(i * duration / Samples))];
        // A run that does not end where it began would look like a jump: its slope is taken out.
        double slope = (waveform.Before(duration) - y[0]) / Samples, mean = y.Average();
        double reach = y.Max(value => Math.Abs(value - mean));
        if (reach <= Rounding * Math.Abs(mean)) return 0;
        for (int i = 0; i < Samples; i++) y[i] -= slope * i;
        mean = y.Average();
        if (y.Max(value => Math.Abs(value - mean)) <= Rounding * reach) return 0;          // a ramp and nothing else
        Complex[] turn = [.. Enumerable.Range(0, Samples)
            .Select(i => Complex.FromPolarCoordinates(1, -2 * Math.PI * i / Samples))];
        double[] amplitude = new double[Samples / 2];
        for (int n = 1; n < amplitude.Length; n++)
        {
            Complex sum = Complex.Zero;
            for (int i = 0; i < Samples; i++) sum += y[i] * turn[(int)((long)n * i % Samples)];
            amplitude[n] = sum.Magnitude;
        }

        double strongest = amplitude.Max();
        return strongest == 0 ? 0 : Array.FindLastIndex(amplitude, one => one >= Share * strongest) / duration;
    }

    private static double SlowestWave(Vessel vessel, Blood blood) => ((double[])[0, 0.5, 1]).Min(share =>
    {
        double x = share * vessel.Length;
        WallPoint at = vessel.Profile.At(x, fromLeft: share == 1);
        return vessel.Wall.WaveSpeed(vessel.Start.At(x, vessel, blood, at).Area, at, blood.Density);
    });
}

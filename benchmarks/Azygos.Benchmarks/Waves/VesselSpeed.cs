using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;
using Azygos.Circulation.Waves;

namespace Azygos.Benchmarks.Waves;

/// <summary>What one cell costs in one step of the explicit finite volumes, nodes at both ends included.</summary>
/// <remarks>One vessel, a pulsating inflow, waves leave at the other end; viscous blood. A job is a fixed number of
/// steps.</remarks>
internal static class VesselSpeed
{
    private const int CellStepsPerCall = 20_000;   // chosen: some milliseconds
    private const double End = 1e6;                // far beyond what is measured [s]

    private static readonly WallPoint s_artery = new(3e-4, 4e4, 4e4, 0, 0), s_narrow = s_artery with
    {
        ReferenceArea = 2e-4,
        Distension = 5e4,
    };

    private static readonly WallPoint s_soft = new(6e-5, 276, 13, 0, 0), s_stiff = new(5e-5, 300, 300, 0, -9.81);

    /// <summary>Measures every wall with few and with many cells.</summary>
    public static IEnumerable<Measurement> Measure(Stopwatches measure)
    {
        UniformProfile soft = new(s_soft), stiff = new(s_stiff);
        TabulatedProfile taper = new([0, 0.2], [s_artery, s_narrow]);
        foreach (int cells in (int[])[20, 400])
        {
            yield return Of(measure, "artery, uniform", VesselWall.Artery, new UniformProfile(s_artery), 10e3, 5e-5, cells);
            yield return Of(measure, "artery, tapered", VesselWall.Artery, taper, 10e3, 5e-5, cells);
            yield return Of(measure, "soft vein, uniform", VesselWall.SoftVein, soft, 500, 5e-6, cells);
            yield return Of(measure, "stiff vein, gravity", VesselWall.StiffVein, stiff, 3000, 2e-6, cells);
        }
    }

    private static Measurement Of(
        Stopwatches measure, string name, VesselWall wall, VesselProfile profile, double pressure, double flow, int cells)
    {
        Vessel vessel = new()
        {
            Id = "vessel",
            From = "in",
            To = "out",
            Length = 0.2,
            Wall = wall,
            Profile = profile,
            Start = new HydrostaticStart(pressure, 0, 0),
        };
        WallPoint last = profile.At(vessel.Length, fromLeft: true);
        Blood blood = new(1060, 4e-3);
        double outlet = pressure + blood.Density * vessel.PotentialAt(vessel.Length);
        WaveSystem system = new(
            new VesselNetwork
            {
                Blood = blood,
                Vessels = [vessel],
                Nodes =
                [
                    new FlowNode("in", new HarmonicWaveform(flow, 1, new Harmonic(1, flow, 0))),
                    new ResistanceNode("out")
                    {
                        // The impedance of the vessel's end, so that little comes back.
                        Resistance = blood.Density * wall.WaveSpeed(wall.Area(outlet, last), last, blood.Density)
                            / wall.Area(outlet, last),
                        OutletPressure = outlet,
                    },
                ],
            },
            new MeshOptions { Cells = cells });
        int steps = CellStepsPerCall / cells;
        return measure.Of($"cell-step: {name}, {cells} cells", null, () =>
        {
            for (int k = 0; k < steps; k++)
                if (system.Step(double.PositiveInfinity, End) is { } failure)
                    throw new InvalidOperationException(failure.ToString());
            return system.Mesh.Lines[0].Area[VesselLine.Margin];
        }).Per(CellStepsPerCall);
    }
}

using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;
using Azygos.Circulation.Waves;

namespace Azygos.Circulation.Tests.Waves;

/// <summary>Vessels of the tests: an artery and a vein, both uniform, and networks of them.</summary>
internal static class Tubes
{
    /// <summary>Blood without friction.</summary>
    public static readonly Blood Inviscid = new(1060, 0);

    /// <summary>Blood with the friction of the parabola.</summary>
    public static readonly Blood Viscous = new(1060, 4e-3);

    /// <summary>An artery with waves of 5 m/s: K = 2ρc².</summary>
    public static readonly WallPoint ArteryPoint = new(3e-4, 2 * 1060 * 25, 2 * 1060 * 25, 10_000, 0);

    /// <summary>A vein at rest at α = 1 with waves of 2.3 m/s, c² = 11.5 K/ρ (one stiffness, exponents 10 and
    /// -3/2).</summary>
    public static readonly WallPoint VeinPoint = new(1e-4, 500, 500, 500, 0);

    /// <summary>A vessel; at rest at its reference area unless told.</summary>
    public static Vessel Of(
        string id, string from, string to, double length, VesselWall wall, WallPoint point,
        VesselStart? start = null) => new()
        {
            Id = id,
            From = from,
            To = to,
            Length = length,
            Wall = wall,
            Profile = new UniformProfile(point),
            Start = start ?? new UniformStart(point.ReferenceArea, 0),
        };

    /// <summary>An artery at rest.</summary>
    public static Vessel Artery(string id, string from, string to, double length, VesselStart? start = null) =>
        Of(id, from, to, length, VesselWall.Artery, ArteryPoint, start);

    /// <summary>A vein at rest.</summary>
    public static Vessel Vein(string id, string from, string to, double length, VesselStart? start = null) =>
        Of(id, from, to, length, VesselWall.StiffVein, VeinPoint, start);

    /// <summary>A network of vessels.</summary>
    public static VesselNetwork Network(Blood blood, IReadOnlyList<Vessel> vessels, params NetworkNode[] nodes) =>
        new() { Blood = blood, Vessels = vessels, Nodes = nodes };

    /// <summary>A network on a mesh of equal numbers of cells.</summary>
    public static WaveSystem System(
        Blood blood, int cells, IReadOnlyList<Vessel> vessels, params NetworkNode[] nodes) =>
        new(Network(blood, vessels, nodes), new MeshOptions { Cells = cells });

    /// <summary>A bell in time.</summary>
    public static Waveform Pulse(double peak, double centre, double width) =>
        new GaussianWaveform(peak, centre, width);

    /// <summary>A waveform on top of a constant.</summary>
    public static Waveform Above(this Waveform wave, double constant) => new Raised(wave, constant);

    private sealed class Raised(Waveform wave, double constant) : Waveform
    {
        public override double At(double time) => constant + wave.At(time);
    }

    /// <summary>Runs to a time; a failure fails the test.</summary>
    public static WaveSystem To(
        this WaveSystem system, double end, double largest = double.PositiveInfinity, Action? afterStep = null)
    {
        while (system.Time < end)
        {
            if (system.Step(largest, end) is { } failure)
                Assert.Fail($"stopped at {system.Time} s: {failure.Reason} ({failure.Place})");
            afterStep?.Invoke();
        }

        return system;
    }

    /// <summary>The lines of a vessel that is one line.</summary>
    public static VesselLine Line(this WaveSystem system, string vessel) =>
        Assert.Single(system.Mesh.LinesOf[vessel]);

    /// <summary>A quantity of every cell of a vessel, in the order of x.</summary>
    public static double[] Along(this WaveSystem system, string vessel, VesselQuantity quantity) =>
        [.. system.Mesh.LinesOf[vessel].SelectMany(line =>
            Enumerable.Range(0, line.Cells).Select(i => line.Read(quantity, i, system.Time)))];

    /// <summary>Volume of all vessels [m³].</summary>
    public static double Volume(this WaveSystem system) => system.Mesh.Lines.Sum(line => line.Volume());

    /// <summary>The node of a name.</summary>
    public static WaveNode Node(this WaveSystem system, string id) => system.Mesh.Nodes.Single(node => node.Id == id);

    /// <summary>Largest |u| anywhere [m/s].</summary>
    public static double FastestBlood(this WaveSystem system) =>
        system.Mesh.LinesOf.Keys.SelectMany(id => system.Along(id, VesselQuantity.Velocity)).Max(Math.Abs);

    /// <summary>Root mean square.</summary>
    public static double Rms(this IEnumerable<double> values)
    {
        double[] all = [.. values];
        return Math.Sqrt(all.Sum(value => value * value) / all.Length);
    }
}

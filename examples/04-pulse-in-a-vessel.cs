#:project ../src/Azygos.Circulation/Azygos.Circulation.csproj

// A pulse steepens on its way along an elastic artery.
//
//   p = K (√(A/A₀) − 1)     pressure and area;  c = c₀ (A/A₀)^¼, c₀ = √(K/(2ρ)), speed of small waves
//   u = 4 (c − c₀)          velocity of the blood in a wave that enters blood at rest
//
// Expected, without friction: every pressure travels at its own u + c, so the peak keeps its height and arrives at
// x after x/(u + c) of the peak, here 9 % sooner than a small wave; a probe at x = 1.5 m shows it.
//
//   dotnet run -c Release examples/04-pulse-in-a-vessel.cs

using Azygos.Circulation.Running;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;

const double ρ = 1060, A0 = 3e-4, c0 = 5, K = 2 * ρ * c0 * c0;   // kg/m³, m², m/s, Pa
const double peak = 2000, centre = 0.2, width = 0.05, x = 1.5;   // Pa, s, s, m

VesselNetwork network = new()
{
    Blood = new Blood(ρ, Viscosity: 0),
    Vessels =
    [
        new Vessel
        {
            Id = "artery", From = "heart", To = "far", Length = 2, Wall = VesselWall.Artery,
            Profile = new UniformProfile(new WallPoint(A0, K, K, ReferencePressure: 0, Gravity: 0)),
            Start = new UniformStart(A0, Velocity: 0),
        },
    ],
    Nodes =
    [
        new IncidentWaveNode("heart", ReferencePressure: 0, new GaussianWaveform(peak, centre, width)),
        new AbsorbingNode("far", ReferencePressure: 0),
    ],
};
VesselSimulation simulation = new(network, new MeshOptions { LargestCell = 0.005 });
Probe probe = Probe.InVessel("artery", x, "pressure");
RunOutcome run = simulation.RunTo(0.8, new StepOptions { SampleInterval = 1e-3 }, [probe]);
double[] p = run.Recording[probe.Id], t = run.Recording.Times;
int at = Array.IndexOf(p, p.Max());   // the parabola through the largest sample and its neighbours
double bend = p[at - 1] - 2 * p[at] + p[at + 1], lean = 0.5 * (p[at + 1] - p[at - 1]);
double height = p[at] - 0.5 * lean * lean / bend, arrival = t[at] - lean / bend * (t[at + 1] - t[at]);

double c = c0 * Math.Sqrt(1 + peak / K), u = 4 * (c - c0);
bool holds = run is RunOutcome.Finished;
Console.WriteLine(FormattableString.Invariant($"a small wave would arrive at {centre + x / c0:F4} s"));
holds &= Check("peak [Pa]", height, peak, 1e-3);                       // cells of 5 mm, order 2
holds &= Check("its arrival [s]", arrival, centre + x / (u + c), 1e-3);
holds &= Check("blood lost [1]", 1 + run.Report.ConservationError, 1, 1e-12);
return holds ? 0 : 1;

static bool Check(string what, double computed, double expected, double allowed)
{
    double error = Math.Abs(computed / expected - 1);
    Console.WriteLine(FormattableString.Invariant($"{what}: {computed:G6}, expected {expected:G6}, off by {error:G2}"));
    return error <= allowed;
}

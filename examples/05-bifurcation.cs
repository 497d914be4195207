#:project ../src/Azygos.Circulation/Azygos.Circulation.csproj

// An aorta divides into two iliac arteries; each ends in a windkessel: R1, then C beside R2.
//
//   Q(t) = Q̄ (1 + 0.8 sin 2πt/T)          flow from the heart
//   C dp_c/dt = Q − (p_c − p_v)/R2,  p = p_c + R1 Q      at the end of an iliac artery
//
// Expected, once periodic: each iliac carries Q̄/2; mean p at its end is p_v + (R1 + R2) Q̄/2; the aorta's mean lies above
// it by what Poiseuille's law asks, 8πμ L Q/A² of both vessels, to a few per cent because A breathes and velocity
// heads differ; nothing is lost; and that after at most 25 beats, though a windkessel alone fills with R2 C = 1.4 s.
//
//   dotnet run -c Release examples/05-bifurcation.cs

using Azygos.Circulation.Running;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;

const double ρ = 1060, μ = 4e-3, T = 0.9, Q = 8e-5;                            // kg/m³, Pa·s, s, m³/s
const double R1 = 6.8e7, R2 = 3.1e8, C = 4.5e-9, venous = 700;   // Pa·s/m³, m³/Pa, Pa
const double aortaLength = 0.2, iliacLength = 0.15, aortaArea = 2.3e-4, iliacArea = 1.1e-4;   // m, m²
const double mean = venous + (R1 + R2) * Q / 2;                               // Pa, at the legs

VesselNetwork network = new()
{
    Blood = new Blood(ρ, μ),
    Vessels =
    [
        Artery("aorta", "heart", "fork", aortaLength, aortaArea, stiffness: 6e4),
        Artery("left iliac", "fork", "left leg", iliacLength, iliacArea, stiffness: 9e4),
        Artery("right iliac", "fork", "right leg", iliacLength, iliacArea, stiffness: 9e4),
    ],
    Nodes =
    [
        new FlowNode("heart", new HarmonicWaveform(Q, T, new Harmonic(1, 0.8 * Q, 0))),
        new JunctionNode("fork"), Leg("left leg"), Leg("right leg"),
    ],
};
VesselSimulation simulation = new(network);
Probe left = Probe.InVessel("left iliac", iliacLength, "flow"), right = Probe.InVessel("right iliac", iliacLength, "flow");
RunOutcome run = simulation.RunToPeriodic(
    new PeriodicOptions { Period = T, Tolerance = 1e-5 }, new StepOptions(),
    [left, right, Probe.Pressure("heart"), Probe.Pressure("left leg")]);

double friction = 8 * Math.PI * μ
    * (aortaLength * Q / (aortaArea * aortaArea) + iliacLength * Q / 2 / (iliacArea * iliacArea));
double end = run.Recording.Mean("left leg"), drop = run.Recording.Mean("heart") - end;
Console.WriteLine($"{run.GetType().Name} after {run.Report.Periods} beats, {simulation.Cells} cells");
bool holds = run is RunOutcome.Finished && run.Report.Periods <= 25;
holds &= Check("flow of the left iliac [m³/s]", run.Recording.Mean(left.Id), Q / 2, 1e-4);   // of the periodic state
holds &= Check("flow of the right iliac [m³/s]", run.Recording.Mean(right.Id), Q / 2, 1e-4);
holds &= Check("pressure at its end [Pa]", end, mean, 1e-4);
holds &= Check("drop from the heart [Pa]", drop, friction, 0.05);
holds &= Check("blood lost [1]", 1 + run.Report.ConservationError, 1, 1e-12);
return holds ? 0 : 1;

static Vessel Artery(string id, string from, string to, double length, double area, double stiffness) => new()
{
    Id = id, From = from, To = to, Length = length, Wall = VesselWall.Artery,
    Profile = new UniformProfile(new WallPoint(area, stiffness, stiffness, ReferencePressure: mean, Gravity: 0)),
    Start = new UniformStart(area, Velocity: 0),
};
static WindkesselNode Leg(string id) => new(id)
{
    ProximalResistance = R1, DistalResistance = R2, Compliance = C, OutletPressure = venous, InitialPressure = venous,
};
static bool Check(string what, double computed, double expected, double allowed)
{
    double error = Math.Abs(computed / expected - 1);
    Console.WriteLine(FormattableString.Invariant($"{what}: {computed:G6}, expected {expected:G6}, off by {error:G2}"));
    return error <= allowed;
}

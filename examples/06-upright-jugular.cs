#:project ../src/Azygos.Circulation/Azygos.Circulation.csproj

// A jugular vein upright, beside a rigid way past it (the vertebral veins), from the skull down to the chest.
//
//   p = K_d (α³ − 1) + K_b (1 − α^(−3/2)), α = A/A₀       the vein: soft in bending, stiffer when stretched
//   Q_j + (p_h − p_s + ρgL)/R = Q                          p_h in the skull, p_s in the chest, a column ρgL between
//
// Expected: as p_s rises from −1 to 2.5 kPa the vein opens from below and takes over the flow, smoothly and without a
// step back: flow and area at mid-height grow from each p_s to the next, and the flow is nowhere as fast as waves. What
// gravity gives, friction takes or the ends show: p_h + ρgL = p_s + ½ρu² + ∫ 8πμQ_j/A² dx, u at the chest.
//
//   dotnet run -c Release examples/06-upright-jugular.cs

using Azygos.Circulation;
using Azygos.Circulation.Lumped;
using Azygos.Circulation.Running;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

const double ρ = 1060, μ = 4e-3, g = 9.81, L = 0.18, Q = 6e-6;          // kg/m³, Pa·s, m/s², m, m³/s
const double A0 = 1e-4, Kd = 273, Kb = 13, R = 4e8;                       // m², Pa, Pa, Pa·s/m³

const double lowest = -1000, highest = 2500;                               // Pa
const int steps = 14;
List<(double Sink, double Flow, double Area)> found = [];
bool holds = true;
Console.WriteLine("p_s [Pa]  p_h [Pa]  Q_j [mL/min]  A at mid-height [mm²]  largest u/c  left over [Pa]");
for (int i = 0; i <= steps; i++)
{
    double ps = lowest + i * (highest - lowest) / steps;
    LumpedNetwork lumped = new();
    NodeId skull = lumped.AddNode("skull");
    NodeId column = lumped.AddPressureNode("foot of the column", new ConstantWaveform(ps - ρ * g * L));
    lumped.Add(new PrescribedFlow { Id = "brain", From = lumped.Ground, Into = skull, Flow = new ConstantWaveform(Q) });
    lumped.Add(new Resistance
    {
        Id = "vertebral", From = skull, To = column, Value = HydraulicResistance.FromPascalSecondsPerCubicMetre(R),
    });
    VesselNetwork network = new()
    {
        Blood = new Blood(ρ, μ),
        Vessels =
        [
            new Vessel
            {
                Id = "jugular", From = "top", To = "bottom", Length = L, Wall = VesselWall.SoftVein,
                Profile = new UniformProfile(new WallPoint(A0, Kd, Kb, ReferencePressure: 0, Gravity: g)),
                Start = new HydrostaticStart(ps, L, Velocity: 0),
            },
        ],
        Nodes = [new LumpedEnd("top", skull), new PressureNode("bottom", new ConstantWaveform(ps))],
        Lumped = lumped,
    };
    VesselSimulation simulation = new(network, new MeshOptions { Cells = 40 });
    RunOutcome run = simulation.RunToSteady(1e-5, 60, new StepOptions(), [Probe.Pressure("skull")]);
    double[] area = simulation.Profile("jugular", VesselQuantity.Area);
    double flow = simulation.FaceFlows("jugular")[20], head = run.Recording["skull"][^1], u = flow / area[^1];
    double rest = head + ρ * g * L - ps - 0.5 * ρ * u * u - area.Sum(A => 8 * Math.PI * μ * flow / (A * A) * L / 40);
    double fastest = simulation.Profile("jugular", VesselQuantity.SpeedIndex).Max();
    found.Add((ps, flow, area[20]));
    Console.WriteLine(FormattableString.Invariant(
        $"{ps,8:F0}  {head,8:F0}  {flow * 6e7,12:F1}  {area[20] * 1e6,21:F2}  {fastest,11:F2}  {rest,14:F2}"));
    holds &= run is RunOutcome.Finished && fastest < 1 && Math.Abs(rest) < 0.01 * ρ * g * L;   // 40 cells: a per cent
}

holds &= Check("flow and area grow at every step", found.Zip(found.Skip(1)).All(
    pair => pair.Second.Flow > pair.First.Flow && pair.Second.Area > pair.First.Area));
return holds ? 0 : 1;

static bool Check(string what, bool holds)
{
    Console.WriteLine($"{(holds ? "holds" : "DOES NOT HOLD")}: {what}");
    return holds;
}

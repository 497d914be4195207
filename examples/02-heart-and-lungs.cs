#:project ../src/Azygos.Body/Azygos.Body.csproj

// A heart with lungs by hand: four chambers, four valves, Windkessels for lungs and body, closed to a loop.
//   p = (E_A φ(t) + E_B)(V − V0)   each chamber: pressure, volume, contraction φ from 0 to 1
//   SV                             stroke volume: what leaves through the aortic valve in a beat
//
// Expected, once periodic: the law holds for the left ventricle at every sample; SV is its largest minus its smallest
// volume, less what leaks back while its two valves close; all four valves pass SV a beat; no blood is lost (1e-12).
//
//   dotnet run -c Release examples/02-heart-and-lungs.cs

using Azygos.Body.Heart;
using Azygos.Circulation;
using Azygos.Circulation.Lumped;
using Azygos.Circulation.Running;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

const double T = 0.8, V0 = 10;   // s, mL
Pressure filling =
    Pressure.FromMillimetresOfMercury(8);   // everywhere before the first beat: it decides how much blood there is
var network = new LumpedNetwork();
NodeId ra = Node("ra"), rv = Node("rv"), la = Node("la"), lv = Node("lv");
NodeId pa = Node("pa"), lungs = Node("lungs"), aorta = Node("aorta"), body = Node("body");

Waveform atria = new AtrialActivation(T, 0.8 * T, 0.17 * T, 0.17 * T),
    ventricles = new VentricularActivation(T, 0.34 * T, 0.15 * T);
Chamber("right atrium", ra, 0.06, 0.07, atria);
Chamber("right ventricle", rv, 0.55, 0.05, ventricles);
Chamber("left atrium", la, 0.07, 0.09, atria);
Chamber("left ventricle", lv, 2.75, 0.08, ventricles);
Valve("tricuspid", ra, rv);
Valve("pulmonary", rv, pa);
Valve("mitral", la, lv);
Valve("aortic", lv, aorta);
Windkessel("lung", pa, lungs, la, 0.02, 4, 0.1);
Windkessel("systemic", aorta, body, ra, 0.05, 1.5, 0.95);
string[] valves = ["tricuspid", "pulmonary", "mitral", "aortic"];
RunOutcome run = new LumpedSimulation(network).RunToPeriodic(
    new PeriodicOptions { Period = T, Tolerance = 1e-5 }, new StepOptions { SampleInterval = 0.001 },
    [.. valves.Select(Probe.Flow), Probe.Pressure("lv"), Probe.Pressure("aorta"),
        new Probe("volume", "left ventricle", "volume")]);
Recording r = run.Recording;
double[] millilitres = [.. r["volume"].Select(v => Volume.FromCubicMetres(v).Millilitres)];
double[] mmHg = [.. r["lv"].Select(p => Pressure.FromPascals(p).MillimetresOfMercury)];
double[] stroke = [.. valves.Select(v => Flow.FromCubicMetresPerSecond(r.Mean(v)).MillilitresPerSecond * T)];
int empty = Array.IndexOf(millilitres, millilitres.Min());   // the mitral valve closes before, the aortic valve after
double leak = 0.001 * r["mitral"][..empty].Concat(r["aortic"][empty..])
    .Sum(q => Math.Max(0, -Flow.FromCubicMetresPerSecond(q).MillilitresPerSecond));
double law = r.Times
    .Select((t, i) => Math.Abs(mmHg[i] - (2.75 * ventricles.At(t) + 0.08) * (millilitres[i] - V0))).Max();

Console.WriteLine(FormattableString.Invariant(
    $"{run.GetType().Name} after {run.Report.Periods} beats; aorta {Pressure.FromPascals(r.Mean("aorta"))
        .MillimetresOfMercury:F1} mmHg, stroke volume {stroke[3]:F2} mL"));
bool holds = run is RunOutcome.Finished;
holds &= Check("largest error of the elastance law [mmHg]", law, 1e-6);   // solver's tolerance
holds &= Check("valves differ by [mL]", stroke.Max() - stroke.Min(), 0.01);   // the periodic tolerance
holds &= Check("stroke volume against the ventricle's [mL]",
    Math.Abs(millilitres.Max() - millilitres.Min() - leak - stroke[3]), 0.05);   // samples
holds &= Check("blood lost in a beat [1]", run.Report.ConservationError, 1e-12);
return holds ? 0 : 1;

NodeId Node(string id) => network.AddNode(id, filling);
void Chamber(
    string id, NodeId inside, double active, double passive, Waveform activation) => network.Add(new ElastanceChamber
{
    Id = id, Inside = inside, Outside = network.Ground, Unstressed = Volume.FromMillilitres(V0),
    Activation = activation,
    Active = Elastance.FromMillimetresOfMercuryPerMillilitre(active),
    Passive = Elastance.FromMillimetresOfMercuryPerMillilitre(passive),
});
void Valve(string id, NodeId from, NodeId to) => network.Add(new DynamicValve
{
    Id = id, From = from, To = to, OpenArea = Area.FromSquareCentimetres(7),
    EffectiveLength = Length.FromCentimetres(1),
    Density = Density.FromKilogramsPerCubicMetre(1060), OpeningRate = 0.2, ClosingRate = 0.2, InitialOpening = 0,
});
void Windkessel(
    string id, NodeId from, NodeId middle, NodeId to, double r1, double c, double r2) => network.Add(new Windkessel3
{
    Id = id, From = from, Middle = middle, To = to, Outside = network.Ground,
    Proximal = HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(r1),
    Compliance = Compliance.FromMillilitresPerMillimetreOfMercury(c),
    Distal = HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(r2),
});

static bool Check(string what, double error, double allowed)
{
    Console.WriteLine(FormattableString.Invariant($"{what}: {error:G3}, allowed {allowed:G1}"));
    return error <= allowed;
}

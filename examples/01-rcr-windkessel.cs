#:project ../src/Azygos.Circulation/Azygos.Circulation.csproj

// A Windkessel by hand: a pulsating flow into a resistance R1, a compliance C and a resistance R2 (RCR).
//
//   Q(t) = Q̄ + a sin 2πt/T        flow from the pump
//   C dp_c/dt = Q − p_c/R2         pressure at the compliance
//   p = p_c + R1 Q                 pressure at the inlet
//
// Expected, once periodic: mean p = Q̄ (R1 + R2); pulse of p = 2 a |R1 + R2/(1 + iωR2C)|, ω = 2π/T.
//
//   dotnet run -c Release examples/01-rcr-windkessel.cs

using System.Numerics;
using Azygos.Circulation;
using Azygos.Circulation.Lumped;
using Azygos.Circulation.Running;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

const double T = 1;   // s
Flow mean = Flow.FromMillilitresPerSecond(90), swing = Flow.FromMillilitresPerSecond(60);
HydraulicResistance R1 = HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(0.05);
HydraulicResistance R2 = HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(0.95);
Compliance C = Compliance.FromMillilitresPerMillimetreOfMercury(1.2);

var network = new LumpedNetwork();
NodeId inlet = network.AddNode("inlet"), middle = network.AddNode("middle");
var flow = new HarmonicWaveform(mean.CubicMetresPerSecond, T, new Harmonic(1, swing.CubicMetresPerSecond, 0));
network.Add(new PrescribedFlow { Id = "pump", From = network.Ground, Into = inlet, Flow = flow });
network.Add(new Windkessel3
{
    Id = "rcr", From = inlet, Middle = middle, To = network.Ground, Outside = network.Ground,
    Proximal = R1, Compliance = C, Distal = R2,
});
RunOutcome run = new LumpedSimulation(network).RunToPeriodic(
    new PeriodicOptions { Period = T, Tolerance = 1e-7 }, new StepOptions { SampleInterval = 0.001 },
    [Probe.Pressure("inlet")]);

Complex Z = R1.PascalSecondsPerCubicMetre
    + R2.PascalSecondsPerCubicMetre
        / (1 + new Complex(0, 2 * Math.PI / T) * R2.PascalSecondsPerCubicMetre * C.CubicMetresPerPascal);
double expectedMean = mean.CubicMetresPerSecond * (R1.PascalSecondsPerCubicMetre + R2.PascalSecondsPerCubicMetre);
double expectedPulse = 2 * swing.CubicMetresPerSecond * Z.Magnitude;
double pulse = run.Recording["inlet"].Max() - run.Recording["inlet"].Min();

Console.WriteLine($"{run.GetType().Name} after {run.Report.Periods} periods");
bool holds = run is RunOutcome.Finished;
holds &= Check("mean pressure", run.Recording.Mean("inlet"), expectedMean);
holds &= Check("pulse pressure", pulse, expectedPulse);
return holds ? 0 : 1;

// 1e-4: a peak between two samples, 1 ms apart, is missed by at most 1 − cos(π/1000) = 5e-6; the step of 1 ms errs by
// about 1e-5.
static bool Check(string what, double computed, double expected)
{
    double error = Math.Abs(computed / expected - 1);
    Console.WriteLine(FormattableString.Invariant(
        $"{what}: {Pressure.FromPascals(computed)
            .MillimetresOfMercury:F4} mmHg, expected {Pressure.FromPascals(expected)
            .MillimetresOfMercury:F4}, off by {error:G2}"));
    return error < 1e-4;
}

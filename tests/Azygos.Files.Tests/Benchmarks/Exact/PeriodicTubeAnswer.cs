using System.Numerics;
using Azygos.Circulation.ExactSolutions;
using Azygos.Circulation.Verification;
using Azygos.Circulation.Vessels;

namespace Azygos.Files.Tests.Benchmarks.Exact;

/// <summary>Periodic flow into a viscous tube with a windkessel: linear transmission line.</summary>
internal sealed class PeriodicTubeAnswer : ExactAnswer
{
    private readonly PeriodicWindkesselTube solution;
    private readonly double period;

    public PeriodicTubeAnswer(CaseNetwork network, CaseRun run)
    {
        CaseVessel vessel = network.Vessels.Single();
        period = ((EndWhenPeriodic)run.Until).Period;
        ElasticTube tube = CaseParts.TubeOf(network, vessel.Id);
        WindkesselNode outlet = CaseParts.Node<WindkesselNode>(network, vessel.To);
        FlowNode inlet = CaseParts.Node<FlowNode>(network, vessel.From);
        // The waveform's harmonics, found from its values: eight of them are more than any case has.
        const int samples = 64;
        double[] t = [.. Enumerable.Range(0, samples).Select(i => i * period / samples)];
        Series wave = new(t, [.. t.Select(inlet.Flow.At)]);
        solution = new PeriodicWindkesselTube(wave.Values.Average(), period, [.. Enumerable.Range(1, 8).Select(n =>
        {
            Complex cosine = Metrics.Harmonic(wave, period, n);
            return new Circulation.Waveforms.Harmonic(n, cosine.Magnitude, cosine.Phase + Math.PI / 2);
        })])
        {
            Line = TransmissionLine.OfProfile(
                tube, CaseParts.StartOf(network, vessel.Id).Area, vessel.Length, CaseParts.BloodOf(network)),
            ProximalResistance = outlet.ProximalResistance,
            DistalResistance = outlet.DistalResistance,
            Compliance = outlet.Compliance,
            OutletPressure = outlet.OutletPressure,
        };
    }

    public override double[] Series(CaseProbe probe, double[] abscissa)
        => [.. abscissa.Select(t => Value((PointProbe)probe, t))];

    public override double? Number(Bar bar, CaseProbe probe)
    {
        if (bar.Harmonic is not { } n) return null;
        double[] t = [.. Enumerable.Range(0, 64).Select(i => i * period / 64)];
        Complex harmonic = Metrics.Harmonic(new Series(t, Series(probe, t)), period, n);
        return bar.Metric == Metric.HarmonicPhaseAbsolute ? harmonic.Phase : harmonic.Magnitude;
    }

    private double Value(PointProbe probe, double t)
    {
        (double pressure, double flow) = solution.At(probe.Position, t);
        return probe.Quantity == CaseQuantity.Pressure ? pressure : flow;
    }
}

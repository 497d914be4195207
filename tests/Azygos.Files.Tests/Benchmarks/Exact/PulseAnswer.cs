using Azygos.Circulation.ExactSolutions;
using Azygos.Circulation.Verification;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;

namespace Azygos.Files.Tests.Benchmarks.Exact;

/// <summary>A pulse into a long tube: the nonlinear simple wave, or with viscosity the linear one.</summary>
internal sealed class PulseAnswer : ExactAnswer
{
    private readonly Func<double, double, double> pressure;

    public PulseAnswer(CaseNetwork network, CaseRun run)
    {
        CaseVessel vessel = network.Vessels.Single();
        ElasticTube tube = CaseParts.TubeOf(network, vessel.Id);
        double rest = CaseParts.StartOf(network, vessel.Id).Area;
        Waveform inflow = CaseParts.Node<FlowNode>(network, vessel.From).Flow;
        if (network.Fluid!.Viscosity > 0)
        {
            // Chosen: arcs of 2.5 ms, a quarter of the narrowest pulse of the cases.
            ViscousPulse pulse = new(tube, rest, CaseParts.BloodOf(network), inflow, start: 0, piece: 2.5e-3);
            double at = tube.Pressure(rest);
            pressure = (x, t) => at + pulse.Pressure(x, t);
        }
        else
        {
            pressure = SimpleWave.FromFlow(tube, rest, inflow, ((EndAtTime)run.Until).Time).Pressure;
        }
    }

    public override double[] Series(CaseProbe probe, double[] abscissa)
        => [.. abscissa.Select(t => pressure(((PointProbe)probe).Position, t))];

    public override double? Number(Bar bar, CaseProbe probe) => null;
}

using Azygos.Circulation.Verification;
using Azygos.Circulation.Vessels;

namespace Azygos.Files.Tests.Benchmarks.Exact;

/// <summary>The exact solution of one run of a case: what its references and expected numbers must be.</summary>
internal abstract class ExactAnswer
{
    /// <summary>Values of a probe over the abscissa of a reference.</summary>
    public abstract double[] Series(CaseProbe probe, double[] abscissa);

    /// <summary>The number that a bar expects, or null when the solution has none.</summary>
    public abstract double? Number(Bar bar, CaseProbe probe);

    /// <summary>The solution of a run, or null where none is known.</summary>
    public static ExactAnswer? Of(VerificationCase @case, string run)
    {
        VerificationCase seen = @case.ForRun(run);
        CaseNetwork network = seen.Network;
        return @case.Family switch
        {
            CaseFamily.Riemann => new RiemannAnswer(network, seen.Run(run)),
            CaseFamily.JunctionRiemann => new JunctionAnswer(network, seen.Run(run)),
            CaseFamily.LinearWaves when network.Nodes.Any(node => node is WindkesselNode) =>
                new PeriodicTubeAnswer(network, seen.Run(run)),
            CaseFamily.LinearWaves => new BranchingAnswer(network),
            CaseFamily.Pulse => new PulseAnswer(network, seen.Run(run)),
            CaseFamily.Steady => new SteadyAnswer(network),
            CaseFamily.Starling => new StarlingAnswer(network),
            _ => null,
        };
    }
}

using Azygos.Circulation.ExactSolutions;
using Azygos.Circulation.Verification;
using Azygos.Circulation.Vessels;

namespace Azygos.Files.Tests.Benchmarks.Exact;

/// <summary>One vessel, two states: the exact Riemann solution.</summary>
internal sealed class RiemannAnswer : ExactAnswer
{
    private readonly RiemannProblem problem;
    private readonly double place, time;

    public RiemannAnswer(CaseNetwork network, CaseRun run)
    {
        CaseVessel vessel = network.Vessels.Single();
        ProfileStart start = (ProfileStart)vessel.Initial;
        int left = Enumerable.Range(0, start.Position.Count - 1)
            .Single(i => start.Position[i] == start.Position[i + 1]);
        place = start.Position[left];
        time = ((EndAtTime)run.Until).Time;
        TubeState At(int i) => new(start.Area[i], start.Velocity[i]);
        problem = new RiemannProblem(
            CaseParts.TubeOf(network, vessel.Id, place, fromLeft: true), At(left),
            CaseParts.TubeOf(network, vessel.Id, place, fromLeft: false), At(left + 1));
    }

    public override double[] Series(CaseProbe probe, double[] abscissa)
        => [.. abscissa.Select(x => Value(probe.Quantity, x))];

    /// <summary>The plateau of a mean.</summary>
    public override double? Number(Bar bar, CaseProbe probe)
    {
        if (probe is not MeanProbe mean) return null;
        double from = Value(probe.Quantity, mean.From), to = Value(probe.Quantity, mean.To);
        return Math.Abs(from - to) <= 1e-12 * Math.Max(Math.Abs(from), 1e-9)
            ? from
            : throw new InvalidOperationException($"Probe {probe.Id} reaches beyond the plateau: {from:R}, {to:R}.");
    }

    private double Value(CaseQuantity quantity, double x)
    {
        TubeState state = problem.At((x - place) / time);
        return quantity switch
        {
            CaseQuantity.Area => state.Area,
            CaseQuantity.Velocity => state.Velocity,
            CaseQuantity.Flow => state.Flow,
            _ => throw new NotSupportedException(quantity.ToString()),
        };
    }
}

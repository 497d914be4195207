using Azygos.Numerics;

namespace Azygos.Circulation.ExactSolutions;

/// <summary>The Riemann problem of vessels that meet at a node, each with one state: exact, nonlinear.</summary>
/// <remarks>
/// From the node a wave runs into every vessel, a shock where the pressure rises, a rarefaction where it falls. Flows
/// into the node sum to zero and total pressure p + ρu²/2 is equal. Each vessel's inflow falls with the total pressure,
/// so one bracketed root in the total pressure gives all states.
/// </remarks>
/// <source doi="10.4208/cicp.210611.240212a" at="wave relations; mass and total head across the node"/>
public sealed class JunctionProblem
{
    /// <summary>Solves it.</summary>
    /// <param name="ends">At least two ends.</param>
    /// <exception cref="ArithmeticException">No subcritical state satisfies the node.</exception>
    public JunctionProblem(params IReadOnlyList<JunctionEnd> ends)
    {
        ArgumentNullException.ThrowIfNull(ends);
        if (ends.Count < 2) throw new ArgumentException("A junction needs at least two ends.", nameof(ends));
        double[] choked = [.. ends.Select(end => end.ChokedArea())];
        double Balance(double head)
        {
            double sum = 0;
            for (int i = 0; i < ends.Count; i++) sum += ends[i].Inflow(ends[i].Behind(ends[i].AreaAt(head, choked[i])));
            return sum;
        }
        double low = ends.Select((end, i) => end.HeadAt(choked[i])).Min();
        double high = ends.Max(end => end.Tube.Head(end.State));
        double reach = Math.Max(high - low, Math.Abs(high) * 1e-3 + 1);
        for (int i = 0; Balance(high) > 0; i++, reach *= 2)
        {
            if (i == MostDoublings)
                throw new ArithmeticException("The vessels send more blood than the node can pass on.");
            high += reach;
        }
        Head = RootFinder.FindRoot(Balance, low, high).Position;
        Stars = [.. ends.Select((end, i) => end.Behind(end.AreaAt(Head, choked[i])))];
        Waves = [.. ends.Select((end, i) => TubeWave.Between(end.Tube, end.State, Stars[i], end.EndsHere ? -1 : 1))];
        for (int i = 0; i < ends.Count; i++)
            if (Stars[i].Area <= choked[i] || Math.Abs(ends[i].Tube.SpeedIndex(Stars[i])) >= 1)
                throw new ArithmeticException(FormattableString.Invariant(
                    $"End {i + 1} of the junction is choked: no subcritical state satisfies the node."));
    }

    // Chosen: from 1 Pa to 1e30 Pa.
    private const int MostDoublings = 100;

    /// <summary>Total pressure of the node [Pa].</summary>
    public double Head { get; }

    /// <summary>State of each vessel beside the node, velocity along its own x.</summary>
    public IReadOnlyList<TubeState> Stars { get; }

    /// <summary>The wave that runs into each vessel; speeds along its own x.</summary>
    public IReadOnlyList<TubeWave> Waves { get; }
}

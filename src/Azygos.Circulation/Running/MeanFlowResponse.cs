using Azygos.Circulation.Assembly;

namespace Azygos.Circulation.Running;

/// <summary>How a mean-flow network answers to what its compartments gained over a period: where the periodic state
/// lies.</summary>
/// <remarks>
/// A period of length T changed the contents by f. Near the periodic state the remaining change is (e^X − 1)⁻¹ f, X = TA,
/// A = −F′M′⁻¹ the rates of the mean-flow network: c₁ = X⁻¹ f is the network's steady response to the imbalance,
/// F′ u₁ = −f/T, c₁ = M′ u₁; and X (e^X − 1)⁻¹, which leaves fast compartments alone, is a polynomial in
/// R = (1 + aX)⁻¹, of which each power is one solve of (M′ − aT F′) v = c with the same factor. The contents change by
/// M′ u, whose sum is that of f: a closed loop keeps its blood.
/// </remarks>
/// <source choice="coarse-grid correction in time, derived here; compared with Anderson mixing in
/// docs/decisions/0006"/>
internal sealed class MeanFlowResponse
{
    // A steady response is a step so long that contents no longer matter; in s, far beyond the slowest time constant.
    private const double Forever = 1e8;

    /// <summary>What is slower is not corrected by the first period [periods]; infinite: all is.</summary>
    public double FirstHorizon { get; init; } = double.PositiveInfinity;

    // x/(eˣ − 1) ≈ Σ α_k (1 + ax)⁻ᵏ for x ≥ 0, exact at 0 with its slope: fitted for the least largest share of a
    // deviation that is left, 0.007; one term, (1 + x/2)⁻¹, leaves 0.08 of what relaxes in a third of the period.
    private const double Pole = 0.35;
    private static readonly double[] Powers = [-1.0238967522338949, 3.6192220758963614, -1.5953253236624667];

    // Chosen: a distance that falls to less than 0.6 of the last one is progress, below 0.3 it is fast.
    private const double Stalled = 0.6, Falling = 0.3, SmallestRelaxation = 1.0 / 16;

    private readonly Evaluation evaluation;
    private readonly double[] contentSlopes;
    private bool isFirst = true;
    private double lastPeriod, lastDistance = double.PositiveInfinity;

    public MeanFlowResponse(SteadyFlow steady)
    {
        Network = steady.System;
        int n = Network.Unknowns.Length;
        evaluation = Network.NewEvaluation();
        steady.State.Value.CopyTo(evaluation.Value, 0);
        Network.SetTime(evaluation, 0, beforeJump: false);
        Gain = new double[n];
        Values = new double[n];
        Contents = new double[n];
        Weigh(0);
        Network.EvaluateWithSlopes(evaluation);
        contentSlopes = [.. evaluation.Jacobian];
        for (int i = 0; i < n; i++)
            if (!Network.HasContent[i]) ClearRow(i);
    }

    /// <summary>The mean-flow network.</summary>
    public LumpedSystem Network { get; }

    /// <summary>f [m³ or 1], set before <see cref="Find"/>; shape [unknowns].</summary>
    public double[] Gain { get; }

    /// <summary>u: change of the values; shape [unknowns].</summary>
    public double[] Values { get; }

    /// <summary>M′ u: change of the contents; shape [unknowns].</summary>
    public double[] Contents { get; }

    /// <summary>Share of the response to take [1].</summary>
    public double Relaxation { get; private set; } = 1;

    /// <summary>Rows whose change over a period says something about slow compartments: flows and openings follow the
    /// beat.</summary>
    public bool IsSlow(int row) =>
        Network.Unknowns[row].Kind is UnknownKind.Pressure or UnknownKind.Elastic or UnknownKind.Signal;

    /// <summary>Finds u and M′ u from f.</summary>
    /// <param name="period">T [s].</param>
    /// <param name="isClosed">Nothing entered or left the network during the period.</param>
    /// <param name="distance">How far the period's end is from its start, in any norm: the judge of the response before
    /// this one.</param>
    /// <returns>False when it cannot be found.</returns>
    public bool Find(double period, bool isClosed, double distance)
    {
        if (period != lastPeriod) (lastPeriod, lastDistance) = (period, double.PositiveInfinity);
        Relax(distance);
        double horizon = isFirst ? Math.Min(FirstHorizon * period, Forever) : Forever;
        isFirst = false;
        if (isClosed) Balance(Gain);
        for (int i = 0; i < Values.Length; i++)
            Values[i] = Network.HasContent[i] && IsSlow(i) ? horizon / period * Gain[i] : 0;
        if (!Factor(horizon) || !Solve()) return false;
        Network.Matrix.Multiply(contentSlopes, Values, Contents);
        if (!Factor(Pole * period)) return false;
        double[] sum = new double[Values.Length];
        foreach (double α in Powers)
        {
            Contents.CopyTo(Values, 0);
            if (!Solve()) return false;
            Network.Matrix.Multiply(contentSlopes, Values, Contents);
            for (int i = 0; i < sum.Length; i++) sum[i] += α * Values[i];
        }

        sum.CopyTo(Values, 0);
        Network.Matrix.Multiply(contentSlopes, Values, Contents);
        if (isClosed) Balance(Contents);
        return true;
    }

    // A closed network keeps its total, but for rounding and what is just between two of its parts; the first solve
    // multiplies that by a very long step: taken out, in proportion to what each node changes.
    private void Balance(double[] change)
    {
        double excess = 0, size = 0;
        for (int i = 0; i < change.Length; i++)
        {
            if (Network.Unknowns[i].Kind != UnknownKind.Pressure) continue;
            excess += change[i];
            size += Math.Abs(change[i]);
        }

        if (size == 0) return;
        for (int i = 0; i < change.Length; i++)
            if (Network.Unknowns[i].Kind == UnknownKind.Pressure) change[i] -= excess / size * Math.Abs(change[i]);
    }

    // Where the mean-flow network is a poor guide (a vein on the verge of collapse) the full correction can swing to
    // and fro.
    private void Relax(double distance)
    {
        if (distance > Stalled * lastDistance) Relaxation = Math.Max(0.5 * Relaxation, SmallestRelaxation);
        else if (distance < Falling * lastDistance) Relaxation = Math.Min(1, 2 * Relaxation);
        lastDistance = distance;
    }

    private bool Factor(double weight)
    {
        Weigh(weight);
        Network.EvaluateWithSlopes(evaluation);
        return Network.Matrix.TryFactor(evaluation.Jacobian, out _);
    }

    private bool Solve()
    {
        Network.Matrix.Solve(Values);
        return Array.TrueForAll(Values, double.IsFinite);
    }

    private void Weigh(double weight)
    {
        for (int i = 0; i < Values.Length; i++)
            evaluation.RowWeight[i] = Network.HasContent[i] ? weight : 1;
    }

    private void ClearRow(int row)
    {
        for (int i = 0; i < Values.Length; i++)
            if (Network.Matrix.TryPositionOf(row, i, out int at)) contentSlopes[at] = 0;
    }
}

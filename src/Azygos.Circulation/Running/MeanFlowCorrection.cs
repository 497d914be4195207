using Azygos.Circulation.Assembly;
using Azygos.Circulation.Stepping;

namespace Azygos.Circulation.Running;

/// <summary>Finds the periodic state of slow compartments without marching through their time constants: the mean-flow
/// network as coarse model.</summary>
/// <remarks>
/// A period of length T changed the contents by f. Near the periodic state the remaining change is (e^{TA} − 1)⁻¹ f, A
/// = −F′M′⁻¹ the rates of the mean-flow network; with e^x − 1 ≈ x + x²/2 it is two linear solves: F′ u₁ = −f/T (the
/// network's steady response to the imbalance), then
/// (M′ − ½T F′) u = M′ u₁, which leaves fast compartments alone. The contents change by M′ u, whose sum is that of f: a
/// closed loop keeps its blood.
/// </remarks>
/// <source choice="coarse-grid correction in time, derived here; compared with Anderson mixing in
/// docs/decisions/0006"/>
internal sealed class MeanFlowCorrection
{
    // A steady response is a step so long that contents no longer matter; in s, far beyond the slowest time constant.
    private const double Forever = 1e8;

    // Chosen: a distance that falls to less than 0.6 of the last one is progress, below 0.3 it is fast.
    private const double Stalled = 0.6, Falling = 0.3, SmallestRelaxation = 1.0 / 16;

    private readonly LumpedSystem mean;
    private readonly Evaluation evaluation;
    private readonly int[] beatingRow;      // row of the beating network for each row of the mean-flow one,
                                            // −1 if it has none
    private readonly double[] contentSlopes;
    private readonly double[] response;
    private readonly double[] change;
    private double relaxation = 1;
    private double lastDistance = double.PositiveInfinity;

    public MeanFlowCorrection(LumpedSystem beating, SteadyFlow steady)
    {
        mean = steady.System;
        evaluation = mean.NewEvaluation();
        steady.State.Value.CopyTo(evaluation.Value, 0);
        mean.SetTime(evaluation, 0, beforeJump: false);
        var rows = new Dictionary<(string, UnknownKind), int>();
        for (int i = 0; i < beating.Unknowns.Length; i++)
            rows[(beating.Unknowns[i].Name, beating.Unknowns[i].Kind)] = i;
        // Flows and openings follow the beat: their change over a period says nothing about slow compartments.
        beatingRow = [.. mean.Unknowns.Select(u =>
            u.Kind is UnknownKind.Pressure or UnknownKind.Elastic or UnknownKind.Signal
                && rows.TryGetValue((u.Name, u.Kind), out int row)
                ? row
                : -1)];
        response = new double[mean.Unknowns.Length];
        change = new double[mean.Unknowns.Length];
        Weigh(0);
        mean.EvaluateWithSlopes(evaluation);
        contentSlopes = [.. evaluation.Jacobian];
        for (int i = 0; i < mean.Unknowns.Length; i++)
            if (!mean.HasContent[i]) ClearRow(i);
    }

    /// <summary>Moves the end of a period toward the periodic state.</summary>
    /// <param name="begin">State at the period's start.</param>
    /// <param name="end">State at its end; corrected.</param>
    /// <param name="period">T [s].</param>
    /// <param name="distance">How far the period's end is from its start, in the run's norm: the judge of the
    /// correction before this one.</param>
    /// <returns>False when the network's response cannot be found.</returns>
    public bool Apply(LumpedState begin, LumpedState end, double period, double distance)
    {
        Relax(distance);
        for (int i = 0; i < response.Length; i++)
            response[i] = beatingRow[i] is >= 0 and int row && mean.HasContent[i]
                ? Forever / period * (end.Content[row] - begin.Content[row])
                : 0;
        if (!Solve(Forever)) return false;
        mean.Matrix.Multiply(contentSlopes, response, change);
        change.CopyTo(response, 0);
        if (!Solve(0.5 * period)) return false;
        mean.Matrix.Multiply(contentSlopes, response, change);
        if (Closed(begin, end)) KeepTotal();
        for (int i = 0; i < response.Length; i++)
        {
            if (beatingRow[i] is not (>= 0 and int row)) continue;
            end.Content[row] += relaxation * change[i];
            end.Value[row] += relaxation * response[i];
        }

        return true;
    }

    // Where the mean-flow network is a poor guide (a vein on the verge of collapse) the full correction can swing to
    // and fro.
    private void Relax(double distance)
    {
        if (distance > Stalled * lastDistance) relaxation = Math.Max(0.5 * relaxation, SmallestRelaxation);
        else if (distance < Falling * lastDistance) relaxation = Math.Min(1, 2 * relaxation);
        lastDistance = distance;
    }

    // Nothing entered or left during the period, to the last bit.
    private static bool Closed(LumpedState begin, LumpedState end)
    {
        for (int k = end.Value.Length; k < end.Content.Length; k++)
            if (end.Content[k] != begin.Content[k]) return false;
        return true;
    }

    // The sum of f is rounding then, but the first solve multiplies it by Forever/T: taken out again, in proportion to
    // what each node changes.
    private void KeepTotal()
    {
        double excess = 0, size = 0;
        for (int i = 0; i < change.Length; i++)
        {
            if (beatingRow[i] < 0 || mean.Unknowns[i].Kind != UnknownKind.Pressure) continue;
            excess += change[i];
            size += Math.Abs(change[i]);
        }

        if (size == 0) return;
        for (int i = 0; i < change.Length; i++)
            if (beatingRow[i] >= 0 && mean.Unknowns[i].Kind == UnknownKind.Pressure)
                change[i] -= excess / size * Math.Abs(change[i]);
    }

    private bool Solve(double weight)
    {
        Weigh(weight);
        mean.EvaluateWithSlopes(evaluation);
        if (!mean.Matrix.TryFactor(evaluation.Jacobian, out _)) return false;
        mean.Matrix.Solve(response);
        return Array.TrueForAll(response, double.IsFinite);
    }

    private void Weigh(double weight)
    {
        for (int i = 0; i < mean.Unknowns.Length; i++)
            evaluation.RowWeight[i] = mean.HasContent[i] ? weight : 1;
    }

    private void ClearRow(int row)
    {
        for (int i = 0; i < mean.Unknowns.Length; i++)
            if (mean.Matrix.TryPositionOf(row, i, out int at)) contentSlopes[at] = 0;
    }
}

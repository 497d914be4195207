// Reason for length: the quick and the damped iteration share their matrix, residual and scales.
using System.Runtime.CompilerServices;
using Azygos.Circulation.Assembly;
using Azygos.Numerics;

namespace Azygos.Circulation.Stepping;

/// <summary>Newton's method for one implicit stage: content(u) − w · rate(u) = target.</summary>
/// <remarks>
/// The last matrix serves as long as each correction is much shorter than the one before (simplified Newton); else it
/// is made anew. Where a fresh one does not help, damped Newton from the guess: line search by the natural monotonicity
/// test, a step is taken when the simplified correction, the old matrix applied to the new residual, is shorter than
/// the correction itself. It needs no scaling of rows. Algebraic rows have w = 1 and target 0.
/// </remarks>
/// <source doi="10.1007/978-3-642-23899-4" at="natural monotonicity test for Newton's method"/>
internal sealed class StageSolver(LumpedSystem system)
{
    // Chosen: corrections below this share of the largest pressure (flow, state) end the iteration; with quadratic
    // convergence the error left is near rounding. A correction below Rounding that no longer shrinks is rounding
    // itself.
    private const double Tolerance = 1e-11;
    private const double Rounding = 1e-8;
    private const int MaximumIterations = 40;
    private const double SmallestStep = 1.0 / 4096;

    // Chosen by counting work on a body: a new matrix costs as much as three iterations with the old one, which bring
    // one and a half digits each. Between 0.015 and 0.1 the time of a step hardly differs.
    private const double Contraction = 0.03;

    // Chosen by counting work on a closed loop: a matrix that needed one iteration more in the last stage would need
    // another one in the next, which costs more than a new block for valves and chambers.
    private const int Few = 2;

    // Chosen: what the old matrix leaves (contraction times correction) adds up over the whole network to less than
    // 1e-13 of its volume.
    private const double LeftOver = 1e-13;

    // A matrix made for a weight that differs only by the rounding of time serves as well.
    private const double SameWeight = 1e-6;

    private readonly UnknownScale scale = new(system.Unknowns);

    // 1 in rows with content, 0 in algebraic ones.
    private readonly double[] holds = [.. system.HasContent.Select(has => has ? 1.0 : 0)];
    private readonly bool hasBrisk = system.Matrix.LastRows < system.Matrix.NonZeros;
    private double factoredWeight = double.NaN;  // of the matrix at hand, which nobody else factors; NaN: there is none

    private bool servedWell;   // the matrix at hand solved the last stage in few iterations

    private readonly double[] correction = new double[system.Unknowns.Length];
    private readonly double[] simplified = new double[system.Unknowns.Length];
    private readonly double[] start = new double[system.Unknowns.Length];

    /// <summary>Iterations of the last solve.</summary>
    public int Iterations { get; private set; }

    /// <summary>What all solves have cost.</summary>
    public SolverWork Work { get; } = new();

    /// <summary>Solves from the evaluation's present values; leaves contents and rates of the solution in it.</summary>
    /// <param name="evaluation">Values on entry the guess, on return the solution, with contents and rates.</param>
    /// <param name="target">Right-hand side of the rows with content; shape [unknowns].</param>
    /// <param name="weight">w of the rows with content [s].</param>
    /// <param name="elasticWeight">w of the elastic pressures, when it differs: very long, they equal the node's
    /// pressure.</param>
    public SolveFailure? Solve(
        Evaluation evaluation, ReadOnlySpan<double> target, double weight, double? elasticWeight = null)
    {
        Weigh(evaluation, weight, elasticWeight);
        scale.Set(evaluation.Value);
        bool better = true;
        if (elasticWeight is null && Math.Abs(factoredWeight - weight) <= SameWeight * weight)
        {
            // First with the whole matrix of the last stage, if it served well; then with a new block for valves and
            // chambers.
            bool isNew = !hasBrisk || !servedWell;
            if (!isNew)
            {
                Evaluate(evaluation);
                if (TrySimplified(evaluation, target, out better)) return null;
            }

            if (better && TryRefresh(evaluation) && TrySimplified(evaluation, target, out _)) return null;
            better = true;
        }

        factoredWeight = double.NaN;
        for (int k = 0; k < MaximumIterations && better; k++)
        {
            EvaluateWithSlopes(evaluation);
            Work.Factorings++;
            if (!system.Matrix.TryFactor(evaluation.Jacobian, out _)) break;
            factoredWeight = elasticWeight is null ? weight : double.NaN;
            if (TrySimplified(evaluation, target, out better)) return null;
        }

        SolveFailure? failure = Damped(evaluation, target);
        factoredWeight = failure is null && elasticWeight is null ? weight : double.NaN;
        return failure;
    }

    // Evaluates, with the matrix at hand made anew where valves and chambers act.
    private bool TryRefresh(Evaluation evaluation)
    {
        if (!hasBrisk)
        {
            Evaluate(evaluation);
            return true;
        }

        Work.Evaluations++;
        Work.Refactorings++;
        system.EvaluateWithBriskSlopes(evaluation);
        return system.Matrix.TryRefactor(evaluation.Jacobian, out _);
    }

    // Newton with the matrix at hand, from an evaluated point. True: solved. False: at the best point reached, whether
    // or not that is a better one than it began from, with contents and rates of another.
    private bool TrySimplified(Evaluation evaluation, ReadOnlySpan<double> target, out bool better)
    {
        double[] u = evaluation.Value;
        double length = double.PositiveInfinity;
        better = false;
        for (Iterations = 0; Iterations < MaximumIterations; Iterations++)
        {
            Work.Solves++;
            Residual(evaluation, target);
            system.Matrix.Solve(correction);
            double next = Correct(u);
            if (!(next < length))   // NaN does not
            {
                Array.Copy(start, u, start.Length);
                return false;
            }

            better = Iterations > 0;
            double rate = better ? next / length : Contraction;
            if (rate * next <= LeftOver)
            {
                servedWell = Iterations < Few;
                Evaluate(evaluation);
                return true;
            }

            if (rate > Contraction) return false;
            Evaluate(evaluation);
            length = next;
        }

        return false;
    }

    private void Evaluate(Evaluation evaluation)
    {
        Work.Evaluations++;
        system.Evaluate(evaluation);
    }

    private void EvaluateWithSlopes(Evaluation evaluation)
    {
        Work.Evaluations++;
        system.EvaluateWithSlopes(evaluation);
    }

    private SolveFailure? Damped(Evaluation evaluation, ReadOnlySpan<double> target)
    {
        int n = system.Unknowns.Length;
        double[] u = evaluation.Value;
        Work.Searches++;
        EvaluateWithSlopes(evaluation);
        if (!Residual(evaluation, target, correction, out int bad)) return Failure("is not finite", bad);
        if (!system.Matrix.TryFactor(evaluation.Jacobian, out int pivot))
            return Failure("cannot be determined (zero pivot)", pivot);
        system.Matrix.Solve(correction);
        for (Iterations = 1; Iterations <= MaximumIterations; Iterations++)
        {
            scale.Set(u);
            double length = scale.Length(correction);
            if (!double.IsFinite(length)) return Failure("is not finite", scale.Largest(correction));
            Array.Copy(u, start, n);
            double step = 1, next;
            while (true)
            {
                for (int i = 0; i < n; i++)
                    u[i] = start[i] + step * correction[i];
                EvaluateWithSlopes(evaluation);
                if (Residual(evaluation, target, simplified, out _))
                {
                    system.Matrix.Solve(simplified);
                    next = scale.Length(simplified);
                    if (next <= (1 - 0.25 * step) * length || next <= Tolerance
                        || (step == 1 && next <= Rounding && length <= Rounding))
                        break;
                }

                step *= 0.5;
                if (step < SmallestStep) return Failure("does not converge", scale.Largest(correction));
            }

            bool rounding = step == 1 && next <= Rounding && next > 0.25 * length;
            if (step == 1 && (next <= Tolerance || rounding))
            {
                for (int i = 0; i < n; i++)
                    u[i] += simplified[i];
                Evaluate(evaluation);
                return null;
            }

            if (!Residual(evaluation, target, correction, out bad)) return Failure("is not finite", bad);
            if (!system.Matrix.TryFactor(evaluation.Jacobian, out pivot))
                return Failure("cannot be determined (zero pivot)", pivot);
            system.Matrix.Solve(correction);
        }

        return Failure("does not converge", scale.Largest(correction));
    }

    // −(content − w rate − target) into r; false with the row when it is not finite.
    private bool Residual(Evaluation evaluation, ReadOnlySpan<double> target, double[] r, out int bad)
    {
        for (int i = 0; i < r.Length; i++)
        {
            r[i] = system.HasContent[i]
                ? target[i] + evaluation.RowWeight[i] * evaluation.Rate[i] - evaluation.Content[i]
                : evaluation.Rate[i];
            if (double.IsFinite(r[i])) continue;
            bad = i;
            return false;
        }

        bad = -1;
        return true;
    }

    // Weights of all rows.
    private void Weigh(Evaluation evaluation, double weight, double? elasticWeight)
    {
        double[] w = evaluation.RowWeight;
        for (int i = 0; i < w.Length; i++)
            w[i] = holds[i] != 0 ? weight : 1;
        if (elasticWeight is not { } elastic) return;
        foreach (int i in scale.Of(UnknownKind.Elastic))
            w[i] = elastic;
    }

    // −(content − w rate − target) into the correction.
    private void Residual(Evaluation evaluation, ReadOnlySpan<double> target)
    {
        ReadOnlySpan<double> content = evaluation.Content, rate = evaluation.Rate, weight = evaluation.RowWeight, held = holds;
        Span<double> r = correction;
        int i = 0;
        for (; i <= r.Length - Lanes.Count; i += Lanes.Count)
            Remainder<Lanes>(held, target, content, weight, rate, i).Store(r, i);
        for (; i < r.Length; i++)
            Remainder<Real>(held, target, content, weight, rate, i).Store(r, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Remainder<T>(
        ReadOnlySpan<double> held, ReadOnlySpan<double> target, ReadOnlySpan<double> content, ReadOnlySpan<double> weight,
        ReadOnlySpan<double> rate, int i)
        where T : struct, IReal<T>
        => T.At(held, i) * (T.At(target, i) - T.At(content, i)) + T.At(weight, i) * T.At(rate, i);

    // Moves u by the correction and keeps where it was; the correction's length, NaN where any part is.
    private double Correct(double[] u)
    {
        ReadOnlySpan<double> v = correction, measure = scale.Inverse;
        Span<double> value = u.AsSpan(0, v.Length), before = start;
        int i = 0;
        Lanes wide = Lanes.From(0);
        for (; i <= v.Length - Lanes.Count; i += Lanes.Count)
            wide = Lanes.Max(Move<Lanes>(value, v, measure, before, i), wide);
        Real one = new(0);
        for (; i < v.Length; i++)
            one = Real.Max(Move<Real>(value, v, measure, before, i), one);
        return Math.Max(Math.Max(Math.Max(wide[0], wide[1]), Math.Max(wide[2], wide[3])), one.Value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Move<T>(
        Span<double> value, ReadOnlySpan<double> correction, ReadOnlySpan<double> measure, Span<double> before, int i)
        where T : struct, IReal<T>
    {
        T v = T.At(correction, i), from = T.At(value, i);
        from.Store(before, i);
        (from + v).Store(value, i);
        return T.Abs(v) * T.At(measure, i);
    }

    private SolveFailure Failure(string what, int unknown) =>
        new(system.Unknowns[unknown].Kind switch
        {
            UnknownKind.Pressure => $"the pressure at '{system.Unknowns[unknown].Name}' {what}",
            UnknownKind.Flow => $"the flow of '{system.Unknowns[unknown].Name}' {what}",
            _ => $"the state of '{system.Unknowns[unknown].Name}' {what}",
        }, system.Unknowns[unknown].Name);
}

using Azygos.Circulation.Assembly;

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

    // Chosen by counting work on a body: an iteration with the old matrix costs a sixth of a new matrix, so it must
    // bring a digit.
    private const double Contraction = 0.1;

    // Chosen: what the old matrix leaves (contraction times correction) adds up over the whole network to less than
    // 1e-13 of its volume.
    private const double LeftOver = 1e-13;

    // A matrix made for a weight that differs only by the rounding of time serves as well.
    private const double SameWeight = 1e-6;

    private readonly int[] kind = [.. system.Unknowns.Select(u => (int)u.Kind)];
    private double factoredWeight = double.NaN;  // of the matrix at hand, which nobody else factors; NaN: there is none

    private readonly double[] correction = new double[system.Unknowns.Length];
    private readonly double[] simplified = new double[system.Unknowns.Length];
    private readonly double[] start = new double[system.Unknowns.Length];
    private readonly double[] scale = new double[Enum.GetValues<UnknownKind>().Length];

    /// <summary>Iterations of the last solve.</summary>
    public int Iterations { get; private set; }

    /// <summary>Solves from the evaluation's present values; leaves contents and rates of the solution in it.</summary>
    /// <param name="evaluation">Values on entry the guess, on return the solution, with contents and rates.</param>
    /// <param name="target">Right-hand side of the rows with content; shape [unknowns].</param>
    /// <param name="weight">w of the rows with content [s].</param>
    /// <param name="elasticWeight">w of the elastic pressures, when it differs: very long, they equal the node's
    /// pressure.</param>
    public SolveFailure? Solve(
        Evaluation evaluation, ReadOnlySpan<double> target, double weight, double? elasticWeight = null)
    {
        int n = system.Unknowns.Length;
        for (int i = 0; i < n; i++)
            evaluation.RowWeight[i] = !system.HasContent[i] ? 1
                : system.Unknowns[i].Kind == UnknownKind.Elastic ? elasticWeight ?? weight : weight;
        if (elasticWeight is not null) factoredWeight = double.NaN;
        bool better = true;
        if (Math.Abs(factoredWeight - weight) <= SameWeight * weight)
        {
            system.Evaluate(evaluation);
            if (Simplified(evaluation, target, out _)) return null;
        }

        factoredWeight = double.NaN;
        for (int k = 0; k < MaximumIterations && better; k++)
        {
            system.EvaluateWithSlopes(evaluation);
            if (!system.Matrix.TryFactor(evaluation.Jacobian, out _)) break;
            factoredWeight = elasticWeight is null ? weight : double.NaN;
            if (Simplified(evaluation, target, out better)) return null;
        }

        SolveFailure? failure = Damped(evaluation, target);
        factoredWeight = failure is null && elasticWeight is null ? weight : double.NaN;
        return failure;
    }

    // Newton with the matrix at hand, from an evaluated point. True: solved. False: at the best point reached, whether
    // or not that is a better one than it began from, with contents and rates of another.
    private bool Simplified(Evaluation evaluation, ReadOnlySpan<double> target, out bool better)
    {
        double[] u = evaluation.Value;
        double length = double.PositiveInfinity;
        better = false;
        Scale(u);
        for (Iterations = 0; Iterations < MaximumIterations; Iterations++)
        {
            double next = double.NaN;
            if (Residual(evaluation, target, correction, out _))
            {
                system.Matrix.Solve(correction);
                next = Length(correction);
            }

            if (!(next < length))
            {
                if (Iterations > 0) Array.Copy(start, u, start.Length);
                return false;
            }

            better = Iterations > 0;
            double rate = better ? next / length : Contraction;
            Array.Copy(u, start, start.Length);
            for (int i = 0; i < start.Length; i++)
                u[i] += correction[i];
            system.Evaluate(evaluation);
            if (rate * next <= LeftOver) return true;
            if (rate > Contraction) return false;
            length = next;
        }

        return false;
    }

    private SolveFailure? Damped(Evaluation evaluation, ReadOnlySpan<double> target)
    {
        int n = system.Unknowns.Length;
        double[] u = evaluation.Value;
        system.EvaluateWithSlopes(evaluation);
        if (!Residual(evaluation, target, correction, out int bad)) return Failure("is not finite", bad);
        if (!system.Matrix.TryFactor(evaluation.Jacobian, out int pivot))
            return Failure("cannot be determined (zero pivot)", pivot);
        system.Matrix.Solve(correction);
        for (Iterations = 1; Iterations <= MaximumIterations; Iterations++)
        {
            Scale(u);
            double length = Length(correction);
            if (!double.IsFinite(length)) return Failure("is not finite", Largest(correction));
            Array.Copy(u, start, n);
            double step = 1, next;
            while (true)
            {
                for (int i = 0; i < n; i++)
                    u[i] = start[i] + step * correction[i];
                system.EvaluateWithSlopes(evaluation);
                if (Residual(evaluation, target, simplified, out _))
                {
                    system.Matrix.Solve(simplified);
                    next = Length(simplified);
                    if (next <= (1 - 0.25 * step) * length || next <= Tolerance
                        || (step == 1 && next <= Rounding && length <= Rounding))
                        break;
                }

                step *= 0.5;
                if (step < SmallestStep) return Failure("does not converge", Largest(correction));
            }

            bool rounding = step == 1 && next <= Rounding && next > 0.25 * length;
            if (step == 1 && (next <= Tolerance || rounding))
            {
                for (int i = 0; i < n; i++)
                    u[i] += simplified[i];
                system.Evaluate(evaluation);
                return null;
            }

            if (!Residual(evaluation, target, correction, out bad)) return Failure("is not finite", bad);
            if (!system.Matrix.TryFactor(evaluation.Jacobian, out pivot))
                return Failure("cannot be determined (zero pivot)", pivot);
            system.Matrix.Solve(correction);
        }

        return Failure("does not converge", Largest(correction));
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

    private void Scale(double[] u)
    {
        // Floors (chosen): below these a pressure, flow or state is nothing a person could measure.
        // 100 Pa: where viscoelastic walls alone hold the fluid, a balance at rest finds a node's pressure to about
        // 1e-7 Pa.
        scale[(int)UnknownKind.Pressure] = scale[(int)UnknownKind.Elastic] = 100;
        scale[(int)UnknownKind.Flow] = 1e-9;
        scale[(int)UnknownKind.Opening] = scale[(int)UnknownKind.Signal] = 1e-3;
        for (int i = 0; i < kind.Length; i++)
        {
            ref double s = ref scale[kind[i]];
            s = Math.Max(s, Math.Abs(u[i]));
        }
    }

    private double Length(double[] v)
    {
        double largest = 0;
        for (int i = 0; i < v.Length; i++)
        {
            double size = Math.Abs(v[i]) / scale[kind[i]];
            if (!(size <= largest)) largest = size;   // NaN goes through
        }

        return largest;
    }

    private int Largest(double[] v)
    {
        int at = 0;
        double largest = -1;
        for (int i = 0; i < v.Length; i++)
        {
            double size = Math.Abs(v[i]) / scale[kind[i]];
            if (size <= largest) continue;
            largest = size;
            at = i;
        }

        return at;
    }

    private SolveFailure Failure(string what, int unknown) =>
        new(system.Unknowns[unknown].Kind switch
        {
            UnknownKind.Pressure => $"the pressure at '{system.Unknowns[unknown].Name}' {what}",
            UnknownKind.Flow => $"the flow of '{system.Unknowns[unknown].Name}' {what}",
            _ => $"the state of '{system.Unknowns[unknown].Name}' {what}",
        }, system.Unknowns[unknown].Name);
}

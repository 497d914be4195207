using Azygos.Body.Anatomy;
using Azygos.Body.Model;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Body.Calibration;

/// <summary>Turns knobs until the mean-flow state meets its targets: damped least squares on the knobs'
/// logarithms.</summary>
/// <remarks>
/// With x_i = (value_i + correction_i − target_i)/half band_i, θ_j = ln knob_j and σ the width of the prior, it makes
/// least Σ (x_i² + x_i⁶) + Σ ((θ_j − ln start_j)/σ)². The sixth power makes each band a wall: to leave one costs more
/// than to hold all others in their middle. The slopes are forward differences of steady solves, each started from the
/// state that it is the neighbour of; the step solves the damped problem by singular values and stays inside the
/// knobs' ranges.
/// </remarks>
/// <source doi="10.1137/0111030" at="Marquardt's damping"/>
/// <source choice="the wall x⁶ and the weak prior: docs/theory/calibration.md"/>
internal sealed class SteadyFit
{
    private const double Difference = 0.01;     // of ln knob, chosen: far above the solve's rounding, 1 % of a knob
    private const double LongestStep = 0.7;     // of ln knob, chosen: a factor of two at once
    private const double FirstDamping = 1e-2, LargestDamping = 1e9;
    private const double Still = 1e-4;          // of ln knob, chosen: a hundredth of a per cent

    private readonly BodyModel model;
    private readonly Angle tilt;
    private readonly FitSettings settings;
    private readonly double[] low, high, prior;

    /// <summary>Prepares a fit.</summary>
    /// <param name="model">The model.</param>
    /// <param name="tilt">Tilt from the horizontal.</param>
    /// <param name="knobs">The knobs to turn, all with start and range.</param>
    /// <param name="targets">The targets that a mean-flow state can give.</param>
    /// <param name="settings">Steps, prior, workers.</param>
    public SteadyFit(
        BodyModel model, Angle tilt, IReadOnlyList<CalibrationRow> knobs, IReadOnlyList<ValidationRow> targets,
        FitSettings settings)
    {
        this.model = model;
        this.tilt = tilt;
        this.settings = settings;
        Knobs = knobs;
        Targets = targets;
        low = [.. knobs.Select(k => Math.Log(k.Low!.Value))];
        high = [.. knobs.Select(k => Math.Log(k.High!.Value))];
        prior = [.. knobs.Select(k => Math.Log(k.Start!.Value))];
    }

    public IReadOnlyList<CalibrationRow> Knobs { get; }

    public IReadOnlyList<ValidationRow> Targets { get; }

    /// <summary>Steady solves so far.</summary>
    public int Solves { get; private set; }

    /// <summary>The whole model at some values of the knobs.</summary>
    public BodyModel At(double[] θ)
    {
        BodyModel turned = model;
        for (int j = 0; j < θ.Length; j++)
            turned = Calibration.Knobs.Turn(turned, Knobs[j].Knob, Math.Exp(θ[j]));
        return turned;
    }

    /// <summary>The mean-flow state at some values of the knobs.</summary>
    public SteadyBody Solve(double[] θ, SteadyBody? near, CancellationToken cancellation)
    {
        Solves++;
        return Find(θ, near, cancellation);
    }

    private SteadyBody Find(double[] θ, SteadyBody? near, CancellationToken cancellation) =>
        SteadyBody.Find(At(θ).At(settings.Detail), tilt, near, cancellation);

    /// <summary>Values of the targets, in their units.</summary>
    public double[] Values(SteadyBody body) => [.. Targets.Select(t => body.Value(t.Quantity, t.Unit) ?? double.NaN)];

    /// <summary>Finds the best knobs.</summary>
    /// <param name="θ">Logarithms of the knobs at which it begins; those of the end on return.</param>
    /// <param name="correction">What is added to each value of the mean-flow state; shape [targets].</param>
    /// <param name="near">State to start the first solve from, or null.</param>
    /// <param name="tell">Told after every step: step and misfit.</param>
    /// <param name="cancellation">Cancels between steps.</param>
    public SteadyEnd Run(
        double[] θ, double[] correction, SteadyBody? near, Action<int, double>? tell, CancellationToken cancellation)
    {
        SteadyBody body = Solve(θ, near, cancellation);
        if (body.Failure is { } none) return new(body, double.NaN, null, $"{none} at the first knobs");
        double[] residual = Residual(θ, Values(body), correction);
        double misfit = Squares(residual), damping = FirstDamping;
        double[,]? response = null;
        for (int step = 1; step <= settings.MostSteps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            double[,] values = Response(θ, body, cancellation);
            if (Undefined(values) is { } hole) return new(body, misfit, null, hole);
            response = Scaled(values);
            double[,] slopes = Slopes(response, Values(body), correction);
            bool moved = false;
            double length = 0;
            while (!moved && damping < LargestDamping)
            {
                double[] next = Next(θ, slopes, residual, damping, out length);
                if (length < Still) return new(body, misfit, response, null);
                SteadyBody there = Solve(next, body, cancellation);
                double[] thereResidual = there.Failure is null ? Residual(next, Values(there), correction) : [];
                double thereMisfit = there.Failure is null ? Squares(thereResidual) : double.PositiveInfinity;
                moved = thereMisfit < misfit;
                damping = moved ? Math.Max(damping / 5, 1e-9) : damping * 4;
                if (!moved) continue;
                next.CopyTo(θ, 0);
                (body, residual, misfit) = (there, thereResidual, thereMisfit);
            }

            tell?.Invoke(step, misfit);
            if (!moved) return new(body, misfit, response, null);   // rounding: no shorter step is better
        }

        return new(body, misfit, response, FormattableString.Invariant(
            $"the knobs still move after {settings.MostSteps} steps"));
    }

    /// <summary>Slopes of the targets by ln knob, in their units; shape [targets, knobs].</summary>
    public double[,] Response(double[] θ, SteadyBody body, CancellationToken cancellation)
    {
        double[] here = Values(body);
        double[,] slopes = new double[Targets.Count, θ.Length];
        Parallel.For(0, θ.Length,
            new ParallelOptions { MaxDegreeOfParallelism = settings.Workers, CancellationToken = cancellation },
            j =>
            {
                double[] moved = [.. θ];
                double step = θ[j] + Difference <= high[j] ? Difference : -Difference;
                moved[j] += step;
                double[] there = Values(Find(moved, body, cancellation));
                for (int i = 0; i < there.Length; i++)
                    slopes[i, j] = (there[i] - here[i]) / step;
            });
        Solves += θ.Length;
        return slopes;
    }

    // Rows of the targets, then of the prior.
    private double[] Residual(double[] θ, double[] values, double[] correction)
    {
        double[] r = new double[Targets.Count + θ.Length];
        for (int i = 0; i < Targets.Count; i++)
            r[i] = Walled(Misfit(i, values, correction));
        for (int j = 0; j < θ.Length; j++)
            r[Targets.Count + j] = (θ[j] - prior[j]) / settings.PriorWidth;
        return r;
    }

    private double[,] Slopes(double[,] response, double[] values, double[] correction)
    {
        double[,] slopes = new double[Targets.Count + prior.Length, prior.Length];
        for (int i = 0; i < Targets.Count; i++)
        {
            double slope = WalledSlope(Misfit(i, values, correction));
            for (int j = 0; j < prior.Length; j++)
                slopes[i, j] = slope * response[i, j];
        }

        for (int j = 0; j < prior.Length; j++)
            slopes[Targets.Count + j, j] = 1 / settings.PriorWidth;
        return slopes;
    }

    private double[,] Scaled(double[,] values)
    {
        double[,] scaled = new double[Targets.Count, prior.Length];
        for (int i = 0; i < Targets.Count; i++)
            for (int j = 0; j < prior.Length; j++)
                scaled[i, j] = values[i, j] / FitTarget.HalfBand(Targets[i]);
        return scaled;
    }

    private string? Undefined(double[,] values)
    {
        for (int j = 0; j < prior.Length; j++)
            for (int i = 0; i < Targets.Count; i++)
                if (!double.IsFinite(values[i, j]))
                    return $"no mean-flow state beside the present one, with another {Knobs[j].Knob}";
        return null;
    }

    // The damped step; a knob that would leave its range stays at its end, and the others are found without it.
    private double[] Next(double[] θ, double[,] slopes, double[] residual, double damping, out double length)
    {
        bool[] fixedAt = new bool[θ.Length];
        double[] next = [.. θ];
        for (int pass = 0; pass <= θ.Length; pass++)
        {
            double[,] free = (double[,])slopes.Clone();
            double[] right = [.. residual.Select(r => -r)];
            for (int j = 0; j < θ.Length; j++)
            {
                if (!fixedAt[j]) continue;
                for (int i = 0; i < right.Length; i++)
                {
                    right[i] -= slopes[i, j] * (next[j] - θ[j]);
                    free[i, j] = 0;
                }
            }

            double[] step = new SingularValues(free).Solve(right, damping);
            double longest = step.Max(Math.Abs), share = longest > LongestStep ? LongestStep / longest : 1;
            bool left = false;
            for (int j = 0; j < θ.Length; j++)
            {
                if (fixedAt[j]) continue;
                double wanted = θ[j] + share * step[j];
                next[j] = Math.Clamp(wanted, low[j], high[j]);
                if (next[j] == wanted) continue;
                fixedAt[j] = left = true;
            }

            if (!left) break;
        }

        length = next.Zip(θ, (a, b) => Math.Abs(a - b)).Max();
        return next;
    }

    private double Misfit(int i, double[] values, double[] correction) =>
        (values[i] + correction[i] - Targets[i].Value) / FitTarget.HalfBand(Targets[i]);

    // r = x √(1 + x⁴), so that r² = x² + x⁶.
    private static double Walled(double x) => x * Math.Sqrt(1 + x * x * x * x);

    private static double WalledSlope(double x)
    {
        double x4 = x * x * x * x;
        return (1 + 3 * x4) / Math.Sqrt(1 + x4);
    }

    private static double Squares(double[] r) => r.Sum(x => x * x);
}

/// <summary>How a steady fit ended.</summary>
/// <param name="Body">The state at its end.</param>
/// <param name="Misfit">Sum of squares.</param>
/// <param name="Response">Slopes of the targets in half bands by ln knob; null where there are none.</param>
/// <param name="Failure">Why it failed, or null.</param>
internal sealed record SteadyEnd(SteadyBody Body, double Misfit, double[,]? Response, string? Failure);

using Azygos.Numerics;
using Azygos.Studies.Results;

namespace Azygos.Studies.Sensitivity;

/// <summary>Shares of an answer's variance that inputs account for, with intervals.</summary>
/// <remarks>
/// Two independent samples A and B of n points; A_B⁽ⁱ⁾ is A with input i of B. First order S_i = 1 − Σ(f_B − f_AB)²/2nV,
/// total T_i = Σ(f_A − f_AB)²/2nV, V the variance of f_A and f_B together. Intervals: the middle 95 % over resampled
/// points, all columns of a point together. A point with an evaluation that has no answer is left out whole, and counted.
/// </remarks>
/// <source doi="10.1016/j.cpc.2009.09.018" at="Saltelli et al. 2010, table 2: Jansen's estimators"/>
public sealed class SobolIndices
{
    private const int Purpose = 20, Resampling = 21;

    // Chosen: ends of a 95 % interval by 500 resamples are good to a tenth of its width.
    private const int Resamples = 500;

    private readonly double[][][] answers;   // [answer][point][A, B, AB_1 … AB_d]

    private SobolIndices(double[][][] answers, int points, int without) =>
        (this.answers, Points, Without) = (answers, points, without);

    /// <summary>Points that count.</summary>
    public int Points { get; }

    /// <summary>Points left out because the model had no answer at them.</summary>
    public int Without { get; }

    /// <summary>Evaluates a model.</summary>
    /// <param name="model">The model; called from several threads.</param>
    /// <param name="inputs">How many inputs.</param>
    /// <param name="points">n, at least 2; the model is called n (inputs + 2) times.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="ArgumentException">Fewer than two points have answers.</exception>
    public static SobolIndices Of(ModelOfInputs model, int inputs, int points, ulong seed,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        double[][]?[] found = new double[][]?[points];
        int done = 0;
        Parallel.For(0, points, new ParallelOptions { CancellationToken = cancellation }, k =>
        {
            AddressedNumbers stream = new(seed, Purpose, 0, k);
            double[] a = new double[inputs], b = new double[inputs];
            for (int i = 0; i < inputs; i++) (a[i], b[i]) = (stream.NextUniform(), stream.NextUniform());
            double[]?[] all = [model([.. a]), model([.. b]), .. Enumerable.Range(0, inputs).Select(i =>
            {
                double[] mixed = [.. a];
                mixed[i] = b[i];
                return model(mixed);
            })];
            found[k] = all.Any(one => one is null) ? null : [.. all.OfType<double[]>()];
            progress?.Report((double)Interlocked.Increment(ref done) / points);
        });
        double[][][] good = [.. found.OfType<double[][]>()];
        if (good.Length < 2) throw new ArgumentException("fewer than two points have answers", nameof(model));
        int kept = good[0][0].Length;
        return new SobolIndices([.. Enumerable.Range(0, kept).Select(q => good.Select(point =>
            point.Select(one => one[q]).ToArray()).ToArray())], good.Length, points - good.Length);
    }

    /// <summary>Indices of one answer; shape [inputs].</summary>
    /// <param name="answer">Which of the model's answers.</param>
    /// <param name="seed">Seed of the resampling.</param>
    public IReadOnlyList<SobolIndex> Indices(int answer, ulong seed)
    {
        double[][] points = answers[answer];
        int inputs = points[0].Length - 2;
        int[] all = [.. Enumerable.Range(0, Points)];
        (double[] first, double[] total) = Estimates(points, all);
        double[][] firsts = new double[Resamples][], totals = new double[Resamples][];
        for (int r = 0; r < Resamples; r++)
        {
            AddressedNumbers stream = new(seed, Resampling, r, answer);
            int[] drawn = [.. all.Select(_ => (int)(stream.NextUniform() * Points))];
            (firsts[r], totals[r]) = Estimates(points, drawn);
        }
        Spread Interval(double value, double[][] many, int i)
        {
            Spread? spread = Spread.Of(many.Select(one => one[i]).Where(double.IsFinite));
            return new Spread(value, spread?.Low ?? double.NaN, spread?.High ?? double.NaN, Points);
        }
        return [.. Enumerable.Range(0, inputs).Select(i =>
            new SobolIndex(Interval(first[i], firsts, i), Interval(total[i], totals, i)))];
    }

    private static (double[] First, double[] Total) Estimates(double[][] points, int[] which)
    {
        int inputs = points[0].Length - 2;
        double mean = 0, variance = 0;
        foreach (int k in which) mean += points[k][0] + points[k][1];
        mean /= 2 * which.Length;
        double[] first = new double[inputs], total = new double[inputs];
        foreach (int k in which)
        {
            double[] point = points[k];
            variance += Square(point[0] - mean) + Square(point[1] - mean);
            for (int i = 0; i < inputs; i++)
            {
                first[i] += Square(point[1] - point[2 + i]);
                total[i] += Square(point[0] - point[2 + i]);
            }
        }
        // Sums of both: n V twice.
        for (int i = 0; i < inputs; i++) (first[i], total[i]) = (1 - first[i] / variance, total[i] / variance);
        return (first, total);
    }

    private static double Square(double x) => x * x;
}

/// <summary>Indices of one input.</summary>
/// <param name="First">S, share of the variance that the input accounts for alone [1]; its median is the estimate.</param>
/// <param name="Total">T, share that it has a part in [1].</param>
/// <source doi="10.1016/S0378-4754(00)00270-6" at="Sobol 2001"/>
public readonly record struct SobolIndex(Spread First, Spread Total);

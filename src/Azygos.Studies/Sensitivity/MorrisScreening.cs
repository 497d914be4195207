using Azygos.Numerics;

namespace Azygos.Studies.Sensitivity;

/// <summary>Which inputs matter at all, for few evaluations: elementary effects along random ways.</summary>
/// <remarks>
/// A way starts at a random node of a grid of p levels and moves every input once, in random order, by half of the
/// levels, Δ = ½: effect d_i = (f(x + Δ e_i) − f(x))/Δ with the sign of the move. μ* is the mean of |d_i| (does it matter), σ
/// their standard deviation (does it depend on others, or bend). Levels are at (k + ½)/p, for ends of a distribution may be
/// infinite. A way with a point without an answer is left out, and counted.
/// </remarks>
/// <param name="Ways">Ways that count.</param>
/// <param name="Without">Ways left out because the model had no answer on them.</param>
/// <param name="Effects">Effects; shape [answers][inputs].</param>
/// <source doi="10.1080/00401706.1991.10484804" at="Morris 1991; μ* after 10.1016/j.envsoft.2006.10.004"/>
public sealed record MorrisScreening(int Ways, int Without, IReadOnlyList<IReadOnlyList<MorrisEffect>> Effects)
{
    private const int Purpose = 22;

    /// <summary>p.</summary>
    /// <source doi="10.1080/00401706.1991.10484804" at="4 levels, as usual"/>
    public const int Levels = 4;

    /// <summary>Screens a model; effects by answer, then by input.</summary>
    /// <param name="model">The model; called from several threads.</param>
    /// <param name="inputs">How many inputs.</param>
    /// <param name="ways">Ways, at least 2; the model is called ways × (inputs + 1) times.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="ArgumentException">Fewer than two ways have answers.</exception>
    public static MorrisScreening Of(
        ModelOfInputs model, int inputs, int ways, ulong seed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        double[][]?[] found = new double[][]?[ways];                // [way][input][answer]
        Parallel.For(0, ways, new ParallelOptions { CancellationToken = cancellation },
            way => found[way] = Way(model, inputs, new AddressedNumbers(seed, Purpose, 0, way)));
        double[][][] good = [.. found.OfType<double[][]>()];
        if (good.Length < 2) throw new ArgumentException("fewer than two ways have answers", nameof(model));
        return new MorrisScreening(good.Length, ways - good.Length, [.. Enumerable.Range(0, good[0][0].Length)
            .Select(answer => (IReadOnlyList<MorrisEffect>)[.. Enumerable.Range(0, inputs)
                .Select(input => MorrisEffect.Of([.. good.Select(way => way[input][answer])]))])]);
    }

    private static double[][]? Way(ModelOfInputs model, int inputs, AddressedNumbers stream)
    {
        const int jump = Levels / 2;
        int[] node = new int[inputs];
        for (int i = 0; i < inputs; i++) node[i] = (int)(stream.NextUniform() * Levels);
        int[] order = [.. Enumerable.Range(0, inputs)];
        for (int i = inputs - 1; i > 0; i--)
        {
            int j = (int)(stream.NextUniform() * (i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }
        double[][] effects = new double[inputs][];
        if (Answer() is not { } before) return null;
        foreach (int i in order)
        {
            int sign = node[i] < jump ? 1 : -1;
            node[i] += sign * jump;
            if (Answer() is not { } after) return null;
            effects[i] = [.. after.Zip(before, (x, y) => sign * (x - y) * Levels / jump)];
            before = after;
        }
        return effects;

        double[]? Answer() => model([.. node.Select(level => (level + 0.5) / Levels)]);
    }
}

/// <summary>Elementary effects of one input on one answer, for its whole range.</summary>
/// <param name="Mean">μ.</param>
/// <param name="Size">μ*, mean of sizes.</param>
/// <param name="Spread">σ.</param>
/// <source doi="10.1016/j.envsoft.2006.10.004" at="Campolongo et al. 2007, μ*"/>
public readonly record struct MorrisEffect(double Mean, double Size, double Spread)
{
    internal static MorrisEffect Of(double[] effects)
    {
        double mean = effects.Average();
        return new(mean, effects.Average(Math.Abs),
            Math.Sqrt(effects.Sum(d => (d - mean) * (d - mean)) / (effects.Length - 1)));
    }
}

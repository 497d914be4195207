using Azygos.Studies.Sensitivity;

namespace Azygos.Studies.Tests.Sensitivity;

/// <summary>Functions whose indices are known.</summary>
public sealed class ExactAnswerTests
{
    private const double A = 7, B = 0.1;

    // sin x₁ + a sin² x₂ + b x₃⁴ sin x₁ on (−π, π)³; Ishigami and Homma 1990.
    private static double[] Ishigami(double[] u)
    {
        double[] x = [.. u.Select(one => Math.PI * (2 * one - 1))];
        return [Math.Sin(x[0]) + A * Math.Pow(Math.Sin(x[1]), 2) + B * Math.Pow(x[2], 4) * Math.Sin(x[0])];
    }

    private static readonly double[] Weights = [0, 1, 4.5, 9, 99];

    // Π (|4u − 2| + a)/(1 + a); Sobol's g-function.
    private static double[] G(double[] u) =>
        [u.Zip(Weights, (one, a) => (Math.Abs(4 * one - 2) + a) / (1 + a)).Aggregate(1.0, (x, y) => x * y)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Ishigamis_indices_lie_in_their_intervals()
    {
        double pi4 = Math.Pow(Math.PI, 4), pi8 = pi4 * pi4;
        double variance = A * A / 8 + B * pi4 / 5 + B * B * pi8 / 18 + 0.5;
        double one = 0.5 * Math.Pow(1 + B * pi4 / 5, 2), two = A * A / 8, third = B * B * pi8 * 8 / 225;
        Check(Ishigami, [one / variance, two / variance, 0],
            [(one + third) / variance, two / variance, third / variance]);
    }

    [Fact]
    public void Indices_of_the_g_function_lie_in_their_intervals()
    {
        double[] parts = [.. Weights.Select(a => 1 / (3 * (1 + a) * (1 + a)))];
        double variance = parts.Aggregate(1.0, (x, v) => x * (1 + v)) - 1;
        Check(G, [.. parts.Select(v => v / variance)],
            [.. parts.Select(v => v * parts.Aggregate(1.0, (x, w) => x * (1 + w)) / (1 + v) / variance)]);
    }

    private static void Check(Func<double[], double[]> model, double[] first, double[] total)
    {
        SobolIndices found = SobolIndices.Of(u => model(u), first.Length, 4096, 5, null, Cancellation);
        IReadOnlyList<SobolIndex> indices = found.Indices(0, 5);
        Assert.Equal(0, found.Without);
        for (int i = 0; i < first.Length; i++)
        {
            Holds(indices[i].First, first[i]);
            Holds(indices[i].Total, total[i]);
        }
    }

    private static void Holds(Azygos.Studies.Results.Spread found, double truth)
    {
        // Ten 95 % intervals a function: a third of the width more on either side, and a miss is 1 in 1000 of each.
        double slack = (found.High - found.Low) / 3;
        Assert.InRange(truth, found.Low - slack - 1e-12, found.High + slack + 1e-12);
        Assert.True(found.High - found.Low < 0.12, $"interval from {found.Low} to {found.High}");
    }

    /// <summary>How often intervals hold the truth, over many seeds: what an interval promises.</summary>
    [Fact]
    public void Intervals_hold_the_truth_about_as_often_as_they_say()
    {
        double[] parts = [.. Weights.Select(a => 1 / (3 * (1 + a) * (1 + a)))];
        double variance = parts.Aggregate(1.0, (x, v) => x * (1 + v)) - 1;
        int held = 0;
        for (ulong seed = 0; seed < 60; seed++)
        {
            SobolIndex first = SobolIndices.Of(u => G(u), 5, 256, seed, null, Cancellation).Indices(0, seed)[0];
            if (first.First.Low <= parts[0] / variance && parts[0] / variance <= first.First.High) held++;
        }
        Assert.InRange(held, 51, 60);      // 57 of 60 expected; 51 or fewer in 1 of 100
    }

    [Fact]
    public void Screening_ranks_the_g_functions_inputs_and_knows_a_straight_line()
    {
        MorrisScreening found = MorrisScreening.Of(u => G(u), 5, 200, 3, Cancellation);
        double[] sizes = [.. found.Effects[0].Select(one => one.Size)];
        Assert.Equal(sizes.OrderDescending(), sizes);
        MorrisScreening line = MorrisScreening.Of(u => [3 * u[0] - 2 * u[1], u[2]], 3, 10, 3, Cancellation);
        Assert.Equal([3, -2, 0], line.Effects[0].Select(one => Math.Round(one.Mean, 12)));
        Assert.All(line.Effects[0], one => Assert.InRange(one.Spread, 0, 1e-12));
        Assert.Equal(1, line.Effects[1][2].Size, 1e-12);
    }

    [Fact]
    public void Points_without_an_answer_are_counted_and_a_model_without_any_is_refused()
    {
        SobolIndices found = SobolIndices.Of(u => u[0] > 0.9 ? null : G(u), 5, 200, 1, null, Cancellation);
        Assert.InRange(found.Without, 1, 199);
        Assert.Equal(200, found.Points + found.Without);
        Assert.Throws<ArgumentException>(() => SobolIndices.Of(_ => null, 2, 10, 1, null, Cancellation));
        Assert.Throws<ArgumentException>(() => MorrisScreening.Of(_ => null, 2, 10, 1, Cancellation));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_on_any_number_of_threads() =>
        Assert.Equal(SobolIndices.Of(u => G(u), 5, 128, 9, null, Cancellation).Indices(0, 2),
            SobolIndices.Of(u => G(u), 5, 128, 9, null, Cancellation).Indices(0, 2));
}

using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Resampling;

/// <summary>A permutation test by random sign flips, for more studies than can be enumerated.</summary>
/// <param name="Draws">Flips drawn.</param>
/// <param name="Observed">Observed statistic.</param>
/// <param name="AtLeastAsExtreme">Draws at least as far from 0.</param>
/// <source doi="10.2202/1544-6115.1585" at="Phipson and Smyth 2010: a p value of draws is never 0"/>
public sealed record SampledPermutation(int Draws, double Observed, int AtLeastAsExtreme)
{
    private static readonly double s_tie = Math.Sqrt(2.220446049250313e-16);

    /// <summary>(count + 1)/(draws + 1).</summary>
    public double PValue => (AtLeastAsExtreme + 1.0) / (Draws + 1.0);

    /// <summary>Draws flips from a seed; the same seed gives the same draws for any number of threads.</summary>
    public static Outcome<SampledPermutation> SignFlips(
        EffectTable table, PoolingOptions options, int draws, ulong seed)
        => RandomEffects.Pool(table, options).Then<SampledPermutation>(fit =>
        {
            double bar = Math.Abs(fit.Mean.Statistic) - s_tie;
            int count = 0;
            NoAnswer? refused = null;
            Parallel.For(0, draws, static () => 0, (draw, _, own) =>
            {
                double[] y = table.Effects.ToArray();
                ulong bits = 0;
                for (int i = 0; i < y.Length; i++)
                {
                    if (i % 64 == 0) bits = Mix(seed, (ulong)draw, (ulong)(i / 64));
                    if ((bits >> (i % 64) & 1) == 1) y[i] = -y[i];
                }
                var quick = EffectTable.From(y, table.Variances).Then(static t => LinearModel.From(t))
                    .Then(m => QuickFit.Of(m, options));
                if (quick.Refused is { } none) Interlocked.CompareExchange(ref refused, none, null);
                else if (Math.Abs(quick.Value.Statistic) >= bar) own++;
                return own;
            }, own => Interlocked.Add(ref count, own));
            return refused is { } reason ? reason : new SampledPermutation(draws, fit.Mean.Statistic, count);
        });

    /// <summary>Draws rearrangements of the predictor rows over the studies; the statistic is the test of all
    /// predictors.</summary>
    public static Outcome<SampledPermutation> Moderators(
        EffectTable table, DesignMatrix design, PoolingOptions options, int draws, ulong seed)
        => RandomEffects.Fit(table, design, options).Then<SampledPermutation>(fit =>
        {
            if (fit.Moderators is not { } test)
                return new NoAnswer(Refusal.NotEstimable, "There is no predictor to rearrange.");
            double bar = test.Statistic - s_tie;
            int count = 0;
            NoAnswer? refused = null;
            Parallel.For(0, draws, static () => 0, (draw, _, own) =>
            {
                int[] order = [.. Enumerable.Range(0, design.Rows)];
                // Fisher and Yates; a remainder of 64 bits is even to one part in 10¹⁷.
                for (int i = order.Length - 1; i > 0; i--)
                {
                    int j = (int)(Mix(seed, (ulong)draw, (ulong)i) % (ulong)(i + 1));
                    (order[i], order[j]) = (order[j], order[i]);
                }
                var moved = RandomEffects.Fit(table, PermutationTest.Moved(design, order), options);
                if (moved.Refused is { } none) Interlocked.CompareExchange(ref refused, none, null);
                else if (moved.Value.Moderators is { } other && other.Statistic >= bar) own++;
                return own;
            }, own => Interlocked.Add(ref count, own));
            return refused is { } reason ? reason : new SampledPermutation(draws, test.Statistic, count);
        });

    /// <summary>64 bits of a counter: no state, so no order of draws.</summary>
    /// <source doi="10.1145/2714064.2660195" at="SplitMix64's mixing function"/>
    private static ulong Mix(ulong seed, ulong draw, ulong word)
    {
        ulong z = seed + 0x9E3779B97F4A7C15UL * (2 * draw + 1) + 0xD1B54A32D192ED03UL * word;
        for (int round = 0; round < 2; round++)
        {
            z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ z >> 27) * 0x94D049BB133111EBUL;
            z ^= z >> 31;
        }
        return z;
    }
}

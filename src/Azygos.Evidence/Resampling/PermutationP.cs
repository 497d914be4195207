using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Resampling;

/// <summary>A p value from rearrangements: of all of them, or of a sample where they are too many.</summary>
/// <param name="PValue">Two-sided; of a sample (count + 1)/(draws + 1).</param>
/// <param name="Arrangements">Rearrangements fitted.</param>
/// <param name="IsExact">True when they are all there are.</param>
/// <source doi="10.2202/1544-6115.1585" at="Phipson and Smyth 2010: a p value of draws is never 0"/>
public sealed record PermutationP(double PValue, long Arrangements, bool IsExact)
{
    private const long MostExact = 20_000;          // chosen: about a second of fits

    private const int Draws = 9_999;                // chosen: p to about ±0.004 near 0.05

    private const ulong Seed = 20_090_401;          // chosen: any; fixed, so that a page shows the same digits twice

    /// <summary>The test that no predictor matters, by rearranging the rows of predictors over the studies.</summary>
    public static Outcome<PermutationP> OfModerators(
        EffectTable table, DesignMatrix design, PoolingOptions options) =>
        PermutationTest.CountArrangements(design) <= MostExact
            ? PermutationTest.Moderators(table, design, options).Then<PermutationP>(static test =>
                test.OmnibusAtLeast is { } count
                    ? new PermutationP((double)count / test.Permutations, test.Permutations, true)
                    : new NoAnswer(Refusal.NotEstimable, "There is no predictor to rearrange."))
            : SampledPermutation.Moderators(table, design, options, Draws, Seed).Then<PermutationP>(static test =>
                new PermutationP(test.PValue, test.Draws, false));
}

using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Linear;
using CsCheck;

namespace Azygos.Evidence.Tests.Heterogeneity;

/// <summary>What every τ² estimator must obey; a new one inherits all of it.</summary>
public abstract class HeterogeneityEstimatorSpec<T>
    where T : struct, IHeterogeneityEstimator
{
    private static readonly Gen<(double[] Y, double[] V)> s_studies =
        Gen.Int[2, 12].SelectMany(k => Gen.Select(Gen.Double[-2, 2].Array[k], Gen.Double[0.01, 1].Array[k]));

    /// <summary>τ² and its standard error for the BCG log risk ratios by metafor.</summary>
    protected abstract (double Tau2, double StandardError) BcgReference { get; }

    [Fact]
    public void Bcg_trials_give_the_reference_value()
    {
        HeterogeneityEstimate estimate = T.Estimate(LinearModel.From(PublishedTables.BcgRiskRatios()).Value).Value;
        PublishedTables.Close(BcgReference.Tau2, estimate.Tau2, 1e-11);         // the reference stops at 1e-13 absolute
        PublishedTables.Close(BcgReference.StandardError, estimate.StandardError, 1e-11);
    }

    [Fact]
    public void Never_negative_and_never_a_NaN()
        => s_studies.Sample(s => Tau2(s.Y, s.V) is >= 0 and < double.PositiveInfinity, iter: 300);

    [Fact]
    public void The_order_of_studies_does_not_matter()
        => s_studies.Sample(s => Near(Tau2(s.Y, s.V), Tau2([.. s.Y.Reverse()], [.. s.V.Reverse()]), 1), iter: 300);

    [Fact]
    public void A_shift_of_all_effects_changes_nothing()
        => s_studies.Sample(s => Near(Tau2(s.Y, s.V), Tau2([.. s.Y.Select(static y => y + 3)], s.V), 1), iter: 300);

    [Fact]
    public void Effects_times_c_and_variances_times_c_squared_give_tau2_times_c_squared()
        => s_studies.Sample(
            s => Near(
                100 * Tau2(s.Y, s.V),
                Tau2([.. s.Y.Select(static y => 10 * y)], [.. s.V.Select(static v => 100 * v)]), 100),
            iter: 300);

    [Fact]
    public void Equal_effects_give_exactly_zero()
        => s_studies.Sample(s => Tau2([.. s.Y.Select(_ => s.Y[0])], s.V) == 0, iter: 100);

    [Fact]
    public void One_study_is_refused()
    {
        var outcome = T.Estimate(LinearModel.From(PublishedTables.Table([0.4], [0.1])).Value);
        Assert.Equal(Refusal.TooFewStudies, outcome.Refused!.Code);
    }

    [Fact]
    public void Widely_scattered_effects_with_tiny_variances_give_nearly_their_variance()
    {
        // With v → 0 every estimator but the maximum-likelihood one tends to the sample variance (here 1, k = 3), ML
        // and the moment rules with k in place of k − 1 to (k − 1)/k of it, the median rule to 2/median(χ²₂) of it.
        double tau2 = Tau2([-1, 0, 1], [1e-9, 1e-9, 1e-9]);
        Assert.InRange(tau2, 0.6666, 1.4428);
    }

    private static double Tau2(double[] y, double[] v)
        => T.Estimate(LinearModel.From(PublishedTables.Table(y, v)).Value).Value.Tau2;

    /// <summary>1e-9 of the size of τ² and variances: these data are of order 1, roots are found to 1e-15.</summary>
    private static bool Near(double a, double b, double scale) => Math.Abs(a - b) <= 1e-9 * (scale + Math.Abs(a));
}

public sealed class DerSimonianLairdTests : HeterogeneityEstimatorSpec<DerSimonianLaird>
{
    protected override (double, double) BcgReference => (0.3087602628623762, 0.2298699925110258);
}

public sealed class HedgesOlkinTests : HeterogeneityEstimatorSpec<HedgesOlkin>
{
    protected override (double, double) BcgReference => (0.3285638579957688, 0.20708717829893372);
}

public sealed class HunterSchmidtTests : HeterogeneityEstimatorSpec<HunterSchmidt>
{
    protected override (double, double) BcgReference => (0.22836286367690684, 0.1279045566132795);
}

public sealed class HunterSchmidtCorrectedTests : HeterogeneityEstimatorSpec<HunterSchmidtCorrected>
{
    protected override (double, double) BcgReference => (0.24916993028096543, 0.1507091900757352);
}

public sealed class SidikJonkmanTests : HeterogeneityEstimatorSpec<SidikJonkman>
{
    protected override (double, double) BcgReference => (0.34551570159859507, 0.14968051134734317);
}

public sealed class MaximumLikelihoodTests : HeterogeneityEstimatorSpec<MaximumLikelihood>
{
    protected override (double, double) BcgReference => (0.2800281372686445, 0.1442519493827643);
}

public sealed class RestrictedMaximumLikelihoodTests : HeterogeneityEstimatorSpec<RestrictedMaximumLikelihood>
{
    protected override (double, double) BcgReference => (0.31324325813648085, 0.16642575283697086);
}

public sealed class EmpiricalBayesTests : HeterogeneityEstimatorSpec<EmpiricalBayes>
{
    protected override (double, double) BcgReference => (0.3180684522050241, 0.17366302746275658);
}

public sealed class PauleMandelTests : HeterogeneityEstimatorSpec<PauleMandel>
{
    protected override (double, double) BcgReference => (0.31806845220502394, 0.1736630274627565);
}

public sealed class PauleMandelMedianTests : HeterogeneityEstimatorSpec<PauleMandelMedian>
{
    protected override (double, double) BcgReference => (0.3433879068958027, 0.18477571554342145);
}

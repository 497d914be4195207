using Azygos.Evidence.Distributions;
using Azygos.Numerics;
using Azygos.Studies.Examiners;

namespace Azygos.Studies.Tests.Examiners;

/// <summary>κ of two dichotomised scores, and what it says of the published ones.</summary>
public sealed class PredictedAgreementTests
{
    /// <summary>At half positive P(both) = 1/4 + asin ρ/2π (Sheppard 1899), so κ = 2 asin ρ/π.</summary>
    [Theory]
    [InlineData(0.05)]
    [InlineData(0.25)]
    [InlineData(0.8)]
    public void Half_positive_agree_by_Sheppards_formula(double correlation) =>
        Assert.Equal(2 * Math.Asin(correlation) / Math.PI, PredictedAgreement.Kappa(0.5, correlation), 1e-9);    // Simpson's error at 0.8: 3e-10

    [Fact]
    public void The_formula_agrees_with_drawn_scores()
    {
        AddressedNumbers stream = new(3, 0, 0, 0);
        long[] counts = new long[4];
        double z = Normal.Quantile(0.8);
        for (int k = 0; k < 400_000; k++)
        {
            double first = Normal.Quantile(stream.NextUniform());
            double second = 0.25 * first + Math.Sqrt(1 - 0.0625) * Normal.Quantile(stream.NextUniform());
            counts[first > z ? second > z ? 0 : 1 : second > z ? 2 : 3]++;
        }
        // Standard error of κ of so many people: 0.0016.
        Assert.Equal(new PairedCalls(counts[0], counts[1], counts[2], counts[3]).Kappa().Value,
            PredictedAgreement.Kappa(0.2, 0.25), 0.006);
    }

    /// <summary>Hits and misses as docs/validation/solved-people.md tells them; one that changes is told there.</summary>
    [Fact]
    public void Published_kappas_are_within_what_such_a_study_would_count_and_none_within_the_range_of_the_ICC()
    {
        IReadOnlyList<PredictedAgreement> all = PredictedAgreement.All();
        Assert.All(all, one => Assert.InRange(one.Predicted.Median, 0.02, 0.11));
        Assert.All(all, one => Assert.True(one.IsHit, one.Criterion));
        Assert.All(all, one => Assert.False(one.IsWithinRange, one.Criterion));
    }
}

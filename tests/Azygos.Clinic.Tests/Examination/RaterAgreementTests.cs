using Azygos.Clinic.Examination;
using Azygos.Numerics;

namespace Azygos.Clinic.Tests.Examination;

public sealed class RaterAgreementTests
{
    [Fact]
    public void Poor_readers_agree_as_published() =>
        // The example of the physiology specification, §10: kappa 0.20, as measured for the criteria overall.
        Assert.Equal(0.20, RaterAgreement.Kappa(0.3, 0.62, 0.83), 0.005);

    [Theory]
    [InlineData(0.3, 0.62, 0.83)]
    [InlineData(0.1, 0.9, 0.9)]
    [InlineData(0.5, 0.7, 0.95)]
    public void The_formula_agrees_with_pairs_that_are_drawn(double prevalence, double sensitivity, double specificity)
    {
        var noise = new RandomNumbers(11, "raters");
        int[] counts = new int[4];
        for (int i = 0; i < 200_000; i++)
        {
            bool ill = noise.Uniform() < prevalence;
            counts[(Call(ill) ? 2 : 0) + (Call(ill) ? 1 : 0)]++;
        }

        // The bar of the specification; the standard error of kappa is 0.002 here.
        Assert.Equal(
            RaterAgreement.Kappa(counts[3], counts[2], counts[1], counts[0]),
            RaterAgreement.Kappa(prevalence, sensitivity, specificity), 0.01);

        bool Call(bool ill) => noise.Uniform() < (ill ? sensitivity : 1 - specificity);
    }

    [Fact]
    public void Readers_without_errors_agree_fully() => Assert.Equal(1, RaterAgreement.Kappa(0.3, 1, 1), 1e-12);
}

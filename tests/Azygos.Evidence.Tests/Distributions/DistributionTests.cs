using Azygos.Evidence.Distributions;
using CsCheck;

namespace Azygos.Evidence.Tests.Distributions;

public sealed class DistributionTests
{
    [Theory]                                                                        // R 4.2.2: qnorm, qt, qchisq
    [InlineData(0.975, double.PositiveInfinity, 1.9599639845400538)]
    [InlineData(0.975, 1, 12.706204736174694)]
    [InlineData(0.975, 12, 2.1788128296672284)]
    [InlineData(0.995, 3, 5.840909309733355)]
    public void T_quantiles(double p, double df, double expected)
        => PublishedTables.Close(expected, StudentT.Quantile(p, df), 1e-12);

    [Theory]
    [InlineData(0.95, 1, 3.841458820694124)]
    [InlineData(0.025, 12, 4.403788506981701)]
    [InlineData(0.5, 2, 1.3862943611198906)]
    public void Chi_squared_quantiles(double p, double df, double expected)
        => PublishedTables.Close(expected, ChiSquared.Quantile(p, df), 1e-12);

    [Fact]
    public void Tails_keep_their_digits_far_out()
    {
        PublishedTables.Close(7.619853024160527e-24, Normal.UpperTail(10), 1e-13);      // R pnorm(10, lower = FALSE)
        PublishedTables.Close(1.9967645908459738e-26, ChiSquared.UpperTail(152.2330080823733, 12), 1e-11);
        PublishedTables.Close(5.725571e-300, Normal.UpperTail(37), 1e-6);
        Assert.InRange(ChiSquared.UpperTail(1370, 1), 1e-305, 1e-295);
    }

    [Fact]
    public void Quantiles_undo_tails()
        => Gen.Select(Gen.Double[1e-6, 0.999], Gen.Double[0.7, 60]).Sample(
            (p, df) => Math.Abs(ChiSquared.UpperTail(ChiSquared.Quantile(p, df), df) - (1 - p)) < 1e-12
                && Math.Abs(StudentT.UpperTail(StudentT.Quantile(p, df), df) - (1 - p)) < 1e-12,
            iter: 300);

    [Fact]
    public void An_F_with_one_numerator_degree_is_a_squared_t()
        => Gen.Select(Gen.Double[0.01, 5], Gen.Double[1, 50]).Sample(
            (t, df) => Math.Abs(FisherF.UpperTail(t * t, 1, df) - StudentT.TwoSided(t, df)) < 1e-13, iter: 200);

    [Fact]
    public void An_F_with_many_denominator_degrees_is_a_chi_squared()
        => PublishedTables.Close(ChiSquared.UpperTail(7.5, 3), FisherF.UpperTail(2.5, 3, 1e9), 1e-6);
}

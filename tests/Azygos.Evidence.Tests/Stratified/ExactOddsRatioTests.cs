using Azygos.Evidence.Counts;
using Azygos.Evidence.Effects;
using Azygos.Evidence.Stratified;

namespace Azygos.Evidence.Tests.Stratified;

public sealed class ExactOddsRatioTests
{
    [Fact]
    public void Fishers_tea_tasting()
    {
        // P(T = 0 … 4) ∝ 1, 16ψ, 36ψ², 16ψ³, ψ⁴: E T = 3 is ψ⁴ − 36ψ² − 32ψ − 3 = 0, and the lower end P(T ≥ 3) =
        // 0.025.
        // R 4.2.2 fisher.test, root finder to 1e-4: p 0.4857143, odds ratio 6.408309 (0.3135693 to 621.9337505).
        ExactOddsRatio tea = ExactOddsRatio.Fit([new(3, 1, 1, 3)]).Value;
        PublishedTables.Close(34.0 / 70, tea.PValue, 1e-12);
        double psi = Math.Exp(tea.Estimate!.Value), low = Math.Exp(tea.Lower!.Value);
        Assert.Equal(0, psi * psi * psi * psi - 36 * psi * psi - 32 * psi - 3, 1e-9);
        PublishedTables.Close(6.408309, psi, 1e-4);
        double all = 1 + 16 * low + 36 * low * low + 16 * low * low * low + low * low * low * low;
        PublishedTables.Close(0.025, (16 * low * low * low + low * low * low * low) / all, 1e-12);
        double high = Math.Exp(tea.Upper!.Value);
        PublishedTables.Close(1 / 0.025 - 1,
            high * high * high * high / (1 + 16 * high + 36 * high * high + 16 * high * high * high), 1e-9);
        PublishedTables.Close(621.9337505, high, 1e-2);
    }

    [Fact]
    public void The_estimate_of_several_tables_is_the_conditional_maximum_likelihood()
        => PublishedTables.Close(
            CountModels.OddsRatio(PublishedTables.Sparse,
                new CountModelOptions { RandomEffects = false }).Value.Effect.Estimate,
            ExactOddsRatio.Fit(PublishedTables.Sparse).Value.Estimate!.Value, 1e-9);

    [Fact]
    public void At_an_end_of_the_range_the_interval_is_open()
    {
        ExactOddsRatio none = ExactOddsRatio.Fit([new(0, 10, 3, 7)]).Value;
        Assert.Null(none.Estimate);
        Assert.Null(none.Lower);
        Assert.NotNull(none.Upper);
        ExactOddsRatio other = ExactOddsRatio.Fit([new(3, 7, 0, 10)]).Value;
        Assert.Null(other.Upper);
        Assert.Equal(-none.Upper!.Value, other.Lower!.Value, 9);
        Assert.Equal(none.PValue, other.PValue, 12);
    }

    [Fact]
    public void Corrected_counts_and_empty_tables_are_refused()
    {
        Assert.Equal(Refusal.BadValue, ExactOddsRatio.Fit([new TwoByTwo(1, 2, 3, 4).Plus(0.5)]).Refused!.Code);
        Assert.Equal(Refusal.NotEstimable, ExactOddsRatio.Fit([new(0, 5, 0, 5)]).Refused!.Code);
    }
}

using Azygos.Evidence.Reported;

namespace Azygos.Evidence.Tests.Reported;

public sealed class ReportedTests
{
    [Fact]
    public void An_interval_gives_back_the_error_it_was_made_from()
    {
        ReportedEffect effect =
            ReportedEffect.FromInterval(0.4, 0.4 - 1.959963984540054 * 0.1, 0.4 + 1.959963984540054 * 0.1).Value;
        PublishedTables.Close(0.01, effect.Effect.Variance, 1e-12);
        Assert.Equal(["interval to standard error", "variance"], effect.Chain.Select(static s => s.Rule));
    }

    [Fact]
    public void A_ratio_is_taken_to_the_log_scale_first()
    {
        // Garfinkel 1981: relative risk 1.18 (0.90 to 1.54).
        ReportedEffect effect = ReportedEffect.FromRatioInterval(1.18, 0.90, 1.54).Value;
        PublishedTables.Close(Math.Log(1.18), effect.Effect.Value, 1e-12);
        PublishedTables.Close(Math.Pow(Math.Log(1.54 / 0.90) / (2 * 1.959963984540054), 2),
            effect.Effect.Variance, 1e-12);
        Assert.Equal(3, effect.Chain.Count);
    }

    [Fact]
    public void A_p_value_gives_the_error_of_a_z_or_t_test()
    {
        PublishedTables.Close(0.04, ReportedEffect.FromPValue(0.2 * 1.959963984540054, 0.05).Value.Effect.Variance,
            1e-9);
        PublishedTables.Close(0.04,
            ReportedEffect.FromPValue(-0.2 * 2.1788128296672284, 0.05, 12).Value.Effect.Variance, 1e-9);
    }

    [Fact]
    public void Quartiles_and_range_of_a_large_normal_sample_give_its_mean_and_deviation()
    {
        const double Z = 0.6744897501960817;
        ReportedGroup group = ReportedGroup.FromQuartiles(10 - 2 * Z, 10, 10 + 2 * Z, 100_000).Value;
        PublishedTables.Close(10, group.Group.Mean, 1e-12);
        PublishedTables.Close(2, group.Group.Deviation, 1e-4);
        ReportedGroup range = ReportedGroup.FromRange(6, 10, 14, 50).Value;
        Assert.Equal(10, range.Group.Mean);
        PublishedTables.Close(8 / (2 * 2.2413), range.Group.Deviation, 0.01);     // Wan 2014: ξ(50) = 4.498 ≈ 2 × 2.249
    }

    [Fact]
    public void A_standardised_difference_becomes_a_log_odds_ratio()
    {
        ReportedEffect odds = ReportedEffect.FromInterval(0.5, 0.1, 0.9).Value.ToLogOddsRatio();
        PublishedTables.Close(0.5 * Math.PI / Math.Sqrt(3), odds.Effect.Value, 1e-14);
        Assert.Equal("standardised difference to log odds ratio", odds.Chain[^1].Rule);
    }

    [Fact]
    public void Impossible_reports_are_refused()
    {
        Assert.Equal(Refusal.BadValue, ReportedEffect.FromInterval(2, 0, 1).Refused!.Code);
        Assert.Equal(Refusal.BadValue, ReportedEffect.FromRatioInterval(1, -1, 2).Refused!.Code);
        Assert.Equal(Refusal.BadValue, ReportedEffect.FromPValue(0, 0.5).Refused!.Code);
        Assert.Equal(Refusal.BadValue, ReportedEffect.FromPValue(1, 0).Refused!.Code);
        Assert.Equal(Refusal.BadValue, ReportedGroup.FromQuartiles(3, 2, 4, 10).Refused!.Code);
    }
}

using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Tests.Pooling;

public sealed class IntervalRulesTests
{
    private static readonly PooledFit s_bcg =
        RandomEffects.Pool(PublishedTables.BcgRiskRatios(), new PoolingOptions()).Value;

    [Fact]
    public void Confidence_rules_are_the_reference_ones()
    {
        IReadOnlyList<RuleInterval> rules = IntervalRules.Confidence(s_bcg);                     // R package meta 8.4-0
        Assert.Equal(["classic", "HK", "KR"], rules.Select(static r => r.Rule));
        PublishedTables.Close(-1.066897638810353, rules[0].Lower, 1e-10);
        PublishedTables.Close(-1.1084437136855514, rules[1].Lower, 1e-10);
        PublishedTables.Close(-1.1163559518372437, rules[2].Lower, 1e-9);
        PublishedTables.Close(10.513710762908843, rules[2].Degrees, 1e-9);
    }

    [Fact]
    public void Prediction_rules_are_the_reference_ones()
    {
        double[] expected =                                                                      // R package meta 8.4-0
        [
            -1.995341958509115, -2.008375906922588, -1.9960168341962121, -2.009057650371122, -1.8666922179028962,
            -2.016907534978557, -2.0346790705738327,
        ];
        IReadOnlyList<RuleInterval?> rules = IntervalRules.Prediction(s_bcg);
        for (int i = 0; i < expected.Length; i++) PublishedTables.Close(expected[i], rules[i]!.Lower, 1e-9);
    }

    [Fact]
    public void Two_studies_leave_no_degrees_for_the_rules_with_k_minus_2()
    {
        PooledFit two = RandomEffects.Pool(PublishedTables.Table([0.1, 0.9], [0.04, 0.09]), new PoolingOptions()).Value;
        IReadOnlyList<RuleInterval?> rules = IntervalRules.Prediction(two);
        Assert.Null(rules[1]);
        Assert.NotNull(rules[0]);
        Assert.False(PredictionInterval.WithT(two, 2).HasValue);
    }

    [Fact]
    public void A_corrected_Hartung_Knapp_interval_is_never_narrower_than_the_classic_one()
    {
        PooledFit agreeing = RandomEffects.Pool(
            PublishedTables.Table([0.3, 0.31, 0.29, 0.305], [0.1, 0.2, 0.15, 0.1]), new PoolingOptions()).Value;
        IReadOnlyList<RuleInterval> rules = IntervalRules.HartungKnappCorrections(agreeing);
        double classic = agreeing.Mean.Upper - agreeing.Mean.Lower;
        Assert.True(rules[0].Upper - rules[0].Lower < classic);
        foreach (RuleInterval rule in rules.Skip(1)) Assert.True(rule.Upper - rule.Lower >= classic * (1 - 1e-12));
    }

    [Fact]
    public void H_and_I2_have_the_test_based_interval()
    {
        TestBasedInconsistency bcg = TestBasedInconsistency.From(152.23300808237326, 13).Value;  // R package meta 8.4-0
        PublishedTables.Close(0.9211734685456205, bcg.I2.Value, 1e-12);
        PublishedTables.Close(0.8831637947405893, bcg.I2.Lower, 1e-12);
        PublishedTables.Close(4.336269885477424, bcg.H.Upper, 1e-12);
        Assert.Equal(Refusal.TooFewStudies, TestBasedInconsistency.From(0.5, 2).Refused!.Code);
    }
}

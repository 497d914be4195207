using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Influence;
using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Tests.Influence;

public sealed class InfluenceTests
{
    private static readonly EffectTable s_bcg = PublishedTables.BcgRiskRatios();
    private static readonly PoolingOptions s_reml = new();

    [Fact]
    public void Leaving_one_out_gives_the_reference_means()
    {
        Outcome<PooledFit>[] fits = Refits.LeaveOneOut(s_bcg, s_reml);                           // metafor
        PublishedTables.Close(-0.7070837846992588, fits[0].Value.Mean.Estimate, 1e-9);
        PublishedTables.Close(-0.6284093698076746, fits[3].Value.Mean.Estimate, 1e-9);
        PublishedTables.Close(-0.7775361848943675, fits[12].Value.Mean.Estimate, 1e-9);
    }

    [Fact]
    public void The_last_cumulative_fit_is_the_whole_one_and_the_first_a_single_study()
    {
        Outcome<PooledFit>[] fits = Refits.Cumulative(s_bcg, [.. Enumerable.Range(0, 13).Reverse()], s_reml);
        PublishedTables.Close(RandomEffects.Pool(s_bcg, s_reml).Value.Mean.Estimate,
            fits[^1].Value.Mean.Estimate, 1e-10);
        Assert.Equal(s_bcg.Effects[12], fits[0].Value.Mean.Estimate);
    }

    [Fact]
    public void Diagnostics_of_the_first_trial_are_the_reference_ones()
    {
        CaseDiagnostics first = CaseDiagnostics.Of(s_bcg, s_reml)[0].Value;                      // metafor
        PublishedTables.Close(-0.21814248573608827, first.DeletedResidual, 1e-8);
        PublishedTables.Close(0.0017165413416179616, first.CooksDistance, 1e-7);
        PublishedTables.Close(-0.04070754750125709, first.Dffits, 1e-7);
        PublishedTables.Close(1.1164489861459075, first.CovarianceRatio, 1e-8);
        PublishedTables.Close(-0.04026588917017959, first.Dfbetas, 1e-7);
        PublishedTables.Close(0.3361567018036316, first.DeletedTau2, 1e-9);
    }

    [Fact]
    public void Baujat_points_add_up_to_Q()
    {
        PoolingOptions equal = new() { Estimator = HeterogeneityEstimators.EqualEffects };
        BaujatPoint[] points = [.. BaujatPoint.Of(s_bcg, equal).Select(static p => p.Value)];
        PublishedTables.Close(152.2330080823733, points.Sum(static p => p.Heterogeneity), 1e-12);
        PublishedTables.Close(34.87951031283187, points[7].Influence, 1e-9);                     // metafor
    }

    [Fact]
    public void Two_studies_leave_one_and_say_what_cannot_be_had()
    {
        Outcome<PooledFit>[] fits = Refits.LeaveOneOut(PublishedTables.Table([0.1, 0.9], [0.04, 0.09]), s_reml);
        Assert.Equal(0.9, fits[0].Value.Mean.Estimate, 14);
        Assert.Equal(Refusal.NoStudies,
            Refits.LeaveOneOut(PublishedTables.Table([0.1], [0.04]), s_reml)[0].Refused!.Code);
    }
}

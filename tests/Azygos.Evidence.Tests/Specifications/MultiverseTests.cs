using Azygos.Evidence.Pooling;
using Azygos.Evidence.Specifications;
using Azygos.Evidence.Tables;
using Azygos.Evidence.Tests.Tables;

namespace Azygos.Evidence.Tests.Specifications;

public sealed class MultiverseTests
{
    private static readonly SpecificationGrid s_grid = new()
    {
        Measures = SpecificationGrid.SameColumns(EffectMeasure.Find("OR")!),
    };

    private static Multiverse Of(IReadOnlyList<StudyNumbers> studies, int threads = -1) =>
        Multiverse.Of([new Inclusion("all", studies)], s_grid, threads);

    [Fact]
    public void Every_choice_is_crossed_with_every_other()
    {
        Multiverse all = Of(BcgStudies.All);
        // OR, RR and RD run through six policies; Peto's and the arcsine's effects need none. Models of the counts: OR
        // five, RR and RD one each, Peto one.
        Assert.Equal((3 * 6 + 2) * 11 * 4 + 8, all.Results.Count + all.Refused.Count);
        Assert.Empty(all.Refused);
        Assert.Equal(all.Results.Count, all.Results.Select(one => one.Specification).Distinct().Count());
    }

    [Fact]
    public void One_and_three_threads_give_the_same_bits() =>
        Assert.Equal(Of(BcgStudies.All, 1).Results, Of(BcgStudies.All, 3).Results);

    [Fact]
    public void A_specification_is_the_pool_it_names()
    {
        PooledStudies pooled = PooledStudies.Of(EffectMeasure.Find("RR")!, BcgStudies.All,
            new PoolingOptions { Test = CoefficientTest.KnappHartung }).Value;
        SpecificationResult one = Of(BcgStudies.All).Results.Single(result =>
            result.Specification == new Specification("all", "RR", "REML", "knha", "half"));
        Assert.Equal((Math.Exp(pooled.Fit.Mean.Estimate), 13), (one.Effect, one.Studies));
    }

    /// <summary>With the groups exchanged every specification moves to the other side of no effect.</summary>
    [Fact]
    public void Exchanging_the_groups_exchanges_the_sides()
    {
        SpecificationShares there = Of(BcgStudies.All).Shares, back = Of([.. BcgStudies.All.Select(study =>
        {
            ReadOnlySpan<double> c = study.Numbers.Span;
            return study with { Numbers = new[] { c[2], c[3], c[0], c[1] } };
        })]).Shares;
        Assert.True(there.Below > 0.9 * there.Count);
        Assert.Equal((there.Above, there.ExcludingAbove), (back.Below, back.ExcludingBelow));
    }

    [Fact]
    public void A_table_gives_all_studies_each_left_out_and_each_group_alone_and_left_out()
    {
        IReadOnlyList<Inclusion> choices = Inclusion.OfTable(BcgStudies.All);
        Assert.Equal(1 + 13 + 2 * 3, choices.Count);
        Assert.Equal(7, choices.Single(one => one.Name == "only random").Studies.Count);
        Assert.Equal(6, choices.Single(one => one.Name == "without group random").Studies.Count);
    }

    [Fact]
    public void Sizes_are_compared_within_a_measure_only()
    {
        Multiverse all = Of(BcgStudies.All);
        Assert.Null(all.Shares.Median);
        Assert.All(SpecificationShares.By(all.Results, one => one.Measure),
            one => Assert.InRange(one.Shares.Median!.Value, one.Shares.Least!.Value, one.Shares.Largest!.Value));
    }
}

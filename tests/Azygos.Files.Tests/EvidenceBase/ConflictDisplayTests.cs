using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Conflict;
using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Claims.Rules;
using Azygos.Evidence.Specifications;
using Azygos.Files.EvidenceSheets;
using Azygos.Files.Sheets;

namespace Azygos.Files.Tests.EvidenceBase;

/// <summary>The central display on the shipped base. Expected values: R metafor 3.8-1 with REML converged to 1e-12 and
/// <c>permutest(exact = TRUE)</c>; pools of groups by the same program.</summary>
public sealed class ConflictDisplayTests
{
    private static readonly Lazy<IReadOnlyList<ConflictDisplay>> s_displays =
        new(() => ConflictDisplay.All(ShippedBase.Read.Base));

    private static ConflictDisplay Headline => s_displays.Value[0];

    private static ConflictDisplay Secondary => s_displays.Value[1];

    [Fact]
    public void The_blinding_contrast_has_its_bound_and_its_exact_permutation_p()
    {
        BlindingContrast contrast = Headline.Contrast!;
        Assert.Equal((7, 6, 6), (contrast.Blinded, contrast.Rest, contrast.Silent));
        Assert.Equal(0.2356295, contrast.Coded.Ratio, 6);
        Assert.Equal(0.0553894, contrast.Coded.P, 6);
        Assert.Equal((true, 1716), (Headline.ContrastPermutation!.IsExact, Headline.ContrastPermutation.Arrangements));
        Assert.Equal(69.0 / 1716, Headline.ContrastPermutation.PValue, 12);
        Assert.True(contrast.LeastRatio < 1 && contrast.LargestRatio > 1);
    }

    [Fact]
    public void Controls_are_compared_by_all_rearrangements()
    {
        GroupComparison controls = Headline.Comparisons.Single(one => one.Grouping == StudyGrouping.ByControls);
        Assert.Equal(["healthy", "mixed", "not stated", "population"], controls.Groups.Select(group => group.Level));
        Assert.Equal(3.0713, controls.Between!.Statistic, 4);
        Assert.Equal(138.0 / 1716, controls.Permutation!.PValue, 12);
        Assert.Equal(13, controls.Groups.Sum(group => group.Pool!.Count));
    }

    [Fact]
    public void Too_many_rearrangements_are_sampled_and_say_so()
    {
        GroupComparison centre = Headline.Comparisons.Single(one => one.Grouping == StudyGrouping.ByCentre);
        Assert.False(centre.Permutation!.IsExact);
        Assert.InRange(centre.Permutation.PValue, 0.3, 0.5);
    }

    /// <summary>GLMM: verdict rules 1.0 §2.10 print 10.6 (2.1-52.9) and 3.94 (1.73-8.94), metafor 3.8-1, with a
    /// convergence warning; without Zamboni 2009 the second-hand rows hold Rodger 2013 besides the 13.</summary>
    [Fact]
    public void Complete_separation_stands_with_models_that_add_nothing_beside_every_correction()
    {
        Assert.Empty(Headline.Separations);
        Separation separation = Assert.Single(Secondary.Separations);
        Assert.Equal("Zamboni2009", separation.Study.Id);
        // ψ at which all 65 positives fall on the 65 with the disease with probability 1/40: whole numbers, bisection.
        Assert.Equal(2033.3476493252, separation.ExactLower, 1e-6);
        UncorrectedSeparation mixed = separation.Uncorrected.Single(one => one.Model.Key == "GLMM");
        Assert.Equal(10.6, mixed.With!.OddsRatio, 0.2);
        Assert.Equal(4.0, mixed.Without!.OddsRatio, 0.1);
        double[] made = [.. separation.Corrected.Select(one => one.Own.OddsRatio)];
        Assert.True(made.Max() > 20 * made.Min(), "the correction decides");
        Assert.All(separation.Uncorrected, one => Assert.True(one.With is not null || one.Why.Length > 0));
    }

    [Theory]
    [InlineData("association", 13, "")]
    [InlineData("diagnosis", 2, "NOVARA")]
    [InlineData("mechanism", 9, "")]
    [InlineData("symptoms", 7, "")]
    [InlineData("efficacy", 3, "")]
    [InlineData("harm", 8, "")]
    public void Each_claim_knows_the_studies_without_which_its_verdict_is_another(
        string claim, int count, string tipping)
    {
        CuratedBase data = ShippedBase.Read.Base;
        ClaimResult result = ClaimEvaluation.Of(data, data.Claims.Single(one => one.Id == claim));
        Assert.Equal(count, result.LeftOut.Count);
        Assert.Equal(tipping, string.Join(", ", result.TippingStudies.Select(one => one.Study)));
        Assert.All(result.LeftOut, one => Assert.Equal(one.Tips, one.Verdict != result.Finding.Judgement.Verdict));
    }

    [Fact]
    public void Leaving_out_NOVARA_leaves_the_diagnosis_open() => Assert.Equal(
        (Verdict.Inconclusive, "A6"),
        ClaimEvaluation.Of(ShippedBase.Read.Base, ShippedBase.Read.Base.Claims.Single(one => one.Id == "diagnosis"))
            .TippingStudies.Select(one => (one.Verdict, one.Rule)).Single());

    [Fact]
    public void The_multiverse_holds_the_headline_and_nothing_lies_wholly_below()
    {
        Multiverse multiverse = ConflictDisplay.Multiverse(ShippedBase.Read.Base);
        SpecificationResult headline = multiverse.Results.Single(one => one.Specification
            == new Specification("verified", "OR", "REML", "adhoc", "half"));
        Assert.Equal((13, Headline.Pool.OddsRatio), (headline.Studies, headline.Effect));
        Assert.Equal(Headline.Pool.Lower, headline.Lower);
        SpecificationShares shares = multiverse.Shares;
        Assert.Equal(shares.Count, multiverse.Results.Count);
        Assert.Equal(0, shares.ExcludingBelow);
        Assert.Equal(100, shares.ExcludingAbovePercent + shares.IncludingPercent + shares.ExcludingBelowPercent, 9);
        Assert.All(multiverse.Refused, one => Assert.NotEmpty(one.Why.Reason));
    }

    [Fact]
    public void Every_pool_of_the_display_carries_the_warning()
    {
        foreach (ConflictDisplay display in s_displays.Value)
            foreach (SheetTable table in ConflictSheet.Parts(display).OfType<SheetTable>())
                Assert.All(table.Rows, row => Assert.Equal(CuratedBase.PoolWarning, row[^1].Text));
    }
}

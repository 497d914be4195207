using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Displays;
using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Claims.Rows;
using Azygos.Evidence.Specifications;
using Azygos.Reports.Figures;

namespace Azygos.Reports.Evidence;

/// <summary>The figures of an evidence base, each drawn from what was computed once; one that has no data is left
/// out.</summary>
internal static class EvidenceFigures
{
    private const string Measure = "odds ratio";

    /// <summary>All figures, in the order of the report.</summary>
    public static IReadOnlyList<Figure> Of(EvidenceSynthesis synthesis, RowIndex index)
    {
        List<Figure> figures = [];
        if (synthesis.Claims.Count > 0) figures.Add(new ClaimsMap(synthesis.Claims, synthesis.Base.Votes));
        AssociationFinding? found = synthesis.Claims.Select(claim => claim.Finding.Association)
            .FirstOrDefault(f => f is not null);
        if (found?.Pool is { } pool && synthesis.Association.TryGet(out AssociationDisplays? sides))
        {
            figures.Add(Forest(pool, sides));
            figures.Add(Funnel(pool, sides));
            figures.Add(Shares(pool, sides));
            if (sides.Influence.Count > 0) figures.Add(Baujat(sides));
            if (sides.Subsets.HasValue) figures.Add(Gosh(sides));
            if (sides.Accuracy.TryGet(out CriteriaAccuracy? accuracy)) figures.Add(Accuracy(accuracy, sides));
            figures.Add(PoolLists.Cumulative(sides));
            if (found.LeaveOneOut.Count > 0) figures.Add(PoolLists.LeaveOneOut(pool, found.LeaveOneOut));
        }
        foreach (ClaimResult claim in synthesis.Claims.Where(claim => claim.Finding.Association?.Pool is not null))
            figures.Add(PoolLists.Choices(claim));
        if (synthesis.Multiverse is { } multiverse && Multiverse(multiverse) is { } all) figures.Add(all);
        if (synthesis.Base.PublishedPools.Any(IsDrawn)) figures.Add(
            PoolLists.Published(synthesis.Base.PublishedPools.Where(IsDrawn)));
        foreach (ClaimResult claim in synthesis.Claims)
        {
            if (claim.PrimaryOutcomes.Any(
                row => row is { BenefitScale: "OR", BenefitLower: not null, BenefitUpper: not null }))
                figures.Add(PoolLists.Trials(claim.PrimaryOutcomes));
            figures.AddRange(HarmPlots.Of(claim.Harms));
        }
        if (TimelineEvents.Of(synthesis.Base, index) is { Count: > 0 } events)
            figures.Add(new Timeline(events, TimelineEvents.Lanes));
        figures.Add(new FlowDiagram(synthesis.Reading));
        return figures;
    }

    /// <summary>Odds ratios only: effects of different measures do not stand on one scale.</summary>
    private static MultiversePlot? Multiverse(Multiverse multiverse)
    {
        Dictionary<string, string> words = RowChoice.All.ToDictionary(choice => choice.Name, choice => choice.Words);
        SpecificationPoint[] odds = [.. multiverse.Results.Where(one => one.Specification.Measure == "OR")
            .Select(one => new SpecificationPoint(
                $"{one.Specification.Inclusion}, {one.Specification.Model}, {one.Specification.Interval}, "
                    + one.Specification.ZeroCells,
                one.Effect, one.Lower, one.Upper,
                words.GetValueOrDefault(one.Specification.Inclusion, one.Specification.Inclusion)))];
        return odds.Length == 0 ? null : new MultiversePlot(
            "multiverse", $"Every defensible analysis of the same studies, odds ratios. {CuratedBase.Title}", odds,
                Measure);
    }

    private static bool IsDrawn(PublishedPoolRow row) => row is { Measure: "OR", Effect: not null };

    private static IntervalPlot Forest(PoolEstimate pool, AssociationDisplays sides)
    {
        Dictionary<string, StudyRow> rows = sides.Studies.ToDictionary(row => row.Id);
        return ForestPlot.Of(sides.ByBlinding, sides.Numbers, new ForestLayout
        {
            Id = "forest",
            Title = $"CCSVI by ultrasound in people with MS and in controls, by blinding. {CuratedBase.Title}",
            Groups = ("MS\nn/N", "Controls\nn/N"),
            Sides = ("more in controls", "more in MS"),
            Risks = study => [rows[study].Selection, rows[study].IndexTest, rows[study].ReferenceTest,
                rows[study].Flow],
            GroupWords = word => "Blinding: " + word,
            I2Percent = pool.I2Percent,
            Warning = CuratedBase.PoolWarning,
        });
    }

    private static FunnelPlot Funnel(PoolEstimate pool, AssociationDisplays sides) => new(
        "funnel", $"Funnel with contours of significance. {CuratedBase.Title}",
        [.. sides.Studies.Select((row, i) => new FunnelPoint(
            row.Id, pool.Table.Effects[i], Math.Sqrt(pool.Table.Variances[i]), row.Blinding != Blinding.Blinded))],
        Math.Log(pool.OddsRatio), isRatio: true, Measure);

    private static LAbbePlot Shares(PoolEstimate pool, AssociationDisplays sides) => new(
        "labbe", $"Share that meets the criteria, with MS and without. {CuratedBase.Title}",
        [.. sides.Studies.Select(Share)], pool.OddsRatio, "People with MS who meet the criteria, %",
        "People without MS who meet the criteria, %");

    private static SharePoint Share(StudyRow row) => new(row.Id, (double)row.CasesPositive!.Value / row.Cases!.Value,
        (double)row.ControlsPositive!.Value / row.Controls!.Value, row.Cases.Value + row.Controls.Value,
        row.Blinding != Blinding.Blinded);

    private static BaujatPlot Baujat(AssociationDisplays sides) => new(
        "baujat", $"What each study adds to heterogeneity and does to the pool. {CuratedBase.Title}",
        [.. sides.Influence.Select(one => (one.Label, one.Point.Heterogeneity, one.Point.Influence))]);

    private static GoshPlot Gosh(AssociationDisplays sides)
    {
        string most = sides.Influence.MaxBy(one => one.Point.Heterogeneity)?.Label ?? sides.Studies[0].Id;
        int bit = sides.Studies.ToList().FindIndex(row => row.Id == most);
        return new GoshPlot("gosh", $"Every subset of the studies, pooled. {CuratedBase.Title}",
            [.. sides.Subsets.Value.Select(subset =>
                new SubsetPoint(Math.Exp(subset.Estimate), subset.I2Percent, (subset.Studies >> bit & 1) == 1))],
            most, isRatio: true, Measure);
    }

    private static SummaryRocPlot Accuracy(CriteriaAccuracy accuracy, AssociationDisplays sides) => new(
        "sroc", $"The criteria read as a test for MS, summary ROC. {CuratedBase.Title}",
        [.. accuracy.Studies.Select((one, i) => new SharePoint(one.Label, one.Sensitivity, one.FalsePositiveRate,
            one.People, sides.Studies[i].Blinding != Blinding.Blinded))],
        accuracy.Fit, accuracy.Curve.TryGet(out var curve) ? curve : null);
}

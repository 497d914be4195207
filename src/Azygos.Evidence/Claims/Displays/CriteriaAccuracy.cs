using Azygos.Evidence.Accuracy;
using Azygos.Evidence.Claims.Rows;
using Azygos.Evidence.Effects;

namespace Azygos.Evidence.Claims.Displays;

/// <summary>One study's share of people who meet the criteria, with MS and without.</summary>
/// <param name="Label">The study.</param>
/// <param name="Sensitivity">Share of people with MS [1].</param>
/// <param name="FalsePositiveRate">Share of controls [1].</param>
/// <param name="People">People examined.</param>
public sealed record CriteriaRates(string Label, double Sensitivity, double FalsePositiveRate, int People);

/// <summary>The criteria read as if they were a test for MS: how often they are met with it and without it.</summary>
/// <remarks>½ is added to the four cells of a study with a zero; REML of the bivariate model; the curve is its HSROC
/// curve. These are case-control rows: the figure describes them, and is no accuracy in a clinic.</remarks>
/// <source doi="10.1016/j.jclinepi.2005.02.022" at="Reitsma et al. 2005, zero cells as in its §2"/>
public sealed record CriteriaAccuracy
{
    /// <summary>One point a study, as counted.</summary>
    public required IReadOnlyList<CriteriaRates> Studies { get; init; }

    /// <summary>The bivariate fit.</summary>
    public required BivariateNormal Fit { get; init; }

    /// <summary>The summary curve, or why there is none.</summary>
    public required Outcome<SummaryCurve> Curve { get; init; }

    /// <summary>From the studies of a pool, or why not.</summary>
    public static Outcome<CriteriaAccuracy> Of(IReadOnlyList<StudyRow> studies)
    {
        List<TwoByTwo> tables = [];
        foreach (StudyRow row in studies)
        {
            var table = TwoByTwo.FromEvents(
                row.CasesPositive!.Value, row.Cases!.Value, row.ControlsPositive!.Value, row.Controls!.Value);
            if (table.Refused is { } bad) return bad with { Reason = $"{row.Id}: {bad.Reason}" };
            tables.Add(table.Value.HasZero ? table.Value.Plus(0.5) : table.Value);
        }
        return BivariateNormal.Fit(tables, BivariateEstimator.RestrictedMaximumLikelihood).Then<CriteriaAccuracy>(
            fit => new CriteriaAccuracy
            {
                Studies = [.. studies.Select(row => new CriteriaRates(row.Id,
                    (double)row.CasesPositive!.Value / row.Cases!.Value,
                    (double)row.ControlsPositive!.Value / row.Controls!.Value, row.Cases.Value + row.Controls.Value))],
                Fit = fit,
                Curve = SummaryCurve.From(fit),
            });
    }
}

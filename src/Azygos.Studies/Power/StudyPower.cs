using Azygos.Studies.Designs;
using Azygos.Studies.Results;
using Azygos.Studies.Running;

namespace Azygos.Studies.Power;

/// <summary>The power of a design to find that its two groups differ, three ways.</summary>
/// <param name="Rates">Shares with the event in the two groups, by formula.</param>
/// <param name="Formula">By the usual formula [1].</param>
/// <param name="Exact">By all outcomes [1]; null for groups too large to go through.</param>
/// <param name="Simulated">Simulated studies whose interval left 1 out.</param>
/// <param name="SizeForEighty">People for each group that a power of 80 % needs by the formula; null where nothing
/// differs.</param>
/// <source choice="the exact power is the check of both others"/>
public sealed record StudyPower(
    ExpectedRates Rates, double Formula, double? Exact, Share Simulated, double? SizeForEighty)
{
    /// <summary>The power; null where the design has no two groups, or no formula for them.</summary>
    /// <param name="plan">The study, with its number of repetitions.</param>
    public static StudyPower? Of(StudyPlan plan)
    {
        StudyDesign design = plan.Design;
        if (design.Kind is not (DesignKind.CaseControl or DesignKind.ShamTrial) || design.Loss > 0
            || ExpectedRates.Of(plan) is not { } rates)
            return null;
        (int n1, int n2) = design.Treats ? (design.Treated, design.Sham) : (design.Cases, design.Controls);
        TwoGroupPower power = new(rates.First, rates.Second, n1, n2, design.Level);
        bool isSmall = n1 <= TwoGroupPower.LargestExact && n2 <= TwoGroupPower.LargestExact;
        int found = StudySummary.Of(plan, StudyShard.Rows(plan, 0, 1)).Findings.Count(one => one.Ratio is { } ratio
            && ratio.Of(design.Interval) is var (low, high) && (low > 0 || high < 0));
        return new StudyPower(rates, power.Formula(), isSmall ? power.Exact(design.Interval) : null,
            new Share(found, plan.Repeat), rates.First == rates.Second ? null : power.SizeByFormula(0.8));
    }
}

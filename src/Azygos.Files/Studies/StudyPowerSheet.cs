using Azygos.Files.Sheets;
using Azygos.Studies.Designs;
using Azygos.Studies.Power;
using Azygos.Studies.Running;
using static Azygos.Files.Sheets.Layout;

namespace Azygos.Files.Studies;

/// <summary>Lays out the power of a design.</summary>
/// <source choice="three ways side by side, so that a difference is seen"/>
public static class StudyPowerSheet
{
    /// <summary>The sheet.</summary>
    /// <param name="plan">The study.</param>
    /// <param name="power">Its power.</param>
    public static ResultSheet Of(StudyPlan plan, StudyPower power) => new("azygos-study-power/1",
        $"{plan.Design.Name}: how likely the groups are found to differ", [
            Facts("power", "",
                ("first", plan.Design.Treats ? "treated who improve" : "MS called positive", power.Rates.First),
                ("second", plan.Design.Treats ? "sham who improve" : "controls called positive", power.Rates.Second),
                ("odds_ratio", "odds ratio found on average", power.Rates.OddsRatio),
                ("truth", "true odds ratio", plan.Design.Treats ? SheetValue.None("of the score, not of a share")
                    : plan.Design.TrueOddsRatio),
                ("formula", "by the usual formula", power.Formula),
                ("exact", $"exactly, interval {DesignChecks.Words(plan.Design.Interval)}",
                    SheetValue.Or(power.Exact, "groups too large to go through")),
                ("simulated", $"by {power.Simulated.Of} simulated studies", SheetValue.Or(power.Simulated.Value, "")),
                ("simulated_interval", "its exact 95 % interval",
                    SheetValue.Or(power.Simulated.Interval?.Lower, power.Simulated.Interval?.Upper, "")),
                ("size_for_80_percent", "people a group for a power of 80 %, by the formula",
                    SheetValue.Or(power.SizeForEighty, "nothing differs"))),
        ]);
}

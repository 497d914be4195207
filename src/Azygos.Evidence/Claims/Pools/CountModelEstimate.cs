using Azygos.Evidence.Claims.Rows;
using Azygos.Evidence.Counts;
using Azygos.Evidence.Effects;

namespace Azygos.Evidence.Claims.Pools;

/// <summary>The pooled odds ratio from the counts themselves, without adding anything to zero cells.</summary>
/// <source doi="10.1002/sim.4040" at="binomial-normal model with fixed study effects; shown beside the ½ correction,
/// verdict rules 1.0 §2.10"/>
public static class CountModelEstimate
{
    /// <summary>Of the studies of a pool, or why there is none.</summary>
    public static Outcome<OddsRatioInterval> Of(IReadOnlyList<StudyRow> studies)
    {
        TwoByTwo[] tables = [.. studies.Select(row => row.Table)];
        return CountModels.OddsRatio(tables, new CountModelOptions { Model = CountModel.FixedStudyEffects })
            .Then<OddsRatioInterval>(static fit => new OddsRatioInterval("binomial GLMM, fixed study effects",
                Math.Exp(fit.Effect.Estimate), Math.Exp(fit.Effect.Lower), Math.Exp(fit.Effect.Upper)));
    }
}

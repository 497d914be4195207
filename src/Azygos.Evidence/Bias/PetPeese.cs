using Azygos.Evidence.Linear;

namespace Azygos.Evidence.Bias;

/// <summary>The effect a study of perfect precision would have, by regression on the standard error or the
/// variance.</summary>
/// <source doi="10.1002/jrsm.1095" at="PET and PEESE, and the rule that chooses"/>
public static class PetPeese
{
    private const double SwitchLevel = 0.10;          // the paper's rule: one-sided 5 %, that is two-sided 10 %

    /// <summary>Precision-effect test: predictor √v; the intercept tests for an effect beyond bias.</summary>
    public static Outcome<FunnelRegression> Pet(EffectTable table, double level = 0.95)
        => FunnelRegression.Egger(table, level);

    /// <summary>Precision-effect estimate with standard error: predictor v; the intercept estimates the
    /// effect.</summary>
    public static Outcome<FunnelRegression> Peese(EffectTable table, double level = 0.95)
        => FunnelRegression.Weighted(table, table.Variances.ToArray(), "variance", level);

    /// <summary>PEESE where PET's intercept is significant at one-sided 5 %, else PET; and which was taken.</summary>
    public static Outcome<(FunnelRegression Line, bool IsPeese)> Choose(EffectTable table, double level = 0.95)
        => Pet(table, level).Then(pet => pet.Intercept.PValue < SwitchLevel
            ? Peese(table, level).Then<(FunnelRegression, bool)>(static peese => (peese, true))
            : (pet, false));
}

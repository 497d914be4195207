using Azygos.Evidence.Tables;

namespace Azygos.Evidence.Specifications;

/// <summary>What one specification says, on the scale shown.</summary>
/// <param name="Specification">The choices.</param>
/// <param name="Studies">Studies pooled.</param>
/// <param name="Effect">Effect.</param>
/// <param name="Lower">Lower limit.</param>
/// <param name="Upper">Upper limit.</param>
/// <param name="PValue">Two-sided p of no effect.</param>
/// <param name="Side">−1 below no effect, 0 at it, 1 above it.</param>
/// <param name="Excludes">True when the interval excludes no effect.</param>
public sealed record SpecificationResult(
    Specification Specification, int Studies, double Effect, double Lower, double Upper, double PValue,
    int Side, bool Excludes)
{
    internal static SpecificationResult Of(Specification specification, EffectMeasure measure, int studies,
        Pooling.Coefficient mean) => new(
            specification, studies, measure.Shown(mean.Estimate), measure.Shown(mean.Lower), measure.Shown(mean.Upper),
            mean.PValue, Math.Sign(mean.Estimate), mean.Lower > 0 || mean.Upper < 0);
}

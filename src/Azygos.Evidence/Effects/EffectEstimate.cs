namespace Azygos.Evidence.Effects;

/// <summary>An effect on its analysis scale with its sampling variance.</summary>
/// <param name="Value">y (a logarithm for ratios).</param>
/// <param name="Variance">v, the square of the standard error.</param>
/// <source choice="the pair every pooled analysis starts from"/>
public readonly record struct EffectEstimate(double Value, double Variance)
{
    /// <summary>The pair when both are finite; null when the study cannot give this effect.</summary>
    internal static EffectEstimate? OrNone(double value, double variance)
        => double.IsFinite(value) && double.IsFinite(variance) ? new EffectEstimate(value, variance) : null;
}

namespace Azygos.Evidence.Claims.Pools;

/// <summary>An odds ratio with its 95 % interval.</summary>
/// <param name="Label">Whose it is.</param>
/// <param name="OddsRatio">Estimate.</param>
/// <param name="Lower">Lower limit.</param>
/// <param name="Upper">Upper limit.</param>
public sealed record OddsRatioInterval(string Label, double OddsRatio, double Lower, double Upper);

namespace Azygos.Testing.ClosedForms;

/// <summary>Two elastic compartments that even out through a resistance; nothing enters or leaves.</summary>
/// <remarks>
/// p₁ − p₂ falls as e^{−t/τ}, τ = R C₁C₂/(C₁ + C₂), to the mean filling pressure (C₁p₁ + C₂p₂)/(C₁ + C₂).
/// </remarks>
public sealed class TwoCompartments
{
    public required double C1 { get; init; }

    public required double C2 { get; init; }

    public required double R { get; init; }

    public required double FirstPressure { get; init; }

    public required double SecondPressure { get; init; }

    public double First(double t) => Mean + C2 / (C1 + C2) * Difference(t);

    public double Second(double t) => Mean - C1 / (C1 + C2) * Difference(t);

    public double Flow(double t) => Difference(t) / R;

    private double Mean => (C1 * FirstPressure + C2 * SecondPressure) / (C1 + C2);

    private double Difference(double t) => (FirstPressure - SecondPressure) * Math.Exp(-t * (C1 + C2) / (R * C1 * C2));
}

namespace Azygos.Testing.ClosedForms;

/// <summary>A compliance between two nodes without storage of their own empties through a resistance at each.</summary>
/// <remarks>
/// v = p_a − p_b = v(0) e^{−t/τ}, τ = (Ra + Rb) C; p_a = v Ra/(Ra + Rb), p_b = −v Rb/(Ra + Rb); q = C dv/dt.
/// </remarks>
public sealed class BridgingCompliance
{
    public required double Ra { get; init; }

    public required double Rb { get; init; }

    public required double C { get; init; }

    public required double InitialDifference { get; init; }

    public double First(double t) => Difference(t) * Ra / (Ra + Rb);

    public double Second(double t) => -Difference(t) * Rb / (Ra + Rb);

    public double Flow(double t) => -Difference(t) / (Ra + Rb);

    private double Difference(double t) => InitialDifference * Math.Exp(-t / ((Ra + Rb) * C));
}

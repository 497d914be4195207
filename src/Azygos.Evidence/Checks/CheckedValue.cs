namespace Azygos.Evidence.Checks;

/// <summary>A computed value that knows how well it can be compared.</summary>
/// <param name="Value">The value.</param>
/// <source choice="two honest reasons for a difference: the reference's rounding, and a reference that did not solve its equation"/>
public sealed record CheckedValue(double Value)
{
    /// <summary>
    /// Absolute rounding of the quantity when evaluated in double precision from its definition: a difference below it says
    /// nothing. Example: yᵀPy is a difference of terms of size Σ w y².
    /// </summary>
    public double Rounding { get; init; }

    /// <summary>
    /// Relative residual of the equation that defines the value, as a function of a candidate. Where the expected value leaves
    /// a residual far above ours it does not solve the equation, and the difference is reported as disputed, not as a miss.
    /// </summary>
    public Func<double, double>? Residual { get; init; }
}

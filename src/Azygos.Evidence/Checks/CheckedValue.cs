namespace Azygos.Evidence.Checks;

/// <summary>A computed value that knows how well it can be compared.</summary>
/// <param name="Value">The value.</param>
/// <source choice="two honest reasons for a difference: the reference's rounding, and a reference that did not solve
/// its equation"/>
public sealed record CheckedValue(double Value)
{
    /// <summary>
    /// Absolute rounding of the quantity when evaluated in double precision from its definition: a difference below it
    /// says nothing. Example: yᵀPy is a difference of terms of size Σ w y².
    /// </summary>
    public double Rounding { get; init; }

    /// <summary>
    /// Relative residual of the equation that defines the value, as a function of a candidate. Where the expected value
    /// leaves a residual far above ours it does not solve the equation, and the difference is reported as disputed, not
    /// as a miss.
    /// </summary>
    public Func<double, double>? Residual { get; init; }

    /// <summary>Tolerance of this value where it is not the case's: a p value moves more than its statistic.</summary>
    public double? Tolerance { get; init; }

    /// <summary>Size of the terms whose difference the value is: an interval end near 0 is as exact as its
    /// width.</summary>
    public double Scale { get; init; }

    /// <summary>
    /// What the reference's own formula gives where it departs from the published one. An expected value that equals it
    /// is reported as disputed, not as a miss.
    /// </summary>
    public double? Variant { get; init; }

    /// <summary>Tolerance of the variant where the reference computes it more coarsely than the case's
    /// tolerance.</summary>
    public double? VariantTolerance { get; init; }

    /// <summary>A p value of a statistic that is known to the case's tolerance: p changes by the statistic's square as
    /// much.</summary>
    internal static CheckedValue Tail(double p, double statistic, double tolerance)
        => new(p) { Tolerance = tolerance * Math.Max(1, 1.1 * statistic * statistic) };
}

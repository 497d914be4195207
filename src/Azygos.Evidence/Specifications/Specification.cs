namespace Azygos.Evidence.Specifications;

/// <summary>One way to analyse a set of studies: every choice that a reviewer could defend, made once.</summary>
/// <param name="Inclusion">Which studies.</param>
/// <param name="Measure">Key of the measure.</param>
/// <param name="Model">Key of the τ² estimator, or of a model of the counts.</param>
/// <param name="Interval">Key of the interval.</param>
/// <param name="ZeroCells">Key of the zero-cell policy; "none needed" where nothing is added.</param>
public sealed record Specification(
    string Inclusion, string Measure, string Model, string Interval, string ZeroCells);

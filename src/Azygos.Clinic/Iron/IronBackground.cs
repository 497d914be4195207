using Azygos.Quantities;

namespace Azygos.Clinic.Iron;

/// <summary>Iron of the healthy brain by age.</summary>
/// <remarks>F(t) = a (1 − exp(−b t)) + c, mg in 100 g of wet tissue, t years.</remarks>
/// <param name="Region">Region, for people.</param>
/// <param name="Rise">a [mg/100 g].</param>
/// <param name="Rate">b [1/year].</param>
/// <param name="AtBirth">c [mg/100 g].</param>
/// <source doi="10.1111/j.1471-4159.1958.tb12607.x" at="Hallgren and Sourander 1958; formula and DOI recalled, not read
/// again"/>
public sealed record IronBackground(string Region, double Rise, double Rate, double AtBirth)
{
    /// <summary>Globus pallidus.</summary>
    public static IronBackground GlobusPallidus { get; } = new("globus pallidus", 21.41, 0.09, 0.37);

    /// <summary>Putamen.</summary>
    public static IronBackground Putamen { get; } = new("putamen", 14.62, 0.04, 0.46);

    /// <summary>Caudate nucleus.</summary>
    public static IronBackground Caudate { get; } = new("caudate nucleus", 9.66, 0.05, 0.33);

    /// <summary>The regions with a curve.</summary>
    public static IReadOnlyList<IronBackground> All { get; } = [GlobusPallidus, Putamen, Caudate];

    /// <summary>Iron at an age [mg/100 g].</summary>
    /// <param name="age">Age [years], 0 or more.</param>
    public double At(double age) =>
        Rise * (1 - Math.Exp(-Rate * Require.NotNegative(age, "age", "t", "years"))) + AtBirth;
}

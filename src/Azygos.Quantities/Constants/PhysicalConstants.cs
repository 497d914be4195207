namespace Azygos.Quantities;

/// <summary>The page of physical constants: one value of each, for every model and every assembly.</summary>
/// <remarks>Reasons and alternatives: docs/theory/constants.md. Sizes of units are not here but in the unit
/// table.</remarks>
/// <source choice="one page, so that a constant cannot have two values"/>
public static class PhysicalConstants
{
    /// <summary>ρ, density of blood.</summary>
    /// <source choice="assumed: usual in models of this kind; the closed-loop ADAN-86 model takes 1050 kg/m³"/>
    public static Density BloodDensity => Density.FromKilogramsPerCubicMetre(1060);

    /// <summary>μ, dynamic viscosity of blood.</summary>
    /// <remarks>
    /// Taken with the vessel radii, which come from the same model. With 3.5 mPa s, the other value in use, the same
    /// radii carry 728 instead of 702 mL/min to the brain.
    /// </remarks>
    /// <source choice="published: closed-loop ADAN-86 model (Safaei et al. 2018), read in its CellML text"/>
    public static Viscosity BloodViscosity => Viscosity.FromMillipascalSeconds(4);

    /// <summary>γ, exponent of the velocity profile u ∝ 1 − (r/r₀)^γ [1]: 2, the parabola.</summary>
    /// <remarks>A blunt profile, γ = 9, starves the published arterial radii: 485 instead of 702 mL/min.</remarks>
    /// <source choice="assumed, for mean resistance: the only one of the two that agrees with the published radii"/>
    public static double VelocityProfileExponent => 2;

    /// <summary>g, acceleration of gravity.</summary>
    /// <source choice="the value with which the reference tables were made; standard gravity is 9.80665 m/s²"/>
    public static Acceleration Gravity => Acceleration.FromMetresPerSecondSquared(9.81);

    /// <summary>The pressure of 1 mmHg.</summary>
    /// <source choice="133.322 Pa, with which the reference tables were made; conventional: 133.3224 Pa"/>
    public static Pressure MillimetreOfMercury => Pressure.FromMillimetresOfMercury(1);
}

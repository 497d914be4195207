namespace Azygos.Quantities;

/// <summary>The page of physical constants: one value of each, for every model and every assembly.</summary>
/// <remarks>Reasons and alternatives: docs/theory/constants.md. Sizes of units are not here but in the unit table.</remarks>
/// <source choice="one page, so that a constant cannot have two values"/>
public static class PhysicalConstants
{
    /// <summary>ρ, density of blood.</summary>
    /// <source choice="assumed: usual in models of this kind; the closed-loop ADAN-86 model takes 1050 kg/m³, 1 % less"/>
    public static Density BloodDensity => Density.FromKilogramsPerCubicMetre(1060);

    /// <summary>μ, dynamic viscosity of blood.</summary>
    /// <source choice="published value of the closed-loop ADAN-86 model (Safaei et al. 2018), from which the vessel radii come; with
    /// 3.5 mPa s, the other value in use, the same radii carry 3.7 % more brain flow (728 for 702 mL/min)"/>
    public static Viscosity BloodViscosity => Viscosity.FromMillipascalSeconds(4);

    /// <summary>γ, exponent of the velocity profile u ∝ 1 − (r/r₀)^γ [1]: 2, the parabola, for mean resistance.</summary>
    /// <source choice="assumed: the blunt profile (γ = 9) starves the published arterial radii (485 for 702 mL/min brain flow)"/>
    public static double VelocityProfileExponent => 2;

    /// <summary>g, acceleration of gravity.</summary>
    /// <source choice="the value with which the reference tables were made; standard gravity is 9.80665 m/s², 0.03 % less"/>
    public static Acceleration Gravity => Acceleration.FromMetresPerSecondSquared(9.81);

    /// <summary>The pressure of 1 mmHg.</summary>
    /// <source choice="133.322 Pa, with which the reference tables were made; the conventional value is 133.3224 Pa"/>
    public static Pressure MillimetreOfMercury => Pressure.FromMillimetresOfMercury(1);
}

using Azygos.Circulation.Vessels;

namespace Azygos.Files.SvOneD;

/// <summary>Blood and wall of a card <c>MATERIAL</c>, in the file's cgs units.</summary>
/// <param name="Density">ρ [g/cm³].</param>
/// <param name="Viscosity">μ [g/(cm s)].</param>
/// <param name="ReferencePressure">p₀ [dyn/cm²].</param>
/// <param name="Profile">ζ of the velocity profile.</param>
/// <param name="Modulus">E h/r [dyn/cm²] as a function of the radius [cm].</param>
/// <param name="IsLinear">True: pressure rises with the square root of area; false: Olufsen's wall.</param>
internal sealed record Material(
    double Density, double Viscosity, double ReferencePressure, double Profile, Func<double, double> Modulus, bool IsLinear)
{
    /// <summary>p = p₀ + 4/3 (Eh/r) (1 − √(A₀/A)), or K (√(A/A₀) − 1).</summary>
    public VesselWall Wall => IsLinear ? VesselWall.Artery : VesselWall.StretchingArtery;

    /// <summary>The wall at a reference area [cm²], in SI.</summary>
    public WallPoint At(double area)
    {
        double K = 4.0 / 3 * Modulus(Math.Sqrt(area / Math.PI)) * CardUnits.Pressure;
        return new(area * CardUnits.Area, K, K, ReferencePressure * CardUnits.Pressure, 0);
    }

    /// <summary>Reads a card; null with faults.</summary>
    public static Material? Read(Card card)
    {
        if (!card.Has(2, "name, kind")) return null;
        bool isOlufsen = card.Fields[1] == "OLUFSEN";
        if (!isOlufsen && card.Fields[1] != "LINEAR")
        {
            card.Fault("kind", 1, "must be OLUFSEN or LINEAR");
            return null;
        }
        if (!card.Has(isOlufsen ? 9 : 7, isOlufsen
            ? "name, OLUFSEN, density, viscosity, reference pressure, profile exponent, k1, k2, k3"
            : "name, LINEAR, density, viscosity, reference pressure, profile exponent, E h/r"))
            return null;
        double density = card.Positive("density", 2, "g/cm3");
        double viscosity = card.Number("viscosity", 3, value => value >= 0, "a number of 0 or above [g/(cm s)]");
        double pressure = card.Number("reference pressure", 4, _ => true, "a finite number [dyn/cm2]");
        double profile = card.Positive("profile exponent", 5, "1");
        double k1 = card.Number(isOlufsen ? "k1" : "E h/r", 6, value => value >= 0, "a number of 0 or above [dyn/cm2]");
        double k2 = isOlufsen ? card.Number("k2", 7, _ => true, "a finite number [1/cm]") : 0;
        double k3 = isOlufsen ? card.Number("k3", 8, value => value >= 0, "a number of 0 or above [dyn/cm2]") : 0;
        if (k1 + k3 == 0) card.Fault("k1", 6, "and k3 are 0: the wall would have no stiffness");
        return double.IsNaN(density + viscosity + pressure + profile + k1 + k2 + k3) ? null : new Material(
            density, viscosity, pressure, profile, isOlufsen ? r => k1 * Math.Exp(k2 * r) + k3 : _ => k1, !isOlufsen);
    }
}

/// <summary>SI for one unit of a card file.</summary>
internal static class CardUnits
{
    /// <summary>dyn/cm² [Pa].</summary>
    public const double Pressure = 0.1;

    /// <summary>cm [m].</summary>
    public const double Length = 0.01;

    /// <summary>cm² [m²].</summary>
    public const double Area = 1e-4;

    /// <summary>mL/s [m³/s].</summary>
    public const double Flow = 1e-6;

    /// <summary>dyn s/cm⁵ [Pa s/m³].</summary>
    public const double Resistance = Pressure / Flow;

    /// <summary>cm⁵/dyn [m³/Pa].</summary>
    public const double Compliance = Flow / Pressure;
}

using Azygos.Body.Model;
using Azygos.Quantities;

namespace Azygos.Body.Heart;

/// <summary>Stroke volume of a ventricle as a plane over the pressure that fills it and the one that it ejects
/// against.</summary>
/// <remarks>S = S₀ + a y_u − b y_d, y above the pressure around the heart.</remarks>
/// <param name="WithoutPressure">S₀ [m³].</param>
/// <param name="GainWithFilling">a [m³/Pa].</param>
/// <param name="LossWithLoad">b [m³/Pa].</param>
internal readonly record struct StrokePlane(double WithoutPressure, double GainWithFilling, double LossWithLoad)
{
    /// <summary>The stroke volume at two pressures [Pa], 0 or more.</summary>
    public double At(double filling, double load) =>
        Math.Max(0, WithoutPressure + GainWithFilling * filling - LossWithLoad * load);

    /// <summary>A ventricle that fills to the pressure before it and empties to the one behind it.</summary>
    public static StrokePlane Ideal(ChamberRow ventricle)
    {
        double passive = InSI(ventricle.PassiveElastance), active = InSI(ventricle.ActiveElastance);
        return new(0, 1 / passive, 1 / (active + passive));
    }

    private static double InSI(double elastance) =>
        Elastance.FromMillimetresOfMercuryPerMillilitre(elastance).PascalsPerCubicMetre;
}

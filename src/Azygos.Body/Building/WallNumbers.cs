using Azygos.Body.Model;
using Azygos.Circulation.Walls;
using Azygos.Numerics;
using Azygos.Quantities;

namespace Azygos.Body.Building;

/// <summary>Stiffness and reference area of a vessel from its wall row and its lumen at rest.</summary>
/// <param name="Distension">K_d [Pa].</param>
/// <param name="Bending">K_b [Pa].</param>
/// <param name="ReferencePressure">p₀ [Pa].</param>
/// <param name="ReferenceArea">A₀ [m²].</param>
internal readonly record struct WallNumbers(
    double Distension, double Bending, double ReferencePressure, double ReferenceArea)
{
    // Rule R1: wave speed at the reference area by radius, linear in the square root (recalled from the Mueller-Toro
    // family).
    private const double FastestSpeed = 3.0, SlowestSpeed = 1.0;        // m/s
    private const double SmallestRadius = 0.08e-2, LargestRadius = 0.8e-2;   // m
    private const double ExponentGap = 11.5;   // m − n of the stiff law: K = ρ c₀²/(m − n)

    public static WallNumbers Of(VesselRow vessel, WallRow wall, double density) =>
        Of(vessel, wall, density, LocalFactors.None);

    /// <summary>The same where lumen, stiffness and surroundings are others. Rule R1 is the healthy vessel's.</summary>
    public static WallNumbers Of(VesselRow vessel, WallRow wall, double density, in LocalFactors local)
    {
        double area = Area.FromSquareCentimetres(vessel.RestArea).SquareMetres;
        double? given = vessel.Stiffness ?? wall.DistensionStiffness;
        double kd = given is { } k ? Pressure.FromMillimetresOfMercury(k).Pascals : RuleR1(area, density);
        double kb = wall.BendingStiffness is { } b ? Pressure.FromMillimetresOfMercury(b).Pascals : kd;
        double p0 = Pressure.FromMillimetresOfMercury(wall.ReferencePressure).Pascals;
        double rest = Pressure.FromMillimetresOfMercury(vessel.RestPressure).Pascals - p0;
        kd *= local.Stiffness;
        kb *= local.Stiffness;
        double ratio = wall.Law switch
        {
            "soft_vein" => Ratio<SoftVein>(rest, kd, kb),
            "stiff_vein" => Ratio<StiffVein>(rest, kd, kb),
            "artery" => Ratio<Artery>(rest, kd, kb),
            _ => 1,
        };
        return new(kd, kb, p0 + local.Outside, local.Area * area / ratio);
    }

    /// <summary>Area [m²] and stiffness A dp/dA [Pa] at a transmural pressure [Pa].</summary>
    public (double Area, double Stiffness) At(WallRow wall, double pressure) => wall.Law switch
    {
        "soft_vein" => At<SoftVein>(pressure - ReferencePressure),
        "stiff_vein" => At<StiffVein>(pressure - ReferencePressure),
        "artery" => At<Artery>(pressure - ReferencePressure),
        _ => (ReferenceArea, double.PositiveInfinity),
    };

    private (double Area, double Stiffness) At<TWall>(double pressure)
        where TWall : struct, IWallLaw
    {
        Real kd = new(Distension), kb = new(Bending);
        Real α = default(TWall).AreaRatio(new Real(pressure), kd, kb);
        return (α.Value * ReferenceArea, default(TWall).Stiffness(α, kd, kb).Value);
    }

    private static double RuleR1(double area, double density)
    {
        double r = Math.Clamp(Math.Sqrt(area / Math.PI), SmallestRadius, LargestRadius);
        double share = Math.Sqrt((r - SmallestRadius) / (LargestRadius - SmallestRadius));
        double c0 = FastestSpeed - (FastestSpeed - SlowestSpeed) * share;
        return density * c0 * c0 / ExponentGap;
    }

    private static double Ratio<TWall>(double pressure, double kd, double kb)
        where TWall : struct, IWallLaw
        => default(TWall).AreaRatio(new Real(pressure), new Real(kd), new Real(kb)).Value;
}

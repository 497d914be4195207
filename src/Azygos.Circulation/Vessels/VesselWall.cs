using Azygos.Circulation.Walls;
using Azygos.Circulation.Waves;
using Azygos.Numerics;

namespace Azygos.Circulation.Vessels;

/// <summary>The wall law of a vessel.</summary>
/// <source choice="one class of vessels a law, so that no loop asks which"/>
public abstract record VesselWall
{
    private protected VesselWall()
    {
    }

    /// <summary>An elastic artery, y = K (√α − 1).</summary>
    public static VesselWall Artery { get; } = new VesselWall<Artery>(default);

    /// <summary>An artery that softens as it widens, y = K (1 − √(1/α)).</summary>
    public static VesselWall StretchingArtery { get; } = new VesselWall<StretchingArtery>(default);

    /// <summary>A neck vein, y = K_d (α³ − 1) + K_b (1 − α^(−3/2)).</summary>
    public static VesselWall SoftVein { get; } = new VesselWall<SoftVein>(default);

    /// <summary>y = K_d (α¹⁰ − 1) + K_b (1 − α^(−3/2)); with one K, the vein law of the benchmarks.</summary>
    public static VesselWall StiffVein { get; } = new VesselWall<StiffVein>(default);

    /// <summary>y = K_d (αᵐ − 1) + K_b (1 − αⁿ): the named law where the exponents are one's, else the general
    /// one.</summary>
    /// <param name="rising">m [1], positive.</param>
    /// <param name="falling">n [1], not positive.</param>
    public static VesselWall Power(double rising, double falling) => (rising, falling) switch
    {
        (0.5, 0) => Artery,
        (3, -1.5) => SoftVein,
        (10, -1.5) => StiffVein,
        _ => new VesselWall<PowerWall>(new PowerWall(rising, falling)),
    };

    /// <summary>Area [m²] at a pressure inside [Pa].</summary>
    public abstract double Area(double pressure, in WallPoint at);

    /// <summary>Pressure inside [Pa] at an area [m²].</summary>
    public abstract double Pressure(double area, in WallPoint at);

    /// <summary>Speed of small waves in blood at rest, c = √(A p′(A)/ρ) [m/s].</summary>
    public abstract double WaveSpeed(double area, in WallPoint at, double density);

    /// <summary>∫ A dp from the reference area to an area [N]: the pressure's part of the momentum flux.</summary>
    public abstract double PressureForce(double area, in WallPoint at);

    /// <summary>∫ c dA/A from one area to another [m/s]: the change of velocity along a simple wave.</summary>
    public abstract double VelocityChange(double from, double to, in WallPoint at, double density);

    /// <summary>Makes the mesh of a vessel of this wall.</summary>
    internal abstract VesselLine NewLine(
        Vessel vessel, Blood blood, Surroundings surroundings, double from, double to, int cells);
}

/// <summary>A vessel wall of one law.</summary>
/// <param name="Law">The law.</param>
/// <source choice="see the base"/>
public sealed record VesselWall<TLaw>(TLaw Law) : VesselWall
    where TLaw : struct, IWallLaw
{
    /// <inheritdoc/>
    public override double Area(double pressure, in WallPoint at)
        => at.ReferenceArea * Law.AreaRatio<Real>(
            new(pressure - at.ReferencePressure), new(at.Distension), new(at.Bending)).Value;

    /// <inheritdoc/>
    public override double Pressure(double area, in WallPoint at)
        => at.ReferencePressure
            + Law.Pressure<Real>(new(area / at.ReferenceArea), new(at.Distension), new(at.Bending)).Value;

    /// <inheritdoc/>
    public override double WaveSpeed(double area, in WallPoint at, double density)
    {
        double α = area / at.ReferenceArea;
        return Math.Sqrt(α * Law.Slope<Real>(new(α), new(at.Distension), new(at.Bending)).Value / density);
    }

    /// <inheritdoc/>
    public override double PressureForce(double area, in WallPoint at)
        => at.ReferenceArea
            * Law.AreaIntegral<Real>(new(area / at.ReferenceArea), new(at.Distension), new(at.Bending)).Value;

    /// <inheritdoc/>
    public override double VelocityChange(double from, double to, in WallPoint at, double density)
        => Law.WaveIntegral<Real>(
            new(from / at.ReferenceArea), new(to / at.ReferenceArea), new(at.Distension), new(at.Bending)).Value
            / Math.Sqrt(density);

    internal override VesselLine NewLine(
        Vessel vessel, Blood blood, Surroundings surroundings, double from, double to, int cells)
        => new VesselLine<TLaw>(Law, vessel, blood, from, to, cells) { Surroundings = surroundings };
}

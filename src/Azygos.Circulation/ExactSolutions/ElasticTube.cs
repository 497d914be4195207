using Azygos.Circulation.Vessels;

namespace Azygos.Circulation.ExactSolutions;

/// <summary>A tube of one wall with the same properties everywhere, filled with blood without friction.</summary>
/// <remarks>
/// ∂A/∂t + ∂(Au)/∂x = 0, ∂u/∂t + u ∂u/∂x + (1/ρ) ∂p/∂x = 0 in smooth parts; across a shock mass Au and momentum
/// Au² + (1/ρ) ∫A dp are conserved.
/// </remarks>
/// <param name="Wall">Pressure against area.</param>
/// <param name="Point">Properties of the tube.</param>
/// <param name="Density">ρ [kg/m³], positive.</param>
/// <source doi="10.4208/cicp.210611.240212a" at="equations, wave curves"/>
public sealed record ElasticTube(VesselWall Wall, WallPoint Point, double Density)
{
    /// <summary>p [Pa] at an area [m²].</summary>
    public double Pressure(double area) => Wall.Pressure(area, Point);

    /// <summary>A [m²] at a pressure [Pa].</summary>
    public double Area(double pressure) => Wall.Area(pressure, Point);

    /// <summary>c = √(A p′/ρ) [m/s].</summary>
    public double WaveSpeed(double area) => Wall.WaveSpeed(area, Point, Density);

    /// <summary>p + ρu²/2 [Pa].</summary>
    public double Head(TubeState state)
        => Pressure(state.Area) + 0.5 * Density * state.Velocity * state.Velocity;

    /// <summary>ρ A u² + ∫A dp [N].</summary>
    public double Momentum(TubeState state)
        => Density * state.Flow * state.Velocity + Wall.PressureForce(state.Area, Point);

    /// <summary>Y = A/(ρc) [m³/(s Pa)]: flow over pressure of a small wave.</summary>
    public double Admittance(double area) => area / (Density * WaveSpeed(area));

    /// <summary>u/c [1].</summary>
    public double SpeedIndex(TubeState state) => state.Velocity / WaveSpeed(state.Area);

    /// <summary>∫ c dA/A [m/s] between two areas.</summary>
    public double VelocityChange(double from, double to) => Wall.VelocityChange(from, to, Point, Density);

    /// <summary>How much a wave that runs into blood of one area slows the blood in front of it [m/s].</summary>
    /// <remarks>
    /// To a larger area a shock, √((G − G_K)(A − A_K)/(A A_K)), G = (1/ρ) ∫A dp; to a smaller one a rarefaction,
    /// ∫ c dA/A, negative. Grows with the area behind.
    /// </remarks>
    /// <param name="ahead">A_K [m²], before the wave arrives.</param>
    /// <param name="behind">A [m²], after it.</param>
    /// <source doi="10.4208/cicp.210611.240212a" at="wave relations"/>
    public double AcrossWave(double ahead, double behind)
    {
        if (behind <= ahead) return VelocityChange(ahead, behind);
        double force = Wall.PressureForce(behind, Point) - Wall.PressureForce(ahead, Point);
        return Math.Sqrt(force / Density * (behind - ahead) / (behind * ahead));
    }
}

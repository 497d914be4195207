namespace Azygos.Circulation.Vessels;

/// <summary>Area and velocity of a vessel before the first step.</summary>
/// <source choice="the starts that cases and bodies need"/>
public abstract record VesselStart
{
    /// <summary>Area [m²] and velocity [m/s] at <paramref name="x"/>.</summary>
    /// <param name="x">Distance from the vessel's first end [m].</param>
    /// <param name="vessel">The vessel.</param>
    /// <param name="blood">Its blood.</param>
    /// <param name="at">Its properties at x, as the solver samples them.</param>
    public abstract (double Area, double Velocity) At(double x, Vessel vessel, Blood blood, in WallPoint at);
}

/// <summary>The same area and velocity everywhere.</summary>
/// <param name="Area">[m²], positive.</param>
/// <param name="Velocity">[m/s].</param>
/// <source choice="start"/>
public sealed record UniformStart(double Area, double Velocity) : VesselStart
{
    /// <inheritdoc/>
    public override (double Area, double Velocity) At(double x, Vessel vessel, Blood blood, in WallPoint at)
        => (Area, Velocity);
}

/// <summary>A column of blood: p = pressure + ρ ∫ g dx from a place; area from the wall.</summary>
/// <param name="Pressure">[Pa] at the place.</param>
/// <param name="Place">[m].</param>
/// <param name="Velocity">[m/s].</param>
/// <source choice="start"/>
public sealed record HydrostaticStart(double Pressure, double Place, double Velocity) : VesselStart
{
    /// <inheritdoc/>
    public override (double Area, double Velocity) At(double x, Vessel vessel, Blood blood, in WallPoint at)
    {
        double column = blood.Density * (vessel.GravityFactor?.At(0) ?? 1) * (vessel.PotentialAt(x) - vessel.PotentialAt(Place));
        return (vessel.Wall.Area(Pressure + column, at), Velocity);
    }
}

/// <summary>Columns along x, linear between rows; a jump is two rows with the same x, left limit first.</summary>
/// <param name="Position">x [m], ascending; shape [rows].</param>
/// <param name="Area">[m²]; shape [rows].</param>
/// <param name="Velocity">[m/s]; shape [rows].</param>
/// <source choice="start"/>
public sealed record ProfileStart(
    IReadOnlyList<double> Position, IReadOnlyList<double> Area, IReadOnlyList<double> Velocity) : VesselStart
{
    /// <inheritdoc/>
    public override (double Area, double Velocity) At(double x, Vessel vessel, Blood blood, in WallPoint at)
    {
        int next = 0;
        while (next < Position.Count && Position[next] <= x) next++;
        if (next == 0) return (Area[0], Velocity[0]);
        if (next == Position.Count) return (Area[^1], Velocity[^1]);
        double share = (x - Position[next - 1]) / (Position[next] - Position[next - 1]);
        return (
            Area[next - 1] + share * (Area[next] - Area[next - 1]),
            Velocity[next - 1] + share * (Velocity[next] - Velocity[next - 1]));
    }
}

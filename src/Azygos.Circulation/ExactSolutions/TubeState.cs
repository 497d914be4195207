namespace Azygos.Circulation.ExactSolutions;

/// <summary>Area and velocity at one place of a tube.</summary>
/// <param name="Area">A [m²], positive.</param>
/// <param name="Velocity">u [m/s], positive along the tube's own x.</param>
/// <source choice="state of the 1D equations"/>
public readonly record struct TubeState(double Area, double Velocity)
{
    /// <summary>q = A u [m³/s].</summary>
    public double Flow => Area * Velocity;
}

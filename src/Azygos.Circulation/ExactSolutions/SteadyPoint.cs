namespace Azygos.Circulation.ExactSolutions;

/// <summary>Steady flow at one place of a tube.</summary>
/// <param name="Position">x [m].</param>
/// <param name="Area">A [m²].</param>
/// <param name="Pressure">p [Pa].</param>
/// <param name="Velocity">u [m/s].</param>
/// <param name="SpeedIndex">u/c [1].</param>
/// <source choice="state of the steady 1D equations"/>
public readonly record struct SteadyPoint(
    double Position, double Area, double Pressure, double Velocity, double SpeedIndex);

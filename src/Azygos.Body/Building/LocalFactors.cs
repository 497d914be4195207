namespace Azygos.Body.Building;

/// <summary>What reaches make of a vessel at one place.</summary>
/// <param name="Area">Lumen at rest over the vessel's [1].</param>
/// <param name="Stiffness">Wall stiffness over the vessel's [1].</param>
/// <param name="Outside">Pressure added outside [Pa].</param>
internal readonly record struct LocalFactors(double Area, double Stiffness, double Outside)
{
    public static LocalFactors None => new(1, 1, 0);
}

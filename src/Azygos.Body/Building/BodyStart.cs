using Azygos.Quantities;

namespace Azygos.Body.Building;

/// <summary>The pressures that a network starts from.</summary>
/// <param name="Filling">Pressure at the right atrium's height, each node's column added.</param>
/// <param name="Flowing">
/// True: arteries and pial arterioles start near their working pressures above it. A body at one pressure everywhere
/// has shut arterioles, and shut arterioles with no inflow are a steady state of the autoregulated bed too; the march
/// must start on the living side.
/// </param>
/// <source choice="mean-flow march, docs/decisions/0006"/>
public readonly record struct BodyStart(Pressure Filling, bool Flowing)
{
    /// <summary>Arteries above the filling pressure at the start of a flowing body.</summary>
    /// <source choice="near the mean arterial pressure; the march forgets it"/>
    public static Pressure Arteries => Pressure.FromMillimetresOfMercury(80);

    /// <summary>Pial arterioles above the filling pressure at the start of a flowing body.</summary>
    /// <source choice="near their basal pressure of 59 mmHg; the march forgets it"/>
    public static Pressure PialArterioles => Pressure.FromMillimetresOfMercury(50);
}

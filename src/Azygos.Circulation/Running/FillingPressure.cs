using Azygos.Circulation.Assembly;
using Azygos.Quantities;

namespace Azygos.Circulation.Running;

/// <summary>The pressure that a given volume would have everywhere if nothing moved.</summary>
/// <source choice="mean circulatory filling pressure, textbook: the pressure at height zero after everything has come to rest"/>
public static class FillingPressure
{
    private const double Lowest = -100, Highest = 300;   // mmHg, chosen: far beyond any body

    /// <summary>Solves Σ V(p) = volume over all nodes that are no fluid compartment; null when no pressure in −100 … 300 mmHg holds that volume.</summary>
    public static Pressure? Find(LumpedNetwork network, Volume volume)
    {
        ArgumentNullException.ThrowIfNull(network);
        var system = new LumpedSystem(network);
        Evaluation evaluation = system.NewEvaluation();
        system.SetTime(evaluation, 0, beforeJump: false);
        double low = Pressure.FromMillimetresOfMercury(Lowest).Pascals, high = Pressure.FromMillimetresOfMercury(Highest).Pascals;
        if (!(Held(system, evaluation, network, low) <= volume.CubicMetres && Held(system, evaluation, network, high) >= volume.CubicMetres))
            return null;
        // Bisection to the last bit: the volume rises with the pressure.
        for (int k = 0; k < 200; k++)
        {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) break;
            if (Held(system, evaluation, network, middle) < volume.CubicMetres) low = middle;
            else high = middle;
        }

        return Pressure.FromPascals(high);
    }

    private static double Held(LumpedSystem system, Evaluation evaluation, LumpedNetwork network, double pressure)
    {
        foreach (LumpedNode node in network.Nodes)
        {
            int slot = system.SlotOf(node.Id);
            if (slot < system.Unknowns.Length) evaluation.Value[slot] = pressure - network.FluidColumn * node.Height;
        }

        system.Evaluate(evaluation);
        return system.BloodContent(evaluation.Content);
    }
}

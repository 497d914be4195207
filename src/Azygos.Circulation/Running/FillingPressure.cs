using Azygos.Circulation.Assembly;
using Azygos.Quantities;

namespace Azygos.Circulation.Running;

/// <summary>The pressure to which a given volume fills a network.</summary>
/// <remarks>With all initial pressures equal (but for their columns) it is the mean circulatory filling pressure: what
/// remains if the heart stands still.</remarks>
/// <source choice="mean circulatory filling pressure, textbook"/>
public static class FillingPressure
{
    private const double Lowest = -100, Highest = 300;   // mmHg, chosen: far beyond any body

    /// <summary>The pressure p, added to every initial pressure, with Σ V = volume over all nodes that are no fluid
    /// compartment; null when no p in −100 … 300 mmHg holds that volume.</summary>
    public static Pressure? Find(LumpedNetwork network, Volume volume)
    {
        ArgumentNullException.ThrowIfNull(network);
        var system = new LumpedSystem(network);
        Evaluation evaluation = system.NewEvaluation();
        system.SetTime(evaluation, 0, beforeJump: false);
        double low = Pressure.FromMillimetresOfMercury(Lowest).Pascals,
            high = Pressure.FromMillimetresOfMercury(Highest).Pascals;
        if (!(Held(system, evaluation, network, low) <= volume.CubicMetres
            && Held(system, evaluation, network, high) >= volume.CubicMetres))
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
            if (slot < system.Unknowns.Length)
                evaluation.Value[slot] = evaluation.Value[system.ElasticSlotOf(node.Id)]
                    = node.InitialPressure + pressure;
        }

        system.Evaluate(evaluation);
        return system.BloodContent(evaluation.Content);
    }
}

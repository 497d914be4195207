using Azygos.Body.Model;

namespace Azygos.Body.Building;

/// <summary>How much wider than a vein the place is into which it opens, and what that costs.</summary>
/// <remarks>
/// Borda-Carnot: a stream that widens from A to A_w loses (1 − A/A_w)² of its velocity head; into a heart chamber all
/// of it. In a model with waves vessel ends share the total pressure, and only what enters a chamber is lost. Veins and
/// sinuses only, with their areas at rest: an artery's kinetic head is not lost at its branches.
/// </remarks>
/// <source choice="Borda-Carnot loss of a sudden widening, textbook; the same loss for flow the other way"/>
internal sealed class WidestVein
{
    private readonly Dictionary<string, double> widest = [];
    private readonly HashSet<string> chambers;
    private readonly bool keepsHeads;

    public WidestVein(BodyModel model)
    {
        keepsHeads = model.HasWaves;
        chambers = [.. model.Chambers.Select(c => c.Node)];
        foreach (VesselRow vessel in model.Vessels.Where(v => v.Kind != "artery"))
            foreach (string node in new[] { vessel.From, vessel.To })
                widest[node] = Math.Max(widest.GetValueOrDefault(node), vessel.RestArea);
    }

    /// <summary>Velocity heads lost at the vessel's second end.</summary>
    public double HeadLossAtEnd(VesselRow vessel)
    {
        if (vessel.Kind == "artery") return 0;
        if (chambers.Contains(vessel.To)) return 1;
        if (keepsHeads) return 0;
        double narrower = 1 - vessel.RestArea / widest[vessel.To];
        return narrower * narrower;
    }
}

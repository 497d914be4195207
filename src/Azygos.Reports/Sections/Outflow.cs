using Azygos.Body.Model;
using Azygos.Body.Results;

namespace Azygos.Reports.Sections;

/// <summary>The vessels by which blood leaves the skull: from a dural sinus to a node outside.</summary>
/// <remarks>
/// A sum over the result's own vessel flows, nothing more. Ends of dural sinuses lie inside, save where a vein arrives
/// from another sinus (emissary veins lead outside, and a marginal sinus ends where they do). An exit counts as
/// jugular when a published jugular site lies on it or on the vein that it leads into.
/// </remarks>
internal sealed record Outflow(IReadOnlyList<(VesselMean Vein, bool Jugular)> Exits)
{
    /// <summary>Exits of a run in the order of their flow.</summary>
    public static Outflow Of(SimulationResult result)
    {
        VesselMean[] sinuses = [.. result.Vessels.Where(v => v.Vessel.Kind == "sinus")];
        VesselMean[] veins = [.. result.Vessels.Where(v => v.Vessel.Kind == "vein")];
        HashSet<string> inside = [.. sinuses.SelectMany(v => new[] { v.Vessel.From, v.Vessel.To })];
        HashSet<string> outside = [.. veins
            .Where(v => inside.Contains(v.Vessel.From) && v.Vessel.Space != Space.Skull)
            .Select(v => v.Vessel.To)];
        inside.ExceptWith(outside);
        HashSet<string> jugulars = [.. result.Model.Sites
            .Where(s => s.Id.StartsWith("ijv_", StringComparison.Ordinal))
            .Select(s => s.Vessel)];
        HashSet<string> tops = [.. veins.Where(v => jugulars.Contains(v.Vessel.Id)).Select(v => v.Vessel.From)];
        return new Outflow([.. sinuses.Concat(veins)
            .Where(v => inside.Contains(v.Vessel.From) && !inside.Contains(v.Vessel.To))
            .OrderByDescending(v => v.Flow).ThenBy(v => v.Vessel.Id, StringComparer.Ordinal)
            .Select(v => (v, jugulars.Contains(v.Vessel.Id) || tops.Contains(v.Vessel.To)))]);
    }

    /// <summary>Flow through the jugular veins [mL/min].</summary>
    public double Jugular => Exits.Where(e => e.Jugular).Sum(e => e.Vein.Flow);

    /// <summary>Flow through all other exits [mL/min].</summary>
    public double Other => Exits.Where(e => !e.Jugular).Sum(e => e.Vein.Flow);

    /// <summary>Net flow out of the skull [mL/min].</summary>
    public double Total => Jugular + Other;
}

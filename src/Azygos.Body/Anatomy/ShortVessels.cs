using Azygos.Body.Model;
using Azygos.Quantities;

namespace Azygos.Body.Anatomy;

/// <summary>Arteries so short that a wave is through them at once: their ends become one node, and the neighbour that is
/// most like them takes over their length.</summary>
/// <remarks>
/// A step of a vessel is no longer than a wave needs through its cell; the six shortest arteries of the core (2 mm and
/// less, at the circle of Willis) would take a third of all steps of the body. Resistance, inertia and volume along the
/// way stay, to the share by which the neighbour's area differs. A vessel much narrower or wider than its neighbours, or with
/// throats or reaches, stays what it is.
/// </remarks>
/// <source choice="a test compares flows and pressures with and without"/>
public static class ShortVessels
{
    // Chosen: a twentieth of the time that a wave needs through a cell of 1 cm in a vein.
    private const double ShortestTransit = 200e-6;   // s

    // A neighbour whose area differs by more than this factor is no heir.
    private const double Alike = 2;

    /// <summary>The model with such arteries merged.</summary>
    public static BodyModel Merged(BodyModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        double density = model.Parameters["blood.density_kg_m3"].Value;
        List<VesselRow> vessels = [.. model.Vessels];
        Dictionary<string, string> nodes = [], heirs = [];
        HashSet<string> changed = [.. model.Throats.Select(row => row.Vessel), .. model.Reaches.Select(row => row.Vessel)];
        foreach (VesselRow vessel in model.Vessels
            .Where(vessel => IsShort(vessel, density) && !changed.Contains(vessel.Id)).OrderBy(v => v.Length))
        {
            VesselRow row = vessels.First(one => one.Id == vessel.Id);   // its ends may have moved
            if (Heir([.. vessels.Where(one => !changed.Contains(one.Id))], row) is not { } heir) continue;
            heirs[row.Id] = heir.Id;
            vessels.Remove(row);
            (string kept, string gone) = (row.From, row.To);
            nodes[gone] = kept;
            vessels = [.. vessels.Select(one => one with
            {
                Length = one.Length + (one.Id == heir.Id ? row.Length : 0),
                From = one.From == gone ? kept : one.From,
                To = one.To == gone ? kept : one.To,
            })];
        }

        return heirs.Count == 0 ? model : Renamed(model, vessels, nodes, heirs);
    }

    private static bool IsShort(VesselRow vessel, double density) =>
        vessel is { Kind: "artery", Stiffness: { } k, RestArea: > 0 }
        && Length.FromCentimetres(vessel.Length).Metres
            < ShortestTransit * Math.Sqrt(0.5 * Pressure.FromMillimetresOfMercury(k).Pascals / density);   // c² = K/(2ρ)

    private static VesselRow? Heir(List<VesselRow> vessels, VesselRow row) => vessels
        .Where(one => one.Id != row.Id && one.Kind == row.Kind && one.Wall == row.Wall && one.Space == row.Space
            && (one.From == row.From || one.From == row.To || one.To == row.From || one.To == row.To)
            && Unlike(one, row) <= Alike)
        .OrderBy(one => Unlike(one, row)).ThenBy(one => one.Id, StringComparer.Ordinal).FirstOrDefault();

    private static double Unlike(VesselRow one, VesselRow other) =>
        Math.Max(one.RestArea, other.RestArea) / Math.Min(one.RestArea, other.RestArea);

    private static BodyModel Renamed(
        BodyModel model, List<VesselRow> vessels, Dictionary<string, string> nodes, Dictionary<string, string> heirs)
    {
        return model with
        {
            Vessels = vessels,
            Nodes = [.. model.Nodes.Where(node => !nodes.ContainsKey(node.Id))],
            Beds = [.. model.Beds.Select(bed => bed with { Artery = Node(bed.Artery), Vein = Node(bed.Vein) })],
            CerebralBeds = [.. model.CerebralBeds.Select(bed => bed with { Artery = Node(bed.Artery) })],
            Sites = [.. model.Sites.Select(site => site with
            {
                Vessel = Vessel(site.Vessel),
                Node = Node(site.Node),
            })],
        };

        string Node(string id)
        {
            while (nodes.TryGetValue(id, out string? kept)) id = kept;
            return id;
        }

        string Vessel(string id)
        {
            while (heirs.TryGetValue(id, out string? heir)) id = heir;
            return id;
        }
    }
}

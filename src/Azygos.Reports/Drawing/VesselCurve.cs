using System.Numerics;
using Azygos.Body.Model;

namespace Azygos.Reports.Drawing;

/// <summary>A vessel's course as a smooth cubic curve through its two nodes [cm].</summary>
/// <remarks>
/// At each end the curve leaves along the mean direction of the vessel and of the vessel that continues it most nearly
/// straight,
/// so that a chain of vessels reads as one line. The course between nodes is for the eye; only the nodes are the
/// model's.
/// </remarks>
internal sealed record VesselCurve(VesselRow Vessel, Vector3 Start, Vector3 FirstHandle, Vector3 SecondHandle,
    Vector3 End)
{
    // Chosen: a neighbour turning by more than about 75 degrees is a branch, not a continuation.
    private const float LeastContinuation = 0.25f;

    /// <summary>Curves of all vessels whose two nodes the model has.</summary>
    public static IReadOnlyList<VesselCurve> Of(IEnumerable<VesselRow> vessels, IEnumerable<NodeRow> nodes)
    {
        Dictionary<string, Vector3> places = nodes.ToDictionary(n => n.Id, n =>
            new Vector3((float)n.X, (float)n.Y, (float)n.Z));
        VesselRow[] known = [.. vessels.Where(v => places.ContainsKey(v.From) && places.ContainsKey(v.To))];
        ILookup<string, VesselRow> at = known.SelectMany(v => new[] { (Node: v.From, v), (Node: v.To, v) })
            .ToLookup(e => e.Node, e => e.v);
        Dictionary<(string, string), int> twins = [];
        List<VesselCurve> curves = [];
        foreach (VesselRow vessel in known)
        {
            Vector3 start = places[vessel.From], end = places[vessel.To];
            float reach = Vector3.Distance(start, end) / 3;
            Vector3 bow = Bow(twins, vessel) * MathF.Max(reach, 1);
            curves.Add(new VesselCurve(vessel, start, start + reach * Leaving(vessel, vessel.From) + bow,
                end + reach * Leaving(vessel, vessel.To) + bow, end));
        }
        return curves;

        Vector3 Leaving(VesselRow vessel, string node)
        {
            Vector3 own = Toward(vessel, node), best = Vector3.Zero;
            float straightest = LeastContinuation;
            foreach (VesselRow other in at[node])
            {
                if (other == vessel || other.Kind == "artery" != (vessel.Kind == "artery")) continue;
                Vector3 theirs = Toward(other, node);
                if (-Vector3.Dot(own, theirs) <= straightest) continue;
                (straightest, best) = (-Vector3.Dot(own, theirs), theirs);
            }
            return Unit(own - best);
        }

        Vector3 Toward(VesselRow vessel, string node) =>
            Unit(places[vessel.From == node ? vessel.To : vessel.From] - places[node]);
    }

    /// <summary>A place on the curve; <paramref name="t"/> from 0 to 1.</summary>
    public Vector3 At(double t)
    {
        float b = (float)t, a = 1 - b;
        return a * a * a * Start + 3 * a * a * b * FirstHandle + 3 * a * b * b * SecondHandle + b * b * b * End;
    }

    // Vessels between the same two nodes would hide each other: every further one bows a little to the side.
    private static Vector3 Bow(Dictionary<(string, string), int> twins, VesselRow vessel)
    {
        (string, string) pair = string.CompareOrdinal(vessel.From, vessel.To) < 0 ? (vessel.From, vessel.To)
            : (vessel.To, vessel.From);
        int before = twins.GetValueOrDefault(pair);
        twins[pair] = before + 1;
        return new Vector3(before % 2 == 1 ? 0.35f : -0.35f, -0.35f, 0) * ((before + 1) / 2);
    }

    private static Vector3 Unit(Vector3 v) => v.Length() > 1e-6f ? Vector3.Normalize(v) : Vector3.Zero;
}

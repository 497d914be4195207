using Azygos.Body.Building;
using Azygos.Body.Model;
using Azygos.Circulation.Running;

namespace Azygos.Body.Simulation;

/// <summary>What is recorded on either side of a place that was changed.</summary>
/// <param name="Mark">The place.</param>
/// <param name="Before">Pressure before it; null: not to be had.</param>
/// <param name="Behind">Pressure behind it.</param>
/// <param name="Through">Flow through it; null: nothing carries any.</param>
/// <param name="Rise">How much higher the second reading is than the first [m], where its column counts.</param>
internal sealed record MarkProbes(MarkRow Mark, Probe? Before, Probe? Behind, Probe? Through, double Rise)
{
    public IEnumerable<Probe> All => new[] { Before, Behind, Through }.OfType<Probe>();

    public static MarkProbes Of(BodyNetwork body, MarkRow mark)
    {
        Dictionary<string, double> heights = body.Model.Nodes.ToDictionary(node => node.Id, node => 0.01 * node.Z);
        if (mark.Valve.Length > 0)
        {
            ValveRow valve = body.Model.Valves.First(row => row.Id == mark.Valve);
            return new(mark, At(valve.From), At(valve.To), Probe.Flow(valve.Id), heights[valve.To] - heights[valve.From]);
        }

        VesselRow vessel = body.Model.Vessels.First(row => row.Id == mark.Vessel);
        double rise = heights[vessel.To] - heights[vessel.From];
        if (!body.Vessels.TryGetValue(vessel.Id, out VesselPlace? place))
            return new(mark, At(vessel.From), At(vessel.To), null, rise);
        if (mark.Throat.Length > 0)
        {
            (Probe before, Probe behind, Probe through) = place.AtThroat(mark.Throat);
            return new(mark, before, behind, through,
                place is LumpedPlace lumped ? rise / lumped.Elements.Count : 0);
        }

        // A reach: from the last place before it to the first behind; the whole vessel between its ends.
        Probe? first = mark.From <= 0 ? At(vessel.From) : place.PressureAt(mark.From);
        Probe? second = mark.To >= 1 ? At(vessel.To) : place.PressureAt(mark.To);
        return new(mark, first, second, place.At(0.5 * (mark.From + mark.To)).First(),
            rise * (place.HeightShare(mark.To) - place.HeightShare(mark.From)));

        Probe? At(string node) => body.HasNode(node) ? Probe.Pressure(node) : null;
    }
}

using Azygos.Body.Model;

namespace Azygos.Body.Anatomy;

/// <summary>The way of a catheter that is drawn back from the sagittal sinus through one jugular vein to the right
/// atrium: nodes in order, with their distance along the vessels.</summary>
/// <source choice="shortest way along sinuses and veins through confluence, transverse and sigmoid sinus and the three
/// parts of the jugular vein"/>
public sealed class PullBack
{
    private const string Beginning = "superior_sagittal_sinus_middle", Confluence = "torcular", End = "right_atrium";

    private PullBack(string side, IReadOnlyList<PullBackPlace> places)
    {
        Side = side;
        Places = places;
    }

    /// <summary>Sides.</summary>
    public static IReadOnlyList<string> Sides { get; } = ["right", "left"];

    /// <summary><c>right</c> or <c>left</c>.</summary>
    public string Side { get; }

    /// <summary>Nodes from the sagittal sinus to the right atrium.</summary>
    public IReadOnlyList<PullBackPlace> Places { get; }

    /// <summary>The way on one side; null where the model lacks one of its vessels, or where an occlusion bars it.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="side"><c>right</c> or <c>left</c>.</param>
    public static PullBack? Of(BodyModel model, string side)
    {
        ArgumentNullException.ThrowIfNull(model);
        string[] ids =
        [
            Beginning, $"transverse_sinus_{side}", $"sigmoid_sinus_{side}",
            $"ijv_{side}_j3", $"ijv_{side}_j2", $"ijv_{side}_j1",
        ];
        VesselRow[] way = [.. ids.Select(id => model.Vessels.FirstOrDefault(v => v.Id == id)).OfType<VesselRow>()];
        if (way.Length < ids.Length || way.Any(v => v.RestArea == 0)) return null;
        var roads = new Roads(model);
        string[] stops = [way[0].From, Confluence, .. way.Skip(1).SelectMany(v => new[] { v.From, v.To }), End];
        List<PullBackPlace> places = [new(way[0].From, 0)];
        foreach ((string from, string to) in stops.Zip(stops.Skip(1)))
        {
            if (roads.Shortest(from, to) is not { } part) return null;
            double before = places[^1].Distance;
            places.AddRange(part.Select(place => place with { Distance = before + place.Distance }));
        }

        return new PullBack(side, places);
    }

    /// <summary>Sinuses, veins and venous valves as roads between nodes.</summary>
    private sealed class Roads
    {
        private readonly Dictionary<string, List<(string To, double Length)>> roads = [];

        public Roads(BodyModel model)
        {
            foreach (VesselRow vessel in model.Vessels.Where(v => v.Kind != "artery" && v.RestArea > 0))
                Join(vessel.From, vessel.To, vessel.Length);
            foreach (ValveRow valve in model.Valves.Where(v => v.Kind == "venous"))
                Join(valve.From, valve.To, 0);
        }

        /// <summary>Nodes after the first, with their distance from it; null where no road leads there.</summary>
        public List<PullBackPlace>? Shortest(string from, string to)
        {
            var distance = new Dictionary<string, double> { [from] = 0 };
            var before = new Dictionary<string, string>();
            var open = new PriorityQueue<string, (double, string)>([(from, (0.0, from))]);
            HashSet<string> done = [];
            while (open.TryDequeue(out string? here, out _) && here != to)
            {
                if (!done.Add(here)) continue;
                foreach ((string next, double length) in roads.GetValueOrDefault(here, []))
                {
                    double there = distance[here] + length;
                    if (distance.TryGetValue(next, out double known) && known <= there) continue;
                    distance[next] = there;
                    before[next] = here;
                    open.Enqueue(next, (there, next));
                }
            }

            if (!distance.ContainsKey(to)) return null;
            List<PullBackPlace> way = [];
            for (string at = to; at != from; at = before[at])
                way.Insert(0, new(at, distance[at]));
            return way;
        }

        private void Join(string from, string to, double length)
        {
            if (!roads.TryGetValue(from, out List<(string, double)>? there)) roads.Add(from, there = []);
            there.Add((to, length));
            if (!roads.TryGetValue(to, out List<(string, double)>? back)) roads.Add(to, back = []);
            back.Add((from, length));
        }
    }
}

/// <summary>A place of a pull-back.</summary>
/// <param name="Node">Node.</param>
/// <param name="Distance">Distance from its beginning along the vessels [cm].</param>
/// <source choice="lengths of vessels.csv"/>
public sealed record PullBackPlace(string Node, double Distance);

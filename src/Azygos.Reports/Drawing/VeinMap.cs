using System.Numerics;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Reports.Scales;

namespace Azygos.Reports.Drawing;

/// <summary>What the drawings of one run share: curves, mean states, places of sites, windows, colours.</summary>
internal sealed class VeinMap
{
    /// <summary>Lowest height drawn [cm]: a little below the lumbar spine. Chosen: legs carry no vein that drains
    /// brain or cord.</summary>
    private const double LowestHeight = -42;

    /// <summary>Height that parts the head-and-neck views from the view of chest and spine [cm]. Chosen: just above
    /// the brachiocephalic veins.</summary>
    private const double Waist = 6.5;

    private readonly Dictionary<string, VesselMean> _means;
    private readonly Dictionary<string, Vector3> _nodes;
    private readonly HashSet<string> _arterial;

    /// <summary>Prepares the drawings of a run.</summary>
    public VeinMap(SimulationResult result)
    {
        Result = result;
        _means = result.Vessels.ToDictionary(v => v.Vessel.Id);
        Curves = VesselCurve.Of(result.Vessels.Select(v => v.Vessel), result.Model.Nodes);
        _nodes = result.Model.Nodes.ToDictionary(n => n.Id, n => new Vector3((float)n.X, (float)n.Y, (float)n.Z));
        _arterial = [.. Curves.Where(c => c.Vessel.Kind == "artery").SelectMany(Nodes)];
        _arterial.ExceptWith(Curves.Where(c => c.Vessel.Kind != "artery").SelectMany(Nodes));
        Views = Windows();
        Pressure = PressureScale();
    }

    /// <summary>The run.</summary>
    public SimulationResult Result { get; }

    /// <summary>Course of every vessel that can be drawn.</summary>
    public IReadOnlyList<VesselCurve> Curves { get; }

    /// <summary>Head and neck from the front and from the left, chest and spine from the front.</summary>
    public IReadOnlyList<View> Views { get; }

    /// <summary>Colours of mean pressure [mmHg] over the drawn sinuses and veins outside the skull.</summary>
    /// <remarks>
    /// Cerebral veins upstream of their bridging veins lie some mmHg above all others; they take the end colour rather
    /// than half of the scale.
    /// </remarks>
    public ColourScale Pressure { get; }

    /// <summary>True when some vein that is drawn lies above the scale of pressure.</summary>
    public bool PressureAbove { get; private set; }

    /// <summary>Mean state of a vessel.</summary>
    public VesselMean Mean(VesselRow vessel) => _means[vessel.Id];

    /// <summary>Place of a node, null when the model has no such node.</summary>
    public Vector3? Node(string id) => _nodes.TryGetValue(id, out Vector3 place) ? place : null;

    /// <summary>True for a vein below three tenths of its resting area.</summary>
    /// <remarks>Chosen: a soft vein that folds falls from about half its area to a tenth within 1 mmHg, so the bound
    /// is not critical.</remarks>
    public static bool Collapsed(VesselMean mean) =>
        mean.Vessel.Kind == "vein" && mean.Area < 0.3 * mean.Vessel.RestArea;

    /// <summary>True for a vessel that carries nothing at all.</summary>
    public static bool Still(VesselMean mean) => mean.Flow == 0;

    /// <summary>The published sites of a view with their places; arteries are left to the tables.</summary>
    public IEnumerable<(SiteResult Site, Vector3 Place)> Sites(View view)
    {
        foreach (SiteResult site in Result.Sites)
        {
            VesselCurve? curve = Curves.FirstOrDefault(c => c.Vessel.Id == site.Site.Vessel);
            if (curve?.Vessel.Kind == "artery" || IsFluid(site.Site) || _arterial.Contains(site.Site.Node)) continue;
            Vector3? place = curve?.At(site.Site.Position) ?? Node(site.Site.Node);
            if (place is not { } at || !view.Shows(at)) continue;
            bool midline = Math.Abs(at.X) < 0.6;       // chosen: half a dural sinus
            string home = at.Z < Waist ? "trunk" : midline ? "side" : "front";
            if (view.Id == home) yield return (site, at);
        }
    }

    /// <summary>The changed places that a view shows, by their number in the table, from 1.</summary>
    public IEnumerable<(int Number, MarkResult Mark, Vector3 Place)> Changes(View view)
    {
        for (int i = 0; i < Result.Marks.Count; i++)
        {
            MarkResult mark = Result.Marks[i];
            VesselCurve? curve = Curves.FirstOrDefault(c => c.Vessel.Id == mark.Mark.Vessel);
            if (curve?.At(0.5 * (mark.Mark.From + mark.Mark.To)) is { } place && view.Shows(place))
                yield return (i + 1, mark, place);
        }
    }

    /// <summary>A site by its stable id, null when the run does not have it.</summary>
    public SiteResult? Site(string id) => Result.Sites.FirstOrDefault(s => s.Site.Id == id);

    private static string[] Nodes(VesselCurve curve) => [curve.Vessel.From, curve.Vessel.To];

    private static bool IsFluid(SiteRow site) => site.Id is "icp" or "csf_spinal";

    private View[] Windows()
    {
        VesselCurve[] veins = [.. Curves.Where(c => c.Vessel.Kind != "artery"
            && Math.Max(c.Start.Z, c.End.Z) >= LowestHeight)];
        double top = Math.Max(41.5, Ends(veins).Select(p => (double)p.Z).DefaultIfEmpty(0).Max() + 2);
        double bottom = Math.Max(LowestHeight, Ends(veins).Select(p => (double)p.Z).DefaultIfEmpty(0).Min() - 3);
        Vector3 right = Vector3.UnitX, front = Vector3.UnitY;
        return
        [
            new("front", "Head and neck, from the front", "Right", "Left", right, front,
                Half(right, Waist, top, 9.5, 11), 4, top),
            new("side", "Head and neck, from the left", "Front", "Back", -front, right,
                Half(front, Waist, top, 11.5, 12.5), 4, top),
            new("trunk", "Chest and spine, from the front", "Right", "Left", right, front,
                Half(right, bottom, Waist, 11, 14), bottom, 9),
        ];

        double Half(Vector3 across, double low, double high, double least, double most) => Math.Clamp(
            Ends(veins).Where(p => p.Z >= low && p.Z <= high).Select(p => (double)Math.Abs(Vector3.Dot(p, across)))
                .DefaultIfEmpty(0).Max() + 1,
            least, most);
    }

    private ColourScale PressureScale()
    {
        VesselMean[] drawn = [.. Curves.Where(c => c.Vessel.Kind != "artery"
            && Views.Any(v => v.Shows(c.Start) || v.Shows(c.End))).Select(c => Mean(c.Vessel))];
        double[] spread = [.. Pressures(drawn.Where(m => m.Vessel.Space != Space.Skull))];
        if (spread.Length == 0) return new ColourScale(0, 10);
        double step = Math.Max(1, Axis.Covering(spread.Min(), spread.Max(), leastSpan: 2, ticks: 12).Step);
        ColourScale scale = new(step * Math.Floor(spread.Min() / step),
            step * Math.Max(Math.Floor(spread.Min() / step) + 1, Math.Ceiling(spread.Max() / step)));
        PressureAbove = Pressures(drawn).Any(p => p > scale.High);
        return scale;

        static IEnumerable<double> Pressures(IEnumerable<VesselMean> means) =>
            means.SelectMany(m => new[] { m.PressureFrom, m.PressureTo }).Where(double.IsFinite);
    }

    private static IEnumerable<Vector3> Ends(IEnumerable<VesselCurve> curves) =>
        curves.SelectMany(c => new[] { c.Start, c.End });
}

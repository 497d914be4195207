using Azygos.Circulation.Narrowings;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation.Waves;

/// <summary>The lines of a network's vessels, and the nodes between them.</summary>
/// <remarks>A vessel is cut where its properties jump on a face: there the two sides meet at a node of two
/// vessels.</remarks>
internal sealed class WaveMesh
{
    // A jump nearer to a face than this share of a cell lies on it: places are printed with ten digits.
    private const double OnFace = 1e-6;

    public WaveMesh(VesselNetwork network, MeshOptions options)
    {
        Dictionary<string, List<VesselEnd>> ends = network.Nodes.ToDictionary(node => node.Id, _ => new List<VesselEnd>());
        List<VesselLine> lines = [];
        List<WaveNode> nodes = [];
        foreach (Vessel vessel in network.Vessels)
        {
            VesselLine[] parts = Parts(vessel, network.Blood, Around(vessel), options);
            LinesOf[vessel.Id] = parts;
            lines.AddRange(parts);
            ends[vessel.From].Add(parts[0].NewEnd(right: false));
            ends[vessel.To].Add(parts[^1].NewEnd(right: true));
            for (int k = 1; k < parts.Length; k++)
                nodes.AddRange(Between(parts[k - 1], parts[k], network.Blood));
        }

        foreach (NetworkNode node in network.Nodes) nodes.Add(NodeOf(node, [.. ends[node.Id]], network.Lumped));
        Lines = [.. lines];
        Nodes = [.. nodes];
    }

    /// <summary>All lines.</summary>
    public VesselLine[] Lines { get; }

    /// <summary>All nodes.</summary>
    public WaveNode[] Nodes { get; }

    /// <summary>Lines of each vessel, in the order of x.</summary>
    public Dictionary<string, VesselLine[]> LinesOf { get; } = [];

    /// <summary>What can be read at the face of each throat, by its id; throats at one face share it.</summary>
    public Dictionary<string, ThroatSides> Throats { get; } = [];

    /// <summary>Readers of static pressure on either side [Pa], and of the flow [m³/s].</summary>
    internal readonly record struct ThroatSides(Func<double> Before, Func<double> Behind, Func<double> Through);

    /// <summary>Longest array of a line.</summary>
    public int LongestLine => Lines.Max(line => line.Area.Length);

    /// <summary>What surrounds the vessels; those without outside pressure share one.</summary>
    public IReadOnlyCollection<Surroundings> Surroundings => around.Values;

    private readonly Dictionary<(Waveform?, NodeId?), Surroundings> around = [];

    private Surroundings Around(Vessel vessel)
    {
        (Waveform?, NodeId?) key = (vessel.OutsidePressure, vessel.OutsideNode);
        if (!around.TryGetValue(key, out Surroundings? found))
            around[key] = found = new Surroundings(vessel.OutsidePressure, vessel.OutsideNode);
        return found;
    }

    private static VesselLine[] Parts(Vessel vessel, Blood blood, Surroundings surroundings, MeshOptions options)
    {
        int cells = options.CellsOf(vessel, blood);
        double length = vessel.Length / cells;
        List<int> cuts = [0];
        foreach (double jump in vessel.Profile.Jumps.Order())
        {
            int face = (int)Math.Round(jump / length);
            if (face > cuts[^1] && face < cells && Math.Abs(jump / length - face) <= OnFace) cuts.Add(face);
        }

        cuts = [.. cuts.Union(vessel.Narrowings.Select(one => FaceOf(one, length, cells))).Order()];
        cuts.Add(cells);
        VesselLine[] parts = new VesselLine[cuts.Count - 1];
        for (int k = 0; k < parts.Length; k++)
        {
            // The place of the jump itself, so that each side sees its own limit.
            double from = Place(cuts[k]), to = Place(cuts[k + 1]);
            parts[k] = vessel.Wall.NewLine(vessel, blood, surroundings, from, to, cuts[k + 1] - cuts[k]);
            parts[k].Fill(blood);
        }

        return parts;

        double Place(int face)
        {
            if (face == cells) return vessel.Length;
            double x = face * length;
            foreach (double jump in vessel.Profile.Jumps)
                if (Math.Abs(jump - x) <= OnFace * length) return jump;
            return x;
        }
    }

    private static WaveNode NodeOf(NetworkNode node, VesselEnd[] ends, LumpedNetwork? lumped) => node switch
    {
        JunctionNode junction => Joint(node.Id, ends, junction.Coupling),
        ClosedNode => new JunctionBalance(node.Id, ends, NodeCoupling.StaticPressure),
        TransmissiveNode => new TransmissiveEnd(node.Id, ends),
        AbsorbingNode absorbing => new CharacteristicEnd(node.Id, ends, absorbing.ReferencePressure, null),
        IncidentWaveNode wave => new CharacteristicEnd(node.Id, ends, wave.ReferencePressure, wave.Pressure),
        FlowNode flow => new FlowBalance(node.Id, ends, flow.Flow),
        FlowAndAreaNode both => new FlowAndAreaEnd(node.Id, ends, both.Area, both.Flow),
        PressureNode pressure => new PressureEnd(node.Id, ends, pressure.Pressure, total: false),
        TotalPressureNode pressure => new PressureEnd(node.Id, ends, pressure.Pressure, total: true),
        ResistanceNode resistance => new ResistanceBalance(resistance, ends),
        WindkesselNode windkessel => new WindkesselBalance(windkessel, ends),
        LumpedEnd end when lumped?.Nodes[end.Node.Index].Prescribed is { } pressure =>
            new PressureEnd(node.Id, ends, pressure, end.Coupling == NodeCoupling.TotalPressure),
        LumpedEnd end => new LumpedBalance(end, ends),
        _ => throw new ArgumentException($"Node '{node.Id}' cannot be an end of vessels.", nameof(node)),
    };

    // The inner face nearest to a throat.
    private static int FaceOf(Narrowing narrowing, double cellLength, int cells) =>
        Math.Clamp((int)Math.Round(narrowing.Position / cellLength), 1, cells - 1);

    // The nodes between two parts of a vessel: a joint, a face with throats, or two closed ends.
    private IEnumerable<WaveNode> Between(VesselLine before, VesselLine after, Blood blood)
    {
        Vessel vessel = before.Vessel;
        string id = FormattableString.Invariant($"{vessel.Id} at {after.From:G6} m");
        VesselEnd left = before.NewEnd(right: true), right = after.NewEnd(right: false);
        int cells = (int)Math.Round(vessel.Length / before.CellLength);
        double length = vessel.Length / cells;
        int face = (int)Math.Round(after.From / length);
        Narrowing[] throats = [.. vessel.Narrowings.Where(one => FaceOf(one, length, cells) == face)];
        if (throats.Length == 0) return [Joint(id, [left, right], NodeCoupling.TotalPressure)];
        if (throats.Any(throat => throat.IsClosed))
        {
            JunctionBalance one = new(id + ", before", [left], NodeCoupling.StaticPressure);
            JunctionBalance other = new(id + ", behind", [right], NodeCoupling.StaticPressure);
            Add(throats, new(() => one.Pressure, () => other.Pressure, () => 0));
            return [one, other];
        }

        NarrowedFace narrowed = new(id, left, right, blood, throats);
        Add(throats, new(() => narrowed.Before, () => narrowed.Behind, () => narrowed.Flow));
        return [narrowed];
    }

    private void Add(Narrowing[] throats, ThroatSides sides)
    {
        foreach (Narrowing throat in throats) Throats[throat.Id] = sides;
    }

    private static WaveNode Joint(string id, VesselEnd[] ends, NodeCoupling coupling) =>
        ends.Length == 2 && ends[0].Line.Vessel.Wall == ends[1].Line.Vessel.Wall && SameWall(ends[0], ends[1])
            ? new SeamlessJoint(id, ends)
            : new JunctionBalance(id, ends, coupling);

    private static bool SameWall(VesselEnd a, VesselEnd b) =>
        a.Line.Surroundings == b.Line.Surroundings
        && (a.Line.Vessel == b.Line.Vessel || (a.Line.Vessel.Loads.Count == 0 && b.Line.Vessel.Loads.Count == 0))
        && a.Line.Vessel.WallTime == b.Line.Vessel.WallTime && a.Line.Vessel.WallStiffening == b.Line.Vessel.WallStiffening
        && a.Point with { Gravity = 0 } == b.Point with { Gravity = 0 };
}

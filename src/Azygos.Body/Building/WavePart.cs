using Azygos.Body.Model;
using Azygos.Circulation.Narrowings;
using Azygos.Circulation.Running;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Body.Building;

/// <summary>Vessels with waves, started from the mean-flow state of their lumped stand-ins. Rigid vessels stay
/// lumped.</summary>
internal sealed class WavePart(BodyBuild build, BodyNetwork resting, SteadyFlow steady)
{
    // Rows of a start between two nodes of the stand-in: pressure is linear there, the area follows the wall.
    private const int RowsPerCell = 4;

    private readonly Dictionary<string, WallRow> walls = build.Model.Walls.ToDictionary(w => w.Id);

    /// <summary>Builds the vessels and their nodes; everything lumped must be in the network already.</summary>
    public VesselNetwork Make()
    {
        List<Vessel> vessels = [.. build.Model.Vessels.Where(v => v.RestArea > 0 && walls[v.Wall].Law != "rigid").Select(Make)];
        HashSet<string> chambers = [.. build.Model.Chambers.Select(c => c.Node)];
        ILookup<string, string> ends = vessels.SelectMany(v => new[] { v.From, v.To }).ToLookup(node => node);
        return new VesselNetwork
        {
            Blood = new Blood(build.Density, build.Friction / (8 * Math.PI)),
            Vessels = vessels,
            Lumped = build.Network,
            Nodes = [.. ends.Select(node => Node(node.Key, node.Count(), chambers.Contains(node.Key)))],
        };
    }

    // Blood that streams into a chamber loses its velocity head there.
    private NetworkNode Node(string id, int ends, bool isChamber) => build.Network.TryNode(id) is { } lumped
        ? new LumpedEnd(id, lumped)
        {
            Coupling = isChamber ? NodeCoupling.StaticPressure : NodeCoupling.TotalPressure,
        }
        : ends == 1 ? new ClosedNode(id) : new JunctionNode(id);

    private Vessel Make(VesselRow row)
    {
        VesselShape shape = new(build.Model, row, walls[row.Wall], build.Density);
        double length = Length.FromCentimetres(row.Length).Metres;
        double from = Height(row.From), to = Height(row.To);
        VesselWall wall = walls[row.Wall].Law switch
        {
            "soft_vein" => VesselWall.SoftVein,
            "stiff_vein" => VesselWall.StiffVein,
            "artery" => VesselWall.Artery,
            _ => throw new ArgumentException($"Vessel '{row.Id}': there is no wall law '{walls[row.Wall].Law}'."),
        };
        VesselPlace standIn = resting.Vessels[row.Id];
        build.Vessels.Add(row.Id, new WavePlace(row.Id, standIn.Nodes, length));
        // Where the body is tilted in time, the profile is that of a body upright, and a factor says how much of it is
        // felt; the column of a fluid outside follows it as a load.
        bool tilts = build.Signals is { Tilts: true };
        double column = tilts ? build.UprightColumn : build.Network.FluidColumn;
        bool isInFluid = HasColumn(row.Space);
        IReadOnlyList<double> places = shape.Places;
        WallPoint[] points = [.. places.Select(At)];
        VesselProfile profile = points.Distinct().Count() == 1
            ? new UniformProfile(points[0])
            : new TabulatedProfile([.. places.Select(place => place * length)], points);
        return new Vessel
        {
            Id = row.Id,
            From = row.From,
            To = row.To,
            Length = length,
            Wall = wall,
            Profile = profile,
            Start = Start((LumpedPlace)standIn, length, wall, profile, Around),
            GravityFactor = tilts ? build.Signals!.Tilted(1) : null,
            OutsidePressure = build.Signals?.On(row.Id),
            Loads = [.. Loads()],
            WallTime = build.WallTime(row.Kind == "artery").Seconds,
            WallStiffening = build.WallStiffening(row.Kind == "artery"),
            OutsideNode = row.Space == Space.Tissue ? null : build.Outside(row.Space),
            Narrowings = [.. shape.Throats.Select(Throat)],
            LeastCells = shape.LeastCells,
        };

        // A fluid outside has a column of its own.
        WallPoint At(double place)
        {
            WallNumbers numbers = shape.At(place);
            double height = place == 1 ? to : from + place * (to - from);
            return new(
                numbers.ReferenceArea, numbers.Distension, numbers.Bending,
                numbers.ReferencePressure - (isInFluid && !tilts ? column * AboveFluid(height) : 0),
                -column / build.Density * (to - from) / length);
        }

        Narrowing Throat(ThroatRow throat)
        {
            Narrowing stated = shape.Narrowing(throat);
            return build.Signals?.Opening(throat.Id) is (Waveform forward, Waveform backward)
                ? stated with { Opening = forward, BackwardOpening = backward }
                : stated;
        }

        double AboveFluid(double height) => height - build.Network.HeightOf(build.Outside(row.Space)).Metres;

        IEnumerable<OutsideLoad> Loads()
        {
            if (tilts && isInFluid)
                yield return new OutsideLoad(
                    [0, length], [-column * AboveFluid(from), -column * AboveFluid(to)], build.Signals!.Tilted(1));
            foreach (OutsideLoad load in build.Signals?.OnPartsOf(row.Id, length) ?? []) yield return load;
        }

        // Pressure outside at the start [Pa], what the profile has of it apart.
        double Around(double x) => Outside(row.Space) + (tilts && isInFluid
            ? -build.Network.FluidColumn * AboveFluid(from + x / length * (to - from))
            : 0);
    }

    private static bool HasColumn(Space space) => space is Space.Skull or Space.Canal;

    // Pressure of a space at the start [Pa], column apart.
    private double Outside(Space space) => space == Space.Tissue
        ? 0
        : steady.Pressure(build.Network.NameOf(build.Outside(space)));

    private ProfileStart Start(
        LumpedPlace cells, double length, VesselWall wall, VesselProfile profile, Func<double, double> outside)
    {
        int count = RowsPerCell * cells.Elements.Count;
        double[] x = new double[count + 1], area = new double[count + 1], velocity = new double[count + 1];
        double flow = steady.Quantity(cells.Elements[0], "flow");
        double[] pressure = [.. cells.Nodes.Select(steady.Pressure)];
        for (int i = 0; i <= count; i++)
        {
            x[i] = length * i / count;
            int k = Math.Min(i / RowsPerCell, cells.Elements.Count - 1);
            double inside = pressure[k]
                + ((double)i / RowsPerCell - k) * (pressure[k + 1] - pressure[k]);
            area[i] = wall.Area(inside - outside(x[i]), profile.At(x[i], fromLeft: true));
            velocity[i] = flow / area[i];
        }

        return new ProfileStart(x, area, velocity);
    }

    private double Height(string node) => Length.FromCentimetres(build.HeightOf(node)).Metres;
}

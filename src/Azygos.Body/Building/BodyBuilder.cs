using Azygos.Body.Breathing;
using Azygos.Body.Heart;
using Azygos.Body.Model;
using Azygos.Circulation;
using Azygos.Circulation.Running;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Body.Building;

/// <summary>Builds a network from a body model, in a posture, with a beating or a mean-flow heart.</summary>
/// <source choice="design of this project: topology is the model's alone, posture is a column of fluid on every
/// branch"/>
public static class BodyBuilder
{
    /// <summary>Node of the cranial cerebrospinal fluid.</summary>
    public const string CranialFluid = "csf_cranial";

    /// <summary>Node of the spinal cerebrospinal fluid.</summary>
    public const string SpinalFluid = "csf_spinal";

    /// <summary>Builds the network.</summary>
    /// <param name="model">The model.</param>
    /// <param name="tilt">Tilt from the horizontal.</param>
    /// <param name="mode">Beating or mean flow.</param>
    /// <param name="start">Pressures before the first step.</param>
    public static BodyNetwork Build(BodyModel model, Angle tilt, HeartMode mode, BodyStart start) =>
        Build(model, tilt, mode, start, null);

    internal static BodyNetwork Build(
        BodyModel model, Angle tilt, HeartMode mode, BodyStart start, MeanFlowHeart? heart)
    {
        ArgumentNullException.ThrowIfNull(model);
        var build = new BodyBuild(model, tilt, mode, start) { Heart = heart };
        VesselPart.Add(build);
        BedPart.Add(build);
        CraniumPart.Add(build);
        HeartPart.Add(build);
        return new BodyNetwork(build.Network, model, build.Vessels);
    }

    /// <summary>Builds a beating body whose vessels have waves, started from a mean-flow state.</summary>
    /// <param name="model">The model.</param>
    /// <param name="tilt">Tilt from the horizontal.</param>
    /// <param name="start">Pressures from which the mean-flow network was built.</param>
    /// <param name="resting">The mean-flow network.</param>
    /// <param name="steady">Its state.</param>
    public static BodyNetwork BuildWaves(
        BodyModel model, Angle tilt, BodyStart start, BodyNetwork resting, SteadyFlow steady)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(resting);
        ArgumentNullException.ThrowIfNull(steady);
        var build = new BodyBuild(model, tilt, HeartMode.Beating, start, hasWaves: true);
        VesselPart.Add(build);
        BedPart.Add(build);
        CraniumPart.Add(build);
        HeartPart.Add(build);
        VesselNetwork waves = new WavePart(build, resting, steady).Make();
        return new BodyNetwork(build.Network, model, build.Vessels, waves);
    }
}

/// <summary>Scratch of one build.</summary>
internal sealed class BodyBuild
{
    private readonly Dictionary<Space, NodeId> outside = [];
    private readonly Dictionary<string, NodeRow> rows;
    private readonly HashSet<string> arterial;
    private readonly HashSet<string> venous;
    private readonly BodyStart start;

    public BodyBuild(BodyModel model, Angle tilt, HeartMode mode, BodyStart start, bool hasWaves = false)
    {
        HasWaves = hasWaves;
        Model = model;
        Mode = mode;
        Numbers = new ModelNumbers(model);
        this.start = start;
        arterial = [.. model.Vessels.Where(v => v.Kind == "artery").SelectMany(v => new[] { v.From, v.To })];
        Density = Numbers["blood.density_kg_m3"];
        Friction = 8 * Math.PI * Numbers["blood.viscosity_Pa_s"];
        Network = new LumpedNetwork
        {
            FluidColumn = Density * Numbers["posture.gravity_m_s2"] * Math.Sin(tilt.Radians)
        };
        venous = [.. model.Vessels.Where(v => v.Kind != "artery").SelectMany(v => new[] { v.From, v.To })
            .Except(model.Chambers.Select(c => c.Node))];
        rows = model.Nodes.ToDictionary(n => n.Id);
        outside[Space.Tissue] = Network.Ground;
        outside[Space.Thorax] = Network.AddPressureNode(
            "thorax",
            Breath("breathing.pleural_end_expiration_mmHg", "breathing.pleural_end_inspiration_mmHg"));
        outside[Space.Abdomen] = Network.AddPressureNode("abdomen", Breath(null, "breathing.abdominal_swing_mmHg"));
        outside[Space.Skull] = AddFluid(BodyBuilder.CranialFluid);
        outside[Space.Canal] = AddFluid(BodyBuilder.SpinalFluid);
        if (hasWaves) return;   // nodes are added as lumped elements ask for them; the others belong to vessels alone
        foreach (NodeRow node in model.Nodes)
            if (node.Id is not (BodyBuilder.CranialFluid or BodyBuilder.SpinalFluid))
                AddNode(node.Id, node.Z);
    }

    public BodyModel Model { get; }

    public HeartMode Mode { get; }

    public ModelNumbers Numbers { get; }

    /// <summary>What the chambers of the mean-flow network eject and hold; null: ideal ventricles.</summary>
    public MeanFlowHeart? Heart { get; init; }

    public LumpedNetwork Network { get; }

    public Dictionary<string, VesselPlace> Vessels { get; } = [];

    /// <summary>True: vessels have waves, but for rigid ones.</summary>
    public bool HasWaves { get; }

    /// <summary>ρ [kg/m³].</summary>
    public double Density { get; }

    /// <summary>c_f = 8πμ [Pa·s].</summary>
    public double Friction { get; }

    public NodeId Outside(Space space) => outside[space];

    public NodeId Node(string id) =>
        HasWaves ? Network.TryNode(id) ?? AddNode(id, rows[id].Z) : Network.Node(id);

    public double HeightOf(string node) => rows[node].Z;

    /// <summary>A node of the model, with the walls that meet there.</summary>
    public NodeId AddNode(string id, double heightCentimetres)
    {
        bool isArterial = arterial.Contains(id);
        Duration? wall = Model.HasWaves ? null
            : isArterial ? WallTime(artery: true)
            : venous.Contains(id) ? WallTime(artery: false) : null;
        return AddNode(id, heightCentimetres, isArterial ? BodyStart.Arteries : default, wall);
    }

    /// <summary>τ of the walls of arteries or of veins.</summary>
    public Duration WallTime(bool artery) =>
        Duration.FromSeconds(Numbers[artery ? "walls.artery_time_s" : "walls.vein_time_s"]);

    public NodeId AddNode(string id, double heightCentimetres, Pressure aboveFilling, Duration? wallTime = null)
    {
        Length height = Length.FromCentimetres(heightCentimetres);
        double above = start.Flowing ? aboveFilling.Pascals : 0;
        return Network.AddNode(id, Pressure.FromPascals(Start(height).Pascals + above), height, wallTime);
    }

    private NodeId AddFluid(string id)
    {
        Length height = Length.FromCentimetres(rows[id].Z);
        return Network.AddFluidCompartment(id, Start(height), height);
    }

    private Pressure Start(Length height) =>
        Pressure.FromPascals(start.Filling.Pascals - Network.FluidColumn * height.Metres);

    private Waveform Breath(string? endExpiration, string endInspiration)
    {
        double low = endExpiration is null ? 0 : Numbers.Pressure(endExpiration).Pascals;
        var breath = new BreathWaveform(
            Numbers.BreathPeriod, Numbers["breathing.inspiratory_fraction"],
            low, Numbers.Pressure(endInspiration).Pascals);
        return Mode != HeartMode.MeanFlow ? breath : new ConstantWaveform(breath.Mean);
    }
}

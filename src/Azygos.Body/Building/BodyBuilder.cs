using Azygos.Body.Breathing;
using Azygos.Body.Heart;
using Azygos.Body.Model;
using Azygos.Body.Timeline;
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
        BodyModel model, Angle tilt, HeartMode mode, BodyStart start, IBodySignals? signals,
        MeanFlowHeart? heart = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        var build = new BodyBuild(model, tilt, mode, start, hasWaves: false, signals) { Heart = heart };
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
        BodyModel model, Angle tilt, BodyStart start, BodyNetwork resting, SteadyFlow steady) =>
        BuildWaves(model, tilt, start, resting, steady, null);

    internal static BodyNetwork BuildWaves(
        BodyModel model, Angle tilt, BodyStart start, BodyNetwork resting, SteadyFlow steady, IBodySignals? signals)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(resting);
        ArgumentNullException.ThrowIfNull(steady);
        var build = new BodyBuild(model, tilt, HeartMode.Beating, start, hasWaves: true, signals);
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
    private readonly Dictionary<Space, Waveform> around = [];
    private readonly Dictionary<string, NodeRow> rows;
    private readonly HashSet<string> arterial;
    private readonly HashSet<string> venous;
    private readonly BodyStart start;

    public BodyBuild(
        BodyModel model, Angle tilt, HeartMode mode, BodyStart start, bool hasWaves, IBodySignals? signals)
    {
        HasWaves = hasWaves;
        Signals = signals;
        Model = model;
        Mode = mode;
        Numbers = new ModelNumbers(model);
        this.start = start;
        arterial = [.. model.Vessels.Where(v => v.Kind == "artery").SelectMany(v => new[] { v.From, v.To })];
        Density = Numbers["blood.density_kg_m3"];
        Friction = 8 * Math.PI * Numbers["blood.viscosity_Pa_s"];
        UprightColumn = Density * Numbers["posture.gravity_m_s2"];
        Network = new LumpedNetwork
        {
            FluidColumn = UprightColumn * Math.Sin(tilt.Radians),
            FluidColumnInTime = signals is { Tilts: true } ? signals.Tilted(UprightColumn) : null,
        };
        venous = [.. model.Vessels.Where(v => v.Kind != "artery").SelectMany(v => new[] { v.From, v.To })
            .Except(model.Chambers.Select(c => c.Node))];
        rows = model.Nodes.ToDictionary(n => n.Id);
        outside[Space.Tissue] = Network.Ground;
        BreathWaveform chest = Breath(
            "breathing.pleural_end_expiration_mmHg", "breathing.pleural_end_inspiration_mmHg");
        BreathWaveform abdomen = Breath(null, "breathing.abdominal_swing_mmHg");
        around[Space.Tissue] = new ConstantWaveform(0);
        around[Space.Thorax] = signals?.Chest(chest, Numbers.BreathPeriod) ?? InMode(chest);
        around[Space.Abdomen] = signals?.Abdomen(abdomen) ?? InMode(abdomen);
        outside[Space.Thorax] = Network.AddPressureNode("thorax", around[Space.Thorax]);
        outside[Space.Abdomen] = Network.AddPressureNode("abdomen", around[Space.Abdomen]);
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

    /// <summary>What is done from outside; null: nothing ever is.</summary>
    public IBodySignals? Signals { get; }

    /// <summary>ρ g [Pa/m].</summary>
    public double UprightColumn { get; }

    /// <summary>ρ [kg/m³].</summary>
    public double Density { get; }

    /// <summary>c_f = 8πμ [Pa·s].</summary>
    public double Friction { get; }

    public NodeId Outside(Space space) => outside[space];

    /// <summary>What surrounds a stretch of a lumped vessel: its space, or a node of its own where a timeline presses on
    /// it.</summary>
    /// <param name="vessel">The vessel.</param>
    /// <param name="element">Id of the stretch.</param>
    /// <param name="from">Where it begins [m].</param>
    /// <param name="to">Where it ends [m].</param>
    public NodeId OutsideOf(VesselRow vessel, string element, double from, double to)
    {
        if (Signals is null || !around.TryGetValue(vessel.Space, out Waveform? space)) return outside[vessel.Space];
        double length = Length.FromCentimetres(vessel.Length).Metres;
        List<(double Strength, Waveform Pressure)> pressed = [];
        if (Signals.On(vessel.Id) is { } whole) pressed.Add((1, whole));
        pressed.AddRange(Signals.OnPartsOf(vessel.Id, length).Select(part => (part.MeanOver(from, to), part.InTime)));
        return pressed.Exists(one => one.Strength > 0)
            ? Network.AddPressureNode(element + ".outside", new PressedWaveform(space, pressed))
            : outside[vessel.Space];
    }

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

    /// <summary>By how much of itself a wall is stiffer to fast waves than at rest, g [1].</summary>
    public double WallStiffening(bool artery) =>
        Numbers[artery ? "walls.artery_stiffening" : "walls.vein_stiffening"];

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

    private BreathWaveform Breath(string? endExpiration, string endInspiration) => new(
        Numbers.BreathPeriod, Numbers["breathing.inspiratory_fraction"],
        endExpiration is null ? 0 : Numbers.Pressure(endExpiration).Pascals, Numbers.Pressure(endInspiration).Pascals);

    private Waveform InMode(BreathWaveform breath) =>
        Mode == HeartMode.MeanFlow ? new ConstantWaveform(breath.Mean) : breath;
}

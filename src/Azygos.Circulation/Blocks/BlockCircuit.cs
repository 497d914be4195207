using Azygos.Circulation.Assembly;
using Azygos.Circulation.Lumped;
using Azygos.Circulation.Running;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Circulation.Blocks;

/// <summary>The lumped network of a block model, and where its variables are read.</summary>
/// <remarks>
/// Ends that a block joins without resistance, inertance or compliance between them are one node; every node has the
/// name of its first connection. The flow of a connection is that of the resistance or inertance on either side; where
/// both sides have none, it follows from the balance of a block: what enters less what leaves is what it keeps.
/// </remarks>
internal sealed class BlockCircuit
{
    /// <summary>Length of the start with mean boundary values where chambers beat and no steady state exists
    /// [periods]: 31 tenths, as the block format defines its steady start.</summary>
    public const double WarmUp = 3.1;

    private readonly BlockModel model;
    private readonly BlockStart start;
    private readonly int[] parent;
    private readonly Dictionary<int, (string Block, Waveform Pressure)> prescribed = [];
    private readonly Dictionary<int, double> starts = [];
    private readonly NodeId[] nodes;
    private readonly FlowBalances flows;
    private readonly Dictionary<string, BlockSeries> variables = [];
    private readonly Dictionary<string, double> given = [];
    private readonly Dictionary<string, double> residualUnits = [];

    /// <summary>Builds it.</summary>
    /// <exception cref="ArgumentException">The blocks make no network: a flow or pressure has no value, or
    /// two.</exception>
    public BlockCircuit(BlockModel model, BlockStart start)
    {
        this.model = model;
        this.start = start;
        parent = [.. Enumerable.Range(0, model.Connections.Count)];
        nodes = new NodeId[parent.Length];
        flows = new FlowBalances(model.Connections);
        foreach (Block block in model.Blocks) block.Join(this, EndsOf(model, block.Name));
        AddNodes();
        foreach (Block block in model.Blocks) block.Build(this, EndsOf(model, block.Name));
        flows.Solve();
    }

    /// <summary>The network.</summary>
    public LumpedNetwork Network { get; } = new();

    /// <summary>Length of a cycle [s].</summary>
    public double Period => model.Plan.Period;

    /// <summary>Time at which the model's own time is 0 [s].</summary>
    public double Begin => start == BlockStart.WarmUp ? WarmUp * Period : 0;

    /// <summary>Nodes whose pressure others read: the left ventricle.</summary>
    public NodeId? LeftVentricle { get; set; }

    /// <summary>Nodes whose pressure others read: the right ventricle.</summary>
    public NodeId? RightVentricle { get; set; }

    /// <summary>One unit of pressure [Pa].</summary>
    public double PressureUnit => model.Units.Pressure;

    /// <summary>One unit of volume [m³], and of flow [m³/s].</summary>
    public double VolumeUnit => model.Units.Volume;

    /// <summary>One unit of resistance [Pa s/m³], and of inertance [Pa s²/m³] and elastance [Pa/m³].</summary>
    public double ResistanceUnit => PressureUnit / VolumeUnit;

    /// <summary>The connections at a block.</summary>
    public static BlockEnds EndsOf(BlockModel model, string block)
    {
        List<int> inlets = [], outlets = [];
        for (int i = 0; i < model.Connections.Count; i++)
        {
            if (model.Connections[i].To == block) inlets.Add(i);
            if (model.Connections[i].From == block) outlets.Add(i);
        }
        return new BlockEnds(inlets, outlets);
    }

    /// <summary>Two ends are one point, under the name of the first connection.</summary>
    public void Join(int a, int b)
    {
        int first = Math.Min(Root(a), Root(b)), second = Math.Max(Root(a), Root(b));
        parent[second] = first;
    }

    /// <summary>The pressure at an end is prescribed.</summary>
    public void Prescribe(string block, int end, BlockValue pressure) =>
        prescribed.Add(end, (block, Over(pressure, PressureUnit)));

    /// <summary>The pressure at an end before the first step, in the model's units.</summary>
    public void StartsAt(int end, double pressure) => starts.TryAdd(end, pressure);

    /// <summary>The node of an end.</summary>
    public NodeId Node(int end) => nodes[end];

    /// <summary>A node inside a block; its first pressure in the model's units.</summary>
    public NodeId AddNode(string id, double initial) =>
        Network.AddNode(id, Pressure.FromPascals(initial * PressureUnit));

    /// <summary>A node inside a block whose pressure is a variable of its own, with another first pressure than the
    /// model gives that variable.</summary>
    public NodeId AddNode(string id, double initial, string variable)
    {
        given[id] = Initial(variable) * PressureUnit;
        return AddNode(id, initial);
    }

    /// <summary>The residual of an element's state in SI over that of the model's own equation for it.</summary>
    public void ResidualUnit(string element, double unit) => residualUnits[element] = 1 / unit;

    /// <summary>How the program that the model was written for begins and ends an iteration.</summary>
    public AlphaIteration Iteration => new(
        unknown => unknown.Kind == UnknownKind.Flow ? unknown.Initial
            : unknown.Kind == UnknownKind.Pressure && given.TryGetValue(unknown.Name, out double pressure) ? pressure
            : null,
        unknown => residualUnits.GetValueOrDefault(unknown.Name, 1 / VolumeUnit) / model.Plan.ResidualTolerance);

    /// <summary>A node of prescribed pressure inside a block.</summary>
    public NodeId AddPressure(string id, BlockValue pressure) =>
        Network.AddPressureNode(id, Over(pressure, PressureUnit));

    /// <summary>A value over time in SI.</summary>
    public Waveform Over(BlockValue value, double factor) => start switch
    {
        BlockStart.Given => value.Over(factor),
        BlockStart.Means => new ConstantWaveform(value.Mean * factor),
        _ => new SwitchedWaveform(new ConstantWaveform(value.Mean * factor), value.Over(factor), Begin),
    };

    /// <summary>What beats, over time: from its own time 0 again when the start is over.</summary>
    public Waveform Beating(Waveform beat) => start == BlockStart.WarmUp
        ? new SwitchedWaveform(beat, beat, Begin)
        : beat;

    /// <summary>A variable's value before the first step, in the model's units.</summary>
    public double Initial(string variable) =>
        model.Initial.TryGetValue(variable, out double value) ? value
        : variable.StartsWith("flow:", StringComparison.Ordinal) ? model.Initial.GetValueOrDefault("flow_all")
        : variable.StartsWith("pressure:", StringComparison.Ordinal)
            || variable.StartsWith("P_c:", StringComparison.Ordinal) ? model.Initial.GetValueOrDefault("pressure_all")
        : 0;

    /// <summary>Flow through an end before the first step, in the model's units.</summary>
    public double InitialFlow(int end) => Initial($"flow:{model.Connections[end].Name}");

    /// <summary>Pressure at an end before the first step, in the model's units.</summary>
    public double InitialPressure(int end) => Initial($"pressure:{model.Connections[end].Name}");

    /// <summary>A resistance R + S|q| and an inertance L in series, in the model's units, not all 0; its flow.</summary>
    public BlockSeries Branch(string id, NodeId from, NodeId to, BranchNumbers numbers, double initialFlow = 0)
    {
        HydraulicResistance R =
            HydraulicResistance.FromPascalSecondsPerCubicMetre(numbers.Resistance * ResistanceUnit);
        double S = numbers.Stenosis * ResistanceUnit / VolumeUnit;
        if (numbers.Inertance > 0)
        {
            ResidualUnit(id, PressureUnit / (numbers.Inertance * ResistanceUnit));
            Network.Add(new Inertance
            {
                Id = id,
                From = from,
                To = to,
                Value = HydraulicInertance.FromPascalSecondsSquaredPerCubicMetre(numbers.Inertance * ResistanceUnit),
                Series = R,
                QuadraticLoss = S,
                InitialFlow = Flow.FromCubicMetresPerSecond(initialFlow * VolumeUnit),
            });
        }
        else if (numbers.Stenosis > 0)
            Network.Add(new QuadraticLoss
            {
                Id = id,
                From = from,
                To = to,
                Viscous = numbers.Resistance > 0 ? R
                    : HydraulicResistance.FromPascalSecondsPerCubicMetre(LeastViscous * numbers.Stenosis
                        * ResistanceUnit),
                Coefficient = S,
            });
        else
            Network.Add(new Resistance { Id = id, From = from, To = to, Value = R });
        return BlockSeries.Of(Probe.Flow(id));
    }

    /// <summary>A resistance over time, above 0, in the model's units; its flow.</summary>
    public BlockSeries Resistance(string id, NodeId from, NodeId to, BlockValue resistance)
    {
        if (resistance.IsConstant) return Branch(id, from, to, new BranchNumbers(resistance.Values[0]));
        Network.Add(new TimedResistance
        { Id = id, From = from, To = to, Value = Over(resistance, ResistanceUnit) });
        return BlockSeries.Of(Probe.Flow(id));
    }

    /// <summary>The node of a ventricle that presses on a block.</summary>
    /// <exception cref="ArgumentException">There is no heart.</exception>
    public NodeId Ventricle(string block, HeartSide side) =>
        (side == HeartSide.Left ? LeftVentricle : RightVentricle)
        ?? throw new ArgumentException($"{block} needs the pressure of a ventricle, but the model has no heart.");

    /// <summary>The share of a ventricle's pressure that presses on a block.</summary>
    public double MuscleShare(string block, HeartSide side) =>
        model.Blocks.OfType<HeartBlock>().FirstOrDefault() is { } heart
            ? side == HeartSide.Left ? heart.LeftMuscleShare : heart.RightMuscleShare
            : throw new ArgumentException($"{block} needs a heart, but the model has none.");

    // Chosen: a purely quadratic loss has no slope at rest; beside it stands the viscous loss that it has at a
    // hundred-millionth of one unit of flow.
    private const double LeastViscous = 1e-8;

    /// <summary>A compliance, in the model's units; what flows into it.</summary>
    public BlockSeries Compliance(string id, NodeId inside, double compliance, NodeId? outside = null)
    {
        Network.Add(new ElasticVolume
        {
            Id = id,
            Inside = inside,
            Outside = outside ?? Network.Ground,
            Value = Quantities.Compliance.FromCubicMetresPerPascal(compliance / ResistanceUnit),
        });
        return BlockSeries.RateOf(VolumeOf(id), overStep: Network.Nodes[inside.Index].Prescribed is not null);
    }

    /// <summary>Volume of an element.</summary>
    public static Probe VolumeOf(string id) => new(id, id, "volume");

    /// <summary>Pressure of a node.</summary>
    public BlockSeries PressureAt(NodeId node) => BlockSeries.Of(Probe.Pressure(Network.NameOf(node)));

    /// <summary>The flow through an end, positive from the connection's first block to its second; the first that says
    /// so decides.</summary>
    public void Flows(int end, BlockSeries flow) => flows.Give(end, flow);

    /// <summary>What enters a block less what leaves is what it keeps.</summary>
    public void Balance(BlockEnds ends, BlockSeries kept) => flows.Add(ends, kept);

    /// <summary>A variable of a block, in SI times <paramref name="unit"/>.</summary>
    public void Variable(string name, BlockSeries series, double unit = 1) => variables.Add(name, series * (1 / unit));

    /// <summary>All variables in the model's units, in the order of output.</summary>
    public IReadOnlyList<(string Name, BlockSeries Series)> Variables =>
    [
        .. model.Connections.SelectMany((connection, i) => new[]
        {
            ($"flow:{connection.Name}", FlowOf(i)), ($"pressure:{connection.Name}", PressureOf(i)),
        }),
        .. model.Blocks.SelectMany(block => block.Variables).Select(name => (name, variables[name])),
    ];

    /// <summary>Flow of a connection in the model's units.</summary>
    public BlockSeries FlowOf(int end) => flows[end] * (1 / VolumeUnit);

    /// <summary>Pressure of a connection in the model's units.</summary>
    public BlockSeries PressureOf(int end) => PressureAt(nodes[end]) * (1 / PressureUnit);

    private int Root(int end)
    {
        while (parent[end] != end) end = parent[end];
        return end;
    }

    private void AddNodes()
    {
        for (int i = 0; i < parent.Length; i++)
        {
            if (Root(i) != i) continue;
            int[] members = [.. Enumerable.Range(i, parent.Length - i).Where(j => Root(j) == i)];
            (string Block, Waveform Pressure)[] given =
                [.. members.Where(prescribed.ContainsKey).Select(j => prescribed[j])];
            if (given.Length > 1)
                throw new ArgumentException(
                    $"{given[0].Block} and {given[1].Block} prescribe the pressure of one point, "
                    + $"{model.Connections[i].Name}.");
            string name = model.Connections[i].Name;
            if (given.Length == 1) nodes[i] = Network.AddPressureNode(name, given[0].Pressure);
            else nodes[i] = AddNode(name, StartOf(members), $"pressure:{name}");
            foreach (int j in members) nodes[j] = nodes[i];
        }
    }

    private double StartOf(int[] members)
    {
        foreach (int j in members)
            if (starts.TryGetValue(j, out double pressure)) return pressure;
        foreach (int j in members)
            if (model.Initial.TryGetValue($"pressure:{model.Connections[j].Name}", out double pressure))
                return pressure;
        return model.Initial.GetValueOrDefault("pressure_all");
    }
}

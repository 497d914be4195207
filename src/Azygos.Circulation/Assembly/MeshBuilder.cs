using Azygos.Circulation.Lumped;
using Azygos.Circulation.Walls;
using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation.Assembly;

/// <summary>Collects what elements write: volumes, branches, states and cells, grouped by law.</summary>
/// <source choice="one law a group, so that no loop asks which"/>
public sealed class MeshBuilder
{
    private readonly LumpedNetwork network;
    private readonly int[] slotOfNode;
    private readonly int[] elasticOfNode;
    private readonly Dictionary<(Type Group, Type Law), ElementGroup> groups = [];
    private readonly List<ElementGroup> order = [];
    private readonly List<UnknownInfo> unknowns = [];
    private readonly List<int> known = [];
    private readonly Dictionary<(string Element, string Quantity), Output> outputs = [];

    internal MeshBuilder(LumpedNetwork network)
    {
        this.network = network;
        slotOfNode = new int[network.NodeCount];
        elasticOfNode = new int[network.NodeCount];
        var touched = new bool[network.NodeCount];
        foreach (ILumpedElement element in network.Elements)
            foreach (NodeId node in element.Nodes)
                touched[node.Index] = true;
        for (int i = 0; i < network.NodeCount; i++)
        {
            LumpedNode node = network.Nodes[i];
            if (node.Prescribed is not null || !touched[i])
            {
                slotOfNode[i] = -1 - known.Count;   // placed behind the unknowns when their number is known
                known.Add(i);
            }
            else
            {
                slotOfNode[i] = unknowns.Count;
                unknowns.Add(new UnknownInfo(node.Id, UnknownKind.Pressure, node.Border ? 2 : 1, node.InitialPressure));
            }

            elasticOfNode[i] = slotOfNode[i];
        }

        for (int i = 0; i < network.NodeCount; i++)
            if (network.Nodes[i].WallTime > 0 && slotOfNode[i] >= 0) AddElasticPressure(i);
    }

    internal IReadOnlyList<ElementGroup> Groups => order;

    internal IReadOnlyList<UnknownInfo> Unknowns => unknowns;

    internal IReadOnlyList<int> KnownNodes => known;

    internal IReadOnlyDictionary<(string Element, string Quantity), Output> Outputs => outputs;

    /// <summary>Slot of a node: final for unknown pressures, provisional (negative) for known ones until
    /// <see cref="Resolve"/>.</summary>
    internal int SlotOf(NodeId node) => slotOfNode[node.Index];

    internal int Resolve(int slot) => slot == Absent ? -1 : slot >= 0 ? slot : unknowns.Count + (-1 - slot);

    /// <summary>No slot: the element has no such node or state.</summary>
    /// <source choice="a value that no slot can have"/>
    public const int Absent = int.MinValue;

    /// <summary>Adds an inner state to an element; returns its slot.</summary>
    /// <param name="element">Element id.</param>
    /// <param name="quantity">Name under which it can be recorded.</param>
    /// <param name="kind">What it is: sets the scale of its error.</param>
    /// <param name="initial">Value before the first step.</param>
    /// <param name="touchesMany">True: elements all over the network depend on it, so that it is eliminated last, with
    /// the fluid compartments.</param>
    public int AddState(
        string element, string quantity, UnknownKind kind, double initial, bool touchesMany = false)
    {
        unknowns.Add(new UnknownInfo(element, kind, touchesMany ? 2 : 0, initial));
        int slot = unknowns.Count - 1;
        outputs.Add((element, quantity), new Output(OutputKind.Unknown, null, slot));
        return slot;
    }

    /// <summary>Slot of a state that an element added before.</summary>
    /// <exception cref="KeyNotFoundException">No element assembled so far has this state.</exception>
    public int StateOf(string element, string quantity) =>
        outputs.TryGetValue((element, quantity), out Output output) && output.Kind == OutputKind.Unknown
            ? output.Index
            : throw new KeyNotFoundException(
                $"No element '{element}' with a state '{quantity}' comes before this one.");

    /// <summary>Adds a volume at node <paramref name="inside"/> that <paramref name="outside"/> presses on.</summary>
    /// <param name="element">Element id.</param>
    /// <param name="inside">Node that holds it.</param>
    /// <param name="outside">Node outside; null: nothing outside.</param>
    /// <param name="parameters">Parameters of the law, SI.</param>
    /// <param name="state">Slot of the state that controls it.</param>
    /// <param name="drive">Waveform that drives it.</param>
    /// <param name="columnInside">Height of a column of fluid that helps to stretch it, besides those that the heights
    /// of the nodes give [m].</param>
    public void AddVolume<TLaw>(
        string element, NodeId inside, NodeId? outside, ReadOnlySpan<double> parameters,
        int state = Absent, Waveform? drive = null, double columnInside = 0)
        where TLaw : struct, IVolumeLaw
    {
        VolumeGroup<TLaw> group = Group(n => new VolumeGroup<TLaw>(n), typeof(TLaw), parameters.Length);
        ElementSlots slots = Slots(element, inside, null, outside, state, Absent, drive);
        int index = group.Add(slots with { ExternalUp = slots.ExternalUp - columnInside }, parameters);
        outputs.TryAdd((element, "volume"), new Output(OutputKind.Volume, group, index));
    }

    /// <summary>Adds a branch without inertia.</summary>
    /// <param name="element">Element id.</param>
    /// <param name="up">Upstream node.</param>
    /// <param name="down">Downstream node.</param>
    /// <param name="parameters">Parameters of the law, SI.</param>
    /// <param name="external">Node outside it.</param>
    /// <param name="state">Slot of the state that controls it.</param>
    /// <param name="drive">Waveform that drives it.</param>
    /// <param name="quantity">Name under which the flow can be recorded.</param>
    public void AddBranch<TLaw>(
        string element, NodeId up, NodeId down, ReadOnlySpan<double> parameters, NodeId? external = null,
        int state = Absent, Waveform? drive = null, string quantity = "flow")
        where TLaw : struct, IBranchLaw
    {
        BranchGroup<TLaw> group = Group(n => new BranchGroup<TLaw>(n), typeof(TLaw), parameters.Length);
        int index = group.Add(Slots(element, up, down, external, state, Absent, drive), parameters);
        outputs.TryAdd((element, quantity), new Output(OutputKind.BranchFlow, group, index));
    }

    /// <summary>Adds a branch whose flow is a state.</summary>
    /// <param name="element">Element id.</param>
    /// <param name="up">Upstream node.</param>
    /// <param name="down">Downstream node.</param>
    /// <param name="parameters">Parameters of the law, SI.</param>
    /// <param name="initialFlow">Flow before the first step [m³/s].</param>
    /// <param name="control">Slot of the state that controls it (an opening).</param>
    public void AddInertial<TLaw>(
        string element, NodeId up, NodeId down, ReadOnlySpan<double> parameters, double initialFlow,
        int control = Absent)
        where TLaw : struct, IInertialLaw
    {
        int flow = AddState(element, "flow", UnknownKind.Flow, initialFlow);
        InertialGroup<TLaw> group = Group(n => new InertialGroup<TLaw>(n), typeof(TLaw), parameters.Length);
        group.Add(Slots(element, up, down, null, flow, control, null), parameters);
    }

    /// <summary>Adds an ideal valve whose flow is a state.</summary>
    /// <param name="element">Element id.</param>
    /// <param name="up">Upstream node.</param>
    /// <param name="down">Downstream node.</param>
    /// <param name="parameters">Forward R [Pa·s/m³], L [Pa·s²/m³], backward R [Pa·s/m³].</param>
    /// <param name="initialFlow">Flow before the first step [m³/s].</param>
    /// <param name="repeatedInto">A node that the same flow enters as well, out of the ground; null: none.</param>
    internal void AddOneWay(
        string element, NodeId up, NodeId down, ReadOnlySpan<double> parameters, double initialFlow,
        NodeId? repeatedInto = null)
    {
        int flow = AddState(element, "flow", UnknownKind.Flow, initialFlow);
        OneWayGroup group = Group(_ => new OneWayGroup(), typeof(ForwardInertance), parameters.Length);
        group.Add(Slots(element, up, down, repeatedInto, flow, SlotOf(network.Ground), null), parameters);
    }

    /// <summary>Adds the rate law of a state made with <see cref="AddState"/>.</summary>
    /// <param name="element">Element id.</param>
    /// <param name="up">Upstream node that the law sees.</param>
    /// <param name="down">Downstream node that the law sees.</param>
    /// <param name="parameters">Parameters of the law, SI.</param>
    /// <param name="state">Slot of the state.</param>
    /// <param name="external">Node outside.</param>
    public void AddStateLaw<TLaw>(
        string element, NodeId up, NodeId down, ReadOnlySpan<double> parameters, int state, NodeId? external = null)
        where TLaw : struct, IStateLaw
    {
        StateGroup<TLaw> group = Group(n => new StateGroup<TLaw>(n), typeof(TLaw), parameters.Length);
        group.Add(Slots(element, up, down, external, state, Absent, null), parameters);
    }

    /// <summary>Adds the law that a state made with <see cref="AddState"/> obeys at all times: its rate is zero.</summary>
    /// <param name="element">Element id.</param>
    /// <param name="up">Upstream node that the law sees.</param>
    /// <param name="down">Downstream node that the law sees.</param>
    /// <param name="parameters">Parameters of the law, SI.</param>
    /// <param name="state">Slot of the state.</param>
    /// <param name="external">Node outside.</param>
    /// <param name="drive">Waveform that drives it.</param>
    public void AddConstraint<TLaw>(
        string element, NodeId up, NodeId down, ReadOnlySpan<double> parameters, int state, NodeId? external = null,
        Waveform? drive = null)
        where TLaw : struct, IStateLaw
    {
        ConstraintGroup<TLaw> group = Group(n => new ConstraintGroup<TLaw>(n), typeof(TLaw), parameters.Length);
        group.Add(Slots(element, up, down, external, state, Absent, drive), parameters);
    }

    /// <summary>Adds a vessel cell: two half volumes and a flow with inertia.</summary>
    /// <param name="element">Element id.</param>
    /// <param name="up">Upstream node.</param>
    /// <param name="down">Downstream node.</param>
    /// <param name="external">Node outside; null: nothing outside.</param>
    /// <param name="parameters">Parameters of the law, SI.</param>
    /// <param name="initialFlow">Flow before the first step [m³/s].</param>
    public void AddCell<TLaw>(
        string element, NodeId up, NodeId down, NodeId? external, ReadOnlySpan<double> parameters, double initialFlow)
        where TLaw : struct, ICellLaw
    {
        int flow = AddState(element, "flow", UnknownKind.Flow, initialFlow);
        CellGroup<TLaw> group = Group(n => new CellGroup<TLaw>(n), typeof(TLaw), parameters.Length);
        int index = group.Add(Slots(element, up, down, external, flow, Absent, null), parameters);
        outputs.Add((element, "area"), new Output(OutputKind.CellArea, group, index));
        outputs.Add((element, "volume"), new Output(OutputKind.CellVolume, group, index));
    }

    // s of a node with viscoelastic walls: τ ds/dt = p − s.
    private void AddElasticPressure(int node)
    {
        LumpedNode description = network.Nodes[node];
        // In the class of nodes: eliminated before all of them, elastic pressures would tie each node to every other.
        unknowns.Add(new UnknownInfo(description.Id, UnknownKind.Elastic, 1, description.InitialPressure));
        elasticOfNode[node] = unknowns.Count - 1;
        AddStateLaw<WallRelaxation>(
            description.Id, new NodeId(node), network.Ground, [description.WallTime],
            elasticOfNode[node], network.Ground);
    }

    private ElementSlots Slots(
        string element, NodeId up, NodeId? down, NodeId? external, int state, int control, Waveform? drive)
    {
        double z = network.Nodes[up.Index].Height;
        double zDown = down is { } d ? network.Nodes[d.Index].Height : z;
        bool column = external is { } e && network.Nodes[e.Index].Border;
        double zExternal = column ? network.Nodes[external!.Value.Index].Height : 0;
        return new(
            element, SlotOf(up), down is { } other ? SlotOf(other) : Absent,
            external is { } outside ? SlotOf(outside) : Absent, state,
            z - zDown, column ? zExternal - z : 0, column ? zExternal - zDown : 0, control, drive,
            elasticOfNode[up.Index], down is { } end ? elasticOfNode[end.Index] : Absent);
    }

    private TGroup Group<TGroup>(Func<int, TGroup> create, Type law, int parameters)
        where TGroup : ElementGroup
    {
        if (groups.TryGetValue((typeof(TGroup), law), out ElementGroup? found)) return (TGroup)found;
        TGroup made = create(parameters);
        groups.Add((typeof(TGroup), law), made);
        order.Add(made);
        return made;
    }
}

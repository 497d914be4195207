using Azygos.Circulation.Waveforms;
using Azygos.Numerics;

namespace Azygos.Circulation.Assembly;

/// <summary>The mesh of a lumped network: everything about it that a run cannot change.</summary>
internal sealed class LumpedSystem
{
    private readonly ElementGroup[] groups;
    private readonly Waveform?[] knownPressure;
    private readonly Dictionary<(string Element, string Quantity), Output> outputs;
    private readonly Dictionary<string, int> slotOfNode = [];
    private readonly Dictionary<string, int> elasticOfNode = [];

    public LumpedSystem(LumpedNetwork network)
    {
        var mesh = new MeshBuilder(network);
        foreach (ILumpedElement element in network.Elements)
            element.Assemble(mesh);
        int n = mesh.Unknowns.Count;
        KnownCount = mesh.KnownNodes.Count;
        knownPressure = [.. mesh.KnownNodes.Select(i => network.Nodes[i].Prescribed)];
        groups = [.. mesh.Groups];
        foreach (ElementGroup group in groups)
            group.Seal(mesh.Resolve);
        // Unknowns are numbered in the order in which they are eliminated: sweeps over them and solves run in memory
        // order.
        int[] place = new SparseLu(n, Couplings(n), EliminationClasses(mesh.Unknowns)).Place.ToArray();
        foreach (ElementGroup group in groups)
            group.Renumber(Placed);
        Unknowns = new UnknownInfo[n];
        for (int i = 0; i < n; i++)
            Unknowns[place[i]] = mesh.Unknowns[i];
        HasContent = new bool[n];
        foreach (ElementGroup group in groups)
            foreach (int row in group.ContentRows())
                if (row < Unknowns.Length) HasContent[row] = true;
        Matrix = new SparseLu(n, Couplings(n), [.. Enumerable.Range(0, n)]);
        foreach (ElementGroup group in groups)
            group.Place(Matrix, Unknowns.Length);
        outputs = mesh.Outputs.ToDictionary(o => o.Key, o => o.Value.Kind == OutputKind.Unknown
            ? o.Value with { Index = Placed(o.Value.Index) } : o.Value);
        for (int i = 0; i < Unknowns.Length; i++)
            if (Unknowns[i].Kind == UnknownKind.Elastic) elasticOfNode.Add(Unknowns[i].Name, i);
        Column = network.FluidColumn;
        for (int i = 0; i < network.NodeCount; i++)
            slotOfNode.Add(network.Nodes[i].Id, Placed(mesh.Resolve(mesh.SlotOf(new NodeId(i)))));

        int Placed(int slot) => slot >= 0 && slot < n ? place[slot] : slot;
    }

    private IEnumerable<(int Row, int Column)> Couplings(int unknowns) =>
        groups.SelectMany(g => g.Couplings(unknowns)).Distinct();

    // States before nodes: their pivots are at least 1, and what is left is dominant by columns. What touches many others
    // (cerebrospinal fluid, the signal of a reflex) comes last.
    private int[] EliminationClasses(IReadOnlyList<UnknownInfo> unknowns)
    {
        var touched = new int[unknowns.Count];
        foreach ((int row, int column) in Couplings(unknowns.Count))
        {
            touched[row]++;
            touched[column]++;
        }

        return [.. unknowns.Select((u, i) =>
            u.Kind == UnknownKind.Signal && touched[i] > Many ? 2 : u.EliminationClass)];
    }

    // Chosen: entries in row and column together of a signal that serves one bed; a reflex serves tens.
    private const int Many = 24;

    public UnknownInfo[] Unknowns { get; }

    public int KnownCount { get; }

    /// <summary>Rows with content (volumes, states); the others are algebraic: their flows add up to zero at
    /// once.</summary>
    public bool[] HasContent { get; }

    /// <summary>Ideal valves with inertia, or null where there are none.</summary>
    public OneWayGroup? OneWay => groups.OfType<OneWayGroup>().FirstOrDefault();

    public SparseLu Matrix { get; }

    public double Column { get; }

    public Evaluation NewEvaluation() => new(Unknowns.Length, KnownCount, Matrix.NonZeros) { Column = Column };

    /// <summary>Sets known pressures and waveforms for a time.</summary>
    public void SetTime(Evaluation evaluation, double time, bool beforeJump)
    {
        evaluation.Time = time;
        evaluation.BeforeJump = beforeJump;
        for (int k = 0; k < knownPressure.Length; k++)
            evaluation.Value[Unknowns.Length + k] = knownPressure[k] is { } p
                ? (beforeJump ? p.Before(time) : p.At(time))
                : 0;
        foreach (ElementGroup group in groups)
            group.SetDrives(time, beforeJump);
    }

    /// <summary>Contents and rates at the evaluation's values.</summary>
    public void Evaluate(Evaluation evaluation)
    {
        evaluation.Clear(slopes: false);
        foreach (ElementGroup group in groups)
            group.Evaluate(evaluation);
        AddInterfaces(evaluation, slopes: false);
    }

    /// <summary>Contents, rates and the Jacobian at the evaluation's values.</summary>
    public void EvaluateWithSlopes(Evaluation evaluation)
    {
        evaluation.Clear(slopes: true);
        foreach (ElementGroup group in groups)
            group.EvaluateWithSlopes(evaluation);
        AddInterfaces(evaluation, slopes: true);
    }

    /// <summary>Nodes at which vessels with waves end.</summary>
    public IReadOnlyList<VesselInterface> Interfaces { get; private set; } = [];

    /// <summary>Adds the nodes at which vessels with waves end.</summary>
    public void Attach(IReadOnlyList<VesselInterface> interfaces)
    {
        Interfaces = interfaces;
        foreach (VesselInterface one in interfaces)
            one.Diagonal = Matrix.PositionOf(one.Slot, one.Slot);
    }

    /// <summary>Adds what the interfaces take at the evaluation's state, for a weight of the step [s].</summary>
    /// <remarks>A node with storage takes what comes in; one without, what its elements carry away: at the start of a
    /// step, before its pressure is found anew, the two differ.</remarks>
    public void Collect(Evaluation evaluation, double weight)
    {
        for (int i = 0; i < Interfaces.Count; i++)
        {
            VesselInterface one = Interfaces[i];
            double inflow = one.At(evaluation.Time, evaluation.Value[one.Slot]);
            one.Taken += weight * (HasContent[one.Slot] ? inflow : inflow - evaluation.Rate[one.Slot]);
        }
    }

    private void AddInterfaces(Evaluation evaluation, bool slopes)
    {
        for (int i = 0; i < Interfaces.Count; i++)
        {
            VesselInterface one = Interfaces[i];
            evaluation.Rate[one.Slot] += one.At(evaluation.Time, evaluation.Value[one.Slot]);
            if (slopes) evaluation.Jacobian[one.Diagonal] += evaluation.RowWeight[one.Slot] * one.Conductance;
        }
    }

    /// <summary>Fluid that the nodes hold, without fluid compartments (cerebrospinal fluid) [m³].</summary>
    public double BloodContent(double[] content)
    {
        double sum = 0;
        for (int i = 0; i < Unknowns.Length; i++)
            if (Unknowns[i] is { Kind: UnknownKind.Pressure, EliminationClass: < 2 }) sum += content[i];
        return sum;
    }

    /// <summary>Slot of the pressure that the walls at a node answer to: its own, or its elastic one.</summary>
    public int ElasticSlotOf(string node) => elasticOfNode.TryGetValue(node, out int slot) ? slot : SlotOf(node);

    /// <summary>Slot of a node's pressure in the evaluation's values.</summary>
    public int SlotOf(string node) => slotOfNode.TryGetValue(node, out int slot)
        ? slot
        : throw new KeyNotFoundException($"The network has no node '{node}'.");

    /// <summary>Where an element's quantity is read.</summary>
    public Output OutputOf(string element, string quantity) =>
        outputs.TryGetValue((element, quantity), out Output output)
            ? output
            : throw new KeyNotFoundException($"Element '{element}' has no quantity '{quantity}'.");

    /// <summary>Times in (from, to] at which a waveform jumps.</summary>
    public IEnumerable<double> Breakpoints(double from, double to) =>
        knownPressure.Concat(groups.SelectMany(g => g.Waveforms)).OfType<Waveform>()
            .SelectMany(w => w.Breakpoints(from, to)).Distinct().Order();
}

using Azygos.Circulation.Stepping;
using Azygos.Circulation.Waveforms;
using Azygos.Numerics;

namespace Azygos.Circulation.Assembly;

/// <summary>The mesh of a lumped network: everything about it that a run cannot change.</summary>
internal sealed class LumpedSystem
{
    private readonly ElementGroup[] groups, steady, brisk;
    private readonly Waveform[] drives;   // each once
    private readonly Waveform?[] knownPressure;
    private readonly Waveform? columnInTime;
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
        OneWay = groups.OfType<OneWayGroup>().FirstOrDefault();
        foreach (ElementGroup group in groups)
            group.Seal(mesh.Resolve);
        steady = [.. groups.Where(g => !g.IsBrisk)];
        brisk = [.. groups.Where(g => g.IsBrisk)];
        // Unknowns are numbered in the order in which they are eliminated: sweeps over them and solves run in memory
        // order.
        int[] classes = EliminationClasses(mesh.Unknowns);
        int[] place = new SparseLu(n, Couplings(groups, n), classes).Place.ToArray();
        foreach (ElementGroup group in groups)
            group.Renumber(Placed);
        Unknowns = new UnknownInfo[n];
        for (int i = 0; i < n; i++)
            Unknowns[place[i]] = mesh.Unknowns[i];
        HasContent = new bool[n];
        foreach (ElementGroup group in groups)
            foreach (int row in group.ContentRows())
                if (row < Unknowns.Length) HasContent[row] = true;
        Matrix = new SparseLu(
            n, Couplings(groups, n), [.. Enumerable.Range(0, n)], lastUnknowns: classes.Count(c => c >= Brisk));
        drives = [.. groups.SelectMany(g => g.Waveforms).OfType<Waveform>().Distinct()];
        Dictionary<Waveform, int> driveOf = drives.Index().ToDictionary(one => one.Item, one => one.Index + 1);
        foreach (ElementGroup group in groups)
            group.Place(Matrix, n, n + KnownCount, waveform => waveform is null ? 0 : driveOf[waveform]);
        outputs = mesh.Outputs.ToDictionary(o => o.Key, o => o.Value.Kind == OutputKind.Unknown
            ? o.Value with { Index = Placed(o.Value.Index) } : o.Value);
        for (int i = 0; i < Unknowns.Length; i++)
            if (Unknowns[i].Kind == UnknownKind.Elastic) elasticOfNode.Add(Unknowns[i].Name, i);
        Column = network.FluidColumn;
        columnInTime = network.FluidColumnInTime;
        for (int i = 0; i < network.NodeCount; i++)
            slotOfNode.Add(network.Nodes[i].Id, Placed(mesh.Resolve(mesh.SlotOf(new NodeId(i)))));

        int Placed(int slot) => slot >= 0 && slot < n ? place[slot] : slot;
    }

    private static IEnumerable<(int Row, int Column)> Couplings(IEnumerable<ElementGroup> groups, int unknowns) =>
        groups.SelectMany(g => g.Couplings(unknowns)).Distinct();

    // States before nodes: their pivots are at least 1, and what is left is dominant by columns. Then what touches many
    // others (cerebrospinal fluid, the signal of a reflex). Last, states before nodes again, what valves and beating
    // chambers touch, so that the rest need not be factored anew when they move.
    private int[] EliminationClasses(IReadOnlyList<UnknownInfo> unknowns)
    {
        int n = unknowns.Count;
        var moves = new bool[n];
        foreach ((int row, int column) in Couplings(brisk, n))
            moves[row] = moves[column] = true;
        return [.. unknowns.Select((u, i) => moves[i] ? Brisk + u.EliminationClass : u.EliminationClass)];
    }

    // Classes from here on: those of what moves.
    private const int Brisk = 3;

    public UnknownInfo[] Unknowns { get; }

    public int KnownCount { get; }

    /// <summary>Rows with content (volumes, states); the others are algebraic: their flows add up to zero at
    /// once.</summary>
    public bool[] HasContent { get; }

    /// <summary>Ideal valves with inertia, or null where there are none.</summary>
    public OneWayGroup? OneWay { get; }

    public SparseLu Matrix { get; }

    public double Column { get; }

    /// <summary>Places for values of waveforms, the first for elements without one.</summary>
    public int DriveCount => drives.Length + 1;

    public Evaluation NewEvaluation() => new(this);

    /// <summary>Takes the state of another network of the same unknowns; what flowed into known nodes starts
    /// anew.</summary>
    /// <exception cref="InvalidOperationException">The unknowns are others.</exception>
    public void TakeOver(LumpedSystem other, LumpedState from, LumpedState to)
    {
        if (!other.Unknowns.Select(u => (u.Name, u.Kind)).SequenceEqual(Unknowns.Select(u => (u.Name, u.Kind))))
            throw new InvalidOperationException("The two networks have not the same unknowns.");
        from.Value.CopyTo(to.Value, 0);
        Array.Copy(from.Content, to.Content, Unknowns.Length);
        to.Time = from.Time;
    }

    /// <summary>Where an element has its numbers of a law: the law itself, or one of any type arguments.</summary>
    /// <exception cref="KeyNotFoundException">No element of that name has such a law.</exception>
    public (ElementGroup Group, int Element) NumbersOf(string element, Type law)
    {
        foreach (ElementGroup group in groups)
            if ((group.Law == law || (group.Law.IsGenericType && group.Law.GetGenericTypeDefinition() == law))
                && group.IndexOf(element) is var found and >= 0)
                return (group, found);
        throw new KeyNotFoundException($"No element '{element}' has the law {law.Name}.");
    }

    /// <summary>Sets known pressures and waveforms for a time; false when each has the value it had.</summary>
    public bool SetTime(Evaluation evaluation, double time, bool beforeJump)
    {
        evaluation.Time = time;
        evaluation.BeforeJump = beforeJump;
        bool moved = false;
        for (int k = 0; k < knownPressure.Length; k++)
            if (knownPressure[k] is { } pressure)
                Set(ref evaluation.Value[Unknowns.Length + k], pressure);
        for (int k = 0; k < drives.Length; k++)
            Set(ref evaluation.Drive[k + 1], drives[k]);
        if (columnInTime is not null)
        {
            double column = evaluation.Column;
            Set(ref column, columnInTime);
            evaluation.Column = column;
        }

        return moved;

        void Set(ref double place, Waveform waveform)
        {
            double value = beforeJump ? waveform.Before(time) : waveform.At(time);
            moved |= BitConverter.DoubleToInt64Bits(value) != BitConverter.DoubleToInt64Bits(place);
            place = value;
        }
    }

    /// <summary>Contents and rates at the evaluation's values.</summary>
    public void Evaluate(Evaluation evaluation)
    {
        evaluation.Clear();
        foreach (ElementGroup group in steady)
            group.Evaluate(evaluation);
        foreach (ElementGroup group in brisk)
            group.Evaluate(evaluation);
        AddInterfaces(evaluation);
    }

    /// <summary>Contents, rates and the Jacobian at the evaluation's values.</summary>
    public void EvaluateWithSlopes(Evaluation evaluation)
    {
        evaluation.Clear();
        Array.Clear(evaluation.Jacobian);
        foreach (ElementGroup group in steady)
            group.EvaluateWithSlopes(evaluation);
        foreach (VesselInterface one in interfaces)
            evaluation.Jacobian[one.Diagonal] += evaluation.RowWeight[one.Slot] * one.Conductance;
        evaluation.Jacobian.AsSpan(Matrix.LastRows).CopyTo(evaluation.SteadySlopes);
        foreach (ElementGroup group in brisk)
            group.EvaluateWithSlopes(evaluation);
        AddInterfaces(evaluation);
    }

    /// <summary>Contents, rates and, of the Jacobian, what valves and beating chambers have in it; the rest as at the
    /// last evaluation with all slopes, which had the same weights.</summary>
    public void EvaluateWithBriskSlopes(Evaluation evaluation)
    {
        evaluation.Clear();
        evaluation.SteadySlopes.CopyTo(evaluation.Jacobian.AsSpan(Matrix.LastRows));
        foreach (ElementGroup group in steady)
            group.Evaluate(evaluation);
        foreach (ElementGroup group in brisk)
            group.EvaluateWithSlopes(evaluation);
        AddInterfaces(evaluation);
    }

    /// <summary>Nodes at which vessels with waves end.</summary>
    public IReadOnlyList<VesselInterface> Interfaces => interfaces;

    private VesselInterface[] interfaces = [];

    /// <summary>Adds the nodes at which vessels with waves end.</summary>
    public void Attach(IReadOnlyList<VesselInterface> interfaces)
    {
        this.interfaces = [.. interfaces];
        foreach (VesselInterface one in interfaces)
            one.Diagonal = Matrix.PositionOf(one.Slot, one.Slot);
    }

    /// <summary>Adds what the interfaces take at the evaluation's state, for a weight of the step [s].</summary>
    /// <remarks>A node with storage takes what comes in; one without, what its elements carry away: at the start of a
    /// step, before its pressure is found anew, the two differ.</remarks>
    public void Collect(Evaluation evaluation, double weight)
    {
        foreach (VesselInterface one in interfaces)
        {
            double inflow = one.At(evaluation.Time, evaluation.Value[one.Slot]);
            one.Taken += weight * (HasContent[one.Slot] ? inflow : inflow - evaluation.Rate[one.Slot]);
        }
    }

    private void AddInterfaces(Evaluation evaluation)
    {
        if (interfaces.Length == 0) return;
        evaluation.Hold(interfaces.Length);
        for (int i = 0; i < interfaces.Length; i++)
            evaluation.Bare[i] = evaluation.Rate[interfaces[i].Slot];
        foreach (VesselInterface one in interfaces)
            evaluation.Rate[one.Slot] += one.At(evaluation.Time, evaluation.Value[one.Slot]);
    }

    /// <summary>Rates where nothing but what vessels bring has changed since the last evaluation.</summary>
    public void ChangeInterfaces(Evaluation evaluation)
    {
        for (int i = 0; i < interfaces.Length; i++)
            evaluation.Rate[interfaces[i].Slot] = evaluation.Bare[i];
        AddInterfaces(evaluation);
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
        knownPressure.Append(columnInTime).Concat(groups.SelectMany(g => g.Waveforms)).OfType<Waveform>()
            .SelectMany(w => w.Breakpoints(from, to)).Distinct().Order();
}

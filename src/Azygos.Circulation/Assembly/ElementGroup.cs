using System.Runtime.CompilerServices;
using Azygos.Circulation.Waveforms;
using Azygos.Numerics;

namespace Azygos.Circulation.Assembly;

/// <summary>Elements of one law, as a struct of arrays: the mesh of the lumped network. One call serves one law; no
/// loop asks which.</summary>
/// <remarks>Values are found in lanes, side by side, and then added to their rows one by one; slopes element by
/// element.</remarks>
internal abstract class ElementGroup(int parametersPerElement)
{
    /// <summary>Slots of a block: upstream, downstream, external, state (for an inertial law, its control takes the
    /// external's place).</summary>
    protected virtual int Block => 4;

    /// <summary>The law of the group's elements.</summary>
    public Type Law => GetType().GetGenericArguments() is [Type law] ? law : GetType();

    private readonly List<ElementSlots> slots = [];
    private readonly List<double> parameters = [];

    /// <summary>Elements in the group.</summary>
    public int Count => Slots.Length;

    /// <summary>True: its slopes change so much from step to step that they are made anew in each.</summary>
    public abstract bool IsBrisk { get; }

    protected ElementSlots[] Slots { get; private set; } = [];

    /// <summary>Shape [parameters, stride].</summary>
    protected double[] ParameterTable { get; private set; } = [];

    /// <summary>Position of each block entry in the Jacobian's values, −1 where a row or column is known or they do not
    /// couple; shape [elements, block, block].</summary>
    protected int[] Position { get; private set; } = [];

    // The slots once more, as lanes gather them: the last element fills whole lanes, what an element lacks is the empty
    // slot. Shape [stride].
    protected int[] Up { get; private set; } = [];

    protected int[] Down { get; private set; } = [];

    protected int[] External { get; private set; } = [];

    protected int[] State { get; private set; } = [];

    protected int[] Control { get; private set; } = [];

    protected int[] ElasticUp { get; private set; } = [];

    protected int[] ElasticDown { get; private set; } = [];

    /// <summary>Where each element's waveform has its value among the evaluation's; shape [stride].</summary>
    protected int[] Drive { get; private set; } = [];

    protected double[] HeightUp { get; private set; } = [];

    protected double[] ExternalUp { get; private set; } = [];

    protected double[] ExternalDown { get; private set; } = [];

    public int Add(ElementSlots element, ReadOnlySpan<double> values)
    {
        if (values.Length != parametersPerElement)
            throw new ArgumentException(
                $"{element.Name}: the law has {parametersPerElement} parameters, not {values.Length}.");
        slots.Add(element);
        parameters.AddRange(values);
        return slots.Count - 1;
    }

    /// <summary>The columns of an element's block, −1 where absent.</summary>
    public abstract void Columns(in ElementSlots element, Span<int> columns);

    /// <summary>True where the equation of a block's row can depend on the unknown of a block's column.</summary>
    protected abstract bool Couples(int blockRow, int blockColumn);

    /// <summary>Fixes the mesh.</summary>
    public void Seal(Func<int, int> resolve)
    {
        Slots = [.. slots];
        Renumber(resolve);
        slots.Clear();
        Stride = (Slots.Length + Lanes.Count - 1) / Lanes.Count * Lanes.Count;
        ParameterTable = new double[parametersPerElement * Stride];
        for (int k = 0; k < parametersPerElement; k++)
            for (int e = 0; e < Stride; e++)
                ParameterTable[k * Stride + e] = parameters[Math.Min(e, Slots.Length - 1) * parametersPerElement + k];
        parameters.Clear();
    }

    /// <summary>Gives every slot another number.</summary>
    public void Renumber(Func<int, int> place) => Slots = [.. Slots.Select(s => s with
    {
        Up = place(s.Up),
        Down = place(s.Down),
        External = place(s.External),
        State = place(s.State),
        Control = place(s.Control),
        ElasticUp = place(s.ElasticUp),
        ElasticDown = place(s.ElasticDown),
    })];

    public IEnumerable<(int Row, int Column)> Couplings(int unknowns)
    {
        var columns = new int[Block];
        foreach (ElementSlots element in Slots)
        {
            Columns(element, columns);
            for (int r = 0; r < Block; r++)
                for (int c = 0; c < Block; c++)
                    if (Couples(r, c) && IsUnknown(columns[r], unknowns) && IsUnknown(columns[c], unknowns))
                        yield return (columns[r], columns[c]);
        }
    }

    /// <summary>Fixes places: slots are final.</summary>
    /// <param name="matrix">Where slopes go.</param>
    /// <param name="unknowns">Number of unknowns.</param>
    /// <param name="empty">Slot of what an element lacks.</param>
    /// <param name="driveOf">Place of a waveform among the evaluation's drives.</param>
    public virtual void Place(SparseLu matrix, int unknowns, int empty, Func<Waveform?, int> driveOf)
    {
        Position = new int[Slots.Length * Block * Block];
        var columns = new int[Block];
        for (int e = 0; e < Slots.Length; e++)
        {
            Columns(Slots[e], columns);
            for (int r = 0; r < Block; r++)
                for (int c = 0; c < Block; c++)
                    Position[(e * Block + r) * Block + c] = Couples(r, c) && IsUnknown(columns[r], unknowns)
                        && IsUnknown(columns[c], unknowns)
                        ? matrix.PositionOf(columns[r], columns[c])
                        : -1;
        }

        (Up, Down, External) = (Gathered(s => s.Up), Gathered(s => s.Down), Gathered(s => s.External));
        (State, Control) = (Gathered(s => s.State), Gathered(s => s.Control));
        (ElasticUp, ElasticDown) = (Gathered(s => s.ElasticUp), Gathered(s => s.ElasticDown));
        Drive = Filled(s => driveOf(s.Drive));
        (HeightUp, ExternalUp, ExternalDown) =
            (Filled(s => s.HeightUp), Filled(s => s.ExternalUp), Filled(s => s.ExternalDown));

        int[] Gathered(Func<ElementSlots, int> slot) => Filled(s => slot(s) < 0 ? empty : slot(s));

        T[] Filled<T>(Func<ElementSlots, T> of) =>
            [.. Enumerable.Range(0, Stride).Select(e => of(Slots[Math.Min(e, Slots.Length - 1)]))];
    }

    /// <summary>Place of an element in the group, or −1.</summary>
    public int IndexOf(string element) => Array.FindIndex(Slots, slot => slot.Name == element);

    /// <summary>A parameter of an element.</summary>
    public double Parameter(int element, int index) => ParameterTable[index * Stride + element];

    /// <summary>Changes a parameter of an element, between two steps.</summary>
    public void Change(int element, int index, double value)
    {
        // The last element fills the lanes behind it.
        int end = element == Slots.Length - 1 ? Stride : element + 1;
        for (int e = element; e < end; e++) ParameterTable[index * Stride + e] = value;
    }

    /// <summary>The waveforms of the group's elements.</summary>
    public IEnumerable<Waveform?> Waveforms => Slots.Select(s => s.Drive);

    /// <summary>Rows that hold content because of this group.</summary>
    public abstract IEnumerable<int> ContentRows();

    /// <summary>Adds contents and rates.</summary>
    public abstract void Evaluate(Evaluation evaluation);

    /// <summary>Adds contents, rates and the Jacobian.</summary>
    public abstract void EvaluateWithSlopes(Evaluation evaluation);

    /// <summary>Elements rounded up to whole lanes; the last element fills the rest.</summary>
    protected int Stride { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected Parameters<T> Row<T>(int e)
        where T : struct, IReal<T>
        => new(ParameterTable, Stride, e);

    /// <summary>Value of a slot, 0 where absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static double At(Evaluation evaluation, int slot) => slot < 0 ? 0 : evaluation.Value[slot];

    /// <summary>Adds <paramref name="factor"/> × slopes of a value to a row of the Jacobian.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void AddSlopes(Evaluation evaluation, int e, int blockRow, in Dual value, double factor)
    {
        ReadOnlySpan<int> positions = Position.AsSpan((e * Block + blockRow) * Block, Dual.SlopeCount);
        for (int c = 0; c < Dual.SlopeCount; c++)
            if (positions[c] >= 0)
                evaluation.Jacobian[positions[c]] += factor * value.Slope(c);
    }

    /// <summary>Adds one slope to a row of the Jacobian.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void AddSlope(Evaluation evaluation, int e, int blockRow, int blockColumn, double slope)
    {
        int position = Position[(e * Block + blockRow) * Block + blockColumn];
        if (position >= 0) evaluation.Jacobian[position] += slope;
    }

    /// <summary>The input of a law for four elements from <paramref name="e"/> on.</summary>
    /// <param name="evaluation">Where values are read.</param>
    /// <param name="e">First element.</param>
    /// <param name="state">Slots of what the law sees as its state; shape [stride].</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected LawInput<Lanes> Input(Evaluation evaluation, int e, int[] state)
    {
        double[] value = evaluation.Value;
        Lanes column = Lanes.From(evaluation.Column);
        Lanes up = Lanes.Gather(value, Up, e), down = Lanes.Gather(value, Down, e);
        Lanes outside = Lanes.Gather(value, External, e);
        return new(
            up - down + column * Lanes.At(HeightUp, e),
            up - outside - column * Lanes.At(ExternalUp, e),
            down - outside - column * Lanes.At(ExternalDown, e),
            Lanes.Gather(value, state, e),
            Lanes.Gather(evaluation.Drive, Drive, e));
    }

    /// <summary>The same of one element as values with slopes: up 0, down 1, external 2 (or <paramref
    /// name="externalSlot"/> −1: none), state.</summary>
    protected LawInput<Dual> DualInput(
        Evaluation evaluation, int e, int externalSlot, int stateIndex, int stateSlot)
    {
        ref readonly ElementSlots s = ref Slots[e];
        double column = evaluation.Column;
        Dual up = Dual.Variable(At(evaluation, s.Up), 0);
        Dual down = Dual.Variable(At(evaluation, s.Down), 1);
        double outsideValue = At(evaluation, s.External);
        Dual outside = externalSlot < 0 ? Dual.From(outsideValue) : Dual.Variable(outsideValue, externalSlot);
        return new(
            up - down + Dual.From(column * s.HeightUp),
            up - outside - Dual.From(column * s.ExternalUp),
            down - outside - Dual.From(column * s.ExternalDown),
            Dual.Variable(At(evaluation, stateIndex), stateSlot),
            Dual.From(evaluation.Drive[Drive[e]]));
    }

    protected static double Weight(Evaluation evaluation, int row) =>
        (uint)row < (uint)evaluation.RowWeight.Length ? evaluation.RowWeight[row] : 0;

    private static bool IsUnknown(int slot, int unknowns) => slot >= 0 && slot < unknowns;
}

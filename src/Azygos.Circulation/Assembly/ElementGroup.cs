using System.Runtime.CompilerServices;
using Azygos.Circulation.Waveforms;
using Azygos.Numerics;

namespace Azygos.Circulation.Assembly;

/// <summary>Elements of one law, as a struct of arrays: the mesh of the lumped network. One call serves one law; no
/// loop asks which.</summary>
internal abstract class ElementGroup(int parametersPerElement)
{
    /// <summary>Slots of a block: upstream, downstream, external, state (for an inertial law, its control takes the
    /// external's place).</summary>
    protected virtual int Block => 4;

    private readonly List<ElementSlots> slots = [];
    private readonly List<double> parameters = [];

    /// <summary>Elements in the group.</summary>
    public int Count => Slots.Length;

    protected ElementSlots[] Slots { get; private set; } = [];

    /// <summary>Shape [parameters, stride].</summary>
    protected double[] ParameterTable { get; private set; } = [];

    /// <summary>Position of each block entry in the Jacobian's values, −1 where a row or column is known or they do not
    /// couple; shape
    /// [elements, block, block].</summary>
    protected int[] Position { get; private set; } = [];

    /// <summary>Value of each element's waveform at the evaluation's time; shape [elements].</summary>
    protected double[] Drive { get; private set; } = [];

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

    /// <summary>Fixes the mesh; slots become final.</summary>
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
        Drive = new double[Slots.Length];
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
                    if (Couples(r, c) && Unknown(columns[r], unknowns) && Unknown(columns[c], unknowns))
                        yield return (columns[r], columns[c]);
        }
    }

    public void Place(SparseLu matrix, int unknowns)
    {
        Position = new int[Slots.Length * Block * Block];
        var columns = new int[Block];
        for (int e = 0; e < Slots.Length; e++)
        {
            Columns(Slots[e], columns);
            for (int r = 0; r < Block; r++)
                for (int c = 0; c < Block; c++)
                    Position[(e * Block + r) * Block + c] = Couples(r, c) && Unknown(columns[r], unknowns)
                        && Unknown(columns[c], unknowns)
                        ? matrix.PositionOf(columns[r], columns[c])
                        : -1;
        }
    }

    public void SetDrives(double time, bool beforeJump)
    {
        for (int e = 0; e < Slots.Length; e++)
            if (Slots[e].Drive is { } waveform)
                Drive[e] = beforeJump ? waveform.Before(time) : waveform.At(time);
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

    /// <summary>The input of a law whose state slot is <paramref name="stateSlot"/>, in the given kind.</summary>
    protected static LawInput<Real> RealInput(Evaluation evaluation, in ElementSlots s, int stateSlot, double drive)
    {
        double up = At(evaluation, s.Up), down = At(evaluation, s.Down),
            outside = At(evaluation, s.External), column = evaluation.Column;
        return new(
            new(up - down + column * s.HeightUp),
            new(up - outside - column * s.ExternalUp),
            new(down - outside - column * s.ExternalDown),
            new(At(evaluation, stateSlot)),
            new(drive));
    }

    /// <summary>The same as values with slopes: up 0, down 1, external 2 (or <paramref name="externalSlot"/> −1: none),
    /// state.</summary>
    protected static LawInput<Dual> DualInput(
        Evaluation evaluation, in ElementSlots s, int externalSlot, int stateIndex, int stateSlot, double drive)
    {
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
            Dual.From(drive));
    }

    protected static double Weight(Evaluation evaluation, int row) =>
        (uint)row < (uint)evaluation.RowWeight.Length ? evaluation.RowWeight[row] : 0;

    private static bool Unknown(int slot, int unknowns) => slot >= 0 && slot < unknowns;
}

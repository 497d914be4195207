using System.Runtime.CompilerServices;
using Azygos.Numerics;

namespace Azygos.Circulation.Assembly;

/// <summary>Branches with inertia of one law: the flow is a state that leaves one node and enters the other.</summary>
internal sealed class InertialGroup<TLaw>(int parametersPerElement) : ElementGroup(parametersPerElement)
    where TLaw : struct, IInertialLaw
{
    private double[] found = [];   // rates of the flows; shape [stride]

    public override bool IsBrisk => TLaw.IsValve;

    public override void Columns(in ElementSlots element, Span<int> columns)
    {
        columns[0] = element.Up;
        columns[1] = element.Down;
        columns[2] = element.Control;
        columns[3] = element.State;
    }

    protected override bool Couples(int blockRow, int blockColumn) =>
        blockRow == 3 || (blockRow < 2 && blockColumn == 3);

    public override IEnumerable<int> ContentRows() => Slots.Select(s => s.State);

    public override void Evaluate(Evaluation evaluation)
    {
        if (found.Length != Stride) found = new double[Stride];
        Find(evaluation);
        double[] value = evaluation.Value, content = evaluation.Content, rate = evaluation.Rate;
        for (int e = 0; e < Slots.Length; e++)
        {
            int state = State[e];
            double q = value[state];
            rate[Up[e]] -= q;
            rate[Down[e]] += q;
            content[state] += q;
            rate[state] += found[e];
        }
    }

    public override void EvaluateWithSlopes(Evaluation evaluation)
    {
        for (int e = 0; e < Slots.Length; e++)
        {
            ref readonly ElementSlots s = ref Slots[e];
            Dual q = Dual.Variable(evaluation.Value[s.State], 3);
            Dual rate = TLaw.FlowRate(DualInput(evaluation, e, -1, s.Control, 2), q, Row<Dual>(e));
            evaluation.Rate[s.Up] -= q.Value;
            evaluation.Rate[s.Down] += q.Value;
            evaluation.Content[s.State] += q.Value;
            evaluation.Rate[s.State] += rate.Value;
            AddSlope(evaluation, e, 0, 3, Weight(evaluation, s.Up));
            AddSlope(evaluation, e, 1, 3, -Weight(evaluation, s.Down));
            AddSlope(evaluation, e, 3, 3, 1);
            AddSlopes(evaluation, e, 3, rate, -Weight(evaluation, s.State));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Find(Evaluation evaluation)
    {
        for (int e = 0; e < found.Length; e += Lanes.Count)
        {
            Lanes q = Lanes.Gather(evaluation.Value, State, e);
            TLaw.FlowRate(Input(evaluation, e, Control), q, Row<Lanes>(e)).Store(found, e);
        }
    }
}

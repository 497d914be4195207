using Azygos.Numerics;

namespace Azygos.Circulation.Assembly;

/// <summary>Branches with inertia of one law: the flow is a state that leaves one node and enters the other.</summary>
internal sealed class InertialGroup<TLaw>(int parametersPerElement) : ElementGroup(parametersPerElement)
    where TLaw : struct, IInertialLaw
{
    public override void Columns(in ElementSlots element, Span<int> columns)
    {
        columns[0] = element.Up;
        columns[1] = element.Down;
        columns[2] = element.Control;
        columns[3] = element.State;
    }

    protected override bool Couples(int blockRow, int blockColumn) => blockRow == 3 || (blockRow < 2 && blockColumn == 3);

    public override IEnumerable<int> ContentRows() => Slots.Select(s => s.State);

    public override void Evaluate(Evaluation evaluation)
    {
        for (int e = 0; e < Slots.Length; e++)
        {
            ref readonly ElementSlots s = ref Slots[e];
            double q = evaluation.Value[s.State];
            evaluation.Rate[s.Up] -= q;
            evaluation.Rate[s.Down] += q;
            evaluation.Content[s.State] += q;
            evaluation.Rate[s.State] +=
                TLaw.FlowRate(RealInput(evaluation, s, s.Control, Drive[e]), new Real(q), Row<Real>(e)).Value;
        }
    }

    public override void EvaluateWithSlopes(Evaluation evaluation)
    {
        for (int e = 0; e < Slots.Length; e++)
        {
            ref readonly ElementSlots s = ref Slots[e];
            Dual q = Dual.Variable(evaluation.Value[s.State], 3);
            Dual rate = TLaw.FlowRate(DualInput(evaluation, s, -1, s.Control, 2, Drive[e]), q, Row<Dual>(e));
            evaluation.Rate[s.Up] -= q.Value;
            evaluation.Rate[s.Down] += q.Value;
            evaluation.Content[s.State] += q.Value;
            evaluation.Rate[s.State] += rate.Value;
            AddSlopes(evaluation, e, 0, q, Weight(evaluation, s.Up));
            AddSlopes(evaluation, e, 1, q, -Weight(evaluation, s.Down));
            AddSlopes(evaluation, e, 3, q, 1);
            AddSlopes(evaluation, e, 3, rate, -Weight(evaluation, s.State));
        }
    }
}

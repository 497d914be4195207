using Azygos.Numerics;

namespace Azygos.Circulation.Assembly;

/// <summary>Branches without inertia of one law.</summary>
internal sealed class BranchGroup<TLaw>(int parametersPerElement) : ElementGroup(parametersPerElement), IFlowGroup
    where TLaw : struct, IBranchLaw
{
    private double[] flow = [];

    public double Flow(int element) => flow[element];

    public override void Columns(in ElementSlots element, Span<int> columns)
    {
        columns[0] = element.Up;
        columns[1] = element.Down;
        columns[2] = element.External;
        columns[3] = element.State;
    }

    protected override bool Couples(int blockRow, int blockColumn) => blockRow < 2;

    public override IEnumerable<int> ContentRows() => [];

    public override void Evaluate(Evaluation evaluation)
    {
        if (flow.Length != Slots.Length) flow = new double[Slots.Length];
        for (int e = 0; e < Slots.Length; e++)
        {
            ref readonly ElementSlots s = ref Slots[e];
            double q = TLaw.Flow(RealInput(evaluation, s, s.State, Drive[e]), Row<Real>(e)).Value;
            flow[e] = q;
            evaluation.Rate[s.Up] -= q;
            evaluation.Rate[s.Down] += q;
        }
    }

    public override void EvaluateWithSlopes(Evaluation evaluation)
    {
        for (int e = 0; e < Slots.Length; e++)
        {
            ref readonly ElementSlots s = ref Slots[e];
            Dual q = TLaw.Flow(DualInput(evaluation, s, 2, s.State, 3, Drive[e]), Row<Dual>(e));
            evaluation.Rate[s.Up] -= q.Value;
            evaluation.Rate[s.Down] += q.Value;
            AddSlopes(evaluation, e, 0, q, Weight(evaluation, s.Up));
            AddSlopes(evaluation, e, 1, q, -Weight(evaluation, s.Down));
        }
    }
}

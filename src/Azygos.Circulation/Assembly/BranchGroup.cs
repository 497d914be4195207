using System.Runtime.CompilerServices;
using Azygos.Numerics;

namespace Azygos.Circulation.Assembly;

/// <summary>Branches without inertia of one law.</summary>
internal sealed class BranchGroup<TLaw>(int parametersPerElement) : ElementGroup(parametersPerElement), IFlowGroup
    where TLaw : struct, IBranchLaw
{
    private double[] flow = [];   // shape [stride]

    public double Flow(int element) => flow[element];

    public override bool IsBrisk => TLaw.IsValve;

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
        if (flow.Length != Stride) flow = new double[Stride];
        Find(evaluation);
        double[] rate = evaluation.Rate;
        for (int e = 0; e < Slots.Length; e++)
        {
            double q = flow[e];
            rate[Up[e]] -= q;
            rate[Down[e]] += q;
        }
    }

    public override void EvaluateWithSlopes(Evaluation evaluation)
    {
        for (int e = 0; e < Slots.Length; e++)
        {
            ref readonly ElementSlots s = ref Slots[e];
            Dual q = TLaw.Flow(DualInput(evaluation, e, 2, s.State, 3), Row<Dual>(e));
            evaluation.Rate[s.Up] -= q.Value;
            evaluation.Rate[s.Down] += q.Value;
            AddSlopes(evaluation, e, 0, q, Weight(evaluation, s.Up));
            AddSlopes(evaluation, e, 1, q, -Weight(evaluation, s.Down));
        }
    }

    // One law a method: the compiler inlines a law's operations only as long as the method they end up in stays small.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Find(Evaluation evaluation)
    {
        for (int e = 0; e < flow.Length; e += Lanes.Count)
            TLaw.Flow(Input(evaluation, e, State), Row<Lanes>(e)).Store(flow, e);
    }
}

using System.Runtime.CompilerServices;
using Azygos.Numerics;

namespace Azygos.Circulation.Assembly;

/// <summary>Inner states of one law.</summary>
internal sealed class StateGroup<TLaw>(int parametersPerElement) : ElementGroup(parametersPerElement)
    where TLaw : struct, IStateLaw
{
    private double[] found = [];   // rates; shape [stride]

    public override bool IsBrisk => TLaw.IsValve;

    public override void Columns(in ElementSlots element, Span<int> columns)
    {
        columns[0] = element.Up;
        columns[1] = element.Down;
        columns[2] = element.External;
        columns[3] = element.State;
    }

    protected override bool Couples(int blockRow, int blockColumn) => blockRow == 3;

    public override IEnumerable<int> ContentRows() => Slots.Select(s => s.State);

    public override void Evaluate(Evaluation evaluation)
    {
        if (found.Length != Stride) found = new double[Stride];
        Find(evaluation);
        double[] value = evaluation.Value, content = evaluation.Content, rate = evaluation.Rate;
        for (int e = 0; e < Slots.Length; e++)
        {
            int state = State[e];
            content[state] += value[state];
            rate[state] += found[e];
        }
    }

    public override void EvaluateWithSlopes(Evaluation evaluation)
    {
        for (int e = 0; e < Slots.Length; e++)
        {
            ref readonly ElementSlots s = ref Slots[e];
            Dual rate = TLaw.Rate(DualInput(evaluation, e, 2, s.State, 3), Row<Dual>(e));
            evaluation.Content[s.State] += evaluation.Value[s.State];
            evaluation.Rate[s.State] += rate.Value;
            AddSlope(evaluation, e, 3, 3, 1);
            AddSlopes(evaluation, e, 3, rate, -Weight(evaluation, s.State));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Find(Evaluation evaluation)
    {
        for (int e = 0; e < found.Length; e += Lanes.Count)
            TLaw.Rate(Input(evaluation, e, State), Row<Lanes>(e)).Store(found, e);
    }
}

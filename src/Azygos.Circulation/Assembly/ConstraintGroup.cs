using System.Runtime.CompilerServices;
using Azygos.Numerics;

namespace Azygos.Circulation.Assembly;

/// <summary>Inner states of one law that are found at once: the law is zero at all times.</summary>
internal sealed class ConstraintGroup<TLaw>(int parametersPerElement) : ElementGroup(parametersPerElement)
    where TLaw : struct, IStateLaw
{
    private double[] found = [];   // rates; shape [stride]

    public override bool IsBrisk => Waveforms.Any(w => w is not null);

    public override void Columns(in ElementSlots element, Span<int> columns)
    {
        columns[0] = element.Up;
        columns[1] = element.Down;
        columns[2] = element.External;
        columns[3] = element.State;
    }

    protected override bool Couples(int blockRow, int blockColumn) => blockRow == 3;

    public override IEnumerable<int> ContentRows() => [];

    public override void Evaluate(Evaluation evaluation)
    {
        if (found.Length != Stride) found = new double[Stride];
        Find(evaluation);
        for (int e = 0; e < Slots.Length; e++)
            evaluation.Rate[State[e]] += found[e];
    }

    public override void EvaluateWithSlopes(Evaluation evaluation)
    {
        for (int e = 0; e < Slots.Length; e++)
        {
            ref readonly ElementSlots s = ref Slots[e];
            Dual rate = TLaw.Rate(DualInput(evaluation, e, 2, s.State, 3), Row<Dual>(e));
            evaluation.Rate[s.State] += rate.Value;
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

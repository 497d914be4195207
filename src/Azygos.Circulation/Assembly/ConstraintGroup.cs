using Azygos.Numerics;

namespace Azygos.Circulation.Assembly;

/// <summary>Inner states of one law that are found at once: the law is zero at all times.</summary>
internal sealed class ConstraintGroup<TLaw>(int parametersPerElement) : ElementGroup(parametersPerElement)
    where TLaw : struct, IStateLaw
{
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
        for (int e = 0; e < Slots.Length; e++)
        {
            ref readonly ElementSlots s = ref Slots[e];
            evaluation.Rate[s.State] += TLaw.Rate(RealInput(evaluation, s, s.State, Drive[e]), Row<Real>(e)).Value;
        }
    }

    public override void EvaluateWithSlopes(Evaluation evaluation)
    {
        for (int e = 0; e < Slots.Length; e++)
        {
            ref readonly ElementSlots s = ref Slots[e];
            Dual rate = TLaw.Rate(DualInput(evaluation, s, 2, s.State, 3, Drive[e]), Row<Dual>(e));
            evaluation.Rate[s.State] += rate.Value;
            AddSlopes(evaluation, e, 3, rate, -Weight(evaluation, s.State));
        }
    }
}

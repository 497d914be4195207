using Azygos.Circulation.Lumped;
using Azygos.Numerics;

namespace Azygos.Circulation.Assembly;

/// <summary>Ideal valves with inertia.</summary>
/// <remarks>
/// As a rule the backward resistance is very large (<see cref="ForwardInertance"/>), one continuous equation. Where
/// <see cref="Evaluation.ValvesSwitch"/> is set, a valve is shut while its pressure difference and its flow are not
/// positive: then nothing passes, and L dq/dt = Δp goes on for a flow that the stepper holds at 0. Other programs
/// integrate valves so, and <see cref="Stepping.GeneralisedAlpha"/> compares with them.
/// </remarks>
internal sealed class OneWayGroup() : ElementGroup(3)
{
    private bool[] shut = [];

    /// <summary>Rows of the flows of valves that were shut at the last evaluation with slopes.</summary>
    public IEnumerable<int> ShutRows => Slots.Where((_, e) => shut[e]).Select(s => s.State);

    public override bool IsBrisk => true;

    // Control is the ground from which the flow is repeated into External, if there is one.
    public override void Columns(in ElementSlots element, Span<int> columns)
    {
        columns[0] = element.Up;
        columns[1] = element.Down;
        columns[2] = element.External;
        columns[3] = element.State;
    }

    protected override bool Couples(int blockRow, int blockColumn) => blockRow == 3 ? blockColumn != 2 : blockColumn == 3;

    public override IEnumerable<int> ContentRows() => Slots.Select(s => s.State);

    public override void Evaluate(Evaluation evaluation)
    {
        for (int e = 0; e < Slots.Length; e++)
        {
            ref readonly ElementSlots s = ref Slots[e];
            double q = evaluation.Value[s.State];
            double drop = evaluation.Value[s.Up] - evaluation.Value[s.Down] + evaluation.Column * s.HeightUp;
            var input = new LawInput<Real>(new(drop), default, default, default, default);
            bool open = !evaluation.ValvesSwitch || drop > 0 || q > 0;
            evaluation.Content[s.State] += q;
            evaluation.Rate[s.State] += Rate(evaluation.ValvesSwitch, open, input, new Real(q), Row<Real>(e)).Value;
            if (open) AddFlow(evaluation, s, q);
        }
    }

    public override void EvaluateWithSlopes(Evaluation evaluation)
    {
        if (shut.Length != Slots.Length) shut = new bool[Slots.Length];
        for (int e = 0; e < Slots.Length; e++)
        {
            ref readonly ElementSlots s = ref Slots[e];
            Dual q = Dual.Variable(evaluation.Value[s.State], 3);
            LawInput<Dual> input = DualInput(evaluation, e, -1, -1, 2);
            bool open = !evaluation.ValvesSwitch || input.Drop.Value > 0 || q.Value > 0;
            shut[e] = !open;
            Dual rate = Rate(evaluation.ValvesSwitch, open, input, q, Row<Dual>(e));
            evaluation.Content[s.State] += q.Value;
            evaluation.Rate[s.State] += rate.Value;
            AddSlope(evaluation, e, 3, 3, 1);
            AddSlopes(evaluation, e, 3, rate, -Weight(evaluation, s.State));
            if (!open) continue;
            AddFlow(evaluation, s, q.Value);
            AddSlope(evaluation, e, 0, 3, Weight(evaluation, s.Up));
            AddSlope(evaluation, e, 1, 3, -Weight(evaluation, s.Down));
            if (s.External >= 0) AddSlope(evaluation, e, 2, 3, -Weight(evaluation, s.External));
        }
    }

    private static void AddFlow(Evaluation evaluation, in ElementSlots s, double q)
    {
        evaluation.Rate[s.Up] -= q;
        evaluation.Rate[s.Down] += q;
        if (s.External < 0) return;
        evaluation.Rate[s.External] += q;
        evaluation.Rate[s.Control] -= q;
    }

    private static T Rate<T>(bool switches, bool open, in LawInput<T> input, T q, Parameters<T> parameters)
        where T : struct, IReal<T>
        => !switches ? ForwardInertance.FlowRate(input, q, parameters)
            : (open ? input.Drop - parameters[0] * q : input.Drop) / parameters[1];
}

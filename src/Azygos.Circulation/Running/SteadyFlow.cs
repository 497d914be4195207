// Reason for length: one march with its fillings; what it returns reads the march's own state.
using Azygos.Circulation.Assembly;
using Azygos.Circulation.Stepping;
using Azygos.Quantities;

namespace Azygos.Circulation.Running;

/// <summary>The mean-flow steady state of a network without beating parts: marched with growing steps until nothing
/// moves.</summary>
/// <remarks>
/// Backward Euler from the given initial pressures, the step doubled as long as it converges: the march ends as
/// Newton's method, conserves volume from the first step to the last (so a closed loop keeps its blood), and cannot be
/// lost in a state that no blood volume has.
/// </remarks>
/// <source choice="pseudo-transient continuation; the start of every run"/>
public sealed class SteadyFlow
{
    private const double FirstStep = 1e-3;      // s, chosen: shorter than a beat's events
    private const double LargestStep =
        1e7;     // s, chosen: far beyond the slowest time constant (cerebrospinal fluid, 500 s)
    private const double SmallestStep = 1e-9;   // s, below it the march has failed
    private const double Growth = 2, WarmGrowth = 16;   // chosen: a march near its end may take bigger leaps
    private const int MaximumSteps = 400;
    private const double Enough = 1e-8;         // share of the volume that may be missing: 0.05 mm³ of five litres
    private const int MostFillings = 12;        // each leaves a few per cent of what the one before left
    private const int MostSecants = 60;
    private const double Rounding = 1e-14;      // of a sum of a thousand volumes: mirrored bodies start alike
    private const double FirstRise = 10, WidestRise = 4e4;   // Pa, chosen: 300 mmHg is beyond any body
    private const double Still =
        1e-6;          // share of the largest pressure, flow or state; chosen: a thousandth of the periodic tolerance

    private SteadyFlow(LumpedSystem system, LumpedState state, SolveFailure? failure, int steps)
    {
        System = system;
        State = state;
        Failure = failure?.Reason;
        Place = failure?.Place ?? "";
        Steps = steps;
    }

    internal static SteadyFlow Of(LumpedSystem system, LumpedState state) => new(system, state, null, 0);

    /// <summary>The same with other pressures, flows or openings, of which nothing else is moved: for the start of a
    /// run.</summary>
    /// <param name="values">Node or element, the quantity (<c>pressure</c> [Pa], <c>flow</c> [m³/s] or <c>opening</c>),
    /// its value; what the network lacks is left out.</param>
    public SteadyFlow With(IEnumerable<(string Place, string Quantity, double Value)> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var changed = new LumpedState(System.Unknowns.Length, System.KnownCount);
        changed.CopyFrom(State);
        foreach ((string place, string quantity, double value) in values)
        {
            UnknownKind kind = quantity switch
            {
                Probe.PressureQuantity => UnknownKind.Pressure,
                "flow" => UnknownKind.Flow,
                "opening" => UnknownKind.Opening,
                _ => throw new ArgumentException($"There is no quantity '{quantity}' to start with.", nameof(values)),
            };
            int row = Array.FindIndex(System.Unknowns, u => u.Name == place && u.Kind == kind);
            if (row >= 0) changed.Value[row] = value;
        }

        return Of(System, changed);
    }

    internal LumpedSystem System { get; }

    internal LumpedState State { get; }

    /// <summary>Why there is no steady state, or null when there is one.</summary>
    public string? Failure { get; }

    /// <summary>Where the march failed, or empty.</summary>
    public string Place { get; }

    /// <summary>Steps of the march.</summary>
    public int Steps { get; }

    /// <summary>Pressure of a node [Pa].</summary>
    public double Pressure(string node)
    {
        int slot = System.SlotOf(node);
        Evaluation evaluation = Observed();
        return evaluation.Value[slot];
    }

    /// <summary>A quantity of an element, SI.</summary>
    public double Quantity(string element, string quantity) => System.OutputOf(element, quantity).Read(Observed());

    /// <summary>Fluid that the nodes hold, by the laws; fluid compartments (cerebrospinal fluid) not counted.</summary>
    public Volume HeldVolume() => Volume.FromCubicMetres(System.BloodContent(Observed().Content));

    /// <summary>Gives every unknown of the same name and kind its value and content.</summary>
    internal void CopyTo(LumpedSystem system, LumpedState state)
    {
        var rows = new Dictionary<(string, UnknownKind), int>();
        for (int i = 0; i < System.Unknowns.Length; i++)
            rows[(System.Unknowns[i].Name, System.Unknowns[i].Kind)] = i;
        for (int i = 0; i < system.Unknowns.Length; i++)
        {
            if (!rows.TryGetValue((system.Unknowns[i].Name, system.Unknowns[i].Kind), out int row)) continue;
            state.Value[i] = State.Value[row];
            state.Content[i] = State.Content[row];
        }
    }

    /// <summary>Values of probes, as a recording of one sample at time 0.</summary>
    /// <param name="probes">What is read.</param>
    public Recording Read(IReadOnlyList<Probe> probes)
    {
        ArgumentNullException.ThrowIfNull(probes);
        var recorder = new Recorder(System, probes, 1);
        recorder.Add(Observed());
        return recorder.Result();
    }

    /// <summary>Finds the steady state that keeps what the initial pressures hold.</summary>
    /// <param name="network">The network.</param>
    /// <param name="cancellation">Cancels between steps.</param>
    public static SteadyFlow Solve(LumpedNetwork network, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        var march = new March(network, cancellation);
        return march.Start() is { } failure ? march.End(failure) : march.End(march.To(FirstStep, Growth));
    }

    /// <summary>Finds the steady state of a closed network that holds a given volume.</summary>
    /// <remarks>
    /// The march keeps the sum of blood and cerebrospinal fluid, but the two change places on the way. What is missing
    /// at its end is filled up by raising all pressures alike, and the march goes on from there with its largest step:
    /// Newton's method from a state that is steady but for that rise. From a neighbour's state the same is done at
    /// once; where Newton's method is lost, shorter steps lead it back.
    /// </remarks>
    /// <param name="network">The network; its initial pressures are those of a body that lives.</param>
    /// <param name="held">Fluid that the nodes shall hold, fluid compartments not counted.</param>
    /// <param name="near">A steady state of a network with the same names and other numbers, to start from; null: from
    /// the initial pressures.</param>
    /// <param name="cancellation">Cancels between steps.</param>
    public static SteadyFlow Solve(
        LumpedNetwork network, Volume held, SteadyFlow? near, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (near is { Failure: null })
        {
            var warm = new March(network, cancellation);
            SolveFailure? lost = warm.StartFrom(near) ?? warm.Hold(held, filled: false);
            if (lost is null) return warm.End(null);
        }

        var cold = new March(network, cancellation);
        SolveFailure? failure = cold.Start();
        if (failure is null) failure = cold.To(FirstStep, Growth);
        if (failure is null) failure = cold.Hold(held, filled: true);
        return cold.End(failure);
    }

    /// <summary>Scratch of one solve: a state marched toward rest.</summary>
    private sealed class March
    {
        private readonly LumpedSystem system;
        private readonly LumpedStepper stepper;
        private readonly LumpedState state;
        private readonly Evaluation evaluation;
        private readonly double[] last;
        private readonly CancellationToken cancellation;
        private int steps;

        public March(LumpedNetwork network, CancellationToken cancellation)
        {
            this.cancellation = cancellation;
            system = new LumpedSystem(network);
            stepper = new LumpedStepper(system);
            state = new LumpedState(system.Unknowns.Length, system.KnownCount);
            evaluation = system.NewEvaluation();
            last = new double[state.Value.Length];
        }

        public SteadyFlow End(SolveFailure? failure) => new(system, state, failure, steps);

        public SolveFailure? Start() => stepper.Initialise(state);

        /// <summary>A neighbour's pressures, flows and states; contents by this network's laws.</summary>
        public SolveFailure? StartFrom(SteadyFlow near)
        {
            for (int i = 0; i < state.Value.Length; i++)
                state.Value[i] = system.Unknowns[i].Initial;
            near.CopyTo(system, state);
            return stepper.MakeConsistent(state);
        }

        /// <summary>Steps that grow as long as they converge, until a largest one moves nothing.</summary>
        public SolveFailure? To(double step, double growth)
        {
            string moving = "";
            for (int k = 0; k < MaximumSteps; k++, steps++)
            {
                cancellation.ThrowIfCancellationRequested();
                state.Value.CopyTo(last, 0);
                if (stepper.MarchStep(state, step) is { } failure)
                {
                    step *= 0.25;
                    if (step < SmallestStep) return failure;
                    continue;
                }

                if (step >= LargestStep && (moving = Moving(system, last, state.Value)).Length == 0)
                {
                    steps++;
                    return null;
                }

                step = Math.Min(step * growth, LargestStep);
            }

            return new(moving.Length > 0
                ? $"no steady state was reached: '{moving}' still moves"
                : "no steady state was reached", moving);
        }

        /// <summary>Fills up what is missing and marches on, until nothing is.</summary>
        /// <param name="held">What the nodes shall hold.</param>
        /// <param name="filled">True: the state is steady but for its volume.</param>
        public SolveFailure? Hold(Volume held, bool filled)
        {
            for (int filling = 0; filling < MostFillings; filling++)
            {
                double missing = held.CubicMetres - Held(0);
                if (filled && Math.Abs(missing) <= Enough * held.CubicMetres) return null;
                if (!Raise(held.CubicMetres))
                    return new("no rise of all pressures makes the network hold that volume", "");
                if (stepper.MakeConsistent(state) is { } failure) return failure;
                if (To(LargestStep, WarmGrowth) is { } lost) return lost;
                filled = true;
            }

            return new("blood and cerebrospinal fluid keep changing places", "");
        }

        // All pressures raised alike until the laws hold the volume: secants, and bisection where they leave the
        // bracket.
        private bool Raise(double held)
        {
            double low = -WidestRise, high = WidestRise, rise = 0, content = Held(0);
            if (!(Held(low) <= held && Held(high) >= held)) return false;
            double step = held > content ? FirstRise : -FirstRise;
            for (int k = 0; k < MostSecants && Math.Abs(held - content) > Rounding * held; k++)
            {
                if (content < held) low = rise;
                else high = rise;
                double next = rise + step;
                if (!(next > low && next < high)) next = 0.5 * (low + high);
                double there = Held(next);
                double slope = (there - content) / (next - rise);
                (rise, content) = (next, there);
                step = slope > 0 ? (held - content) / slope : 0;
            }

            for (int i = 0; i < state.Value.Length; i++)
                if (IsPressure(i)) state.Value[i] += rise;
            return true;
        }

        private double Held(double rise)
        {
            for (int i = 0; i < state.Value.Length; i++)
                evaluation.Value[i] = state.Value[i] + (IsPressure(i) ? rise : 0);
            system.SetTime(evaluation, state.Time, beforeJump: false);
            system.Evaluate(evaluation);
            return system.BloodContent(evaluation.Content);
        }

        private bool IsPressure(int unknown) =>
            system.Unknowns[unknown].Kind is UnknownKind.Pressure or UnknownKind.Elastic;
    }

    // Where the last step moved most, or empty when it moved nothing.
    private static string Moving(LumpedSystem system, double[] before, double[] after)
    {
        // An opening on its way to 0 never stops moving by its own measure.
        double[] scale = [.. Enum.GetValues<UnknownKind>().Select(UnknownScale.Floor)];
        for (int i = 0; i < after.Length; i++)
        {
            ref double s = ref scale[(int)system.Unknowns[i].Kind];
            s = Math.Max(s, Math.Abs(after[i]));
        }

        double largest = Still;
        string at = "";
        for (int i = 0; i < after.Length; i++)
        {
            double moved = Math.Abs(after[i] - before[i]) / scale[(int)system.Unknowns[i].Kind];
            if (!(moved > largest)) continue;
            largest = moved;
            at = system.Unknowns[i].Name;
        }

        return at;
    }

    private Evaluation? observed;

    private Evaluation Observed()
    {
        if (observed is not null) return observed;
        Evaluation evaluation = System.NewEvaluation();
        State.Value.CopyTo(evaluation.Value, 0);
        System.SetTime(evaluation, State.Time, beforeJump: false);
        System.Evaluate(evaluation);
        return observed = evaluation;
    }
}

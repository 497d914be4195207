using Azygos.Circulation.Assembly;
using Azygos.Circulation.Stepping;
using Azygos.Circulation.Tests.Network;

namespace Azygos.Circulation.Tests.Stepping;

/// <summary>What a step of a lumped network may cost, and that the short ways lead to the same place.</summary>
public sealed class LumpedStepTests
{
    private const double Step = 1e-3;
    private const int Period = 800;

    [Fact]
    public void A_step_takes_few_evaluations_and_solves_and_no_whole_factorisation()
    {
        (_, LumpedStepper stepper, LumpedState state) = Prepared();
        Beat(stepper, state);
        SolverWork work = stepper.Work;
        (long evaluations, long factorings, long solves) = (work.Evaluations, work.Factorings, work.Solves);
        Beat(stepper, state);
        // Two stages: each at least one evaluation at the guess and two corrections; one more of each to spare.
        Assert.InRange((work.Evaluations - evaluations) / (double)Period, 4, 9);
        Assert.InRange((work.Solves - solves) / (double)Period, 2, 7);
        // Only valves and chambers are curved here, and their block is factored apart.
        Assert.InRange((work.Factorings - factorings) / (double)Period, 0, 0.02);
    }

    [Fact]
    public void A_sample_at_the_end_of_a_step_shows_what_a_fresh_evaluation_shows()
    {
        (LumpedSystem system, LumpedStepper stepper, LumpedState state) = Prepared();
        for (int k = 1; k <= 100; k++)
        {
            Assert.Null(stepper.Step(state, k * Step));
            stepper.Observe(state);
            Evaluation fresh = system.NewEvaluation();
            state.Value.CopyTo(fresh.Value, 0);
            system.SetTime(fresh, state.Time, beforeJump: true);
            system.Evaluate(fresh);
            Assert.Equal(fresh.Rate, stepper.Evaluation.Rate);
            Assert.Equal(fresh.Content, stepper.Evaluation.Content);
        }
    }

    [Fact]
    public void A_state_that_was_moved_is_evaluated_anew()
    {
        (LumpedSystem system, LumpedStepper stepper, LumpedState state) = Prepared();
        Assert.Null(stepper.Step(state, Step));
        for (int i = 0; i < state.Value.Length; i++)
            if (system.Unknowns[i].Kind == UnknownKind.Pressure) state.Value[i] *= 1 + 0.01 * i;
        stepper.Observe(state);
        Evaluation fresh = system.NewEvaluation();
        state.Value.CopyTo(fresh.Value, 0);
        system.SetTime(fresh, state.Time, beforeJump: true);
        system.Evaluate(fresh);
        Assert.Equal(fresh.Rate, stepper.Evaluation.Rate);
    }

    [Fact]
    public void Steps_repeat_to_the_bit_and_allocate_nothing()
    {
        (_, LumpedStepper first, LumpedState one) = Prepared();
        (_, LumpedStepper second, LumpedState other) = Prepared();
        Beat(first, one);
        Beat(second, other);
        Assert.Equal(one.Value, other.Value);
        Assert.Equal(one.Content, other.Content);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Beat(first, one);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static (LumpedSystem System, LumpedStepper Stepper, LumpedState State) Prepared()
    {
        LumpedSystem system = new(TestNetworks.TwoChambers());
        LumpedStepper stepper = new(system);
        LumpedState state = new(system.Unknowns.Length, system.KnownCount);
        Assert.Null(stepper.Initialise(state));
        return (system, stepper, state);
    }

    private static void Beat(LumpedStepper stepper, LumpedState state)
    {
        state.Time = 0;
        for (int k = 1; k <= Period; k++)
            if (stepper.Step(state, k * Step) is { } failure) Assert.Fail(failure.Reason);
    }
}

using Azygos.Body.Building;
using Azygos.Body.Heart;
using Azygos.Body.Model;
using Azygos.Circulation.Running;
using Azygos.Quantities;

namespace Azygos.Body.Simulation;

/// <summary>The mean-flow state of a body that holds its blood volume: no beat, no breath, vessels lumped. Every run
/// starts from it; calibration and uncertainty read it.</summary>
/// <param name="Body">The mean-flow network.</param>
/// <param name="Start">Pressures from which a body that lives is built: filling pressure, arteries above it.</param>
/// <param name="Blood">Blood that it holds.</param>
/// <param name="Flow">The steady state, or null where the vessels cannot hold the blood.</param>
/// <param name="Failure">Why there is none, or null.</param>
/// <param name="Place">Where the solve failed, or empty.</param>
internal sealed record MeanFlowState(
    BodyNetwork Body, BodyStart Start, Volume Blood, SteadyFlow? Flow, string? Failure, string Place)
{
    // Chosen: the share of a stroke volume by which the planes may still move. A tenth of a tolerance of a periodic run.
    private const double Settled = 1e-4;
    private const int MostBeats = 20;   // 3 or 4 are usual

    /// <summary>Steps of all solves that led here.</summary>
    public int Steps { get; init; }

    /// <summary>Tilt from the horizontal.</summary>
    public required Angle Tilt { get; init; }

    /// <summary>The ventricles of the mean-flow network.</summary>
    public required MeanFlowHeart Heart { get; init; }

    /// <summary>Finds the state.</summary>
    /// <param name="model">The model.</param>
    /// <param name="tilt">Tilt from the horizontal.</param>
    /// <param name="near">State of the same model with other numbers, to start from; null: from a filled body.</param>
    /// <param name="held">Blood that it shall hold; null: what the model states.</param>
    /// <param name="cancellation">Cancels between steps.</param>
    public static MeanFlowState Find(
        BodyModel model, Angle tilt, MeanFlowState? near, Volume? held = null, CancellationToken cancellation = default)
    {
        Volume blood = held ?? Volume.FromMillilitres(new ModelNumbers(model)["blood.volume_mL"]);
        var heart = new MeanFlowHeart(model, near?.Heart);
        MeanFlowState state = Counted(Solve(model, tilt, near, blood, heart, cancellation), 0);
        for (int k = 0; state is { Failure: null, Flow: { } flow }; k++)
        {
            if (heart.Follow(flow, Around(state)) <= Settled) return state;
            state = k == MostBeats
                ? state with { Failure = "no mean-flow state: the heart's stroke volumes do not settle", Place = "heart" }
                : Counted(Solve(model, tilt, state, blood, heart, cancellation), state.Steps);
        }

        return state;
    }

    private static MeanFlowState Counted(MeanFlowState state, int before) =>
        state with { Steps = before + (state.Flow?.Steps ?? 0) };

    private static double Around(MeanFlowState state) => state.Flow!.Pressure(Thorax);

    private const string Thorax = "thorax";

    private static MeanFlowState Solve(
        BodyModel model, Angle tilt, MeanFlowState? near, Volume blood, MeanFlowHeart heart,
        CancellationToken cancellation)
    {
        // The beat stands at its start, when the heart holds more than in the mean, and the vessels less by as much.
        Volume still = Volume.FromCubicMetres(blood.CubicMetres + heart.FullerAtStart);
        BodyNetwork empty = Resting(model, tilt, new BodyStart(default, Flowing: true), heart);
        if (near?.Flow is { Failure: null } neighbour)
        {
            SteadyFlow found = SteadyFlow.Solve(empty.Network, still, neighbour, cancellation);
            if (found.Failure is null) return new(empty, near.Start, blood, found, null, "") { Heart = heart, Tilt = tilt };
        }

        if (FillingPressure.Find(empty.Network, still) is not { } pressure)
            return new(
                empty, default, blood, null,
                "no pressure between −100 and 300 mmHg fills the vessels with this blood volume", "")
            { Heart = heart, Tilt = tilt };
        var start = new BodyStart(pressure, Flowing: true);
        BodyNetwork resting = Resting(model, tilt, start, heart);
        SteadyFlow steady = SteadyFlow.Solve(resting.Network, still, null, cancellation);
        return new(
            resting, start, blood, steady, steady.Failure is { } failure ? "no mean-flow state: " + failure : null,
            steady.Place)
        { Heart = heart, Tilt = tilt };
    }

    /// <summary>The state at the start of a breath: the mean-flow body breathes until a breath repeats the one
    /// before.</summary>
    public SteadyFlow AtStartOfBreath(CancellationToken cancellation)
    {
        BodyModel model = Body.Model;
        double period = new ModelNumbers(model).BreathPeriod;
        Probe[] nodes = [.. model.Nodes.Where(n => Body.HasNode(n.Id)).Select(n => Probe.Pressure(n.Id))];
        foreach (int steps in StepsOfBreath)
        {
            var simulation = new LumpedSimulation(
                BodyBuilder.Build(model, Tilt, HeartMode.BreathingMeanFlow, Start, null, Heart).Network);
            simulation.StartFrom(Flow!);
            double step = period / steps;
            RunOutcome outcome = simulation.RunToPeriodic(
                new PeriodicOptions { Period = period, Tolerance = BreathTolerance, MaximumPeriods = MostBreaths },
                new StepOptions { LargestStep = step, SampleInterval = step }, nodes, null, cancellation);
            // A breath that does not settle is a start like any other; one that broke off is none.
            if (outcome is RunOutcome.Finished || outcome.Report.Periods == MostBreaths) return simulation.Present();
        }

        return Flow!;
    }

    /// <summary>A state at the start of a breath, at the start of a beat as well: heart and arteries are then far from
    /// their means.</summary>
    public SteadyFlow AtStartOfBeat(SteadyFlow breathing) => breathing.With(Heart.AtStartOfBeat(breathing,
        [.. Body.Model.Vessels.Where(v => v.Kind == "artery" && Body.Vessels.ContainsKey(v.Id))
            .SelectMany(v => Body.Vessels[v.Id].Nodes).Distinct()]));

    // Of a start, not of a result: a hundredth of a pulse, in few steps.
    private const double BreathTolerance = 1e-2;
    private const int MostBreaths = 12;

    // Few as a rule; a valve that closes within a step may need more.
    private static readonly int[] StepsOfBreath = [40, 160];

    /// <summary>Mean filling pressure: that of the body lying flat and at rest, whatever the posture.</summary>
    public static Pressure MeanFilling(BodyModel model, Volume blood) =>
        FillingPressure.Find(
            BodyBuilder.Build(
                model, default, HeartMode.MeanFlow, new BodyStart(default, Flowing: false)).Network, blood) ?? default;

    private static BodyNetwork Resting(BodyModel model, Angle tilt, BodyStart start, MeanFlowHeart heart) =>
        BodyBuilder.Build(model, tilt, HeartMode.MeanFlow, start, null, heart);
}

using Azygos.Body.Building;
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
        BodyNetwork empty = Resting(model, tilt, new BodyStart(default, Flowing: true));
        if (near?.Flow is { Failure: null } neighbour)
        {
            SteadyFlow found = SteadyFlow.Solve(empty.Network, blood, neighbour, cancellation);
            if (found.Failure is null) return new(empty, near.Start, blood, found, null, "");
        }

        if (FillingPressure.Find(empty.Network, blood) is not { } pressure)
            return new(
                empty, default, blood, null,
                "no pressure between −100 and 300 mmHg fills the vessels with this blood volume", "");
        var start = new BodyStart(pressure, Flowing: true);
        BodyNetwork resting = Resting(model, tilt, start);
        SteadyFlow steady = SteadyFlow.Solve(resting.Network, blood, null, cancellation);
        return new(
            resting, start, blood, steady, steady.Failure is { } failure ? "no mean-flow state: " + failure : null,
            steady.Place);
    }

    /// <summary>Mean filling pressure: that of the body lying flat and at rest, whatever the posture.</summary>
    public static Pressure MeanFilling(BodyModel model, Volume blood) =>
        FillingPressure.Find(
            Resting(model, default, new BodyStart(default, Flowing: false)).Network, blood) ?? default;

    private static BodyNetwork Resting(BodyModel model, Angle tilt, BodyStart start) =>
        BodyBuilder.Build(model, tilt, HeartMode.MeanFlow, start);
}

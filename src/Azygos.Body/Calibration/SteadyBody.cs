using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Body.Simulation;
using Azygos.Circulation.Running;
using Azygos.Quantities;

namespace Azygos.Body.Calibration;

/// <summary>A body in its mean-flow state: every mean that a beating run would be compared by, in the time of one
/// steady solve.</summary>
/// <remarks>
/// No beat, no breath: each ventricle is a pump that gives its stroke volume once a beat, chest and abdomen are at
/// their mean pressure, vessels are lumped cells, whose steady friction is exact. What needs a beat (a pulse) it cannot
/// give. How far its means are from those of a beating run is what the two-level fit corrects.
/// </remarks>
/// <source choice="mean-flow state of docs/decisions/0006, read as a result"/>
public sealed class SteadyBody
{
    private readonly MeanFlowState state;
    private readonly SimulationResult? result;
    private double? filling;

    private SteadyBody(BodyModel model, Angle tilt, MeanFlowState state)
    {
        Model = model;
        Tilt = tilt;
        this.state = state;
        if (state is not { Failure: null, Flow: { } flow }) return;
        var probes = new BodyProbes(state.Body, model.Sites);
        result = ResultMaker.Make(
            state.Body, probes, model.Sites, new SimulationSettings { TiltDegrees = tilt.Degrees },
            new RunOutcome.Finished { Recording = flow.Read(probes.All), Report = NoSteps },
            flow.HeldVolume(), default);
    }

    /// <summary>The model.</summary>
    public BodyModel Model { get; }

    /// <summary>Tilt from the horizontal.</summary>
    public Angle Tilt { get; }

    /// <summary>Why there is no mean-flow state, or null.</summary>
    public string? Failure => state.Failure;

    /// <summary>Where the solve failed, or empty.</summary>
    public string Place => state.Place;

    /// <summary>Steps of the solve: what it cost.</summary>
    public int Steps => state.Steps;

    /// <summary>Values at the sites; empty where there is no state.</summary>
    public IReadOnlyList<SiteResult> Sites => result?.Sites ?? [];

    /// <summary>State of every vessel; empty where there is no state.</summary>
    public IReadOnlyList<VesselMean> Vessels => result?.Vessels ?? [];

    /// <summary>What stands at the places that were changed; empty where there is no state.</summary>
    public IReadOnlyList<MarkResult> Marks => result?.Marks ?? [];

    /// <summary>The state as a run would give it; null where there is none.</summary>
    internal SimulationResult? Result => result is null ? null : result with { MeanFillingPressure = Filling() };

    /// <summary>Finds the mean-flow state of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="tilt">Tilt from the horizontal.</param>
    /// <param name="near">The state of the same model with other numbers, to start from: several times cheaper.</param>
    /// <param name="cancellation">Cancels between steps.</param>
    public static SteadyBody Find(
        BodyModel model, Angle tilt, SteadyBody? near = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new(model, tilt, MeanFlowState.Find(model, tilt, near?.state, null, cancellation));
    }

    /// <summary>The value of a validation quantity; null where there is no state, or where it takes a beat.</summary>
    /// <param name="quantity">Its key, docs/guide/model-files.md.</param>
    /// <param name="unit">Unit of the value.</param>
    /// <exception cref="FormatException">The key is not in the grammar.</exception>
    public double? Value(string quantity, string unit)
    {
        if (result is null) return null;
        return ValidationQuantity.Evaluate(
            quantity, unit,
            ValidationQuantity.IsFilling(quantity) ? result with { MeanFillingPressure = Filling() } : result);
    }

    /// <summary>Pressure of a node.</summary>
    /// <param name="node">Node of the model.</param>
    /// <exception cref="InvalidOperationException">There is no state.</exception>
    /// <exception cref="KeyNotFoundException">The model has no such node.</exception>
    public Pressure PressureAt(string node) => state.Flow is { Failure: null } flow
        ? Pressure.FromPascals(flow.Pressure(node))
        : throw new InvalidOperationException($"There is no mean-flow state: {Failure}.");

    private double Filling() =>
        filling ??= MeanFlowState.MeanFilling(Model, state.Blood).MillimetresOfMercury;

    private RunReport NoSteps => new()
    {
        SimulatedSeconds = 0,
        Steps = Steps,
        Unknowns = 0,
        Periods = 0,
        PeriodicResidual = 0,
        WorstProbe = "",
        ConservationError = 0,
    };
}

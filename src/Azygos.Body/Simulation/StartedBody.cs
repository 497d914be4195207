using Azygos.Body.Building;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Circulation.Running;
using Azygos.Quantities;

namespace Azygos.Body.Simulation;

/// <summary>A beating body at the start of a breath, from its mean-flow state, with the blood that its model
/// states.</summary>
internal sealed class StartedBody
{
    // Chosen: a tenth of a millilitre of five litres; each filling leaves a small share of what the one before left.
    private static readonly Volume VolumeTolerance = Volume.FromMillilitres(0.1);
    private const int MostFillings = 5;

    private readonly MeanFlowState resting;
    private readonly SteadyFlow? breathing, atBeat;
    private readonly SimulationSettings settings;

    private StartedBody(
        BodyModel model, SimulationSettings settings, MeanFlowState resting, CancellationToken cancellation)
    {
        (Model, this.settings, this.resting) = (model, settings, resting);
        if (resting.Failure is not null) return;
        breathing = resting.AtStartOfBreath(cancellation);
        if (model.HasWaves) atBeat = resting.AtStartOfBeat(breathing);
    }

    /// <summary>The body model.</summary>
    public BodyModel Model { get; }

    /// <summary>Why there is none, or null.</summary>
    public string? Failure => resting.Failure;

    /// <summary>Where that is, or empty.</summary>
    public string Place => resting.Place;

    /// <summary>Finds it.</summary>
    /// <param name="model">The model, as it is run.</param>
    /// <param name="settings">Posture, steps, cells.</param>
    /// <param name="signals">What is done from outside; asked once for every body that is built.</param>
    /// <param name="cancellation">Cancels between steps.</param>
    /// <returns>The start, and the body where there is no failure.</returns>
    public static (StartedBody Start, IBeatingBody? Body) Find(
        BodyModel model, SimulationSettings settings, Func<IBodySignals?> signals, CancellationToken cancellation)
    {
        MeanFlowState? resting = null;
        Volume blood = BloodOf(model), held = blood;
        for (int attempt = 1; ; attempt++)
        {
            resting = MeanFlowState.Find(model, Angle.FromDegrees(settings.TiltDegrees), resting, held, cancellation);
            StartedBody start = new(model, settings, resting, cancellation);
            if (start.Failure is not null) return (start, null);
            IBeatingBody body = start.Build(model, signals());
            // Vessels with waves hold a little more or less than the lumped ones: the rest is filled up.
            double missing = blood.CubicMetres - body.HeldVolume.CubicMetres;
            if (Math.Abs(missing) <= VolumeTolerance.CubicMetres || attempt == MostFillings) return (start, body);
            held = Volume.FromCubicMetres(held.CubicMetres + missing);
        }
    }

    /// <summary>Blood that a model states.</summary>
    public static Volume BloodOf(BodyModel model) => Volume.FromMillilitres(new ModelNumbers(model)["blood.volume_mL"]);

    /// <summary>Builds the body at its start.</summary>
    /// <param name="model">The model, which may have other throats.</param>
    /// <param name="signals">What is done from outside.</param>
    public IBeatingBody Build(BodyModel model, IBodySignals? signals) => model.HasWaves
        ? new BodyWithWaves(
            BodyBuilder.BuildWaves(model, resting.Tilt, resting.Start, resting.Body, atBeat!, signals), atBeat!,
            resting.Flow!, settings)
        : new LumpedBody(
            BodyBuilder.Build(model, resting.Tilt, HeartMode.Beating, resting.Start, signals), breathing!,
            resting.Flow!);
}

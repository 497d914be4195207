using Azygos.Body.Anatomy;
using Azygos.Body.Calibration;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Body.Simulation;
using Azygos.Quantities;

namespace Azygos.Body.Prediction;

/// <summary>Computes predictions of a model: the mean-flow state after each manoeuvre, or beats where a row asks for
/// them. States are kept, so that rows of one manoeuvre cost one solve.</summary>
/// <param name="model">The model as read, before core detail.</param>
/// <param name="detail">Level of detail.</param>
/// <source choice="design of this project: predictions are rows of a table, not code"/>
public sealed class Predictor(BodyModel model, AnatomicalDetail detail)
{
    // A neighbour in posture spares the march only where it is near; chosen.
    private const double NearTilt = 20;
    private const double TiltTolerance = 0.05;   // degrees, chosen: a hundredth of what is measured
    private const double TiltStep = 15;          // degrees, chosen: finer than a curve that turns could hide

    private readonly Dictionary<(string Changes, double Tilt), SteadyBody> states = [];
    private readonly Dictionary<(string Changes, double Tilt), SimulationResult> runs = [];

    /// <summary>What the model says.</summary>
    /// <param name="row">The prediction.</param>
    /// <param name="cancellation">Cancels between steps.</param>
    /// <exception cref="FormatException">The row is not sound: see <see cref="PredictionFault"/>.</exception>
    public PredictionOutcome Judge(PredictionRow row, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Relation == PredictionRelation.TiltOfZero) return TiltOfZero(row, cancellation);
        Answer at = Read(row, row.Changes, row.Tilt, cancellation);
        (string Changes, double Tilt)? compared = row.Relation switch
        {
            PredictionRelation.ChangeFromSupine or PredictionRelation.PercentFromSupine => ("", 0),
            PredictionRelation.ChangeFromRest or PredictionRelation.PercentFromRest => ("", row.Tilt),
            _ => null,
        };
        if (compared is not { } other || at.Value is not { } value) return new(row, at.Value, at.Failure);
        Answer before = Read(row, other.Changes, other.Tilt, cancellation);
        if (before.Value is not { } reference) return new(row, null, before.Failure);
        if (row.Relation is PredictionRelation.ChangeFromSupine or PredictionRelation.ChangeFromRest)
            return new(row, value - reference, "");
        return reference == 0
            ? new(row, null, "the value it is compared with is zero")
            : new(row, 100 * (value - reference) / Math.Abs(reference), "");
    }

    /// <summary>The mean-flow state after a manoeuvre.</summary>
    /// <param name="changes">As a row says; empty: none.</param>
    /// <param name="tilt">Tilt [degrees].</param>
    /// <param name="cancellation">Cancels between steps.</param>
    public SteadyBody State(string changes, double tilt, CancellationToken cancellation = default)
    {
        if (states.TryGetValue((changes, tilt), out SteadyBody? known)) return known;
        SteadyBody? near = changes.Length > 0
            ? State("", tilt, cancellation)
            : states.Where(state => state.Key.Changes == "" && Math.Abs(state.Key.Tilt - tilt) <= NearTilt)
                .OrderBy(state => Math.Abs(state.Key.Tilt - tilt)).Select(state => state.Value).FirstOrDefault();
        SteadyBody found = SteadyBody.Find(
            Body(changes), Angle.FromDegrees(tilt), near is { Failure: null } ? near : null, cancellation);
        states.Add((changes, tilt), found);
        return found;
    }

    private BodyModel Body(string changes) =>
        (Manoeuvre.Parse(changes, out string? fault) ?? throw new FormatException(fault)).On(model).At(detail);

    private Answer Read(PredictionRow row, string changes, double tilt, CancellationToken cancellation)
    {
        string unit = PredictionFault.UnitComputed(row);
        if (row.Beating)
        {
            SimulationResult run = Run(changes, tilt, cancellation);
            if (!run.Ending.Finished) return new(null, $"{run.Ending.Reason} at {run.Ending.Place}");
            double? value = BreathSwing.SiteOf(row.Quantity) is { } site
                ? BreathSwing.Of(run, site)
                : ValidationQuantity.Evaluate(row.Quantity, unit, run);
            return new(value, value is null ? Unread : "");
        }

        SteadyBody state = State(changes, tilt, cancellation);
        if (state.Failure is { } failure)
            return new(null, state.Place.Length > 0 ? $"{failure} at {state.Place}" : failure);
        double? steady = state.Value(row.Quantity, unit);
        return new(steady, steady is null ? Unread : "");
    }

    private const string Unread = "the state has no such value: a site of full detail, or a vessel that is shut";

    private SimulationResult Run(string changes, double tilt, CancellationToken cancellation)
    {
        if (runs.TryGetValue((changes, tilt), out SimulationResult? known)) return known;
        SimulationResult run = BodySimulation.Run(
            Body(changes), new SimulationSettings { Detail = detail, TiltDegrees = tilt }, null, cancellation);
        runs.Add((changes, tilt), run);
        return run;
    }

    // From lying flat upward until the sign changes, then by halving.
    private PredictionOutcome TiltOfZero(PredictionRow row, CancellationToken cancellation)
    {
        double low = 0;
        Answer first = Read(row, row.Changes, low, cancellation);
        if (first.Value is not { } start) return new(row, null, first.Failure);
        for (double high = Math.Min(TiltStep, row.Tilt); ; high = Math.Min(high + TiltStep, row.Tilt))
        {
            Answer there = Read(row, row.Changes, high, cancellation);
            if (there.Value is not { } value) return new(row, null, there.Failure);
            if (value == 0 || value > 0 != start > 0)
                return Halve(row, low, high, start > 0, cancellation);
            if (high >= row.Tilt) return new(row, null, "it does not pass zero up to that tilt");
            low = high;
        }
    }

    private PredictionOutcome Halve(
        PredictionRow row, double low, double high, bool positive, CancellationToken cancellation)
    {
        while (high - low > TiltTolerance)
        {
            double middle = 0.5 * (low + high);
            Answer there = Read(row, row.Changes, middle, cancellation);
            if (there.Value is not { } value) return new(row, null, there.Failure);
            if (value > 0 == positive) low = middle;
            else high = middle;
        }

        return new(row, 0.5 * (low + high), "");
    }

    private readonly record struct Answer(double? Value, string Failure);
}

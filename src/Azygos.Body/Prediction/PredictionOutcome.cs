using Azygos.Body.Model;

namespace Azygos.Body.Prediction;

/// <summary>What became of a prediction.</summary>
/// <param name="Row">The prediction.</param>
/// <param name="Computed">What the model says, in the row's unit; null where it says nothing.</param>
/// <param name="Failure">Why it says nothing, with the place, or empty.</param>
/// <source choice="a hit is inside the band that the row states, ends included; a miss is a result, not a fault"/>
public sealed record PredictionOutcome(PredictionRow Row, double? Computed, string Failure)
{
    /// <summary>True inside the band, false outside, null where nothing was computed or measured.</summary>
    public bool? Hit => Computed is { } && Row.HasDatum ? Miss == 0 : null;

    /// <summary>Distance outside the band in the row's unit: above it positive, below it negative, inside 0; null
    /// where nothing was computed or measured.</summary>
    public double? Miss => Computed is not { } value || !Row.HasDatum ? null
        : value < Row.Low ? value - Row.Low
        : value > Row.High ? value - Row.High : 0;
}

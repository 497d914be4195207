using Azygos.Body.Results;

namespace Azygos.Reports.Waves;

/// <summary>Breath and beats within the recorded period, as far as the model's parameters tell them.</summary>
/// <param name="Period">Length of the period, one breath [s].</param>
/// <param name="Inspiration">Length of the inspiration, from the start of the period [s]; null when the model does not
/// say.</param>
/// <param name="Beat">Length of a beat [s]; null when the model does not say.</param>
internal sealed record Rhythm(double Period, double? Inspiration, double? Beat)
{
    /// <summary>Rhythm of a run.</summary>
    public static Rhythm Of(SimulationResult result)
    {
        double? share = result.Model.Parameters.GetValueOrDefault("breathing.inspiratory_fraction")?.Value;
        double? rate = result.Model.Parameters.GetValueOrDefault("heart.rate_per_min")?.Value;
        return new Rhythm(result.Period, share * result.Period, rate is > 0
            ? result.Period / Math.Max(1, Math.Round(result.Period * rate.Value / 60)) : null);
    }

    /// <summary>Beats in the period, null when the model does not say.</summary>
    public int? Beats => Beat is { } beat ? (int)Math.Round(Period / beat) : null;
}

using Azygos.Numerics;

namespace Azygos.Body.Calibration;

/// <summary>What the targets see of the knobs: singular values of their response, and the direction that they see
/// least.</summary>
/// <remarks>
/// J = ∂(value / half band)/∂ ln knob at the fit, without the prior. A singular value of 1: moving the knobs by a
/// factor e along its direction moves the targets by one half band. Below about 0.5 the data say next to nothing.
/// </remarks>
/// <source choice="singular values of the scaled response, as in a linear sensitivity analysis"/>
public sealed class Identifiability
{
    private Identifiability(IReadOnlyList<double> values, IReadOnlyList<KeyValuePair<string, double>> weakest)
    {
        SingularValues = values;
        Weakest = weakest;
    }

    /// <summary>Singular values, falling; shape [knobs].</summary>
    public IReadOnlyList<double> SingularValues { get; }

    /// <summary>The direction seen least: knobs with their share of it, the largest first.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Weakest { get; }

    /// <summary>Takes a response apart.</summary>
    /// <param name="response">J; shape [targets, knobs].</param>
    /// <param name="knobs">Identifiers of the knobs.</param>
    public static Identifiability Of(double[,] response, IReadOnlyList<string> knobs)
    {
        ArgumentNullException.ThrowIfNull(knobs);
        var parts = new SingularValues(response);
        IReadOnlyList<double> weakest = parts.Direction(knobs.Count - 1);
        return new(parts.Values, [.. knobs
            .Select((knob, i) => KeyValuePair.Create(knob, weakest[i]))
            .OrderByDescending(part => Math.Abs(part.Value))]);
    }
}

using Azygos.Body.Model;
using Azygos.Quantities;

namespace Azygos.Body.Building;

/// <summary>The scalar parameters of a model as quantities.</summary>
internal sealed class ModelNumbers(BodyModel model)
{
    public double this[string path] => model.Parameters.TryGetValue(path, out ScalarParameter? found)
        ? found.Value
        : throw new KeyNotFoundException($"The model '{model.Id}' lacks the parameter '{path}'.");

    public Pressure Pressure(string path) => Quantities.Pressure.FromMillimetresOfMercury(this[path]);

    public HydraulicResistance Resistance(string path) =>
        HydraulicResistance.FromMillimetreOfMercurySecondsPerMillilitre(this[path]);

    public Compliance Compliance(string path) =>
        Quantities.Compliance.FromMillilitresPerMillimetreOfMercury(this[path]);

    /// <summary>Length of a beat [s].</summary>
    public double BeatPeriod => 60 / this["heart.rate_per_min"];

    /// <summary>Beats in a breath: the whole number nearest to the ratio of the two rates, so that a breath is a period
    /// of everything.</summary>
    public int BeatsPerBreath =>
        Math.Max(1, (int)Math.Round(this["heart.rate_per_min"] / this["breathing.rate_per_min"]));

    /// <summary>Length of a breath [s].</summary>
    public double BreathPeriod => BeatsPerBreath * BeatPeriod;
}

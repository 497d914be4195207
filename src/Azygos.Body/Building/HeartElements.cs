using Azygos.Body.Heart;
using Azygos.Body.Model;
using Azygos.Circulation;
using Azygos.Circulation.Lumped;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Body.Building;

/// <summary>A chamber's or a valve's row as an element of a network: of the body's, or of a heart that beats
/// alone.</summary>
internal static class HeartElements
{
    /// <summary>True for a ventricle, false for an atrium.</summary>
    public static bool IsVentricle(string chamber) => chamber.EndsWith("ventricle", StringComparison.Ordinal);

    /// <summary>Contraction of a chamber over the beat.</summary>
    public static Waveform Activation(ModelNumbers n, string chamber)
    {
        double T = n.BeatPeriod;
        return IsVentricle(chamber)
            ? new VentricularActivation(
                T, n["heart.ventricular_contraction_fraction"] * T, n["heart.ventricular_relaxation_fraction"] * T)
            : new AtrialActivation(
                T, n["heart.atrial_contraction_onset_fraction"] * T, n["heart.atrial_contraction_fraction"] * T,
                n["heart.atrial_relaxation_fraction"] * T);
    }

    /// <summary>A chamber.</summary>
    public static ElastanceChamber Chamber(ChamberRow row, NodeId inside, NodeId outside, Waveform activation) => new()
    {
        Id = row.Id,
        Inside = inside,
        Outside = outside,
        Active = Elastance.FromMillimetresOfMercuryPerMillilitre(row.ActiveElastance),
        Passive = Elastance.FromMillimetresOfMercuryPerMillilitre(row.PassiveElastance),
        Unstressed = Volume.FromMillilitres(row.UnstressedVolume),
        Activation = activation,
    };

    /// <summary>A valve.</summary>
    public static DynamicValve Valve(ValveRow row, NodeId from, NodeId to, double density) => new()
    {
        Id = row.Id,
        From = from,
        To = to,
        OpenArea = Area.FromSquareCentimetres(row.AnnulusArea * row.Stenosis),
        ClosedArea = Area.FromSquareCentimetres(row.AnnulusArea * row.Regurgitation),
        EffectiveLength = Length.FromCentimetres(row.EffectiveLength),
        Density = Density.FromKilogramsPerCubicMetre(density),
        OpeningRate = row.OpeningRate,
        ClosingRate = row.ClosingRate,
        InitialOpening = row.Kind == "cardiac" && IsVentricle(row.From) ? 0 : 1,
    };
}

using System.Globalization;
using Azygos.Body.Model;

namespace Azygos.Clinic.Variants;

/// <summary>A transverse sinus that is small or absent, with the jugular vein of its side smaller too.</summary>
/// <remarks>
/// Hypoplasia: half the other side's diameter, a quarter of its lumen; jugular vein and bulb of the side × 0.6. Aplasia:
/// no transverse sinus; sigmoid sinus, bulb and jugular vein × 0.35.
/// </remarks>
/// <source choice="hypoplastic below half the other side's diameter; the jugular factors are assumed, no measurement was
/// found"/>
public static class TransverseSinus
{
    private const double HypoplasticShare = 0.25, JugularOfHypoplasia = 0.6, JugularOfAplasia = 0.35;

    /// <summary>Of the left side.</summary>
    public static Variant Left { get; } = Of("left", "right");

    /// <summary>Of the right side.</summary>
    public static Variant Right { get; } = Of("right", "left");

    private static Variant Of(string side, string other) => new(
        $"transverse_sinus_{side}", ["normal", "hypoplasia", "aplasia"],
        $"the {side} transverse sinus: as in the model, small, or absent", (model, word) => On(model, word, side, other));

    private static BodyModel On(BodyModel model, string word, string side, string other)
    {
        if (word == "normal") return model;
        string sinus = $"transverse_sinus_{side}";
        VesselRow[] both = [.. model.Vessels.Where(row => row.Id == sinus || row.Id == $"transverse_sinus_{other}")];
        if (both.Length < 2) throw new ArgumentException($"{model.Id} has no two transverse sinuses.", nameof(model));
        bool isAbsent = word == "aplasia";
        double wide = both.First(row => row.Id != sinus).RestArea, own = both.First(row => row.Id == sinus).RestArea;
        double left = isAbsent ? 0 : Math.Min(own, HypoplasticShare * wide);
        double jugular = isAbsent ? JugularOfAplasia : JugularOfHypoplasia;
        return model with
        {
            Vessels = [.. model.Vessels.Select(row => row.Id == sinus ? row with { RestArea = left }
                : IsJugular(row.Id) || (isAbsent && row.Id == $"sigmoid_sinus_{side}")
                    ? row with { RestArea = jugular * row.RestArea }
                    : row)],
            Valves = [.. model.Valves.Select(row => row.Id == $"ijv_{side}_valve"
                ? row with { AnnulusArea = jugular * row.AnnulusArea }
                : row)],
            Marks =
            [
                .. model.Marks,
                new MarkRow
                {
                    Id = sinus,
                    Kind = "variant",
                    Text = string.Create(CultureInfo.InvariantCulture,
                        $"Transverse sinus, {side}: {word}, jugular vein of that side × {jugular}"),
                    Vessel = sinus,
                    From = 0,
                    To = 1,
                },
            ],
        };

        bool IsJugular(string id) => id == $"jugular_bulb_{side}"
            || id.StartsWith($"ijv_{side}_", StringComparison.Ordinal);
    }
}

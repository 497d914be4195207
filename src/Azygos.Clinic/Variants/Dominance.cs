using Azygos.Body.Model;

namespace Azygos.Clinic.Variants;

/// <summary>Which side's sinuses and jugular veins are the larger.</summary>
/// <remarks>The lumens at rest of transverse and sigmoid sinus, jugular bulb, jugular vein and its valve change sides, or
/// both sides take their mean. Lengths stay.</remarks>
/// <source choice="the model's own two sides; right dominance is the commoner"/>
public static class Dominance
{
    private static readonly string[] Paired =
        ["transverse_sinus_{0}", "sigmoid_sinus_{0}", "jugular_bulb_{0}", "ijv_{0}_j3", "ijv_{0}_j2", "ijv_{0}_j1"];

    private const string PairedValve = "ijv_{0}_valve";

    /// <summary>The variant.</summary>
    public static Variant Variant { get; } = new(
        "dominance", ["right", "left", "balanced"], "which side's sinuses and jugular veins are larger", On);

    private static BodyModel On(BodyModel model, string side)
    {
        Dictionary<string, double> vessels = [], valves = [];
        foreach (string pair in Paired)
            Share(pair, side, model.Vessels.ToDictionary(row => row.Id, row => row.RestArea), vessels);
        Share(PairedValve, side, model.Valves.ToDictionary(row => row.Id, row => row.AnnulusArea), valves);
        if (vessels.Count + valves.Count == 0) return model;
        string seen = Named("transverse_sinus_{0}", side == "left" ? "left" : "right");
        return model with
        {
            Vessels = [.. model.Vessels.Select(row =>
                vessels.TryGetValue(row.Id, out double area) ? row with { RestArea = area } : row)],
            Valves = [.. model.Valves.Select(row =>
                valves.TryGetValue(row.Id, out double area) ? row with { AnnulusArea = area } : row)],
            Marks =
            [
                .. model.Marks,
                new MarkRow
                {
                    Id = "dominance",
                    Kind = "variant",
                    Text = side == "balanced" ? "Both sides drain alike" : $"The {side} side is the larger",
                    Vessel = seen,
                    From = 0,
                    To = 1,
                },
            ],
        };
    }

    // Areas that change, by id.
    private static void Share(
        string pair, string side, Dictionary<string, double> areas, Dictionary<string, double> changed)
    {
        string left = Named(pair, "left"), right = Named(pair, "right");
        if (!areas.TryGetValue(left, out double l) || !areas.TryGetValue(right, out double r)) return;
        (double newLeft, double newRight) = side switch
        {
            "left" => (Math.Max(l, r), Math.Min(l, r)),
            "right" => (Math.Min(l, r), Math.Max(l, r)),
            _ => (0.5 * (l + r), 0.5 * (l + r)),
        };
        if (newLeft != l) changed[left] = newLeft;
        if (newRight != r) changed[right] = newRight;
    }

    private static string Named(string pair, string side) =>
        pair.Replace("{0}", side, StringComparison.Ordinal);
}

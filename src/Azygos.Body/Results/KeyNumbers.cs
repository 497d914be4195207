using Azygos.Body.Model;
using Azygos.Body.Simulation;

namespace Azygos.Body.Results;

/// <summary>A number that a reader looks for first.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Where">What exactly is meant, or empty.</param>
/// <param name="Quantity">Quantity in the grammar of validation tables.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Value">What the run gave, a mean over the last period.</param>
/// <param name="Uncertainty">How far assumed collateral dimensions move it; null where that is not known for this
/// run.</param>
/// <source choice="the measured quantities that a venographer asks for"/>
public sealed record KeyNumber(
    string Id, string Name, string Where, string Quantity, string Unit, double Value, UncertaintyRow? Uncertainty);

/// <summary>The headline numbers of a run, each with the uncertainty that belongs to it.</summary>
/// <source choice="brain: in, out by three routes, pressure; then what drives them"/>
public static class KeyNumbers
{
    private static readonly (string Id, string Name, string Where, string Quantity, string Unit)[] All =
    [
        ("brain_inflow", "Brain inflow", "internal carotid and vertebral arteries",
            "sum:flow:internal_carotid_right+flow:internal_carotid_left+flow:vertebral_artery_right"
            + "+flow:vertebral_artery_left", "mL/min"),
        ("internal_jugular_veins", "Internal jugular veins", "both, in the middle of the neck",
            "sum:flow:ijv_right_j2+flow:ijv_left_j2", "mL/min"),
        ("vertebral_veins", "Vertebral veins", "both", "sum:flow:vertebral_vein_right+flow:vertebral_vein_left",
            "mL/min"),
        ("azygos_vein", "Azygos vein", "", "flow:azygos", "mL/min"),
        ("intracranial_pressure", "Intracranial pressure", "", "pressure:icp", "mmHg"),
        ("sinus_to_bulb", "Sagittal sinus to jugular bulb", "gradient, right",
            "difference:pressure:sss-pressure:jugular_bulb_right", "mmHg"),
        ("right_atrial_pressure", "Right atrial pressure", "", "pressure:right_atrium", "mmHg"),
        ("mean_arterial_pressure", "Mean arterial pressure", "in the aorta", "pressure:aorta", "mmHg"),
        ("cardiac_output", "Cardiac output", "", "cardiac_output", "L/min"),
    ];

    /// <summary>The numbers of a run; those whose sites it lacks are left out.</summary>
    public static IReadOnlyList<KeyNumber> Of(SimulationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Sites.Count == 0) return [];
        CollateralBands bands = CollateralBands.Of(result);
        List<KeyNumber> numbers = [];
        foreach ((string id, string name, string where, string quantity, string unit) in All)
            if (ValidationQuantity.Evaluate(quantity, unit, result) is { } value)
                numbers.Add(new KeyNumber(id, name, where, quantity, unit, value,
                    Row(result, bands, quantity, unit)));
        return numbers;
    }

    // The row of the validation table that has the same quantity, else that of the site.
    private static UncertaintyRow? Row(SimulationResult result, CollateralBands bands, string quantity, string unit)
    {
        IEnumerable<string> names = result.Model.Validation
            .Where(row => row.Quantity == quantity && row.Unit == unit && row.Posture == result.Settings.Posture)
            .Select(row => row.Id);
        if (quantity.Split(':') is ["flow" or "pressure", string site])
            names = names.Append($"{site}.{(unit == "mmHg" ? "pressure_mmHg" : "flow_mL_min")}");
        return names.Select(bands.For).FirstOrDefault(row => row is not null);
    }
}

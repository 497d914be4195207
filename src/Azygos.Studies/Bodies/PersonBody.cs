using Azygos.Body.Model;
using Azygos.Clinic.Lesions;
using Azygos.Studies.Populations;

namespace Azygos.Studies.Bodies;

/// <summary>The body of a person: the model, which is an average man, changed by what the person differs from
/// one.</summary>
/// <remarks>
/// Ratios, not values: a level's lumen at rest times the person's area over the average man's, for the model's areas of
/// J1 and J2 come from other modalities than the table's; so too flow of the brain, gain, resistances and elastance of
/// the fluid, heart rate. Arterial pressure turns the resistances of all beds and the reflex's set point; central venous
/// pressure the blood volume, by the model's own slope. Not used: height (lengths are the model's), haemoglobin, age
/// and share of the right side, which is a result of a body.
/// </remarks>
/// <source choice="the model's mean person is the table's; J3 of the model is the table's mean of men, 10.1371/journal.pone.0149532"/>
public static class PersonBody
{
    /// <summary>Share of the annulus through which an incompetent valve leaks [1].</summary>
    /// <source choice="a moderate leak of the lesion catalogue"/>
    public const double Leak = 0.15;

    /// <summary>Level of a person's narrowing.</summary>
    /// <source choice="under the jaw: where the study that counts narrowings found bone beside them; sides are
    /// published, levels are not"/>
    public const string NarrowedLevel = "j3";

    /// <summary>Most of a lumen that a narrowing takes; an occlusion is a lesion of its own.</summary>
    private const double MostLost = 0.99;

    private const double HypoplasticShare = 0.25;   // half the other side's diameter; see TransverseSinus

    /// <summary>The body.</summary>
    /// <param name="model">The body of the average man.</param>
    /// <param name="average">The average man.</param>
    /// <param name="person">The person.</param>
    /// <param name="hasLesion">Whether the person has the narrowing.</param>
    /// <param name="volume">Blood for a pressure in the right atrium [mL/mmHg].</param>
    public static BodyModel Of(BodyModel model, Person average, Person person, bool hasLesion, double volume)
    {
        ArgumentNullException.ThrowIfNull(model);
        Dictionary<string, double> lumens = [], annuli = [];
        foreach ((string side, JugularAreas own, JugularAreas usual) in new[]
            { ("left", person.Left, average.Left), ("right", person.Right, average.Right) })
        {
            lumens[$"ijv_{side}_j1"] = annuli[$"ijv_{side}_valve"] = own.J1.SquareMetres / usual.J1.SquareMetres;
            lumens[$"ijv_{side}_j2"] = own.J2.SquareMetres / usual.J2.SquareMetres;
            lumens[$"ijv_{side}_j3"] = lumens[$"jugular_bulb_{side}"] = own.J3.SquareMetres / usual.J3.SquareMetres;
        }
        double wide = model.Vessels.FirstOrDefault(row => row.Id == "transverse_sinus_right")?.RestArea ?? 0;
        double resistance = person.MeanArterialPressure.Pascals / average.MeanArterialPressure.Pascals;
        BodyModel body = model with
        {
            Parameters = Changed(model, new Dictionary<string, Func<double, double>>
            {
                ["heart.rate_per_min"] = v => v * person.HeartRate.PerSecond / average.HeartRate.PerSecond,
                ["cerebral.basal_flow_mL_s"] = v => v * person.CerebralBloodFlow / average.CerebralBloodFlow,
                ["cerebral.autoregulation_gain"] = v => v * person.AutoregulationGain / average.AutoregulationGain,
                ["csf.outflow_resistance_mmHg_s_per_mL"] = v => v
                    * person.OutflowResistance.PascalSecondsPerCubicMetre
                    / average.OutflowResistance.PascalSecondsPerCubicMetre,
                ["csf.elastance_per_mL"] = v => v
                    * average.PressureVolumeIndex.CubicMetres / person.PressureVolumeIndex.CubicMetres,
                ["reflex.set_point_mmHg"] = v => v * resistance,
                ["blood.volume_mL"] = v => v + volume * (person.CentralVenousPressure.MillimetresOfMercury
                    - average.CentralVenousPressure.MillimetresOfMercury),
            }),
            Beds = [.. model.Beds.Select(bed => bed with
            {
                ProximalResistance = bed.ProximalResistance * resistance,
                DistalResistance = bed.DistalResistance * resistance,
            })],
            Vessels = [.. model.Vessels.Select(row => lumens.TryGetValue(row.Id, out double factor)
                ? row with { RestArea = row.RestArea * factor }
                : person.HasHypoplasticLeftSinus && row.Id == "transverse_sinus_left"
                    ? row with { RestArea = Math.Min(row.RestArea, HypoplasticShare * wide) } : row)],
            Valves = [.. model.Valves.Select(row => annuli.TryGetValue(row.Id, out double factor)
                ? row with { AnnulusArea = row.AnnulusArea * factor } : row)],
        };
        return Lesion.All(body, [.. Defects(person), .. hasLesion ? Narrowing(person) : []]);
    }

    private static Dictionary<string, ScalarParameter> Changed(
        BodyModel model, Dictionary<string, Func<double, double>> changes) =>
        model.Parameters.ToDictionary(one => one.Key, one => changes.TryGetValue(one.Key, out var change)
            ? one.Value with { Value = Math.Clamp(change(one.Value.Value), one.Value.Minimum, one.Value.Maximum) }
            : one.Value);

    private static IEnumerable<Lesion> Narrowing(Person person) =>
    [
        new Stenosis
        {
            Id = "narrowing",
            Vessel = $"ijv_{(person.Lesion.IsRight ? "right" : "left")}_{NarrowedLevel}",
            AreaReduction = Math.Min(person.Lesion.AreaReduction, MostLost),
        },
    ];

    private static IEnumerable<Lesion> Defects(Person person)
    {
        foreach ((string side, ValveState state) in new[] { ("left", person.LeftValve), ("right", person.RightValve) })
            if (state != ValveState.Competent)
                yield return new ValveDefect
                {
                    Id = $"valve_{side}",
                    Valve = $"ijv_{side}_valve",
                    Fault = state == ValveState.Absent ? ValveFault.Absent : ValveFault.Leaking,
                    OpenShare = state == ValveState.Absent ? 0 : Leak,
                };
    }
}

namespace Azygos.Studies.Bodies;

/// <summary>What is kept of a body: numbers on which the five criteria rest, and pressures and flows beside them.</summary>
/// <param name="Key">Key in files.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Words">Meaning.</param>
/// <source choice="a criterion's deciding number in the mean, smooth in the person's numbers; signs of the criteria"/>
public sealed record BodyQuantity(string Key, string Unit, string Words)
{
    /// <summary>Places in <see cref="All"/>.</summary>
    internal const int NeckReflux = 0, DeepReflux = 1, LeastLumen = 2, Quietest = 3, Postural = 4;

    /// <summary>All of them, criteria 1 to 5 first.</summary>
    public static IReadOnlyList<BodyQuantity> All { get; } =
    [
        new("neck_velocity", "cm/s", "least mean velocity in a neck vein, in the better of both postures; below 0: criterion 1"),
        new("deep_velocity", "cm/s", "least mean velocity in a vein inside the skull; below 0: criterion 2"),
        new("least_lumen", "cm²", "least lumen of a jugular vein, lying; up to 0.3: criterion 3"),
        new("quietest", "cm/s", "least speed in a neck vein, in the better of both postures; not seen: criterion 4"),
        new("postural_change", "cm²", "lumen in mid-neck, lying minus sitting; below 0: criterion 5"),
        new("jugular_share", "1", "share of the brain's and head's venous outflow at neck level by jugular veins, lying"),
        new("jugular_share_sitting", "1", "the same, sitting"),
        new("sagittal_pressure", "mmHg", "pressure in the superior sagittal sinus, lying"),
        new("cranial_pressure", "mmHg", "pressure of the cranial fluid, lying"),
        new("gradient", "mmHg", "superior sagittal sinus less right atrium, lying"),
    ];
}

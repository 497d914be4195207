using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation.Plausibility;

/// <summary>Numbers so far from any vessel of a body that another unit is likely: cm for m, mm² for m², mmHg for
/// Pa.</summary>
/// <source choice="ranges wide enough for every named vessel of a person, and narrower than the step between units"/>
public static class UnitSlips
{
    // Chosen: from a centimetre's twentieth to the longest vein (great saphenous, about 0.9 m) with room.
    private const double ShortestVessel = 5e-4, LongestVessel = 1.5;

    // Chosen: radius 0.1 mm to 4 cm; the widest vessel, an aorta with an aneurysm, has about 3 cm.
    private const double SmallestArea = 3e-8, LargestArea = 5e-3;

    // Chosen: a folding vein falls to about 0.2 m/s, the stiffest arteries of the old reach 20 m/s.
    private const double SlowestWave = 0.1, FastestWave = 40;

    // Chosen: water to thick blood.
    private const double LeastDensity = 900, MostDensity = 1200, LeastViscosity = 5e-4, MostViscosity = 2e-2;

    // Chosen: four times the ventricle's peak flow, and 375 mmHg.
    private const double LargestFlow = 2e-3, LargestPressure = 5e4;

    private const int Samples = 400;

    /// <summary>Warnings about one vessel's size; also for vessels that are not simulated with waves.</summary>
    /// <param name="id">The vessel.</param>
    /// <param name="length">[m].</param>
    /// <param name="area">A₀ [m²], or the area at rest.</param>
    public static IEnumerable<ModelWarning> OfSize(string id, double length, double area)
    {
        if (length is < ShortestVessel or > LongestVessel)
            yield return Warned(id, WarnedProperty.Length, length, "m", ShortestVessel, LongestVessel);
        if (area is < SmallestArea or > LargestArea)
            yield return Warned(id, WarnedProperty.ReferenceArea, area, "m²", SmallestArea, LargestArea);
    }

    internal static IEnumerable<ModelWarning> Of(VesselNetwork network)
    {
        Blood blood = network.Blood;
        if (blood.Density is < LeastDensity or > MostDensity)
            yield return new ModelWarning(WarnedPart.Blood, "", WarnedProperty.Density,
                Text(blood.Density, "kg/m³", LeastDensity, MostDensity));
        if (blood.Viscosity is not 0 and (< LeastViscosity or > MostViscosity))
            yield return new ModelWarning(WarnedPart.Blood, "", WarnedProperty.Viscosity,
                Text(blood.Viscosity, "Pa·s", LeastViscosity, MostViscosity));
        foreach (Vessel vessel in network.Vessels)
        {
            WallPoint at = vessel.Profile.At(0.5 * vessel.Length, fromLeft: false);
            foreach (ModelWarning warning in OfSize(vessel.Id, vessel.Length, at.ReferenceArea)) yield return warning;
            double c = vessel.Wall.WaveSpeed(at.ReferenceArea, at, blood.Density);
            if (c is < SlowestWave or > FastestWave)
                yield return new ModelWarning(WarnedPart.Vessel, vessel.Id, WarnedProperty.Stiffness,
                    FormattableString.Invariant($"{at.Distension:G4} Pa makes waves of {c:G3} m/s at the reference ")
                    + FormattableString.Invariant($"area; usual are {SlowestWave} to {FastestWave} m/s: ")
                    + "was another unit meant?");
        }

        foreach (NetworkNode node in network.Nodes)
        {
            if (Prescribed(node) is not { } told) continue;
            (double largest, WarnedProperty property, bool isFlow) = told;
            double limit = isFlow ? LargestFlow : LargestPressure;
            if (largest > limit)
                yield return new ModelWarning(WarnedPart.Node, node.Id, property, FormattableString.Invariant(
                    $"{largest:G4} {(isFlow ? "m³/s" : "Pa")} at most; usual is below {limit:G2}: ")
                    + "was another unit meant?");
        }
    }

    private static (double Largest, WarnedProperty Property, bool IsFlow)? Prescribed(NetworkNode node) => node switch
    {
        FlowNode one => (Largest(one.Flow), WarnedProperty.Waveform, true),
        FlowAndAreaNode one => (Largest(one.Flow), WarnedProperty.Waveform, true),
        PressureNode one => (Largest(one.Pressure), WarnedProperty.Waveform, false),
        TotalPressureNode one => (Largest(one.Pressure), WarnedProperty.Waveform, false),
        AbsorbingNode one => (Math.Abs(one.ReferencePressure), WarnedProperty.Pressure, false),
        ResistanceNode one => (Math.Abs(one.OutletPressure), WarnedProperty.Pressure, false),
        WindkesselNode one => (Math.Abs(one.OutletPressure), WarnedProperty.Pressure, false),
        _ => null,
    };

    /// <summary>Largest magnitude over four seconds: some heartbeats, or a breath.</summary>
    private static double Largest(Waveform waveform)
        => Enumerable.Range(0, Samples + 1).Max(i => Math.Abs(waveform.At(4.0 * i / Samples)));

    private static ModelWarning Warned(
        string id, WarnedProperty property, double value, string unit, double least, double most)
        => new(WarnedPart.Vessel, id, property, Text(value, unit, least, most));

    private static string Text(double value, string unit, double least, double most)
        => FormattableString.Invariant(
            $"{value:G4} {unit} is unusual; usual are {least:G2} to {most:G4} {unit}: was another unit meant?");
}

using Azygos.Circulation.Vessels;

namespace Azygos.Files.OpenBf;

/// <summary>The outlet of an openBF vessel, known by the keys that are there.</summary>
internal static class OpenBfOutlet
{
    private static readonly string[] Keys = ["Rt", "R1", "R2", "Cc"];

    /// <summary>True when the vessel has keys of an outlet.</summary>
    public static bool IsIn(OpenBfPart part) => Keys.Any(part.Has);

    /// <summary>The node of an outlet and what it is, for people; null with faults.</summary>
    /// <param name="part">The vessel's keys.</param>
    /// <param name="node">Name of the node.</param>
    /// <param name="impedance">ρc/A at the end of the resting vessel [Pa·s/m³].</param>
    /// <param name="outside">Pressure outside the vessel, at which its area is its reference area [Pa].</param>
    public static (NetworkNode Node, string Words)? Read(OpenBfPart part, string node, double impedance, double outside)
    {
        double? rt = part.OptionalNumber("Rt", value => value is >= -1 and < 1, "a number from -1 to below 1");
        double? r1 = part.OptionalNumber("R1", value => value >= 0, "a resistance of 0 or above [Pa s/m3]");
        double? r2 = part.OptionalNumber("R2", value => value > 0, "a resistance above 0 [Pa s/m3]");
        double? c = part.OptionalNumber("Cc", value => value > 0, "a compliance above 0 [m3/Pa]");
        double end = part.OptionalNumber("Pout", _ => true, "a pressure [Pa]") ?? 0;
        bool matched = part.Flag("inlet_impedance_matching", false);
        string? kind = part.OptionalText("outlet");
        if (rt is not null && (r1 is not null || r2 is not null || c is not null))
        {
            part.Fault("Rt", "stands beside a windkessel; a vessel has one outlet");
            return null;
        }
        // Older files name the outlet too; "wk3" with R1 and Cc only is a matched windkessel.
        bool agrees = kind is null || (rt is not null ? kind == "reflection" : kind is "wk2" or "wk3");
        if (!agrees) part.Fault("outlet", $"is another outlet than its keys make: {(rt is null ? "wk2 or wk3" : "reflection")}");
        if (rt is { } share) return Reflecting(node, share, impedance, outside);
        if (r1 is not { } first || c is not { } compliance)
        {
            part.Fault(r1 is null ? "R1" : "Cc", "is missing: a windkessel has R1, Cc and, with three elements, R2");
            return null;
        }
        double total = r2 is { } second ? first + second : first;
        bool takesImpedance = matched || r2 is null;
        if (takesImpedance && !(total > impedance))
        {
            part.Fault("R1", FormattableString.Invariant(
                $"leaves nothing behind the vessel's impedance of {impedance:G4} Pa s/m3"));
            return null;
        }
        double proximal = takesImpedance ? impedance : first, distal = total - proximal;
        WindkesselNode windkessel = new(node)
        {
            ProximalResistance = proximal,
            DistalResistance = distal,
            Compliance = compliance,
            OutletPressure = end,
            InitialPressure = end,
        };
        return (windkessel, FormattableString.Invariant(
            $"windkessel R1 = {proximal:G5}, R2 = {distal:G5} Pa s/m3, C = {compliance:G5} m3/Pa, out {end:G5} Pa")
            + (takesImpedance ? "; R1 is the vessel's impedance at rest, R1 + R2 the file's" : ""));
    }

    // A share Rt of a wave comes back: a resistance of Z (1 + Rt)/(1 − Rt).
    private static (NetworkNode, string) Reflecting(string node, double share, double impedance, double outside)
    {
        if (share == 0) return (new AbsorbingNode(node, outside), "waves leave");
        if (share == -1) return (new PressureNode(node, new Circulation.Waveforms.ConstantWaveform(outside)),
            FormattableString.Invariant($"pressure of {outside:G5} Pa"));
        double resistance = impedance * (1 + share) / (1 - share);
        return (new ResistanceNode(node) { Resistance = resistance, OutletPressure = outside },
            FormattableString.Invariant($"resistance {resistance:G5} Pa s/m3, which gives back the share {share} of small waves"));
    }
}

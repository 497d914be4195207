using static Azygos.Quantities.ConversionFactors;

namespace Azygos.Quantities;

/// <summary>The units known, by kind, the preferred one for printing first.</summary>
internal static class UnitTable
{
    internal static readonly Unit[] Rows =
    [
        new("mmHg", "mmHg", QuantityKind.Pressure, MillimetreOfMercury),
        new("cmH2O", "cmH2O", QuantityKind.Pressure, CentimetreOfWater),
        new("Pa", "Pa", QuantityKind.Pressure, 1),
        new("kPa", "kPa", QuantityKind.Pressure, Kilopascal),
        new("MPa", "MPa", QuantityKind.Pressure, Megapascal),

        new("mL/min", "mL_min", QuantityKind.Flow, MillilitrePerMinute),
        new("mL/s", "mL_s", QuantityKind.Flow, Millilitre),
        new("L/min", "L_min", QuantityKind.Flow, LitrePerMinute),
        new("m³/s", "m3_s", QuantityKind.Flow, 1),

        new("mL", "mL", QuantityKind.Volume, Millilitre),
        new("L", "L", QuantityKind.Volume, Litre),
        new("cm³", "cm3", QuantityKind.Volume, Millilitre),
        new("m³", "m3", QuantityKind.Volume, 1),

        new("cm²", "cm2", QuantityKind.Area, SquareCentimetre),
        new("mm²", "mm2", QuantityKind.Area, SquareMillimetre),
        new("m²", "m2", QuantityKind.Area, 1),

        new("cm", "cm", QuantityKind.Length, Centimetre),
        new("mm", "mm", QuantityKind.Length, Millimetre),
        new("µm", "um", QuantityKind.Length, Micrometre),
        new("m", "m", QuantityKind.Length, 1),

        new("cm/s", "cm_s", QuantityKind.Velocity, Centimetre),
        new("m/s", "m_s", QuantityKind.Velocity, 1),

        new("m/s²", "m_s2", QuantityKind.Acceleration, 1),

        new("s", "s", QuantityKind.Duration, 1),
        new("ms", "ms", QuantityKind.Duration, Millisecond),
        new("min", "min", QuantityKind.Duration, Minute),

        new("deg", "deg", QuantityKind.Angle, Degree),
        new("rad", "rad", QuantityKind.Angle, 1),

        new("mmHg·s/mL", "mmHg_s_per_mL", QuantityKind.HydraulicResistance, MillimetreOfMercurySecondPerMillilitre),
        new("mmHg·min/mL", "mmHg_min_per_mL", QuantityKind.HydraulicResistance,
            MillimetreOfMercury / MillilitrePerMinute),
        new("mmHg·min/L", "mmHg_min_per_L", QuantityKind.HydraulicResistance, MillimetreOfMercury / LitrePerMinute),
        new("Pa·s/m³", "Pa_s_per_m3", QuantityKind.HydraulicResistance, 1),

        new("mL/(s·mmHg)", "mL_per_s_mmHg", QuantityKind.HydraulicConductance,
            1 / MillimetreOfMercurySecondPerMillilitre),
        new("mL/(min·mmHg)", "mL_per_min_mmHg", QuantityKind.HydraulicConductance,
            MillilitrePerMinute / MillimetreOfMercury),
        new("m³/(Pa·s)", "m3_per_Pa_s", QuantityKind.HydraulicConductance, 1),

        new("mmHg·s²/mL", "mmHg_s2_per_mL", QuantityKind.HydraulicInertance, MillimetreOfMercurySecondPerMillilitre),
        new("Pa·s²/m³", "Pa_s2_per_m3", QuantityKind.HydraulicInertance, 1),

        new("mL/mmHg", "mL_per_mmHg", QuantityKind.Compliance, MillilitrePerMillimetreOfMercury),
        new("mL/kPa", "mL_per_kPa", QuantityKind.Compliance, Millilitre / Kilopascal),
        new("m³/Pa", "m3_per_Pa", QuantityKind.Compliance, 1),

        new("mmHg/mL", "mmHg_per_mL", QuantityKind.Elastance, MillimetreOfMercury / Millilitre),
        new("Pa/m³", "Pa_per_m3", QuantityKind.Elastance, 1),

        new("kg/m³", "kg_m3", QuantityKind.Density, 1),
        new("g/cm³", "g_cm3", QuantityKind.Density, GramPerCubicCentimetre),
        new("g/dL", "g_dL", QuantityKind.Density, GramPerDecilitre),

        new("mPa·s", "mPa_s", QuantityKind.Viscosity, 1e-3),
        new("Pa·s", "Pa_s", QuantityKind.Viscosity, 1),

        new("1/min", "per_min", QuantityKind.Frequency, 1 / Minute),
        new("1/s", "per_s", QuantityKind.Frequency, 1),
        new("Hz", "Hz", QuantityKind.Frequency, 1),

        new("1", "", QuantityKind.Ratio, 1),
        new("%", "percent", QuantityKind.Ratio, Percent),

        new("1/(Pa·s)", "per_Pa_s", QuantityKind.ValveRate, 1),
        new("1/(mmHg·s)", "per_mmHg_s", QuantityKind.ValveRate, 1 / MillimetreOfMercury),

        new("mmHg·s²/mL²", "mmHg_s2_per_mL2", QuantityKind.QuadraticLoss,
            MillimetreOfMercury / (Millilitre * Millilitre)),
        new("Pa·s²/m⁶", "Pa_s2_per_m6", QuantityKind.QuadraticLoss, 1),

        new("1/mL", "per_mL", QuantityKind.VolumeElastanceCoefficient, 1 / Millilitre),
        new("1/m³", "per_m3", QuantityKind.VolumeElastanceCoefficient, 1),

        new("mmHg³·s/mL", "mmHg3_s_per_mL", QuantityKind.ArteriolarResistanceCoefficient,
            MillimetreOfMercury * MillimetreOfMercury * MillimetreOfMercury / Millilitre),
        new("Pa³·s/m³", "Pa3_s_per_m3", QuantityKind.ArteriolarResistanceCoefficient, 1),

        new("g", "g", QuantityKind.Mass, Gram),
        new("kg", "kg", QuantityKind.Mass, 1),

        new("mL/g", "mL_g", QuantityKind.SpecificVolume, Millilitre / Gram),
        new("m³/kg", "m3_kg", QuantityKind.SpecificVolume, 1),

        new("mL/(dL·mmHg)", "mL_per_dL_mmHg", QuantityKind.GasSolubility, Percent / MillimetreOfMercury),
        new("1/Pa", "per_Pa", QuantityKind.GasSolubility, 1),

        new("mL/(100g·min)", "mL_per_100g_min", QuantityKind.TissueConsumption,
            MillilitrePerMinute / (100 * Gram)),
        new("m³/(kg·s)", "m3_per_kg_s", QuantityKind.TissueConsumption, 1),

        new("µmol/(100g·min·mmHg)", "umol_per_100g_min_mmHg", QuantityKind.TissueDiffusivity,
            Micromole / (100 * Gram * Minute * MillimetreOfMercury)),
        new("mol/(kg·s·Pa)", "mol_per_kg_s_Pa", QuantityKind.TissueDiffusivity, 1),
    ];

    /// <summary>Other spellings in use, normalised, beside the symbol and the file form of each row.</summary>
    internal static readonly (string Spelling, string Symbol)[] OtherSpellings =
    [
        ("ml/min", "mL/min"), ("ml/s", "mL/s"), ("l/min", "L/min"), ("ml", "mL"), ("l", "L"),
        ("mL_per_min", "mL/min"), ("mL_per_s", "mL/s"), ("L_per_min", "L/min"), ("cm_per_s", "cm/s"),
        ("m_per_s", "m/s"),
        ("m3_per_s", "m³/s"), ("kg_per_m3", "kg/m³"), ("°", "deg"), ("degree", "deg"), ("degrees", "deg"),
        ("mL/s/mmHg", "mL/(s·mmHg)"), ("mL/min/mmHg", "mL/(min·mmHg)"), ("mmHg/(mL/min)", "mmHg·min/mL"),
        ("mmHg/(mL/s)", "mmHg·s/mL"), ("beats/min", "1/min"), ("-", "1"),
    ];
}

namespace Azygos.Quantities;

/// <summary>What a unit measures. Two units convert into each other exactly when they have the same kind.</summary>
/// <remarks>The kinds after <see cref="Ratio"/> occur in tables only; they have no type of their own.</remarks>
/// <source choice="the kinds that models, cases and results of this project use"/>
public enum QuantityKind
{
    /// <summary>Force per area; SI Pa.</summary>
    Pressure,

    /// <summary>Volume per time; SI m³/s.</summary>
    Flow,

    /// <summary>SI m³.</summary>
    Volume,

    /// <summary>SI m².</summary>
    Area,

    /// <summary>SI m.</summary>
    Length,

    /// <summary>SI m/s.</summary>
    Velocity,

    /// <summary>SI m/s².</summary>
    Acceleration,

    /// <summary>SI s.</summary>
    Duration,

    /// <summary>SI rad.</summary>
    Angle,

    /// <summary>Pressure per flow; SI Pa·s/m³.</summary>
    HydraulicResistance,

    /// <summary>Flow per pressure; SI m³/(Pa·s).</summary>
    HydraulicConductance,

    /// <summary>Pressure per rate of flow; SI Pa·s²/m³.</summary>
    HydraulicInertance,

    /// <summary>Volume per pressure; SI m³/Pa.</summary>
    Compliance,

    /// <summary>Pressure per volume; SI Pa/m³.</summary>
    Elastance,

    /// <summary>Mass per volume; SI kg/m³.</summary>
    Density,

    /// <summary>Dynamic viscosity; SI Pa·s.</summary>
    Viscosity,

    /// <summary>Events per time; SI 1/s.</summary>
    Frequency,

    /// <summary>A pure number; SI 1.</summary>
    Ratio,

    /// <summary>Share of opening per pressure and time: how fast a valve moves; SI 1/(Pa·s).</summary>
    ValveRate,

    /// <summary>Pressure per flow squared: B of p = B q|q|; SI Pa·s²/m⁶.</summary>
    QuadraticLoss,

    /// <summary>Relative change per volume: k_E of an exponential pressure-volume curve; SI 1/m³.</summary>
    VolumeElastanceCoefficient,

    /// <summary>k_R of R = k_R C_n²/(V²): arteriolar resistance from arteriolar volume; SI Pa³·s/m³.</summary>
    ArteriolarResistanceCoefficient,

    /// <summary>SI kg.</summary>
    Mass,

    /// <summary>Volume of oxygen per mass of haemoglobin; SI m³/kg.</summary>
    SpecificVolume,

    /// <summary>Volume of gas dissolved per volume and pressure; SI 1/Pa.</summary>
    GasSolubility,

    /// <summary>Volume of oxygen per mass of tissue and time; SI m³/(kg·s).</summary>
    TissueConsumption,

    /// <summary>Amount of oxygen per mass of tissue, time and pressure; SI mol/(kg·s·Pa).</summary>
    TissueDiffusivity,
}

namespace Azygos.Circulation.Verification;

/// <summary>What a probe records.</summary>
public enum CaseQuantity
{
    /// <summary>[Pa].</summary>
    Pressure,

    /// <summary>[m³/s].</summary>
    Flow,

    /// <summary>[m²].</summary>
    Area,

    /// <summary>[m/s].</summary>
    Velocity,

    /// <summary>A/A0 [1].</summary>
    AreaRatio,

    /// <summary>u/c [1].</summary>
    SpeedIndex,

    /// <summary>p_from − p_to [Pa].</summary>
    PressureDrop,

    /// <summary>Opening of a valve [1].</summary>
    Opening,

    /// <summary>[m³].</summary>
    Volume,

    /// <summary>Real part of Womersley's M [1].</summary>
    WomersleyReal,

    /// <summary>Imaginary part of Womersley's M [1].</summary>
    WomersleyImaginary,

    /// <summary>Resistance over that of steady flow [1].</summary>
    ResistanceRatio,

    /// <summary>Inertance over that of a flat profile [1].</summary>
    InertanceRatio,

    /// <summary>Wave speed over that without viscosity [1].</summary>
    WaveSpeedRatio,

    /// <summary>[1].</summary>
    AttenuationPerWavelength,

    /// <summary>[m³/s].</summary>
    FlowAmplitude,

    /// <summary>[rad].</summary>
    FlowPhase,

    /// <summary>[Pa].</summary>
    WallShearAmplitude,

    /// <summary>[rad].</summary>
    WallShearPhase,

    /// <summary>All that a model file gives out.</summary>
    ModelOutput,
}

/// <summary>What is recorded in a run.</summary>
/// <param name="Id">Name, unique among the probes.</param>
/// <param name="Quantity">What is recorded.</param>
/// <source choice="schema azygos-benchmark/1"/>
public abstract record CaseProbe(string Id, CaseQuantity Quantity);

/// <summary>A series in time at a place of a vessel.</summary>
/// <param name="Id">Name, unique among the probes.</param>
/// <param name="Vessel">The vessel.</param>
/// <param name="Position">Distance from the vessel's first end [m].</param>
/// <param name="Quantity">What is recorded.</param>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record PointProbe(string Id, string Vessel, double Position, CaseQuantity Quantity)
    : CaseProbe(Id, Quantity);

/// <summary>One number: the mean over the cells whose centre lies in an interval, at the end.</summary>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record MeanProbe(string Id, CaseQuantity Quantity) : CaseProbe(Id, Quantity)
{
    /// <summary>The vessel.</summary>
    public required string Vessel { get; init; }

    /// <summary>Start of the interval [m].</summary>
    public required double From { get; init; }

    /// <summary>End of the interval [m].</summary>
    public required double To { get; init; }
}

/// <summary>Cell values along a vessel at the end.</summary>
/// <param name="Id">Name, unique among the probes.</param>
/// <param name="Vessel">The vessel.</param>
/// <param name="Quantity">What is recorded.</param>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record ProfileProbe(string Id, string Vessel, CaseQuantity Quantity) : CaseProbe(Id, Quantity);

/// <summary>Every cell of a vessel at every step; a null vessel means those of all vessels.</summary>
/// <param name="Id">Name, unique among the probes.</param>
/// <param name="Vessel">The vessel, or null: all.</param>
/// <param name="Quantity">What is recorded.</param>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record VesselHistoryProbe(string Id, string? Vessel, CaseQuantity Quantity) : CaseProbe(Id, Quantity);

/// <summary>The whole network at every step.</summary>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record NetworkHistoryProbe(string Id, CaseQuantity Quantity) : CaseProbe(Id, Quantity);

/// <summary>A series of a node in time.</summary>
/// <param name="Id">Name, unique among the probes.</param>
/// <param name="Node">The node.</param>
/// <param name="Quantity">What is recorded.</param>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record NodeSeriesProbe(string Id, string Node, CaseQuantity Quantity) : CaseProbe(Id, Quantity);

/// <summary>A series of an element, in time or in the abscissa of the element.</summary>
/// <param name="Id">Name, unique among the probes.</param>
/// <param name="Element">The element.</param>
/// <param name="Quantity">What is recorded.</param>
/// <param name="PhaseDegrees">Phase at which an oscillation is looked at [°]; null where time runs.</param>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record ElementSeriesProbe(string Id, string Element, CaseQuantity Quantity, double? PhaseDegrees)
    : CaseProbe(Id, Quantity);

/// <summary>All output of a model file.</summary>
/// <source choice="schema azygos-benchmark/1"/>
public sealed record TableProbe(string Id) : CaseProbe(Id, CaseQuantity.ModelOutput);

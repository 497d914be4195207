namespace Azygos.Circulation.Vessels;

/// <summary>What can be read of a cell of a vessel.</summary>
/// <source choice="the fields of the 1D equations and their usual ratios"/>
public enum VesselQuantity
{
    /// <summary>Static pressure p [Pa].</summary>
    Pressure,

    /// <summary>Q [m³/s], positive along x.</summary>
    Flow,

    /// <summary>A [m²].</summary>
    Area,

    /// <summary>Q/A [m/s].</summary>
    Velocity,

    /// <summary>A/A₀ [1].</summary>
    AreaRatio,

    /// <summary>u/c [1].</summary>
    SpeedIndex,
}

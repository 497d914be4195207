namespace Azygos.Body.Model;

/// <summary>A throat at one place of a vessel: coefficients of a branch that is there already.</summary>
/// <remarks>
/// Shares are of the lumen at rest at that place, reaches included, so that the order in which changes are made does not
/// matter. See <see cref="Circulation.Narrowings.Narrowing"/>.
/// </remarks>
/// <source choice="what a local loss needs"/>
public sealed record ThroatRow
{
    /// <summary>Identifier, unique among the throats.</summary>
    public required string Id { get; init; }

    /// <summary>Vessel.</summary>
    public required string Vessel { get; init; }

    /// <summary>Place along it from its first node, 0 to 1.</summary>
    public required double Position { get; init; }

    /// <summary>Length [cm].</summary>
    public required double Length { get; init; }

    /// <summary>Open share of the lumen at rest for flow along the vessel [1]; with <see cref="BackwardShare"/> 0 too:
    /// nothing passes.</summary>
    public required double ForwardShare { get; init; }

    /// <summary>The same for flow against it [1].</summary>
    public required double BackwardShare { get; init; }

    /// <summary>One over how many times stiffer than the vessel the throat is [1]; 0: rigid.</summary>
    public double Softness { get; init; }

    /// <summary>Largest area [cm²], a gap between hard structures; null: none.</summary>
    public double? Gap { get; init; }

    /// <summary>Factor of the areas in time: rows of time [s] and factor [1], ascending; empty: 1.</summary>
    public IReadOnlyList<(double Time, double Factor)> Course { get; init; } = [];

    /// <summary>True: nothing passes.</summary>
    public bool IsClosed => ForwardShare == 0 && BackwardShare == 0;
}

/// <summary>A stretch of a vessel with another lumen, wall or surroundings.</summary>
/// <param name="Id">Identifier, unique among the reaches.</param>
/// <param name="Vessel">Vessel.</param>
/// <param name="From">Where it begins along the vessel, 0 to 1.</param>
/// <param name="To">Where it ends, above <paramref name="From"/>.</param>
/// <param name="AreaFactor">Lumen at rest over that of the vessel [1], positive.</param>
/// <param name="StiffnessFactor">Wall stiffness over that of the vessel [1], positive.</param>
/// <param name="OutsidePressure">Added to what presses from outside [mmHg].</param>
public sealed record ReachRow(
    string Id, string Vessel, double From, double To, double AreaFactor, double StiffnessFactor,
    double OutsidePressure);

/// <summary>A place that was changed, as a person would name it.</summary>
/// <remarks>Of <see cref="Throat"/>, <see cref="Valve"/> and the place on a vessel the first that is there says where
/// pressures are read.</remarks>
/// <source choice="results and drawings show what was changed"/>
public sealed record MarkRow
{
    /// <summary>Identifier, unique among the marks.</summary>
    public required string Id { get; init; }

    /// <summary>Kind, in a word or two.</summary>
    public required string Kind { get; init; }

    /// <summary>What was changed, one sentence.</summary>
    public required string Text { get; init; }

    /// <summary>Vessel, or that which the valve is nearest to; empty: none.</summary>
    public string Vessel { get; init; } = "";

    /// <summary>Where it begins along the vessel, 0 to 1.</summary>
    public double From { get; init; }

    /// <summary>Where it ends.</summary>
    public double To { get; init; }

    /// <summary>Id of the throat, or empty.</summary>
    public string Throat { get; init; } = "";

    /// <summary>Id of the valve, or empty.</summary>
    public string Valve { get; init; } = "";
}

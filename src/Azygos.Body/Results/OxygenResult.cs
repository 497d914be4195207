using Azygos.Body.Model;

namespace Azygos.Body.Results;

/// <summary>Oxygen in the mean over the last period, carried by the run's own flows.</summary>
/// <source choice="mean-flow transport, docs/theory/oxygen.md"/>
public sealed record OxygenResult
{
    /// <summary>Saturation of the blood that leaves the lungs [1].</summary>
    public required double ArterialSaturation { get; init; }

    /// <summary>Its oxygen [mL/dL].</summary>
    public required double ArterialContent { get; init; }

    /// <summary>Saturation of the blood that reaches the lungs [1].</summary>
    public required double MixedVenousSaturation { get; init; }

    /// <summary>Oxygen that the lungs take up [mL/min].</summary>
    public required double Uptake { get; init; }

    /// <summary>Oxygen that all tissue consumes [mL/min].</summary>
    public required double Consumption { get; init; }

    /// <summary>Oxygen that all tissue asks for [mL/min].</summary>
    public required double Demand { get; init; }

    /// <summary>|uptake − consumption| over the consumption [1].</summary>
    public required double ConservationError { get; init; }

    /// <summary>Saturation at the sites that hold blood, in the order of the model.</summary>
    public required IReadOnlyList<SiteOxygen> Sites { get; init; }

    /// <summary>The beds inside the skull, in the order of the model.</summary>
    public required IReadOnlyList<BedOxygen> Territories { get; init; }

    /// <summary>The beds outside it, in the order of the model.</summary>
    public required IReadOnlyList<BedOxygen> Beds { get; init; }

    /// <summary>The whole brain: its territories together.</summary>
    public required BedOxygen Brain { get; init; }

    /// <summary>Largest change by which a mean flow was balanced [mL/min].</summary>
    public required double FlowCorrection { get; init; }

    /// <summary>The branch it was made to.</summary>
    public required string CorrectedBranch { get; init; }
}

/// <summary>Saturation at a site.</summary>
/// <param name="Site">The site.</param>
/// <param name="Saturation">Saturation on the mean flows [1]; null where no blood from the lungs passes.</param>
/// <param name="Mixed">Saturation if to-and-fro flow mixed as much as it can [1]; the truth of these flows lies between;
/// null where there is none.</param>
/// <param name="Pressure">Partial pressure of oxygen [mmHg] at <paramref name="Saturation"/>.</param>
/// <source choice="two ends of what beats can mix"/>
public sealed record SiteOxygen(SiteRow Site, double? Saturation, double? Mixed, double? Pressure)
{
    /// <summary>How far mixing by beats could move the saturation [1].</summary>
    public double? Bound => Saturation is { } s && Mixed is { } m ? Math.Abs(s - m) : null;
}

/// <summary>Oxygen of a bed.</summary>
/// <source choice="what positron emission tomography and magnetic resonance report of tissue"/>
public sealed record BedOxygen
{
    /// <summary>Id of the bed.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Flow [mL/min].</summary>
    public required double Flow { get; init; }

    /// <summary>Mass of the tissue [g]; null where the model does not say.</summary>
    public double? Mass { get; init; }

    /// <summary>Oxygen that the tissue asks for [mL/min].</summary>
    public required double Demand { get; init; }

    /// <summary>Oxygen that it gets [mL/min].</summary>
    public required double Consumption { get; init; }

    /// <summary>Oxygen extraction fraction [1].</summary>
    public required double ExtractionFraction { get; init; }

    /// <summary>Saturation of the blood that leaves [1].</summary>
    public required double VenousSaturation { get; init; }

    /// <summary>Mean partial pressure along the capillaries [mmHg].</summary>
    public required double CapillaryPressure { get; init; }

    /// <summary>Partial pressure at the mitochondria [mmHg]; null where no diffusivity is known.</summary>
    public double? TissuePressure { get; init; }

    /// <summary>True: the tissue gets less than it asks for.</summary>
    public bool IsLimited { get; init; }
}

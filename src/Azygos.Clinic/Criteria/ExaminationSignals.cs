namespace Azygos.Clinic.Criteria;

/// <summary>All that the rules read of one person.</summary>
public sealed record ExaminationSignals
{
    /// <summary>Where the signals come from.</summary>
    public required Flavour Flavour { get; init; }

    /// <summary>Every site in every posture.</summary>
    public required IReadOnlyList<SiteSignals> Sites { get; init; }

    /// <summary>Duration of a heart beat [s].</summary>
    public required double Beat { get; init; }

    /// <summary>Veins in which a structural defect is seen: septum, flap, web, malformed valve.</summary>
    public IReadOnlyList<string> Defects { get; init; } = [];

    /// <summary>Sites of some kinds in a posture.</summary>
    internal IEnumerable<SiteSignals> Of(ExaminedPosture posture, params VeinKind[] kinds) =>
        Sites.Where(site => site.Posture == posture && kinds.Contains(site.Kind));
}

using System.Globalization;
using Azygos.Body.Model;

namespace Azygos.Clinic.Lesions;

/// <summary>A stretch of a vessel that has stayed small.</summary>
/// <remarks>Lumen at rest A₀′ = (1 − s) A₀, stiffness times (A₀/A₀′)^½: a thinner tube of the same wall.</remarks>
/// <source choice="stiffness of a small vein by its radius; a lumen of 0.1 to 0.4 of the usual is called
/// hypoplastic"/>
public sealed record Hypoplasia : ReachLesion
{
    private static readonly LesionKey Reduction = LesionKey.Number(
        "area_reduction_percent", "%", 0, 95, "how much smaller than usual the lumen is; 60 to 90 is usual");

    private static readonly LesionKey Beginning = LesionKey.Number(
        "from_percent", "%", 0, 95, "where it begins along the vessel, from its first node", 0);

    private static readonly LesionKey End = LesionKey.Number(
        "to_percent", "%", 5, 100, "where it ends", 100);

    /// <summary>The kind.</summary>
    public static LesionKind Kind { get; } = new(
        "hypoplasia", "a vessel, or a stretch of one, that has stayed small",
        [LesionKey.Vessel, Reduction, Beginning, End],
        values => new Hypoplasia
        {
            Id = values.Id,
            Vessel = values.Word(LesionKey.Vessel),
            AreaReduction = values.Share(Reduction),
            From = values.Share(Beginning),
            To = values.Share(End),
        })
    {
        Check = values => values.Number(End) - values.Number(Beginning) >= ShortestPercent
            ? []
            : [(End.Name, FormattableString.Invariant($"must lie {ShortestPercent} % or more beyond from_percent"))],
    };

    private const double ShortestPercent = 5;   // of the vessel: shorter ones are stenoses

    /// <summary>Share of the lumen lacking [1], 0 to below 1.</summary>
    public required double AreaReduction { get; init; }

    /// <summary>Where it begins along the vessel, 0 to 1.</summary>
    public double From { get; init; }

    /// <summary>Where it ends.</summary>
    public double To { get; init; } = 1;

    /// <inheritdoc/>
    protected override string Word => "hypoplasia";

    /// <inheritdoc/>
    protected override string Says => string.Create(
        CultureInfo.InvariantCulture, $"lumen {100 * AreaReduction:0.##} % smaller than usual");

    /// <inheritdoc/>
    protected override ReachRow? ReachOn(VesselRow vessel) => AreaReduction == 0 ? null
        : new ReachRow(Id, Vessel, From, To, 1 - AreaReduction, 1 / Math.Sqrt(1 - AreaReduction), 0);
}

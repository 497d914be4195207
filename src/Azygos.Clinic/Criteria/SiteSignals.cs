using Azygos.Clinic.Signals;

namespace Azygos.Clinic.Criteria;

/// <summary>What the rules read at one site in one posture, from the body or from an instrument.</summary>
public sealed record SiteSignals
{
    /// <summary>Id of the site, such as <c>ijv_left_j2</c>.</summary>
    public required string Site { get; init; }

    /// <summary>The vein that it belongs to, such as <c>ijv_left</c>: a rule counts veins, not sites.</summary>
    public required string Vein { get; init; }

    /// <summary>Kind of the vein.</summary>
    public required VeinKind Kind { get; init; }

    /// <summary>Level of a jugular vein: <c>j1</c> (lowest), <c>j2</c>, <c>j3</c>; else empty.</summary>
    public string Level { get; init; } = "";

    /// <summary>Posture.</summary>
    public required ExaminedPosture Posture { get; init; }

    /// <summary>Velocity during quiet breathing [m/s], positive toward the heart.</summary>
    public required Trace Quiet { get; init; }

    /// <summary>Velocity during a short apnoea after expiration [m/s]; null where it was not asked for.</summary>
    public Trace? Apnoea { get; init; }

    /// <summary>Velocity during repeated deep inspirations [m/s]; null where they were not asked for.</summary>
    public Trace? DeepInspirations { get; init; }

    /// <summary>Lumen, mean over quiet expirations [m²].</summary>
    public required double Area { get; init; }

    /// <summary>Mean flow during quiet breathing [m³/s], positive toward the heart.</summary>
    public required double Flow { get; init; }

    /// <summary>v_db: slower flow than this is not seen [m/s].</summary>
    public required double DeadBand { get; init; }
}

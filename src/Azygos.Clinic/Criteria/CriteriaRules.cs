namespace Azygos.Clinic.Criteria;

/// <summary>A version of the five ultrasound criteria, with the choices that its published wording leaves open.</summary>
/// <remarks>
/// These are historical criteria under dispute. They are computed because they are studied here: a positive one is
/// simulated, and is not a diagnosis.
/// </remarks>
/// <source ref="PMC3061048" at="table 2, version of 2009"/>
/// <source ref="PMC3567958" at="table 2, version of 2011"/>
public sealed record CriteriaRules
{
    /// <summary>Name of the version.</summary>
    public required string Version { get; init; }

    /// <summary>Criterion 1: reflux in a neck vein lasts longer than this [s]; null: any that fills
    /// <see cref="ShareOfBeat"/>.</summary>
    public double? NeckReflux { get; init; }

    /// <summary>Criterion 2: reflux in a vein inside the skull lasts longer than this [s]; null: as above.</summary>
    public double? DeepReflux { get; init; }

    /// <summary>Without a threshold in seconds: share of one beat that runs backward [1].</summary>
    public double ShareOfBeat { get; init; } = 0.1;

    /// <summary>Criterion 1 is met by reflux in either posture; otherwise the same vein must show it in both.</summary>
    public bool AnyPosture { get; init; }

    /// <summary>Kinds of vein that criterion 2 looks at.</summary>
    public required IReadOnlyList<VeinKind> DeepVeins { get; init; }

    /// <summary>Criterion 3: the largest lumen that counts as narrow [m²].</summary>
    public double NarrowLumen { get; init; } = 0.3e-4;

    /// <summary>Criterion 3: a lumen of exactly <see cref="NarrowLumen"/> counts.</summary>
    public bool NarrowIncludesThreshold { get; init; }

    /// <summary>Criterion 3 judges the lumen against the median of the vein's other levels, lost by half or more,
    /// instead of against <see cref="NarrowLumen"/>.</summary>
    public bool RelativeNarrowing { get; init; }

    /// <summary>Criterion 3 is met by a structural defect too.</summary>
    public bool CountsDefects { get; init; }

    /// <summary>Criterion 4: postures in which flow must be absent.</summary>
    public AbsentFlowPosture AbsentFlow { get; init; }

    /// <summary>The version of 2009.</summary>
    public static CriteriaRules Zamboni2009 { get; } = new()
    {
        Version = "zamboni2009",
        NeckReflux = 0.88,
        DeepReflux = 0.5,
        DeepVeins = [VeinKind.Basal, VeinKind.DeepCerebral],
        NarrowIncludesThreshold = true,
        AbsentFlow = AbsentFlowPosture.Both,
    };

    /// <summary>The version of 2011, of the International Society for Neurovascular Disease.</summary>
    public static CriteriaRules Isnvd2011 { get; } = new()
    {
        Version = "isnvd2011",
        DeepVeins = [VeinKind.Basal, VeinKind.Sinus],
        CountsDefects = true,
        AbsentFlow = AbsentFlowPosture.BothOrOneWithReflux,
    };

    /// <summary>All versions.</summary>
    public static IReadOnlyList<CriteriaRules> All { get; } = [Zamboni2009, Isnvd2011];
}

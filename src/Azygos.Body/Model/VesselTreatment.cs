namespace Azygos.Body.Model;

/// <summary>How a beating run treats the vessels of a model; mean-flow states are lumped in either case.</summary>
/// <source choice="key of model.yaml, docs/guide/model-files.md"/>
public enum VesselTreatment
{
    /// <summary>As chains of lumped cells.</summary>
    Lumped,

    /// <summary>As lines along which waves travel.</summary>
    Waves,
}

namespace Azygos.Clinic.Criteria;

/// <summary>The two postures of the examination.</summary>
public enum ExaminedPosture
{
    /// <summary>Lying.</summary>
    Supine,

    /// <summary>Sitting.</summary>
    Sitting,
}

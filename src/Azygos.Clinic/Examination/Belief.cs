namespace Azygos.Clinic.Examination;

/// <summary>What an operator who is not blinded believes about the person on the couch.</summary>
public enum Belief
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A person with multiple sclerosis.</summary>
    Patient,

    /// <summary>A healthy control.</summary>
    Control,
}

namespace Azygos.Clinic.Criteria;

/// <summary>Where the signals that the rules judge come from.</summary>
public enum Flavour
{
    /// <summary>From the simulated body itself.</summary>
    Truth,

    /// <summary>From the instruments, in the hands of the operator.</summary>
    Measured,
}

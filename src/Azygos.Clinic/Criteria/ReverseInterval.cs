namespace Azygos.Clinic.Criteria;

/// <summary>A time during which blood ran away from the heart.</summary>
/// <param name="Start">First moment [s], from the start of the trace.</param>
/// <param name="End">Last moment [s].</param>
/// <source choice="criteria.md §1: a maximal interval below the dead-band, short gaps bridged"/>
public readonly record struct ReverseInterval(double Start, double End)
{
    /// <summary>How long it lasted [s].</summary>
    public double Duration => End - Start;
}

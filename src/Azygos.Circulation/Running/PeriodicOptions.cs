namespace Azygos.Circulation.Running;

/// <summary>When a run counts as periodic.</summary>
/// <source choice="defaults of this project: a change of 0.1 % of each site's pulse between two periods"/>
public sealed record PeriodicOptions
{
    /// <summary>Period [s].</summary>
    public required double Period { get; init; }

    /// <summary>Norm of the change between two periods.</summary>
    public PeriodicNorm Norm { get; init; } = PeriodicNorm.ShareOfPulse;

    /// <summary>The run is periodic when the norm is at or below this [1]. Default 0.001.</summary>
    public double Tolerance { get; init; } = 1e-3;

    /// <summary>Periods after which a run that is not periodic stops. Default 200.</summary>
    public int MaximumPeriods { get; init; } = 200;

    /// <summary>Time after a correction in which flows still swing [s]. A period whose predecessor began with a correction
    /// repeats it when it does so from then on, and ends as it began. Default 0.</summary>
    public double Settling { get; init; }

    /// <summary>True: a lumped network that has no mean-flow state to be corrected by is carried to its periodic state by
    /// Anderson's acceleration of what its nodes hold. For networks of a few nodes.</summary>
    public bool Accelerates { get; init; }

    /// <summary>All faults of these options at once; empty when there are none.</summary>
    public IReadOnlyList<string> Check()
    {
        var faults = new List<string>();
        if (!(Period > 0) || !double.IsFinite(Period))
            faults.Add(FormattableString.Invariant($"period = {Period} s: it must be above 0 and finite."));
        if (!(Tolerance > 0))
            faults.Add(FormattableString.Invariant($"periodic tolerance = {Tolerance}: it must be above 0."));
        if (!(Settling >= 0 && Settling < Period))
            faults.Add(FormattableString.Invariant(
                $"settling = {Settling} s: it must be 0 or more and less than the period."));
        if (MaximumPeriods < 2)
            faults.Add(FormattableString.Invariant($"maximum periods = {MaximumPeriods}: it must be 2 or more."));
        return faults;
    }
}

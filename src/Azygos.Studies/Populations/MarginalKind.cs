namespace Azygos.Studies.Populations;

/// <summary>Family of a quantity's distribution, and what its two numbers are.</summary>
public enum MarginalKind
{
    /// <summary>Mean and coefficient of variation.</summary>
    Lognormal,

    /// <summary>Median and 90th percentile.</summary>
    LognormalQuantiles,

    /// <summary>Mean and standard deviation, before both ends are cut off.</summary>
    Normal,

    /// <summary>Two shapes, on an interval.</summary>
    Beta,

    /// <summary>The share of people who have it, or a factor; one number.</summary>
    Share,
}

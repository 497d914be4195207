using Azygos.Evidence.Distributions;

namespace Azygos.Studies.Results;

/// <summary>How many of so many, with the exact interval.</summary>
/// <param name="Count">How many.</param>
/// <param name="Of">Of so many.</param>
/// <source doi="10.1093/biomet/26.4.404" at="Clopper and Pearson 1934"/>
public readonly record struct Share(int Count, int Of)
{
    /// <summary>The share [1]; null of nobody.</summary>
    public double? Value => Of > 0 ? (double)Count / Of : null;

    /// <summary>Its exact 95 % interval; null of nobody.</summary>
    public ClopperPearson? Interval => Of > 0 ? ClopperPearson.Of(Count, Of) : null;
}

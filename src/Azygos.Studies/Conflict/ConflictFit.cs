using Azygos.Studies.Results;

namespace Azygos.Studies.Conflict;

/// <summary>A quantity before and after the studies.</summary>
/// <param name="Key">Short name.</param>
/// <param name="Words">Name for people.</param>
/// <param name="IsRatio">True: a ratio, 1 is no difference; else 0 is.</param>
/// <param name="Prior">Median and middle 95 % before.</param>
/// <param name="Posterior">Median and middle 95 % after.</param>
/// <param name="PriorAbove">Probability before that it lies above no difference.</param>
/// <param name="PosteriorAbove">The same after; told only beside the one before.</param>
/// <param name="Quality">Of the chains after.</param>
public sealed record ConflictEstimate(string Key, string Words, bool IsRatio, Spread Prior, Spread Posterior,
    double PriorAbove, double PosteriorAbove, ChainQuality Quality);

/// <summary>What a reading expects of a centre it has not seen, of the size of a published study.</summary>
/// <param name="Study">The published study.</param>
/// <param name="Ratio">Odds ratios expected, ½ in every cell.</param>
/// <param name="Observed">Odds ratio published, ½ in every cell.</param>
/// <param name="Beyond">Share expected at or above the published one, ties half [1].</param>
public sealed record PredictiveCheck(ConflictStudy Study, Spread Ratio, double Observed, double Beyond)
{
    /// <summary>True where the published odds ratio is within the middle 95 %.</summary>
    public bool IsWithin => Beyond is >= 0.025 and <= 0.975;
}

/// <summary>One reading, fitted.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Estimates">Its quantities.</param>
/// <param name="Checks">What it expects of each study.</param>
/// <param name="Joint">Draws of (true odds ratio, e^2β) where it has both: how they trade.</param>
/// <param name="Correlation">Correlation of their logarithms; null where it lacks one.</param>
/// <source choice="what a page needs of a reading"/>
public sealed record ConflictFit(ConflictReading Reading, IReadOnlyList<ConflictEstimate> Estimates,
    IReadOnlyList<PredictiveCheck> Checks, IReadOnlyList<(double Ratio, double Bias)> Joint, double? Correlation)
{
    /// <summary>A quantity by its key; null where the reading has none.</summary>
    /// <param name="key">Its key.</param>
    public ConflictEstimate? Find(string key) => Estimates.FirstOrDefault(one => one.Key == key);
}

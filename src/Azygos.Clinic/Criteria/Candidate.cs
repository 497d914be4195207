namespace Azygos.Clinic.Criteria;

/// <summary>A place that could meet a criterion.</summary>
/// <param name="Vein">Its vein.</param>
/// <param name="Site">The site.</param>
/// <param name="Posture">Posture that decides, or null for both.</param>
/// <param name="Value">Value in the criterion's unit.</param>
/// <param name="Margin">Distance to the threshold, above 0 on the side that meets the criterion.</param>
internal sealed record Candidate(string Vein, string Site, ExaminedPosture? Posture, double Value, double Margin)
{
    /// <summary>The candidate that goes furthest, the first of equals; null without any.</summary>
    public static Candidate? Furthest(IEnumerable<Candidate?> candidates) =>
        candidates.OfType<Candidate>().Aggregate((Candidate?)null, (best, c) => best is null || c.Margin > best.Margin
            ? c : best);

    /// <summary>Both must be met: the one that falls shorter decides; null where one is missing.</summary>
    public static Candidate? Both(Candidate? a, Candidate? b) =>
        a is null || b is null ? null : b.Margin < a.Margin ? b : a;

    /// <summary>The result of a criterion with one candidate a vein.</summary>
    public static CriterionResult Result(
        int number, string name, string unit, double threshold, IEnumerable<Candidate?> perVein,
        bool includesThreshold = false)
    {
        Candidate[] all = [.. perVein.OfType<Candidate>()];
        Candidate? best = Furthest(all);
        bool positive = best is not null && Meets(best);
        return new CriterionResult
        {
            Number = number,
            Name = name,
            Positive = positive,
            Called = positive,
            Value = best?.Value,
            Threshold = threshold,
            Margin = best?.Margin,
            Unit = unit,
            Site = best?.Site ?? "",
            Posture = best?.Posture,
            Veins = [.. all.Where(Meets).Select(c => c.Vein).Distinct()],
        };

        bool Meets(Candidate c) => c.Margin > 0 || (includesThreshold && c.Margin == 0);
    }
}

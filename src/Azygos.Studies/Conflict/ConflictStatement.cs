using Azygos.Evidence.Claims;

namespace Azygos.Studies.Conflict;

/// <summary>What the explorer found, in words that are chosen by the numbers.</summary>
/// <source choice="a probability after the studies stands only beside the one before them; wording as the project's
/// rules ask"/>
public static class ConflictStatement
{
    /// <summary>What the studies can say, and what not, before any number.</summary>
    public static IReadOnlyList<string> Identifiable { get; } =
    [
        "A study gives two shares: positive among MS and positive among controls. No more than two numbers can be learnt "
            + "from it.",
        "Of blinded studies these are the share in controls and the difference J·(p₁ − p₀): how many more with MS have a "
            + "narrowing, times what the examination tells (J = sensitivity + specificity − 1). A poor examination of a "
            + "large difference and a good one of a small difference are one and the same. Sensitivity and specificity "
            + "come from their priors, and from the published agreement of two examiners.",
        "Where blinding is not stated, bias and truth are exchangeable: an expectation β and a true difference give the "
            + "same two shares. Only the blinded studies tell them apart, and only if they were blind.",
    ];

    /// <summary>Sentences on the result.</summary>
    /// <param name="found">The result.</param>
    public static IReadOnlyList<string> Of(ConflictExplorer found)
    {
        List<string> sentences = [];
        ConflictFit main = found.Fits[0];
        int blinded = found.Data.Studies.Count(study => study.IsBlinded);
        sentences.Add($"{found.Data.Studies.Count} studies ({found.Data.Choice}), {blinded} of them called blinded "
            + $"without dispute. {CuratedBase.Title}. {CuratedBase.PoolWarning}.");
        if (main.Find("odds_ratio") is { } ratio && main.Find("identified") is { } identified)
        {
            sentences.Add($"Read with {main.Reading.Words}: the true odds ratio is {Text(ratio.Posterior.Median)} "
                + $"({Text(ratio.Posterior.Low)} to {Text(ratio.Posterior.High)}, 95 %). The probability that it is above 1 "
                + $"is {Percent(ratio.PosteriorAbove)}; before the studies it was {Percent(ratio.PriorAbove)}.");
            sentences.Add(ratio.Posterior.Low > 1
                ? "That reading leaves no difference out. It rests on its supposition on blinding, which the studies cannot "
                    + "check."
                : ratio.Posterior.High < 1 ? "That reading says that narrowings are rarer with MS; look for what is wrong "
                    + "with it."
                : "That reading leaves room for no difference and for one of either size: the studies cannot say.");
            sentences.Add("What blinded studies can say, J·(p₁ − p₀) of a usual centre, is "
                + $"{Text(identified.Posterior.Median)} ({Text(identified.Posterior.Low)} to "
                + $"{Text(identified.Posterior.High)}).");
        }
        foreach (ConflictFit fit in found.Fits)
        {
            int within = fit.Checks.Count(check => check.IsWithin);
            string[] off = [.. fit.Checks.Where(check => !check.IsWithin).Select(check => check.Study.Id)];
            string ratioWords = fit.Find("odds_ratio") is { } own && fit != main
                ? $" True odds ratio {Text(own.Posterior.Median)} ({Text(own.Posterior.Low)} to {Text(own.Posterior.High)}), "
                    + $"above 1 with probability {Percent(own.PosteriorAbove)} (before: {Percent(own.PriorAbove)})." : "";
            string biasWords = fit.Find("bias_ratio") is { } bias
                ? $" Expectation at a usual biased centre makes an odds ratio of {Text(bias.Posterior.Median)} "
                    + $"({Text(bias.Posterior.Low)} to {Text(bias.Posterior.High)}) of nothing." : "";
            sentences.Add($"“{Capital(fit.Reading.Words)}” expects {within} of {fit.Checks.Count} studies within its middle 95 %"
                + (off.Length > 0 ? $"; not {string.Join(", ", off)}." : ".") + ratioWords + biasWords);
        }
        ConflictFit? truth = found.Fits.FirstOrDefault(fit => fit.Reading is { HasEffect: true, HasBias: false });
        ConflictFit? bias2 = found.Fits.FirstOrDefault(fit => fit.Reading is { HasEffect: false, HasBias: true });
        if (truth is not null && bias2 is not null)
        {
            int a = truth.Checks.Count(check => check.IsWithin), b = bias2.Checks.Count(check => check.IsWithin);
            sentences.Add(Math.Abs(a - b) <= 1
                ? "Reading every difference as true and reading every difference as bias expect the studies about equally "
                    + "well: counts alone do not choose between them."
                : $"Reading every difference as {(a > b ? "true" : "bias")} expects more of the studies "
                    + $"({Math.Max(a, b)} against {Math.Min(a, b)}); neither is thereby shown.");
        }
        double worst = found.Fits.SelectMany(fit => fit.Estimates).Max(one => one.Quality.RHat);
        double fewest = found.Fits.SelectMany(fit => fit.Estimates).Min(one => one.Quality.EffectiveDraws);
        sentences.Add(FormattableString.Invariant(
                $"Chains: {found.Length.Chains} of {found.Length.Kept} kept states, seed {found.Seed}; ")
            + FormattableString.Invariant($"largest R-hat {worst:0.000}, fewest effective draws {fewest:0}.")
            + (worst > 1.05 ? " The chains do not agree: run longer (--kept) and use none of these numbers." : ""));
        return sentences;
    }

    private static string Text(double value) => value.ToString(
        Math.Abs(value) >= 100 ? "0" : Math.Abs(value) >= 10 ? "0.0" : "0.00",
        System.Globalization.CultureInfo.InvariantCulture).Replace("-0.00", "0.00", StringComparison.Ordinal)
            .Replace('-', '−');

    private static string Percent(double share) =>
        share > 0.995 ? "over 99 %" : share < 0.005 ? "under 1 %" : $"{Math.Round(100 * share):0} %";

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}

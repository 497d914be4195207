using Azygos.Evidence.Claims;
using Azygos.Files.Sheets;
using Azygos.Studies.Conflict;
using static Azygos.Files.Sheets.Layout;

namespace Azygos.Files.Studies;

/// <summary>Lays out what the conflict explorer found: what can be known first, then priors, then numbers.</summary>
/// <source choice="a probability after the studies never stands without the one before"/>
public static class ConflictSheet
{
    /// <summary>The sheet.</summary>
    /// <param name="found">The result.</param>
    /// <param name="baseHash">Hash of the evidence base.</param>
    public static ResultSheet Of(ConflictExplorer found, string baseHash) => new("azygos-conflict-explorer/1",
        $"Why studies of CCSVI and MS disagree: truths and examiners that would give them. {CuratedBase.Title}.",
        [
            new SheetRemarks("identifiable", "What can be known from such studies, and what not:",
                ConflictStatement.Identifiable),
            new SheetRemarks("statement", "What was found:", ConflictStatement.Of(found)),
            Table("priors", "Before the studies:", ["parameter", "prior", "source"],
                ConflictPriors.Words.Select(one => (IReadOnlyList<SheetValue>)[one.Parameter, one.Prior, one.Source])),
            .. found.Fits.Select(Estimates),
            .. found.Fits.Select(Checks),
            Facts("made", "How it was made:", ("seed", "seed", (double)found.Seed), ("chains", "chains", found.Length.Chains),
                ("kept", "states kept of each", found.Length.Kept), ("thinning", "sweeps between them", found.Length.Thinning),
                ("studies", "studies", found.Data.Studies.Count),
                ("agreement", "agreement used", found.Data.Agreement is { } datum
                    ? FormattableString.Invariant($"κ {datum.Kappa} of {datum.Study}, standard error {datum.Error:0.00}")
                    : "none"),
                ("rows", "rows", found.Data.Choice), ("evidence_hash", "hash of the evidence base", baseHash)),
            new SheetRemarks("caution", "", [CuratedBase.PoolWarning + ".",
                "A difference of shares would not say which comes first. This is not medical advice."]),
        ]);

    private static SheetTable Estimates(ConflictFit fit) => Table($"estimates_{fit.Reading.Key}",
        $"Reading: {fit.Reading.Words}:",
        ["key", "quantity", "prior|before: median", "prior_interval|before: middle 95 %", "posterior|after: median",
            "posterior_interval|after: middle 95 %", "prior_above|before: P(above no difference)",
            "posterior_above|after: P(above no difference)", "r_hat|R-hat", "effective_draws|effective draws"],
        fit.Estimates.Select(one => (IReadOnlyList<SheetValue>)[one.Key, one.Words, one.Prior.Median,
            (one.Prior.Low, one.Prior.High), one.Posterior.Median, (one.Posterior.Low, one.Posterior.High),
            Above(one, one.PriorAbove), Above(one, one.PosteriorAbove), one.Quality.RHat,
            Math.Round(one.Quality.EffectiveDraws)]));

    private static SheetTable Checks(ConflictFit fit) => Table($"checks_{fit.Reading.Key}",
        $"What “{fit.Reading.Words}” expects of a centre of each study's size:",
        ["study", "blinded", "observed|odds ratio found (½ in every cell)", "expected|median expected",
            "expected_interval|middle 95 % expected", "beyond|share expected above the one found", "within"],
        fit.Checks.Select(one => (IReadOnlyList<SheetValue>)[one.Study.Id,
            one.Study.IsBlinded ? "blinded" : "not stated, or disputed", one.Observed, one.Ratio.Median,
            (one.Ratio.Low, one.Ratio.High), one.Beyond, one.IsWithin ? "yes" : "no"]));

    private static SheetValue Above(ConflictEstimate one, double probability) =>
        one.Key is "odds_ratio" or "difference" or "identified" ? probability : SheetValue.None("");
}

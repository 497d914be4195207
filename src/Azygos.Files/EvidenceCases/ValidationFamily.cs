using System.Text.Json;
using Azygos.Evidence.Checks;

namespace Azygos.Files.EvidenceCases;

/// <summary>A page of the validation: tasks that belong together, and what tells their estimators apart.</summary>
/// <param name="File">File name, without ending.</param>
/// <param name="Title">Its title.</param>
/// <param name="Tasks">Its tasks, each with the options that name an estimator.</param>
internal sealed record ValidationFamily(string File, string Title, (string Task, string[] Estimator)[] Tasks)
{
    /// <summary>All pages.</summary>
    public static IReadOnlyList<ValidationFamily> All { get; } =
    [
        new("effect-sizes", "Effect sizes", [("escalc", ["measure"])]),
        new("pooling", "Pooled means",
            [("univariate", ["tau2_method"]), ("subgroup", ["tau2_method", "tau2_across_groups"]),
                ("ci-pi-rules", ["tau2_method"])]),
        new("regression", "Meta-regression and permutation",
            [("metaregression", ["tau2_method", "test"]), ("permutation", ["tau2_method"])]),
        new("counts", "Pools from counts",
            [("mantel-haenszel", ["measure"]), ("peto", []), ("glmm", ["measure", "model"])]),
        new("bias", "Small-study effects and selection",
            [("regtest", ["predictor", "regtest_model"]), ("ranktest", []), ("trimfill", ["estimator"]),
                ("failsafe", ["type"]), ("excess-significance", []), ("pet-peese", ["type"]), ("henmi-copas", []),
                ("selection-model", ["type"])]),
        new("robustness", "Refits and influence",
            [("leave1out", ["tau2_method"]), ("cumulative", ["tau2_method"]), ("influence", ["tau2_method"]),
                ("baujat", ["tau2_method"]), ("gosh", ["tau2_method"])]),
        new("multilevel", "Multilevel models and cluster-robust errors",
            [("multilevel", ["tau2_method"]), ("robust", ["correction"])]),
        new("accuracy", "Diagnostic accuracy",
            [("dta-descriptive", []), ("dta-univariate", ["type", "method"]), ("dta-bivariate",
                ["model", "tau2_method"]), ("dta-deeks", [])]),
        new("network-bayes-sequential", "Networks, Bayes, sequential boundaries",
            [("network", ["tau2_method"]), ("bayes", []), ("sequential-boundaries", ["spending"])]),
    ];

    /// <summary>The estimator that a case is of: the values of the options that tell it apart.</summary>
    public static string Estimator(EvidenceCase @case, string[] options) => string.Join(", ", options
        .Select(option => @case.Options.TryGetProperty(option, out JsonElement value) ? value.ToString() : "")
        .Where(word => word.Length > 0));
}

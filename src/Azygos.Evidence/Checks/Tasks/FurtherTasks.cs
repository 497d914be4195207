using System.Text.Json;
using Azygos.Evidence.Bayes;
using Azygos.Evidence.Bias;
using Azygos.Evidence.Distributions;
using Azygos.Evidence.Effects;
using Azygos.Evidence.Networks;
using Azygos.Evidence.Selection;
using Azygos.Evidence.Sequential;

namespace Azygos.Evidence.Checks.Tasks;

/// <summary>Task bayes.</summary>
internal sealed class BayesTask : ICaseTask
{
    public string Task => "bayes";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
    {
        JsonElement prior = options.GetProperty("tau_prior");
        double scale = prior.GetProperty("scale").GetDouble();
        HeterogeneityPrior chosen = prior.Text("name") == "half-normal"
            ? HeterogeneityPrior.HalfNormal(scale) : HeterogeneityPrior.HalfCauchy(scale);
        return CaseOptions.Studies(table, options).Then(s => NormalNormal.Fit(s.Table, chosen))
            .Then<CaseValues>(static fit => new CaseValues
            {
                ["mu"] = Of(fit.Mean),
                ["tau"] = Of(fit.Heterogeneity),
                ["prediction_central_95"] = new[] { fit.PredictionLower, fit.PredictionUpper },
                ["prob_mu_below_0"] = fit.ProbabilityBelowZero,
                ["shrinkage_mean"] = fit.Shrunken,
                ["log_marginal_likelihood"] = fit.LogMarginalLikelihood,
            });
    }

    private static CaseValues Of(Posterior p) => new()
    {
        ["mean"] = p.Mean,
        ["sd"] = p.Deviation,
        ["median"] = p.Median,
        ["central_95"] = new[] { p.Lower, p.Upper },
    };
}

/// <summary>Task henmi-copas.</summary>
internal sealed class HenmiCopasTask : ICaseTask
{
    public string Task => "henmi-copas";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
        => CaseOptions.Studies(table, options).Then(static s => HenmiCopas.Fit(s.Table))
            .Then<CaseValues>(static fit => new CaseValues
            {
                ["beta"] = fit.Estimate,
                ["se"] = fit.StandardError,
                // The half-width is the root that the reference finds; the ends are as exact as it is.
                ["ci_lb"] = new CheckedValue(fit.Lower) { Scale = (fit.Upper - fit.Lower) / 2 },
                ["ci_ub"] = new CheckedValue(fit.Upper) { Scale = (fit.Upper - fit.Lower) / 2 },
                ["tau2"] = fit.Tau2,
            });
}

/// <summary>Task selection-model.</summary>
internal sealed class SelectionTask : ICaseTask
{
    public string Task => "selection-model";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
    {
        double[] steps = [.. options.GetProperty("steps").EnumerateArray().Select(static s => s.GetDouble())];
        SelectionTail tail = options.Text("alternative") switch
        {
            "greater" => SelectionTail.Greater,
            "less" => SelectionTail.Less,
            _ => SelectionTail.TwoSided,
        };
        return CaseOptions.Studies(table, options).Then(s => StepSelection.Fit(s.Table, steps, tail))
            .Then<CaseValues>(static fit => new CaseValues
            {
                Objective = (fit.LogLikelihood, expected => fit.LogLikelihoodAt!(
                    expected.GetProperty("beta").GetDouble(), Math.Sqrt(expected.GetProperty("tau2").GetDouble()),
                    [.. expected.GetProperty("delta").EnumerateArray().Skip(1).Select(static d => d.GetDouble())])),
                ["beta"] = fit.Mean.Estimate,
                ["se"] = fit.Mean.StandardError,
                ["pval"] = CheckedValue.Tail(fit.Mean.PValue, fit.Mean.Statistic, 1e-4),
                ["ci_lb"] = fit.Mean.Lower,
                ["ci_ub"] = fit.Mean.Upper,
                ["tau2"] = new CheckedValue(fit.Tau2) { Rounding = 1e-6 },
                ["delta"] = fit.RelativeChances,
                ["LRT"] = fit.NoSelection.Statistic,
                ["LRT_df"] = fit.NoSelection.Degrees,
                ["LRT_p"] = CheckedValue.Tail(fit.NoSelection.PValue, Math.Sqrt(fit.NoSelection.Statistic), 1e-4),
                ["logLik"] = fit.LogLikelihood,
            });
    }
}

/// <summary>Task sequential-boundaries: the reference shows no boundary where it cannot resolve the error
/// spent.</summary>
internal sealed class SequentialTask : ICaseTask
{
    private const double Resolved = 1e-12;

    public string Task => "sequential-boundaries";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
    {
        double[] fractions =
            [.. options.GetProperty("information_fractions").EnumerateArray().Select(static s => s.GetDouble())];
        Spending spending = options.Text("spending").Contains("Pocock", StringComparison.Ordinal)
            ? Spending.Pocock : Spending.OBrienFleming;
        return SpendingBoundaries.At(fractions, options.Number("alpha", 0.05),
            options.Number("sides", 2) == 2, spending)
            .Then<CaseValues>(static b => new CaseValues
            {
                ["upper"] = b.Upper.Select((u, i) => (object?)new CheckedValue(u)
                {
                    Variant = b.Increments[i] < Resolved ? double.PositiveInfinity : null,
                }).ToList(),
                ["cumulative_alpha"] = b.Cumulative,
                ["increments"] = b.Increments.Select(static i => (object?)new CheckedValue(i) { Rounding = Resolved })
                    .ToList(),
            });
    }
}

/// <summary>Task network.</summary>
internal sealed class NetworkTask : ICaseTask
{
    public string Task => "network";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
    {
        string[] study = table.Text(options.Text("study")), treatment = table.Text(options.Text("treatment"));
        double[] n = table.Numbers(options.Text("n")), mean = table.Numbers(options.Text("mean")),
            sd = table.Numbers(options.Text("sd"));
        return NetworkModel.Fit(
            [.. study.Select((s, i) => NetworkArm.FromMean(s, treatment[i], new GroupMean(mean[i], sd[i], n[i])))])
            .Then<CaseValues>(fit =>
            {
                int reference = fit.Common.Treatments.ToList().IndexOf(options.Text("reference"));
                bool small = options.Text("small_values") == "desirable";
                double z = Normal.TwoSidedQuantile(0.95);
                return new CaseValues
                {
                    ["treatments"] = fit.Common.Treatments.ToList(),
                    ["k_studies"] = fit.Studies,
                    ["m_comparisons"] = fit.Comparisons,
                    ["n_treatments"] = fit.Common.Treatments.Count,
                    ["designs"] = fit.Designs,
                    ["tau"] = Math.Sqrt(fit.Tau2),
                    ["tau2"] = fit.Tau2,
                    ["I2"] = fit.I2,
                    ["Q"] = fit.Total.Statistic,
                    ["Q_df"] = fit.Total.Degrees,
                    ["Q_p"] = fit.Total.PValue,
                    ["Q_heterogeneity"] = fit.WithinDesigns.Statistic,
                    ["Q_heterogeneity_df"] = fit.WithinDesigns.Degrees,
                    ["Q_inconsistency"] = fit.BetweenDesigns.Statistic,
                    ["Q_inconsistency_df"] = fit.BetweenDesigns.Degrees,
                    ["Q_inconsistency_p"] = fit.BetweenDesigns.PValue,
                    ["common_vs_reference"] = new CaseValues
                    {
                        ["estimate"] = Column(fit.Common.Difference, reference),
                        ["se"] = Column(fit.Common.StandardError, reference),
                    },
                    ["random_vs_reference"] = new CaseValues
                    {
                        ["estimate"] = Column(fit.Random.Difference, reference),
                        ["se"] = Column(fit.Random.StandardError, reference),
                        ["ci_lb"] = Column(fit.Random.Difference, reference)
                            .Zip(Column(fit.Random.StandardError, reference), (d, s) => d - z * s).ToList(),
                        ["ci_ub"] = Column(fit.Random.Difference, reference)
                            .Zip(Column(fit.Random.StandardError, reference), (d, s) => d + z * s).ToList(),
                    },
                    ["TE_common"] = Rows(fit.Common.Difference),
                    ["TE_random"] = Rows(fit.Random.Difference),
                    ["seTE_random"] = Rows(fit.Random.StandardError),
                    ["P_score_common"] = fit.Common.Scores(small),
                    ["P_score_random"] = fit.Random.Scores(small),
                };
            });
    }

    private static List<double> Column(double[,] matrix, int column)
        => [.. Enumerable.Range(0, matrix.GetLength(0)).Select(i => matrix[i, column])];

    private static List<object?> Rows(double[,] matrix)
        => [.. Enumerable.Range(0, matrix.GetLength(0))
            .Select(i => (object?)Enumerable.Range(0, matrix.GetLength(1)).Select(j => matrix[i, j]).ToList())];
}

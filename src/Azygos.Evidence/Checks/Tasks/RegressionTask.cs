using System.Text.Json;
using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Regression;

namespace Azygos.Evidence.Checks.Tasks;

/// <summary>Task metaregression: everything of a pooled fit, and what only a regression has.</summary>
internal sealed class RegressionTask : ICaseTask
{
    public string Task => "metaregression";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
        => CaseOptions.Studies(table, options).Then(studies =>
        {
            DesignMatrix design = Design(table, options, studies.Rows);
            return RandomEffects.Fit(studies.Table, design, CaseOptions.Pooling(options))
                .Then(fit => PooledTask.Values(fit)
                    .Then<CaseValues>(values => Add(values, fit, studies.Table, options)));
        });

    internal static DesignMatrix Design(CaseTable table, JsonElement options, int[] rows)
    {
        if (!options.Has("mods")) return DesignMatrix.Intercept(rows.Length);
        var terms = new Dictionary<string, Term>();
        List<Term> ordered = [];
        foreach (JsonElement mod in options.GetProperty("mods").EnumerateArray())
        {
            string column = mod.Text("column");
            terms[column] = mod.Text("type") == "factor"
                ? Term.Factor(column, [.. rows.Select(i => table.Text(column)[i])], mod.Text("reference"))
                : Term.Number(column, [.. rows.Select(i => table.Numbers(column)[i])]);
            ordered.Add(terms[column]);
        }
        if (options.Has("interactions"))
            foreach (JsonElement pair in options.GetProperty("interactions").EnumerateArray())
                ordered.Add(Term.Interaction(Find(pair[0].GetString()!), Find(pair[1].GetString()!)));
        return RegressionDesign.Build(rows.Length, ordered);

        // An interaction may name a factor by its column or by the expression that made it.
        Term Find(string name) => terms.TryGetValue(name, out Term? term) ? term
            : terms.First(t => name.Contains($"factor({t.Key})", StringComparison.Ordinal)).Value;
    }

    private static CaseValues Add(CaseValues values, PooledFit fit, EffectTable table, JsonElement options)
    {
        int p = fit.Coefficients.Count;
        if (fit.Moderators is { } test)
        {
            values["QM"] = test.Statistic;
            values["QM_df"] = test.Denominator is { } d ? new List<object?> { test.Degrees, d } : [test.Degrees];
            values["QM_p"] = test.PValue;
        }
        if (Prediction.ExplainedPercent(fit, table).TryGet(out double r2)) values["R2_percent"] = r2;
        values["vcov"] = Rows(fit.Covariance, p);
        values["fitted"] = fit.Fitted;
        values["residuals"] = fit.Residuals;
        values["coef_dropped"] = fit.Model.Design.Dropped.Select(static name => $"X{name}").ToList();
        if (Predictions(fit, options) is { } predictions) values["predict"] = predictions;
        return values;
    }

    /// <summary>The rows at which the schema asks for predictions: fixed by the moderators of the case.</summary>
    private static CaseValues? Predictions(PooledFit fit, JsonElement options)
    {
        double[][]? rows =
            string.Join('+', options.GetProperty("mods").EnumerateArray().Select(static m => m.Text("column"))) switch
            {
                "ablat" => [[10], [30], [50]],
                "ablat+year" => [[33.46, 1948], [10, 1970]],
                _ => null,
            };
        if (rows is null || rows[0].Length != fit.Coefficients.Count - 1) return null;
        bool equalEffects = fit.Estimator == HeterogeneityEstimators.EqualEffects;
        Prediction[] at = [.. rows.Select(r => Prediction.At(fit, r))];
        return new CaseValues
        {
            ["newmods"] = rows,
            ["pred"] = Column(static a => a.Estimate),
            ["se"] = Column(static a => a.StandardError),
            ["ci_lb"] = Column(static a => a.Lower),
            ["ci_ub"] = Column(static a => a.Upper),
            ["pi_lb"] = equalEffects ? null : Column(static a => a.PredictionLower),
            ["pi_ub"] = equalEffects ? null : Column(static a => a.PredictionUpper),
        };

        List<object?> Column(Func<Prediction, double> read)
            => [.. at.Select((a, i) => (object?)new CheckedValue(read(a)) { Rounding = Rounding(fit, rows[i]) })];
    }

    /// <summary>
    /// Units in the last place of the terms of x β, times how far the columns are from independent: a solution by
    /// normal equations (years beside an intercept) squares the condition of the columns and loses that many digits.
    /// </summary>
    private static double Rounding(PooledFit fit, double[] row)
    {
        int p = fit.Coefficients.Count;
        double sum = Math.Abs(fit.Coefficients[0].Estimate), spread = 1;
        for (int j = 1; j < p; j++) sum += Math.Abs(row[j - 1] * fit.Coefficients[j].Estimate);
        for (int j = 0; j < p; j++)
        {
            double weighted = 0;
            for (int i = 0; i < fit.Model.Count; i++)
                weighted += Math.Pow(fit.Model.Design.Row(i)[j], 2) / (fit.Model.Variances[i] + fit.Tau2);
            spread = Math.Max(spread, weighted * fit.Covariance[(j * p) + j]);
        }
        return 2.2e-16 * spread * sum;
    }

    internal static List<object?> Rows(double[] matrix, int columns)
        => [.. Enumerable.Range(0, matrix.Length / columns).Select(i => matrix[(i * columns)..((i + 1) * columns)])];
}

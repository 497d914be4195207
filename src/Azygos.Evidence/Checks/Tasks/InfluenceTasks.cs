using System.Text.Json;
using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Influence;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Checks.Tasks;

/// <summary>Tasks leave1out and cumulative: a column a quantity, a row a refit.</summary>
internal sealed class RefitTask(string task) : ICaseTask
{
    /// <summary>The reference stops iterating when τ² moves by less: it leaves 1e-14 where the boundary is 0.</summary>
    private const double ReferenceThreshold = 1e-13;

    public string Task => task;

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
        => CaseOptions.Studies(table, options).Then<CaseValues>(s =>
        {
            PoolingOptions pooling = CaseOptions.Pooling(options);
            Outcome<PooledFit>[] fits = task == "leave1out" ? Refits.LeaveOneOut(s.Table, pooling)
                : Refits.Cumulative(s.Table, Order(table, options, s.Rows), pooling);
            List<object?> Column(Func<PooledFit, double> read)
                => [.. fits.Select(f => f.TryGet(out PooledFit? fit) ? (object?)read(fit) : null)];
            List<object?> Rounded(Func<PooledFit, double> read, Func<PooledFit, double> rounding)
                => [.. fits.Select(f => f.TryGet(out PooledFit? fit)
                    ? (object?)new CheckedValue(read(fit)) { Rounding = rounding(fit) } : null)];
            return new CaseValues
            {
                ["estimate"] = Column(static f => f.Mean.Estimate),
                ["se"] = Column(static f => f.Mean.StandardError),
                ["stat"] = Column(static f => f.Mean.Statistic),
                ["pval"] = Column(static f => f.Mean.PValue),
                ["ci_lb"] = Column(static f => f.Mean.Lower),
                ["ci_ub"] = Column(static f => f.Mean.Upper),
                ["QE"] = Column(static f => f.Heterogeneity.Statistic),
                ["QE_p"] = Column(static f => f.Heterogeneity.PValue),
                ["tau2"] = Rounded(static f => f.Tau2, static _ => ReferenceThreshold),
                ["I2_percent"] = Rounded(static f => f.I2Percent, static f => 100 * ReferenceThreshold / Typical(f)),
                ["H2"] = Column(static f => f.H2),
            };
        });

    /// <summary>Typical sampling variance, (k − p)/tr P at τ² = 0; 1 for a single study, whose I² is 0
    /// anyway.</summary>
    private static double Typical(PooledFit fit)
        => fit.Model.ResidualDegrees > 0 ? fit.Model.ResidualDegrees / fit.Model.At(0).TraceP : 1;

    private static int[] Order(CaseTable table, JsonElement options, int[] rows)
    {
        string order = options.Text("order");
        int[] natural = [.. Enumerable.Range(0, rows.Length)];
        if (order == "input order") return natural;
        double[] by = table.Numbers(order.Split(' ')[0]);
        return [.. natural.OrderBy(i => by[rows[i]])];
    }
}

/// <summary>Task influence.</summary>
internal sealed class InfluenceTask : ICaseTask
{
    public string Task => "influence";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
        => CaseOptions.Studies(table, options).Then<CaseValues>(s =>
        {
            PoolingOptions pooling = CaseOptions.Pooling(options);
            Outcome<CaseDiagnostics>[] all = CaseDiagnostics.Of(s.Table, pooling);
            List<object?> Column(Func<CaseDiagnostics, double> read)
                => [.. all.Select(c => c.TryGet(out CaseDiagnostics? one) ? (object?)read(one) : null)];
            return new CaseValues
            {
                ["rstudent"] = Column(static c => c.DeletedResidual),
                ["dffits"] = Column(static c => c.Dffits),
                ["cook_d"] = Column(static c => c.CooksDistance),
                ["cov_r"] = Column(static c => c.CovarianceRatio),
                ["tau2_del"] = pooling.Estimator == HeterogeneityEstimators.EqualEffects ? new List<object?>()
                    : Column(static c => c.DeletedTau2),
                ["QE_del"] = Column(static c => c.DeletedQ),
                ["hat"] = Column(static c => c.Hat),
                ["weight_percent"] = Column(static c => 100 * c.Hat),
                ["dfbs_intercept"] = Column(static c => c.Dfbetas),
                ["rstandard_z"] = Column(static c => c.StandardisedResidual),
            };
        });
}

/// <summary>Task baujat.</summary>
internal sealed class BaujatTask : ICaseTask
{
    public string Task => "baujat";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
        => CaseOptions.Studies(table, options).Then<CaseValues>(s =>
        {
            Outcome<BaujatPoint>[] points = BaujatPoint.Of(s.Table, CaseOptions.Pooling(options));
            return new CaseValues
            {
                ["x_contribution_to_Q"] = points.Select(static p => (object?)p.Value.Heterogeneity).ToList(),
                ["y_influence"] = points.Select(static p => (object?)p.Value.Influence).ToList(),
            };
        });
}

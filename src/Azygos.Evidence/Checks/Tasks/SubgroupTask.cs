using System.Text.Json;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Regression;

namespace Azygos.Evidence.Checks.Tasks;

/// <summary>Task subgroup: pooled effects by level of a column.</summary>
internal sealed class SubgroupTask : ICaseTask
{
    public string Task => "subgroup";

    public Outcome<CaseValues> Run(CaseTable table, JsonElement options)
        => CaseOptions.Studies(table, options).Then(studies =>
        {
            string[] by = [.. studies.Rows.Select(i => table.Text(options.Text("by"))[i])];
            PoolingOptions pooling = CaseOptions.Pooling(options);
            return options.Text("tau2_across_groups") == "common"
                ? Subgroups.Common(studies.Table, by, pooling).Then<CaseValues>(static c => new CaseValues
                {
                    ["levels"] = c.Levels.ToList(),
                    ["estimate"] = c.Fit.Coefficients.Select(static b => b.Estimate).ToList(),
                    ["se"] = c.Fit.Coefficients.Select(static b => b.StandardError).ToList(),
                    ["tau2"] = c.Fit.Tau2,
                    ["Q_between"] = c.Between.Statistic,
                    ["Q_between_df"] = c.Between.Degrees,
                    ["Q_between_p"] = c.Between.PValue,
                })
                : Subgroups.Separate(studies.Table, by, pooling).Then<CaseValues>(static s => new CaseValues
                {
                    ["levels"] = s.Levels.ToList(),
                    ["k"] = s.Fits.Select(static f => f.Model.Count).ToList(),
                    ["estimate"] = s.Fits.Select(static f => f.Mean.Estimate).ToList(),
                    ["se"] = s.Fits.Select(static f => f.Mean.StandardError).ToList(),
                    ["tau2"] = s.Fits.Select(static f => f.Tau2).ToList(),
                    ["I2_percent"] = s.Fits.Select(static f => f.I2Percent).ToList(),
                    ["QE"] = s.Fits.Select(static f => f.Heterogeneity.Statistic).ToList(),
                    ["Q_between"] = s.Between.Statistic,
                    ["Q_between_df"] = s.Between.Degrees,
                    ["Q_between_p"] = s.Between.PValue,
                });
        });
}

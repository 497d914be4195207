using System.Text.Json;
using Azygos.Evidence.Effects;
using Azygos.Evidence.Heterogeneity;
using Azygos.Evidence.Linear;
using Azygos.Evidence.Pooling;

namespace Azygos.Evidence.Checks;

/// <summary>Reads what the options of a case have in common.</summary>
internal static class CaseOptions
{
    internal static bool Has(this JsonElement options, string name)
        => options.TryGetProperty(name, out JsonElement value) && value.ValueKind is not JsonValueKind.Null;

    internal static string Text(this JsonElement options, string name) => options.GetProperty(name).GetString()!;

    internal static double Number(this JsonElement options, string name, double otherwise)
        => options.Has(name) ? options.GetProperty(name).GetDouble() : otherwise;

    internal static ZeroCells ZeroCells(JsonElement options) => new()
    {
        Addition = options.Number("add", 0.5),
        Target = !options.Has("to") ? ZeroCellTarget.StudiesWithAZero : options.Text("to") switch
        {
            "only0" => ZeroCellTarget.StudiesWithAZero,
            "all" => ZeroCellTarget.AllStudies,
            "if0all" => ZeroCellTarget.AllIfAnyZero,
            "none" => ZeroCellTarget.None,
            string other => throw new ArgumentException($"unknown zero-cell target '{other}'"),
        },
        DropUninformative = options.Has("drop00") && options.GetProperty("drop00").GetBoolean(),
    };

    internal static PoolingOptions Pooling(JsonElement options) => new()
    {
        Estimator = HeterogeneityEstimators.TryFind(options.Text("tau2_method"), out HeterogeneityEstimator? found)
            ? found
            : throw new ArgumentException($"unknown estimator '{options.Text("tau2_method")}'"),
        Test = !options.Has("test") ? CoefficientTest.Wald : options.Text("test") switch
        {
            "z" => CoefficientTest.Wald,
            "t" => CoefficientTest.WaldT,
            "knha" => CoefficientTest.KnappHartung,
            "adhoc" => CoefficientTest.KnappHartungFloor,
            string other => throw new ArgumentException($"unknown test '{other}'"),
        },
        Level = options.Number("level", 0.95),
    };

    /// <summary>2 × 2 tables from cells or from events and sizes.</summary>
    internal static TwoByTwo[] Tables(CaseTable table, JsonElement options)
    {
        double[] a = table.Numbers(options.Text("ai")), c = table.Numbers(options.Text("ci"));
        bool cells = options.Has("bi");
        double[] second = table.Numbers(options.Text(cells ? "bi" : "n1")),
            fourth = table.Numbers(options.Text(cells ? "di" : "n2"));
        var tables = new TwoByTwo[a.Length];
        for (int i = 0; i < a.Length; i++)
            tables[i] = (cells ? TwoByTwo.FromCells(a[i], second[i], c[i], fourth[i])
                : TwoByTwo.FromEvents(a[i], second[i], c[i], fourth[i])).Value;
        return tables;
    }

    /// <summary>Accuracy tables: A true positives, B false negatives, C false positives, D true negatives.</summary>
    internal static TwoByTwo[] Accuracy(CaseTable table, JsonElement options)
    {
        double[] a = table.Numbers(options.Text("TP")), b = table.Numbers(options.Text("FN"));
        double[] c = table.Numbers(options.Text("FP")), d = table.Numbers(options.Text("TN"));
        return [.. a.Select((tp, i) => TwoByTwo.FromCells(tp, b[i], c[i], d[i]).Value)];
    }

    internal static PersonTime[] Rates(CaseTable table, JsonElement options)
    {
        double[] x1 = table.Numbers(options.Text("x1")), t1 = table.Numbers(options.Text("t1"));
        double[] x2 = table.Numbers(options.Text("x2")), t2 = table.Numbers(options.Text("t2"));
        return [.. x1.Select((x, i) => new PersonTime(x, t1[i], x2[i], t2[i]))];
    }

    /// <summary>One effect a row; null where a row has none.</summary>
    internal static EffectEstimate?[] Effects(CaseTable table, JsonElement options)
    {
        ZeroCells policy = ZeroCells(options);
        if (options.Has("yi") || !options.Has("measure"))
        {
            double[] y = table.Numbers(options.Text("yi")), v = table.Numbers(options.Text("vi"));
            return [.. y.Select((value, i) => EffectEstimate.OrNone(value, v[i]))];
        }
        string measure = options.Text("measure");
        ZeroCells uncorrected = new() { Target = ZeroCellTarget.None };        // arcsine scales need no correction
        return measure switch
        {
            "OR" => Of<OddsRatio>(),
            "RR" => Of<RiskRatio>(),
            "RD" => Of<RiskDifference>(),
            "AS" => Of<ArcsineDifference>(),
            "PETO" => Of<PetoOddsRatio>(),
            "YUQ" => Of<YuleQ>(),
            "IRR" => OfRates(s => s.RateRatio()),
            "IRD" => OfRates(s => s.RateDifference()),
            "IRSD" => OfRates(s => s.SquareRootRateDifference()),
            "PR" => OfProportions(s => s.Raw()),
            "PLO" => OfProportions(s => s.Logit()),
            "PAS" => OfProportions(s => s.Arcsine(), uncorrected),
            "PFT" => OfProportions(s => s.FreemanTukey(), uncorrected),
            "COR" => OfCorrelations(s => s.Raw()),
            "UCOR" => OfCorrelations(s => s.Unbiased()),
            "ZCOR" => OfCorrelations(s => s.FisherZ()),
            "MD" => OfMeans(s => s.MeanDifference()),
            "SMD" => OfMeans(s => s.StandardisedMeanDifference()),
            "SMDH" => OfMeans(s => s.StandardisedMeanDifferenceUnequal()),
            "ROM" => OfMeans(s => s.RatioOfMeans()),
            _ => throw new ArgumentException($"unknown measure '{measure}'"),
        };

        EffectEstimate?[] Of<T>()
            where T : struct, ITwoByTwoMeasure
            => [.. policy.Apply(Tables(table, options)).Select(static t => t is { } cells ? T.From(cells) : null)];

        EffectEstimate?[] OfRates(Func<PersonTime, EffectEstimate?> effect)
            => [.. PersonTime.Correct(Rates(table, options), policy)
                .Select(s => s is { } study ? effect(study) : null)];

        EffectEstimate?[] OfProportions(Func<Proportion, EffectEstimate?> effect, ZeroCells? own = null)
        {
            double[] x = table.Numbers(options.Text("xi")), n = table.Numbers(options.Text("ni"));
            return [.. Proportion.Correct([.. x.Select((e, i) => new Proportion(e, n[i]))], own ?? policy)
                .Select(effect)];
        }

        EffectEstimate?[] OfCorrelations(Func<Correlation, EffectEstimate?> effect)
        {
            double[] r = table.Numbers(options.Text("ri")), n = table.Numbers(options.Text("ni"));
            return [.. r.Select((value, i) => effect(new Correlation(value, n[i])))];
        }

        EffectEstimate?[] OfMeans(Func<TwoMeans, EffectEstimate?> effect)
        {
            double[] Column(string name) => table.Numbers(options.Text(name));
            double[] m1 = Column("m1"), s1 = Column("sd1"), n1 = Column("n1");
            double[] m2 = Column("m2"), s2 = Column("sd2"), n2 = Column("n2");
            return [.. m1.Select((m, i) => effect(new TwoMeans(new(m, s1[i], n1[i]), new(m2[i], s2[i], n2[i]))))];
        }
    }

    /// <summary>The effects that exist, and which rows they are.</summary>
    internal static Outcome<(EffectTable Table, int[] Rows)> Studies(CaseTable table, JsonElement options)
    {
        EffectEstimate?[] all = Effects(table, options);
        int[] rows = [.. Enumerable.Range(0, all.Length).Where(i => all[i] is not null)];
        var effects =
            EffectTable.From([.. rows.Select(i => all[i]!.Value.Value)], [.. rows.Select(i => all[i]!.Value.Variance)]);
        return effects.Then<(EffectTable, int[])>(t => (t, rows));
    }
}

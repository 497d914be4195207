using System.Globalization;
using System.Text;
using Azygos.Evidence.Bias;
using Azygos.Evidence.Effects;
using Azygos.Evidence.Pooling;
using Azygos.Evidence.Tables;
using static Azygos.Files.Scripts.RText;

namespace Azygos.Files.Scripts;

/// <summary>Writes scripts that do an analysis again in R, with package metafor, and stop where R gets something
/// else.</summary>
/// <remarks>
/// The numbers of the table stand in the script, so that it needs no other file. Estimators that iterate are converged
/// further than that program's default; results are then compared to one part in a million, the digits that its
/// optimiser and ours share.
/// </remarks>
/// <source choice="metafor, because it holds all the estimators and most reviewers have it"/>
public static class RScript
{
    /// <summary>First words of every script: a file that begins otherwise is not overwritten.</summary>
    public const string Mark = "# Written by azygos";

    private const string Close = "1e-6";

    /// <summary>The script of a pooled table.</summary>
    /// <param name="pooled">The result.</param>
    /// <param name="studies">Studies as read.</param>
    /// <param name="version">Version of the program.</param>
    public static string Of(PooledStudies pooled, IReadOnlyList<StudyNumbers> studies, string version)
    {
        (EffectMeasure measure, PooledFit fit) = (pooled.Measure, pooled.Fit);
        bool grouped = pooled.Subgroups is not null;
        StringBuilder r = Begin(version, "pools a table of studies");
        r.Append(Studies(measure, studies, grouped ? [("group", Texts(studies.Select(one => one.Group)))] : []));
        r.Append(Effects(measure, pooled.Zero));
        r.Append(CultureInfo.InvariantCulture, $"fit <- {Rma(fit, "", "effects")}\nprint(fit)\n");
        r.Append("print(predict(fit))\n");
        r.Append(Agrees("coef(fit)", fit.Mean.Estimate, Close)).Append(Agrees("fit$se", fit.Mean.StandardError, Close));
        r.Append(Agrees("fit$tau2", fit.Tau2, Close));
        if (pooled.Subgroups is { } groups)
            foreach ((string level, PooledFit own) in groups.Levels.Zip(groups.Fits))
            {
                r.Append(CultureInfo.InvariantCulture,
                    $"part <- {Rma(own, "", $"effects[effects$group == {Text(level)}, ]")}\nprint(part)\n");
                r.Append(Agrees("coef(part)", own.Mean.Estimate, Close));
            }
        return r.ToString();
    }

    /// <summary>The script of a meta-regression.</summary>
    /// <param name="result">The result.</param>
    /// <param name="studies">Studies as read.</param>
    /// <param name="version">Version of the program.</param>
    public static string Of(RegressedStudies result, IReadOnlyList<StudyNumbers> studies, string version)
    {
        StringBuilder r = Begin(version, "regresses effects on columns of a table");
        r.Append(Studies(result.Measure, studies, result.Predictors.Select((one, i) => (one.Name, one.IsFactor
            ? $"relevel(factor({Texts(studies.Select(study => study.Predictors[i]))}), ref = {Text(one.Reference!)})"
            : Numbers(studies.Select(study => RegressedStudies.Number(study.Predictors[i])))))));
        r.Append(Effects(result.Measure, result.Zero));
        string formula = string.Join(" + ", (IEnumerable<string>)[.. result.Predictors.Select(one => Name(one.Name)),
            .. result.Interactions.Select(pair =>
                $"{Name(result.Predictors[pair.Left].Name)}:{Name(result.Predictors[pair.Right].Name)}")]);
        r.Append(CultureInfo.InvariantCulture,
            $"fit <- {Rma(result.Fit, $"mods = ~ {formula}, ", "effects")}\nprint(fit)\n");
        foreach ((int at, Coefficient one) in result.Fit.Coefficients.Index())
            r.Append(Agrees($"coef(fit)[{at + 1}]", one.Estimate, Close));
        r.Append(Agrees("fit$tau2", result.Fit.Tau2, Close));
        if (result.Permutation is { IsExact: true } p)
        {
            r.Append("again <- permutest(fit, exact = TRUE, progbar = FALSE)\nprint(again)\n");
            r.Append(Agrees("again$QMp", p.PValue, Close));
        }
        return r.ToString();
    }

    /// <summary>The script of an analysis of bias.</summary>
    /// <param name="result">The result.</param>
    /// <param name="studies">Studies as read.</param>
    /// <param name="zero">What was done about zero cells.</param>
    /// <param name="version">Version of the program.</param>
    public static string Of(
        BiasAnalysis result, IReadOnlyList<StudyNumbers> studies, ZeroCellPolicy zero, string version)
    {
        StringBuilder r = Begin(version, "asks whether small studies differ from large ones");
        r.Append(Studies(result.Measure, studies, [])).Append(Effects(result.Measure, zero));
        r.Append(CultureInfo.InvariantCulture, $"fit <- {Rma(result.Fit, "", "effects")}\nprint(fit)\n");
        r.Append("egger <- regtest(fit, model = \"lm\")\nprint(egger)\nprint(ranktest(fit))\n");
        r.Append("print(trimfill(fit, estimator = \"L0\"))\nprint(leave1out(fit))\nprint(influence(fit))\n");
        if (result.Tests.FirstOrDefault(test => test.Key == "egger")?.PValue is { } egger)
            r.Append(Agrees("egger$pval", egger, Close));
        if (result.Tests.FirstOrDefault(test => test.Key == "begg")?.PValue is { } begg)
            r.Append(Agrees("ranktest(fit)$pval", begg, Close));
        foreach ((int at, StudyInfluence one) in result.Influence.Index())
            if (one.Without is { } without)
                r.Append(Agrees($"leave1out(fit)$estimate[{at + 1}]", without.Mean.Estimate, Close));
        return r.ToString();
    }

    private static StringBuilder Begin(string version, string does) => new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"{Mark} {version}: {does} once more, in R with package metafor.\n")
        .Append("# It stops where R gets another number than azygos printed.\nlibrary(metafor)\n");

    private static string Studies(EffectMeasure measure, IReadOnlyList<StudyNumbers> studies,
        IEnumerable<(string, string)> more) => Frame("studies",
        [
            ("study", Texts(studies.Select(one => one.Label))),
            .. measure.Columns.Select((column, i) =>
                (column.Name, Numbers(studies.Select(one => one.Numbers.Span[i])))),
            .. more,
        ]);

    /// <summary>Effects by <c>escalc</c>, with the zero-cell policy in its words.</summary>
    private static string Effects(EffectMeasure measure, ZeroCellPolicy policy)
    {
        ZeroCells rule = policy.Rule;
        bool drops = rule.DropUninformative && measure.IsRatio;
        string to = rule.Target switch
        {
            ZeroCellTarget.AllStudies => "all",
            ZeroCellTarget.AllIfAnyZero => "if0all",
            ZeroCellTarget.None => "none",
            _ => "only0",
        };
        string add = measure.HasZeroCells
            ? $", add = {Number(rule.Addition)}, to = \"{to}\"" : measure.Columns[0].Holds
                is StudyNumber.Events or StudyNumber.Count ? ", add = 0" : "";
        string cells = measure.Key switch
        {
            "GEN" => "effects <- transform(studies, yi = effect, vi = se^2)\n",
            "MD" or "SMD" or "ROM" => Escalc(
                "m1i = mean_1, sd1i = sd_1, n1i = n_1, m2i = mean_2, sd2i = sd_2, n2i = n_2"),
            "ZCOR" => Escalc("ri = r, ni = n"),
            "PLO" or "PAS" or "PFT" => Escalc($"xi = events, ni = n{add}"),
            "IRR" or "IRD" => Escalc($"x1i = events_1, t1i = time_1, x2i = events_2, t2i = time_2{add}, drop00 = TRUE"),
            _ when measure.HasZeroCells && rule.ByGroupSize => Shared(rule.Addition, drops)
                + Escalc($"ai = a, bi = b, ci = c, di = d, add = 0, drop00 = {(drops ? "TRUE" : "FALSE")}"),
            _ => Escalc("ai = events_1, n1i = n_1, ci = events_2, n2i = n_2"
                + $"{add}, drop00 = {(drops || measure.Key == "PETO" ? "TRUE" : "FALSE")}"),
        };
        return cells + "effects <- effects[!is.na(effects$yi) & !is.na(effects$vi) & effects$vi > 0, ]\n";

        string Escalc(string columns) =>
            $"effects <- escalc(measure = \"{measure.Key}\", {columns}, data = studies)\n";
    }

    /// <summary>Counts with an amount shared out by group size in studies with a zero.</summary>
    private static string Shared(double addition, bool drops) =>
        "zero <- with(studies, events_1 == 0 | events_1 == n_1 | events_2 == 0 | events_2 == n_2)\n"
        + (drops ? "zero <- zero & with(studies, events_1 + events_2 > 0 & events_1 + events_2 < n_1 + n_2)\n" : "")
        + $"first <- with(studies, zero * {Number(2 * addition)} * n_1 / (n_1 + n_2))\n"
        + $"second <- with(studies, zero * {Number(2 * addition)} * n_2 / (n_1 + n_2))\n"
        + "studies <- transform(studies, a = events_1 + first, b = n_1 - events_1 + first,\n"
        + "  c = events_2 + second, d = n_2 - events_2 + second)\n";

    private static string Rma(PooledFit fit, string mods, string data)
    {
        string test = fit.Test switch
        {
            CoefficientTest.Wald => "z",
            CoefficientTest.WaldT => "t",
            CoefficientTest.KnappHartung => "knha",
            _ => "adhoc",
        };
        return $"rma(yi, vi, {mods}data = {data}, slab = study, method = \"{fit.Estimator.Key}\", test = \"{test}\", "
            + $"level = {Number(100 * fit.Level)},\n  control = list(threshold = 1e-12, maxiter = 10000, tol = 1e-12))";
    }
}

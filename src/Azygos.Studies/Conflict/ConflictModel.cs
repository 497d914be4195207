using Azygos.Studies.Examiners;

namespace Azygos.Studies.Conflict;

/// <summary>Density of a state given the studies, up to a factor, in the parts that a change of one number
/// needs.</summary>
/// <remarks>
/// x ~ Binomial(n, m), m the mean over beliefs of logit⁻¹(logit m* ± β), logit m* = logit(p s + (1 − p) f) ± γ. logit s
/// and logit f of a centre are normal about their means, γ (recruitment) about 0; β ≥ 0 (expectation) is half-normal. Both act on
/// the group's rate. Where nothing is true, s = f: counts then say nothing on what an examination tells.
/// </remarks>
internal sealed class ConflictModel(
    ConflictData data, ConflictPriors priors, ConflictReading reading, bool usesData)
{
    private readonly double?[] beliefs =
        [.. data.Studies.Select(study => BeliefOf(study, reading, priors))];

    public int Count => data.Studies.Count;

    public ConflictReading Reading => reading;

    public ConflictPriors Priors => priors;

    public ConflictStudy StudyAt(int study) => data.Studies[study];

    /// <summary>g of a centre; null where its examiners cannot be biased.</summary>
    public double? Belief(int study) => beliefs[study];

    private static double? BeliefOf(ConflictStudy study, ConflictReading reading, ConflictPriors priors) =>
        !reading.HasBias ? null : !study.IsBlinded ? 1 : reading.Leaks ? priors.LeakingBelief : null;

    /// <summary>Log likelihood of one study; −∞ for an examination worse than guessing.</summary>
    public double Study(ConflictState x, int i)
    {
        if (x.Sensitivity[i] < x.FalsePositive[i]) return double.NegativeInfinity;
        if (!usesData) return 0;
        ConflictStudy study = data.Studies[i];
        (double l1, double l0) = x.Unexpecting(x.Sensitivity[i], x.FalsePositive[i], x.Recruitment[i]);
        double log = beliefs[i] switch
        {
            null => Binomial(study.CasesPositive, study.Cases, l1) + Binomial(study.ControlsPositive, study.Controls, l0),
            1 => Binomial(study.CasesPositive, study.Cases, l1 + x.Bias[i])
                + Binomial(study.ControlsPositive, study.Controls, l0 - x.Bias[i]),
            { } belief => Mixed(study.CasesPositive, study.Cases, l1, x.Bias[i], belief)
                + Mixed(study.ControlsPositive, study.Controls, l0, -x.Bias[i], belief),
        };
        if (reading.HasEffect && data.Agreement is { } agreement && agreement.Study == study.Id)
        {
            double p = agreement.CaseShare * Logit.Probability(x.Prevalence + x.Effect)
                + (1 - agreement.CaseShare) * Logit.Probability(x.Prevalence);
            Accuracy accuracy = new(Logit.Probability(x.Sensitivity[i]), 1 - Logit.Probability(x.FalsePositive[i]));
            double off = accuracy.Kappa(p).TryGet(out double kappa) ? (kappa - agreement.Kappa) / agreement.Error : 0;
            log -= off * off / 2;
        }
        return log;
    }

    /// <summary>Log prior of the centres' own numbers; −∞ for an expectation below 0.</summary>
    public double Centres(ConflictState x)
    {
        double sum = 0;
        if (reading.HasEffect) sum += Family(x.Sensitivity, x.SensitivityMean, x.LogSensitivitySpread);
        sum += Family(x.FalsePositive, x.FalsePositiveMean, x.LogFalsePositiveSpread);
        if (reading.HasRecruitment) sum += Family(x.Recruitment, 0, x.LogRecruitmentScale);
        if (!reading.HasBias) return sum;
        double inverse = Math.Exp(-x.LogBiasScale);
        for (int i = 0; i < beliefs.Length; i++)
            if (beliefs[i] is not null)
                sum += x.Bias[i] < 0 ? double.NegativeInfinity
                    : -x.Bias[i] * inverse * x.Bias[i] * inverse / 2 - x.LogBiasScale;
        return sum;
    }

    /// <summary>Log prior of one number of a centre.</summary>
    public static double OfCentre(ConflictState x, double[] family, double value) =>
        family == x.Sensitivity ? Normal(value, x.SensitivityMean, x.LogSensitivitySpread)
        : family == x.FalsePositive ? Normal(value, x.FalsePositiveMean, x.LogFalsePositiveSpread)
        : family == x.Recruitment ? Normal(value, 0, x.LogRecruitmentScale)
        : value < 0 ? double.NegativeInfinity : Normal(value, 0, x.LogBiasScale);

    private static double Family(double[] values, double mean, double logDeviation)
    {
        double inverse = Math.Exp(-logDeviation), sum = -values.Length * logDeviation;
        foreach (double value in values) sum -= (value - mean) * inverse * (value - mean) * inverse / 2;
        return sum;
    }

    /// <summary>Log prior of what belongs to no centre; the logarithms' own slopes are in it.</summary>
    public double Common(ConflictState x) =>
        Normal(x.Prevalence, priors.PrevalenceMean, Math.Log(priors.PrevalenceDeviation))
        + (reading.HasEffect ? Normal(x.Effect, 0, Math.Log(priors.EffectDeviation)) : 0)
        + Normal(x.SensitivityMean, priors.SensitivityMean, Math.Log(priors.SensitivityDeviation))
        + Normal(x.FalsePositiveMean, priors.FalsePositiveMean, Math.Log(priors.FalsePositiveDeviation))
        + Half(x.LogSensitivitySpread, priors.CentreScale)
        + (reading.HasRecruitment ? Half(x.LogRecruitmentScale, priors.RecruitmentScale) : 0)
        + Half(x.LogFalsePositiveSpread, priors.CentreScale)
        + (reading.HasBias ? Half(x.LogBiasScale, priors.BiasScale) : 0);

    private static double Normal(double value, double mean, double logDeviation)
    {
        double z = (value - mean) * Math.Exp(-logDeviation);
        return -z * z / 2 - logDeviation;
    }

    /// <summary>Half-normal of a deviation, told by its logarithm: density × d σ/d ln σ.</summary>
    private static double Half(double logDeviation, double scale)
    {
        double z = Math.Exp(logDeviation) / scale;
        return -z * z / 2 + logDeviation;
    }

    /// <summary>x ln m + (n − x) ln(1 − m) at logit m, without loss at either end.</summary>
    private static double Binomial(int x, int n, double logOdds)
    {
        double size = Math.Abs(logOdds), rest = Math.Log(1 + Math.Exp(-size));      // −ln of the likelier of both
        return logOdds >= 0 ? -n * rest - (n - x) * size : -n * rest - x * size;
    }

    /// <summary>The same for a mean over beliefs.</summary>
    private static double Mixed(int x, int n, double logOdds, double bias, double belief)
    {
        double m = belief * Logit.Probability(logOdds + bias) + (1 - belief) * Logit.Probability(logOdds - bias);
        return Binomial(x, n, Math.Log(m / (1 - m)));
    }
}

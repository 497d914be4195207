using Azygos.Numerics;

namespace Azygos.Studies.Conflict;

/// <summary>One rung of a ladder: numbers are changed one at a time, and a change is taken with the ratio of
/// densities, the likelihood to a power.</summary>
/// <remarks>Widths of changes are tuned in the first part, towards 44 % taken, and kept from then on.</remarks>
/// <source doi="10.1063/1.1699114" at="Metropolis et al. 1953; 44 %: Gelman, Roberts, Gilks 1996"/>
internal sealed class ConflictChain
{
    private const double WantedShare = 0.44;
    private const int OfACentre = 4;

    private readonly ConflictModel model;
    private readonly AddressedNumbers random;
    private readonly double power;
    private readonly double[] widths;
    private ConflictState x;
    private double[] likelihoods;
    private readonly Number[] numbers;

    public ConflictChain(ConflictModel model, AddressedNumbers random, double power)
    {
        (this.model, this.random, this.power, x) = (model, random, power, new ConflictState(model.Count));
        likelihoods = new double[model.Count];
        numbers = [.. Common(model.Reading)];
        widths = [.. Enumerable.Repeat(0.5, numbers.Length + OfACentre * model.Count)];
        Start();
    }

    /// <summary>The state.</summary>
    public ConflictState State => x;

    /// <summary>Exchanges the states of two rungs with the ratio of densities.</summary>
    public void Exchange(ConflictChain other)
    {
        double change = (power - other.power) * (other.likelihoods.Sum() - likelihoods.Sum());
        if (!Takes(change)) return;
        (x, other.x) = (other.x, x);
        (likelihoods, other.likelihoods) = (other.likelihoods, likelihoods);
    }

    // Chains start far apart, as R-hat asks for: from the middle of the prior by up to two deviations.
    private void Start()
    {
        double Off() => 4 * (random.NextUniform() - 0.5);
        ConflictPriors priors = model.Priors;
        x.Prevalence = priors.PrevalenceMean + priors.PrevalenceDeviation * Off();
        if (model.Reading.HasEffect) x.Effect = priors.EffectDeviation * Off() / 2;
        x.FalsePositiveMean = priors.FalsePositiveMean + Off() / 2;
        x.SensitivityMean = priors.SensitivityMean + Off() / 2;
        for (int i = 0; i < model.Count; i++)
        {
            x.FalsePositive[i] = x.FalsePositiveMean + Off() / 4;
            x.Sensitivity[i] = model.Reading.HasEffect ? Math.Max(x.SensitivityMean, x.FalsePositive[i] + 0.1)
                : x.FalsePositive[i];
            if (model.Belief(i) is not null) x.Bias[i] = random.NextUniform();
            likelihoods[i] = model.Study(x, i);
        }
    }

    /// <summary>Changes every number once.</summary>
    /// <param name="tune">How much widths are moved by what was taken; 0 leaves them.</param>
    public void Sweep(double tune)
    {
        for (int i = 0; i < model.Count; i++)
        {
            int at = numbers.Length + OfACentre * i;
            if (model.Reading.HasEffect) OfStudy(i, x.Sensitivity, at, tune);
            OfStudy(i, x.FalsePositive, at + 1, tune);
            if (model.Belief(i) is not null) OfStudy(i, x.Bias, at + 2, tune);
            if (model.Reading.HasRecruitment) OfStudy(i, x.Recruitment, at + 3, tune);
        }
        for (int k = 0; k < numbers.Length; k++) OfAll(k, tune);
    }

    private void OfStudy(int i, double[] values, int width, double tune)
    {
        double before = values[i], after = before + Step(width);
        double prior =
            ConflictModel.OfCentre(x, values, after) - ConflictModel.OfCentre(x, values, before);
        Set(after);
        double likelihood = double.IsNegativeInfinity(prior) ? prior : model.Study(x, i);
        bool isTaken = !double.IsNegativeInfinity(likelihood) && Takes(prior + power * (likelihood - likelihoods[i]));
        if (isTaken) likelihoods[i] = likelihood;
        else Set(before);
        Tune(width, isTaken, tune);

        // Where nothing is true a centre has one rate, told by both.
        void Set(double value)
        {
            values[i] = value;
            if (!model.Reading.HasEffect && values == x.FalsePositive) x.Sensitivity[i] = value;
        }
    }

    private void OfAll(int k, double tune)
    {
        double before = numbers[k].Get(x), prior = model.Common(x) + model.Centres(x);
        numbers[k].Set(x, before + Step(k));
        double change = model.Common(x) + model.Centres(x) - prior;
        double[]? now = null;
        if (numbers[k].ChangesRates)
        {
            now = new double[model.Count];
            for (int i = 0; i < now.Length; i++)
            {
                now[i] = model.Study(x, i);
                change += double.IsNegativeInfinity(now[i]) ? now[i] : power * (now[i] - likelihoods[i]);
            }
        }
        bool isTaken = Takes(change);
        if (!isTaken) numbers[k].Set(x, before);
        else now?.CopyTo(likelihoods, 0);
        Tune(k, isTaken, tune);
    }

    private double Step(int width) => widths[width] * Math.Sqrt(12) * (random.NextUniform() - 0.5);

    private bool Takes(double change) => Math.Log(random.NextUniform()) < change;

    private void Tune(int width, bool isTaken, double by)
    {
        if (by > 0) widths[width] *= Math.Exp(by * ((isTaken ? 1 : 0) - WantedShare));
    }

    /// <summary>Numbers that belong to no centre, and moves of a whole family of centres with its mean.</summary>
    private static IEnumerable<Number> Common(ConflictReading reading)
    {
        if (reading.HasEffect)
        {
            yield return new(true, s => s.Prevalence, (s, v) => s.Prevalence = v);
            yield return new(true, s => s.Effect, (s, v) => s.Effect = v);
            yield return new(false, s => s.SensitivityMean, (s, v) => s.SensitivityMean = v);
            yield return new(false, s => s.LogSensitivitySpread, (s, v) => s.LogSensitivitySpread = v);
            yield return new(true, s => s.SensitivityMean, (s, v) =>
            {
                for (int i = 0; i < s.Sensitivity.Length; i++) s.Sensitivity[i] += v - s.SensitivityMean;
                s.SensitivityMean = v;
            });
            yield return new(true, s => s.FalsePositiveMean, (s, v) =>
            {
                for (int i = 0; i < s.FalsePositive.Length; i++) s.FalsePositive[i] += v - s.FalsePositiveMean;
                s.FalsePositiveMean = v;
            });
        }
        yield return new(false, s => s.FalsePositiveMean, (s, v) => s.FalsePositiveMean = v);
        yield return new(false, s => s.LogFalsePositiveSpread, (s, v) => s.LogFalsePositiveSpread = v);
        if (reading.HasBias) yield return new(false, s => s.LogBiasScale, (s, v) => s.LogBiasScale = v);
        if (reading.HasRecruitment)
            yield return new(false, s => s.LogRecruitmentScale, (s, v) => s.LogRecruitmentScale = v);
    }

    /// <summary>A number that is changed, and whether shares of positives change with it.</summary>
    private sealed record Number(
        bool ChangesRates, Func<ConflictState, double> Get, Action<ConflictState, double> Set);
}

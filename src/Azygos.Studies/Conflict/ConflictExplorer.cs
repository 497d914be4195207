using Azygos.Evidence.Distributions;
using Azygos.Numerics;
using Azygos.Studies.Results;

namespace Azygos.Studies.Conflict;

/// <summary>How long chains run.</summary>
/// <source choice="4 chains as R-hat asks; lengths at which every R-hat is below 1.05 on the shipped base"/>
public sealed record ConflictLength
{
    /// <summary>Chains.</summary>
    public int Chains { get; init; } = 4;

    /// <summary>States kept of each chain, at least 8.</summary>
    public int Kept { get; init; } = 1000;

    /// <summary>Sweeps by which widths are tuned.</summary>
    public int Tuning => Math.Max(200, Kept * 3 / 2);

    /// <summary>Sweeps from one kept state to the next.</summary>
    public int Thinning { get; init; } = 12;

    /// <summary>States that predict studies.</summary>
    public int Predicted { get; init; } = 1000;
}

/// <summary>Which truths and which examiners lead to the published spread: every reading, fitted and checked.</summary>
/// <param name="Data">The studies.</param>
/// <param name="Fits">The readings; the first is the main one.</param>
/// <param name="Seed">Seed of the chains.</param>
/// <param name="Length">Length of the chains.</param>
/// <source choice="exact binomial likelihood, chains from a seed; the same seed gives the same bits"/>
public sealed record ConflictExplorer(
    ConflictData Data, IReadOnlyList<ConflictFit> Fits, ulong Seed, ConflictLength Length)
{
    private const int FirstPurpose = 1000;      // chosen: beyond those of people and studies

    /// <summary>Fits the readings.</summary>
    /// <param name="data">The studies.</param>
    /// <param name="priors">Priors.</param>
    /// <param name="readings">Readings.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="length">Length of the chains.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static ConflictExplorer Run(ConflictData data, ConflictPriors priors, IReadOnlyList<ConflictReading> readings,
        ulong seed, ConflictLength length, CancellationToken cancellation = default) => new(data,
            [.. readings.Select((reading, at) => Fit(data, priors, reading, seed, at, length, cancellation))],
            seed, length);

    private static ConflictFit Fit(ConflictData data, ConflictPriors priors, ConflictReading reading, ulong seed, int at,
        ConflictLength length, CancellationToken cancellation)
    {
        ConflictQuantity[] quantities = [.. ConflictQuantity.All.Where(one => one.IsIn(reading))];
        Draws after = Chains(new ConflictModel(data, priors, reading, usesData: true), quantities, seed, 2 * at, length,
            predicts: true, cancellation);
        Draws before = Chains(new ConflictModel(data, priors, reading, usesData: false), quantities, seed, 2 * at + 1,
            length, predicts: false, cancellation);
        ConflictEstimate[] estimates = [.. quantities.Select((quantity, q) => Estimate(quantity, before, after, q))];
        int ratio = Array.FindIndex(quantities, one => one.Key == "odds_ratio");
        int bias = Array.FindIndex(quantities, one => one.Key == "bias_ratio");
        (double Ratio, double Bias)[] joint = ratio < 0 || bias < 0 ? []
            : [.. Enumerable.Range(0, length.Chains).SelectMany(chain =>
                after.Of[ratio][chain].Zip(after.Of[bias][chain]))];
        return new ConflictFit(reading, estimates,
            [.. data.Studies.Select((study, i) => Check(study, after.Predicted[i]))], joint, Correlation(joint));
    }

    private static ConflictEstimate Estimate(ConflictQuantity quantity, Draws before, Draws after, int q)
    {
        double none = quantity.IsRatio ? 1 : 0;
        double[] prior = [.. before.Of[q].SelectMany(chain => chain)];
        double[] posterior = [.. after.Of[q].SelectMany(chain => chain)];
        double[][] scale = [.. after.Of[q].Select(
            double[] (chain) => quantity.IsRatio ? [.. chain.Select(value => Math.Log(value))] : chain)];
        return new ConflictEstimate(quantity.Key, quantity.Words, quantity.IsRatio, Spread.Of(prior)!,
            Spread.Of(posterior)!, Above(prior), Above(posterior), ChainQuality.Of(scale));

        double Above(double[] draws) => draws.Count(value => value > none) / (double)draws.Length;
    }

    private static Draws Chains(ConflictModel model, ConflictQuantity[] quantities, ulong seed, int purpose,
        ConflictLength length, bool predicts, CancellationToken cancellation)
    {
        Draws draws = new(quantities.Length, model.Count, length);
        Parallel.For(0, length.Chains, new ParallelOptions { CancellationToken = cancellation }, chain =>
        {
            AddressedNumbers random = new(seed, FirstPurpose + purpose, chain, 0);
            AddressedNumbers predicting = new(seed, FirstPurpose + purpose, chain, 1);
            int each = Math.Max(1, length.Chains * length.Kept / length.Predicted), at = 0;
            new ConflictLadder(model, random, isSingle: !predicts).Run(length.Tuning, length.Kept, length.Thinning, state =>
            {
                if (at % 100 == 0) cancellation.ThrowIfCancellationRequested();
                for (int q = 0; q < quantities.Length; q++) draws.Of[q][chain][at] = quantities[q].Of(state);
                if (predicts && at % each == 0)
                    for (int i = 0; i < model.Count; i++)
                        draws.PredictedOf(i, chain).Add(Predict(model, state, i, predicting));
                at++;
            });
        });
        return draws;
    }

    /// <summary>Odds ratio of a centre that was not seen, of the size and blinding of a published one.</summary>
    private static double Predict(ConflictModel model, ConflictState x, int i, AddressedNumbers random)
    {
        double Draw() => Normal.Quantile(random.NextUniform());
        double s, f;
        do
        {
            f = x.FalsePositiveMean + Math.Exp(x.LogFalsePositiveSpread) * Draw();
            s = model.Reading.HasEffect ? x.SensitivityMean + Math.Exp(x.LogSensitivitySpread) * Draw() : f;
        }
        while (s < f);
        double recruitment = model.Reading.HasRecruitment ? Math.Exp(x.LogRecruitmentScale) * Draw() : 0;
        double bias = model.Belief(i) is null ? 0 : Math.Abs(Math.Exp(x.LogBiasScale) * Draw());
        (double m1, double m0) = x.Rates(s, f, recruitment, bias, model.Belief(i) ?? 0.5);
        ConflictStudy study = model.StudyAt(i);
        return ConflictStudy.LogRatio(Binomial(study.Cases, m1, random), study.Cases,
            Binomial(study.Controls, m0, random), study.Controls);
    }

    private static int Binomial(int n, double p, AddressedNumbers random)
    {
        int count = 0;
        for (int k = 0; k < n; k++) count += random.NextIs(p) ? 1 : 0;
        return count;
    }

    private static PredictiveCheck Check(ConflictStudy study, double[] logs)
    {
        double observed = study.LogOddsRatio;
        double beyond = (logs.Count(one => one > observed) + 0.5 * logs.Count(one => one == observed)) / logs.Length;
        return new PredictiveCheck(study, Spread.Of(logs.Select(Math.Exp))!, Math.Exp(observed), beyond);
    }

    private static double? Correlation((double Ratio, double Bias)[] joint)
    {
        if (joint.Length == 0) return null;
        double[] x = [.. joint.Select(one => Math.Log(one.Ratio))], y = [.. joint.Select(one => Math.Log(one.Bias))];
        double mx = x.Average(), my = y.Average();
        return x.Zip(y).Sum(one => (one.First - mx) * (one.Second - my))
            / Math.Sqrt(x.Sum(v => (v - mx) * (v - mx)) * y.Sum(v => (v - my) * (v - my)));
    }

    /// <summary>Draws of all chains, each in its own place, so that no order of work moves one.</summary>
    private sealed class Draws
    {
        private readonly List<double>[][] predicted;

        public Draws(int quantities, int studies, ConflictLength length)
        {
            Of = [.. Enumerable.Range(0, quantities).Select(_ =>
                (double[][])[.. Enumerable.Range(0, length.Chains).Select(_ => new double[length.Kept])])];
            predicted = [.. Enumerable.Range(0, studies).Select(_ =>
                (List<double>[])[.. Enumerable.Range(0, length.Chains).Select(_ => new List<double>())])];
        }

        public double[][][] Of { get; }

        public double[][] Predicted => [.. predicted.Select(study => (double[])[.. study.SelectMany(chain => chain)])];

        public List<double> PredictedOf(int study, int chain) => predicted[study][chain];
    }
}

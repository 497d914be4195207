using Azygos.Body.Anatomy;
using Azygos.Body.Model;
using Azygos.Quantities;

namespace Azygos.Body.Calibration;

/// <summary>How far the headline values are uncertain because collateral dimensions are assumed: quantiles over seeded
/// samples of the mean-flow state, nothing refitted.</summary>
/// <source choice="issue of the project: halving and doubling the assumed collateral dimensions"/>
public static class BodyUncertainty
{
    /// <summary>Postures that are sampled, with their tilt [degrees].</summary>
    public static IReadOnlyList<KeyValuePair<string, double>> Postures { get; } =
        [KeyValuePair.Create("supine", 0.0), KeyValuePair.Create("sitting", 90.0)];

    /// <summary>Computes the rows of <c>uncertainty.csv</c>.</summary>
    /// <param name="model">The whole model as its files say, with its collaterals.</param>
    /// <param name="settings">Samples, seed, detail, workers.</param>
    /// <param name="progress">Told the share of solves that are done, 0 to 1.</param>
    /// <param name="cancellation">Cancels between solves.</param>
    /// <exception cref="ArgumentException">The model as it stands has no mean-flow state, or no
    /// collaterals.</exception>
    public static IReadOnlyList<UncertaintyRow> Run(
        BodyModel model, UncertaintySettings settings, IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        if (model.Collaterals.Count == 0)
            throw new ArgumentException($"The model '{model.Id}' lists no collaterals.", nameof(model));
        List<UncertaintyRow> rows = [];
        int done = 0, all = settings.Samples * Postures.Count;
        foreach ((string posture, double degrees) in Postures)
        {
            Angle tilt = Angle.FromDegrees(degrees);
            SteadyBody nominal = SteadyBody.Find(model.At(settings.Detail), tilt, null, cancellation);
            if (nominal.Failure is { } failure)
                throw new ArgumentException($"The model '{model.Id}', {posture}: {failure}.", nameof(model));
            var headlines = new Headlines(nominal.Model, posture);
            double[]?[] samples = new double[]?[settings.Samples];
            Parallel.For(0, settings.Samples,
                new ParallelOptions { MaxDegreeOfParallelism = settings.Workers, CancellationToken = cancellation },
                k =>
                {
                    // From the nominal state, never from another sample: so the bits do not depend on their order.
                    BodyModel sampled = CollateralSample.Of(
                        model, CollateralSample.Factors(model, settings.Seed, k)).At(settings.Detail);
                    SteadyBody body = SteadyBody.Find(sampled, tilt, nominal, cancellation);
                    samples[k] = body.Failure is null ? headlines.Values(body) : null;
                    progress?.Report((double)Interlocked.Increment(ref done) / all);
                });
            rows.AddRange(Quantiles(model, settings, posture, headlines, headlines.Values(nominal), samples));
        }

        return rows;
    }

    private static IEnumerable<UncertaintyRow> Quantiles(
        BodyModel model, UncertaintySettings settings, string posture, Headlines headlines, double[] nominal,
        double[]?[] samples)
    {
        double[][] good = [.. samples.OfType<double[]>()];
        for (int i = 0; i < nominal.Length; i++)
        {
            double[] sorted = [.. good.Select(sample => sample[i]).Order()];
            if (sorted.Length == 0 || !double.IsFinite(nominal[i]) || !sorted.All(double.IsFinite)) continue;
            (string quantity, string unit, double? distance) = headlines.All[i];
            yield return new UncertaintyRow(
                quantity, posture, unit, nominal[i], Quantile(sorted, 0.5), Quantile(sorted, 0.025),
                Quantile(sorted, 0.16), Quantile(sorted, 0.84), Quantile(sorted, 0.975), distance, good.Length,
                samples.Length - good.Length, settings.Seed, settings.Detail == AnatomicalDetail.Core ? "core" : "full",
                model.Hash);
        }
    }

    // Linear between the order statistics (type 7 of Hyndman and Fan).
    private static double Quantile(double[] sorted, double share)
    {
        double at = share * (sorted.Length - 1);
        int below = (int)at;
        double part = at - below;
        return below + 1 < sorted.Length ? sorted[below] * (1 - part) + sorted[below + 1] * part : sorted[below];
    }
}

/// <summary>What an uncertainty is asked for.</summary>
/// <source choice="defaults of the project, docs/guide/calibration.md"/>
public sealed record UncertaintySettings
{
    /// <summary>Samples of each posture; default 200.</summary>
    public int Samples { get; init; } = 200;

    /// <summary>Seed; default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Level of detail; default core.</summary>
    public AnatomicalDetail Detail { get; init; }

    /// <summary>Solves made at the same time; default 2. The result does not depend on it.</summary>
    public int Workers { get; init; } = 2;
}

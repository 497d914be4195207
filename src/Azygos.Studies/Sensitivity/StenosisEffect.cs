using Azygos.Body.Anatomy;
using Azygos.Body.Calibration;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Clinic.Lesions;
using Azygos.Quantities;
using Azygos.Studies.Results;

namespace Azygos.Studies.Sensitivity;

/// <summary>What a narrowing of a jugular vein does, as a distribution: the same narrowing in bodies whose assumed
/// collateral veins are half or twice as wide, and all between.</summary>
/// <remarks>An effect is the body with the narrowing less the same body without it, so that what the collaterals do by
/// themselves cancels. Mean-flow states, lying.</remarks>
/// <param name="Side">Side, <c>left</c>, <c>right</c> or <c>both</c>.</param>
/// <param name="AreaReduction">Share of the lumen lost [1].</param>
/// <param name="Quantity">What changes.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="AsAssumed">The effect in the model as it stands.</param>
/// <param name="Effect">Median and middle 95 % over collaterals.</param>
/// <param name="Stopped">Samples whose body had no state.</param>
/// <source choice="a factor of two either way, log-evenly: CollateralSample"/>
public sealed record StenosisEffect(string Side, double AreaReduction, string Quantity, string Unit, double AsAssumed,
    Spread Effect, int Stopped)
{
    private static readonly (string Quantity, string Unit, Func<SteadyBody, double> Of)[] Quantities =
    [
        ("superior sagittal sinus, pressure", "mmHg", body => Site(body, "sss").Pressure.Mean),
        ("cranial fluid, pressure", "mmHg", body => Site(body, "icp").Pressure.Mean),
        ("jugular veins, flow", "mL/min",
            body => Site(body, "ijv_left_j2").Flow!.Value.Mean + Site(body, "ijv_right_j2").Flow!.Value.Mean),
        ("vertebral veins, flow", "mL/min", body => Site(body, "vertebral_vein_left").Flow!.Value.Mean
            + Site(body, "vertebral_vein_right").Flow!.Value.Mean),
        ("azygos vein, flow", "mL/min", body => Site(body, "azygos").Flow!.Value.Mean),
    ];

    private static readonly string[] Sides = ["left", "right"];

    /// <summary>Effects of narrowings at J3.</summary>
    /// <param name="whole">The model with its collaterals.</param>
    /// <param name="narrowings">Sides and shares of the lumen lost.</param>
    /// <param name="samples">Samples of the collaterals, at least 2.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="ArgumentException">The model has no collaterals, or no mean-flow state.</exception>
    public static IReadOnlyList<StenosisEffect> Of(BodyModel whole,
        IReadOnlyList<(string Side, double AreaReduction)> narrowings, int samples, int seed,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(narrowings);
        if (whole.Collaterals.Count == 0) throw new ArgumentException($"{whole.Id} lists no collaterals", nameof(whole));
        SteadyBody nominal = Found(whole.At(AnatomicalDetail.Core), null);
        double[][] assumed = Effects(whole.At(AnatomicalDetail.Core), nominal, narrowings)
            ?? throw new ArgumentException($"{whole.Id} has no mean-flow state", nameof(whole));
        double[][]?[] found = new double[][]?[samples];
        Parallel.For(0, samples, new ParallelOptions { CancellationToken = cancellation }, k => found[k] = Effects(
            CollateralSample.Of(whole, CollateralSample.Factors(whole, seed, k)).At(AnatomicalDetail.Core), nominal, narrowings));
        double[][][] good = [.. found.OfType<double[][]>()];
        return [.. narrowings.SelectMany((one, n) => Quantities.Select((quantity, q) => new StenosisEffect(
            one.Side, one.AreaReduction, quantity.Quantity, quantity.Unit, assumed[n][q],
            Spread.Of(good.Select(sample => sample[n][q])) ?? new Spread(double.NaN, double.NaN, double.NaN, 0),
            samples - good.Length)))];
    }

    private static double[][]? Effects(
        BodyModel model, SteadyBody near, IReadOnlyList<(string Side, double AreaReduction)> narrowings)
    {
        SteadyBody open = Found(model, near);
        if (open.Failure is not null) return null;
        double[][] effects = new double[narrowings.Count][];
        for (int n = 0; n < narrowings.Count; n++)
        {
            SteadyBody narrow = Found(Lesion.All(model, Lesions(narrowings[n])), open);
            if (narrow.Failure is not null) return null;
            effects[n] = [.. Quantities.Select(quantity => quantity.Of(narrow) - quantity.Of(open))];
        }
        return effects;
    }

    private static IEnumerable<Lesion> Lesions((string Side, double AreaReduction) narrowing) =>
        Sides.Where(side => narrowing.Side == "both" || narrowing.Side == side)
            .Select(side => new Stenosis
            {
                Id = $"narrowing_{side}",
                Vessel = $"ijv_{side}_j3",
                AreaReduction = narrowing.AreaReduction,
            });

    private static SteadyBody Found(BodyModel model, SteadyBody? near) =>
        SteadyBody.Find(model, Angle.FromDegrees(0), near);

    private static SiteResult Site(SteadyBody body, string id) => body.Sites.First(site => site.Site.Id == id);
}

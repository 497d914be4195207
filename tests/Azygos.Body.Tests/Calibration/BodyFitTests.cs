using Azygos.Body.Calibration;
using Azygos.Body.Model;
using Azygos.Body.Results;

namespace Azygos.Body.Tests.Calibration;

/// <summary>A fit finds the knobs of a body whose own values are its targets, wherever it begins, and says when it
/// cannot.</summary>
public sealed class BodyFitTests
{
    // Knobs that the supine rows see well; the others share directions that they hardly see.
    private static readonly string[] Seen =
    [
        "leg_resistance", "chest_wall_resistance", "sinus_radius", "vertebral_vein_radius", "cortical_drainage",
        "blood_volume", "ventricular_passive_elastance",
    ];

    // A prior so wide that it draws no knob away from its datum by more than the tolerance below.
    private static readonly FitSettings Wide = new() { PriorWidth = 30 };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Its_own_values_bring_the_knobs_back(bool fromStart)
    {
        BodyModel model = Twin(ShippedBody.Model, m => SteadyBody.Find(m, default));
        FitResult fit = BodyFit.Run(
            model, Wide with { FromStart = fromStart }, beating: null, null, TestContext.Current.CancellationToken);
        Assert.Null(fit.Failure);
        AreBack(fit, 0.01);
        Assert.All(fit.Targets.Where(t => t.Steady is not null), t => Assert.True(t.Held));
        Assert.True(fit.Identifiability!.SingularValues[^1] > 0.5, "a knob of this test is hardly seen");
    }

    [Fact]
    public void A_beating_run_corrects_the_steady_fit()
    {
        // What beats here is a mean-flow body at another heart rate: its means differ, by up to a tenth.
        SteadyBody Beats(BodyModel model) => SteadyBody.Find(
            model with
            {
                Parameters = model.Parameters.ToDictionary(
                    p => p.Key, p => p.Key == "heart.rate_per_min" ? p.Value with { Value = 77 } : p.Value),
            }, default);
        BodyModel model = Twin(ShippedBody.Model, Beats);
        FitResult fit = BodyFit.Run(
            model, new FitSettings(), (turned, _) => Beats(turned).Result!, null,
            TestContext.Current.CancellationToken);
        Assert.Null(fit.Failure);
        Assert.InRange(fit.Rounds, 2, 6);
        // The prior of the default settings holds each target off by a share of its half band.
        Assert.All(fit.Targets, t => Assert.Equal(t.Row.Value, t.Beating!.Value, 0.15 * FitTarget.HalfBand(t.Row)));
        Assert.Contains(fit.Targets, t => Math.Abs(t.Steady!.Value / t.Beating!.Value - 1) > 0.02);
    }

    [Fact]
    public void A_target_out_of_reach_leaves_its_knob_at_the_end_of_its_range()
    {
        BodyModel model = Twin(ShippedBody.Model, m => SteadyBody.Find(m, default));
        model = model with
        {
            Validation = [.. model.Validation.Select(v => v.Id == "vertebral_veins"
                ? v with { Value = 900, Low = 890, High = 910 }
                : v)],
        };
        FitResult fit = BodyFit.Run(model, Wide, beating: null, null, TestContext.Current.CancellationToken);
        Assert.True(fit.Knobs.Single(k => k.Row.Knob == "vertebral_vein_radius").IsAtEnd);
        FitTarget missed = fit.Targets.Single(t => t.Row.Id == "vertebral_veins");
        Assert.False(missed.Held);
        Assert.Equal(890 - missed.Steady!.Value, missed.Miss);
    }

    [Fact]
    public void A_beating_run_that_stops_stops_the_fit_with_its_place()
    {
        BodyModel model = Twin(ShippedBody.Model, m => SteadyBody.Find(m, default));
        SimulationResult stopped = SteadyBody.Find(
            model, default, null, TestContext.Current.CancellationToken).Result! with
        {
            Ending = new RunEnding(false, "it broke", 1, "torcular"),
        };
        FitResult fit = BodyFit.Run(model, Wide, (_, _) => stopped, null, TestContext.Current.CancellationToken);
        Assert.Contains("torcular", fit.Failure, StringComparison.Ordinal);
        Assert.Contains("it broke", fit.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void One_and_two_workers_give_the_same_bits()
    {
        BodyModel model = Twin(ShippedBody.Model, m => SteadyBody.Find(m, default));
        double[] Values(int workers) => [.. BodyFit.Run(
            model, Wide with { Workers = workers, FromStart = false }, beating: null, null,
            TestContext.Current.CancellationToken).Knobs.Select(k => k.Row.Value!.Value)];
        Assert.Equal(Values(1), Values(2));
    }

    private static void AreBack(FitResult fit, double tolerance) => Assert.All(fit.Knobs, knob => Assert.InRange(
        knob.Row.Value!.Value / ShippedBody.Model.Calibration.Single(k => k.Knob == knob.Row.Knob).Value!.Value,
        1 - tolerance, 1 + tolerance));

    // The model with its own values as the targets of the knobs that are seen.
    private static BodyModel Twin(BodyModel model, Func<BodyModel, SteadyBody> body)
    {
        SteadyBody own = body(model);
        return model with
        {
            Calibration = [.. model.Calibration.Select(k => Seen.Contains(k.Knob) ? k : k with { Kind = "kept" })],
            Validation = [.. model.Validation.Where(v => own.Value(v.Quantity, v.Unit) is not null)
                .Select(v =>
                {
                    double value = own.Value(v.Quantity, v.Unit)!.Value, half = FitTarget.HalfBand(v);
                    return v with { Value = value, Low = value - half, High = value + half };
                })],
        };
    }
}

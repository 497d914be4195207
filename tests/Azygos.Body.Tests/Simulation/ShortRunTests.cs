using Azygos.Body.Model;
using Azygos.Body.Results;

namespace Azygos.Body.Tests.Simulation;

/// <summary>Two breaths in long steps, not yet periodic: enough to compare runs with each other, number by
/// number.</summary>
public sealed class ShortRunTests
{
    private static readonly SimulationSettings TwoBreaths = new() { TimeStep = 0.01, MaximumBeats = 1 };

    private static readonly Lazy<SimulationResult> Plain = new(() => Run(ShippedBody.Model));

    [Fact]
    public void The_same_run_gives_the_same_bits() => SameBits(Plain.Value, Run(ShippedBody.Model));

    [Theory]
    [InlineData("vessels.ijv_right_j2.rest_area_cm2")]
    [InlineData("heart.rate_per_min")]
    [InlineData("valves.mitral.stenosis")]
    public void A_number_replaced_by_itself_changes_no_bit(string path)
    {
        string value = path switch
        {
            "heart.rate_per_min" => Text(ShippedBody.Model.Parameters[path].Value),
            "valves.mitral.stenosis" => Text(ShippedBody.Model.Valves.Single(v => v.Id == "mitral").Stenosis),
            _ => Text(ShippedBody.Model.Vessels.Single(v => v.Id == "ijv_right_j2").RestArea),
        };
        SameBits(Plain.Value, Run(ShippedBody.With((path, value))));
    }

    [Fact]
    public void A_narrowing_changes_the_run()
    {
        SimulationResult narrowed = Run(ShippedBody.With(("vessels.ijv_right_j2.rest_area_cm2", "0.1")));
        Assert.True(
            Mean(narrowed, "ijv_right_j2") < 0.5 * Mean(Plain.Value, "ijv_right_j2"),
            "the narrowed vein still carries as much");
    }

    [Fact]
    public void A_body_and_its_mirror_image_give_mirrored_results()
    {
        // The pressure sensor is in the right carotid artery in both: it must not listen.
        BodyModel model = ShippedBody.With(("reflex.gain", "0"));
        SimulationResult plain = Run(model), mirrored = Run(MirroredBody.Of(model));
        foreach (Wave wave in plain.Waves)
        {
            Wave other = mirrored.Waves.Single(
                w => w.Site == MirroredBody.Mirror(wave.Site) && w.Quantity == wave.Quantity);
            double pulse = Math.Max(wave.Values.Max() - wave.Values.Min(), Math.Abs(wave.Values.Max()));
            // The unknowns stand in another order, so sums round differently, and an unsteady start lets rounding grow:
            // 1e-6 of the pulse.
            for (int i = 0; i < wave.Values.Length; i++)
                Assert.Equal(wave.Values[i], other.Values[i], 1e-6 * pulse);
        }
    }

    private static SimulationResult Run(BodyModel model) =>
        BodySimulation.Run(model, TwoBreaths, null, TestContext.Current.CancellationToken);

    private static double Mean(SimulationResult result, string site) => result.Site(site).Flow!.Value.Mean;

    private static string Text(double value) => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);

    private static void SameBits(SimulationResult a, SimulationResult b)
    {
        Assert.Equal(a.Steps, b.Steps);
        Assert.Equal(a.PeriodicResidual, b.PeriodicResidual);
        Assert.Equal(a.BloodVolume, b.BloodVolume);
        Assert.Equal(a.Waves.Count, b.Waves.Count);
        for (int w = 0; w < a.Waves.Count; w++)
            Assert.True(
                a.Waves[w].Values.AsSpan().SequenceEqual(b.Waves[w].Values),
                $"{a.Waves[w].Site} {a.Waves[w].Quantity} differs");
    }
}

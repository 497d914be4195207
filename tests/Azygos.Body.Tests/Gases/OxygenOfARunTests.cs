using Azygos.Body.Results;
using Azygos.Body.Tests.Simulation;

namespace Azygos.Body.Tests.Gases;

[Trait("Speed", "slow")]
public sealed class OxygenOfARunTests(SupineRun run) : IClassFixture<SupineRun>
{
    private readonly OxygenResult oxygen = run.Result.Oxygen!;

    [Fact]
    public void The_lungs_take_up_what_all_tissue_consumes()
    {
        Assert.InRange(oxygen.ConservationError, 0, 1e-12);
        Assert.Equal(
            oxygen.Consumption, oxygen.Territories.Concat(oxygen.Beds).Sum(bed => bed.Consumption),
            1e-9 * oxygen.Consumption);
    }

    [Fact]
    public void Sampled_mean_flows_of_all_branches_nearly_balance() =>
        // 0.05 % of the cardiac output: means of 10 ms samples at valves that open and shut.
        Assert.InRange(oxygen.FlowCorrection, 0, 0.0005 * 1000 * run.Result.CardiacOutput);

    [Fact]
    public void At_rest_no_tissue_goes_short_and_the_brain_keeps_a_pressure()
    {
        Assert.DoesNotContain(oxygen.Territories.Concat(oxygen.Beds), bed => bed.IsLimited);
        Assert.All(oxygen.Territories, bed => Assert.InRange(bed.TissuePressure!.Value, 0.1, bed.CapillaryPressure));
    }

    /// <summary>Ranges of healthy people: OEF 0.3 to 0.45, sagittal sinus 59.6 ± 4.8 % (TRUST), mixed venous blood 65
    /// to 80 % (textbook).</summary>
    [Fact]
    public void Blood_that_left_the_tissues_is_as_dark_as_in_people()
    {
        Assert.InRange(oxygen.Brain.ExtractionFraction, 0.3, 0.45);
        Assert.InRange(Saturation("sss"), 0.548, 0.644);
        Assert.InRange(oxygen.MixedVenousSaturation, 0.65, 0.8);
        Assert.Equal(oxygen.ArterialSaturation, Saturation("internal_carotid_right"), 1e-9);
    }

    [Fact]
    public void Jugular_blood_is_brighter_than_the_sinuses_where_the_face_joins()
    {
        Assert.True(Saturation("jugular_bulb_right") >= Saturation("sigmoid_sinus_right"));
        Assert.True(Saturation("ijv_right_j1") > Saturation("sss"));
        Assert.True(Saturation("external_jugular_right") > Saturation("ijv_right_j1"));
    }

    [Fact]
    public void What_beats_could_mix_is_bounded_and_small_in_the_sinuses()
    {
        SiteOxygen[] carrying = [.. oxygen.Sites.Where(site => site.Bound is not null)];
        Assert.All(carrying, site => Assert.InRange(site.Mixed!.Value, 0, 1));
        Assert.InRange(carrying.First(site => site.Site.Id == "sss").Bound!.Value, 0, 0.002);
        Assert.InRange(carrying.Max(site => site.Bound!.Value), 0, 0.05);
    }

    [Fact]
    public void Fluid_around_the_brain_has_no_saturation() =>
        Assert.DoesNotContain(oxygen.Sites, site => site.Site.Id is "icp" or "csf_spinal");

    private double Saturation(string site) => oxygen.Sites.First(one => one.Site.Id == site).Saturation!.Value;
}

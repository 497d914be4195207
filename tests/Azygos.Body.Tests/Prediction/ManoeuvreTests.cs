using Azygos.Body.Model;
using Azygos.Body.Prediction;
using Azygos.Body.Tests.Anatomy;

namespace Azygos.Body.Tests.Prediction;

public sealed class ManoeuvreTests
{
    private static BodyModel Model => AnatomicalBody.Full;

    [Fact]
    public void A_value_a_factor_and_a_sum_each_change_every_number_that_the_path_names()
    {
        Manoeuvre manoeuvre = Manoeuvre.Parse(
            "vessels.ijv_*_j2.rest_area_cm2 = 0; vessels.azygos.rest_area_cm2 x 0.25; blood.volume_mL + -300",
            out string? fault)!;
        Assert.Null(fault);
        BodyModel changed = manoeuvre.On(Model);
        Assert.Equal(0, Area(changed, "ijv_right_j2"));
        Assert.Equal(0, Area(changed, "ijv_left_j2"));
        Assert.Equal(Area(Model, "ijv_right_j3"), Area(changed, "ijv_right_j3"));
        Assert.Equal(0.25 * Area(Model, "azygos"), Area(changed, "azygos"));
        Assert.Equal(
            Model.Parameters["blood.volume_mL"].Value - 300, changed.Parameters["blood.volume_mL"].Value);
        Assert.Equal(
            ["blood.volume_mL", "vessels.azygos.rest_area_cm2", "vessels.ijv_left_j2.rest_area_cm2",
                "vessels.ijv_right_j2.rest_area_cm2"],
            manoeuvre.Numbers(Model, out _).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_leaves_the_model_as_it_is() => Assert.Same(Model, Manoeuvre.None.On(Model));

    [Theory]
    [InlineData("vessels.azygos.rest_area_cm2=0")]
    [InlineData("vessels.azygos.rest_area_cm2 = zero")]
    [InlineData("vessels.azygos.rest_area_cm2 = NaN")]
    [InlineData("vessels.azygos.rest_area_cm2 - 1")]
    [InlineData("closed")]
    public void What_is_not_a_change_is_refused(string text)
    {
        Assert.Null(Manoeuvre.Parse(text, out string? fault));
        Assert.NotNull(fault);
    }

    [Theory]
    [InlineData("vessels.no_such_vein.rest_area_cm2 = 0")]
    [InlineData("vessels.azygos.colour = 0")]
    [InlineData("heart.no_such_number x 2")]
    public void A_path_that_fits_nothing_is_told(string text)
    {
        Manoeuvre.Parse(text, out _)!.Numbers(Model, out string? fault);
        Assert.NotNull(fault);
    }

    private static double Area(BodyModel model, string vessel) => model.Vessels.Single(v => v.Id == vessel).RestArea;
}

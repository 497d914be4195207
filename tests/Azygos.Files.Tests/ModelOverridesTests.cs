using Azygos.Body.Model;
using Azygos.Files.Faults;
using Azygos.Files.Overrides;

namespace Azygos.Files.Tests;

public sealed class ModelOverridesTests
{
    private static OverriddenModel? Apply(FaultList faults, params string[] texts) => ModelOverrides.Apply(
        ShippedModel.Model, [.. texts.Select(text => Override.Parse(text, faults)).OfType<Override>()], faults);

    private static Fault Refused(string text)
    {
        FaultList faults = new();
        Assert.Null(Apply(faults, text));
        return Assert.Single(faults.Found);
    }

    [Theory]
    [InlineData("heart.rate_per_min=80", "heart.rate_per_min", 80)]
    [InlineData("heart.rate=80", "heart.rate_per_min", 80)]
    [InlineData("heart.rate = 1.5 Hz", "heart.rate_per_min", 90)]
    [InlineData("blood.volume=4.2 L", "blood.volume_mL", 4200)]
    [InlineData("blood.volume=4.2L", "blood.volume_mL", 4200)]
    [InlineData("blood.volume=4.2e3", "blood.volume_mL", 4200)]
    [InlineData("breathing.pleural_end_expiration=-0.4 kPa", "breathing.pleural_end_expiration_mmHg", -3.000255)]
    public void A_parameter_is_replaced(string text, string path, double value)
    {
        FaultList faults = new();
        OverriddenModel changed = Apply(faults, text)!;
        // 1e-6: the digits that the expected values are written with.
        Assert.Equal(value, changed.Model.Parameters[path].Value, Math.Abs(value) * 1e-6);
        Assert.Equal(path, Assert.Single(changed.Applied).Key);
        Assert.Equal(ShippedModel.Model.Hash, changed.Model.Hash);
        Assert.NotEqual(value, ShippedModel.Model.Parameters[path].Value);
    }

    [Theory]
    [InlineData("vessels.ijv_right_j2.rest_area_cm2=0", 0)]
    [InlineData("vessels.ijv_right_j2.rest_area=50 mm²", 0.5)]
    [InlineData("vessels.ijv_right_j2.rest_area=50mm2", 0.5)]
    public void A_cell_is_replaced_and_no_other(string text, double area)
    {
        FaultList faults = new();
        OverriddenModel changed = Apply(faults, text)!;
        Assert.Equal("vessels.ijv_right_j2.rest_area_cm2", Assert.Single(changed.Applied).Key);
        for (int i = 0; i < ShippedModel.Model.Vessels.Count; i++)
        {
            VesselRow before = ShippedModel.Model.Vessels[i], after = changed.Model.Vessels[i];
            Assert.Equal(before.Id == "ijv_right_j2" ? before with { RestArea = area } : before, after);
        }
    }

    [Fact]
    public void A_row_of_two_keys_is_named_with_a_colon()
    {
        CerebralDrainRow drain = ShippedModel.Model.CerebralDrains[0];
        FaultList faults = new();
        string value = drain.Share.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.NotNull(Apply(faults, $"cerebral_drains.{drain.Bed}:{drain.Vein}.share={value}"));
    }

    [Fact]
    public void The_last_of_the_same_path_wins_and_all_are_listed()
    {
        FaultList faults = new();
        OverriddenModel changed = Apply(faults, "heart.rate=80", "heart.rate=90")!;
        Assert.Equal(90, changed.Model.Parameters["heart.rate_per_min"].Value);
        Assert.Equal([80, 90], changed.Applied.Select(pair => pair.Value));
    }

    [Theory]
    [InlineData("heart.rate=300", "is outside the allowed range: from 20 to 220 1/min")]
    [InlineData("heart.rate=NaN", "is not a number; allowed: from 20 to 220 1/min")]
    [InlineData("heart.rate=1e999", "is not a finite number; allowed: from 20 to 220 1/min")]
    [InlineData("heart.rate=fast", "is not a number; allowed: from 20 to 220 1/min")]
    [InlineData("heart.rate=80 mmHg", "has the unit mmHg; a value in 1/min is needed; allowed: from 20 to 220 1/min")]
    [InlineData("heart.rate=80 furlongs", "which is not known; leave it out or write 1/min")]
    [InlineData("heart.rat=80", "did you mean heart.rate?")]
    [InlineData("haert.rate_per_min=80", "did you mean heart.rate_per_min?")]
    [InlineData("nonsense=1", "is neither a parameter nor TABLE.ROW.COLUMN")]
    [InlineData("heart.atrial_contraction=0.1",
        "could be heart.atrial_contraction_fraction or heart.atrial_contraction_onset_fraction")]
    [InlineData("vesels.ijv_right_j2.length_cm=4", "did you mean vessels.ijv_right_j2.length_cm?")]
    [InlineData("vessels.ijv_rigth_j2.length_cm=4", "vessels has no row ijv_rigth_j2; did you mean ijv_right_j2?")]
    [InlineData("vessels.ijv_right_j2.lenght_cm=4", "did you mean length_cm?")]
    [InlineData("vessels.ijv_right_j2.wall=rigid", "vessels has no number wall")]
    [InlineData("vessels.ijv_right_j2=4", "vessels needs vessels.ROW.COLUMN")]
    [InlineData("vessels.ijv_right_j2.length=0", "above 0 and at most 200 cm")]
    [InlineData("vessels.ijv_right_j2.cells=1.5", "is not a whole number")]
    [InlineData("validation.brain_inflow.low=1", "is neither a parameter nor TABLE.ROW.COLUMN")]
    public void A_wrong_path_or_value_is_refused(string text, string message)
    {
        Fault fault = Refused(text);
        Assert.Equal(("--set", text.Split('=')[0], text.Split('=')[1]), (fault.File, fault.Key, fault.Value));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("heart.rate")]
    [InlineData("=80")]
    [InlineData("heart.rate=")]
    public void What_is_not_path_and_value_is_refused(string text)
    {
        FaultList faults = new();
        Assert.Null(Override.Parse(text, faults));
        Assert.Contains("is not path=value", Assert.Single(faults.Found).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_length_below_the_vessels_rise_is_refused()
    {
        VesselRow tallest = ShippedModel.Model.Vessels.MaxBy(row => Math.Abs(Z(row.From) - Z(row.To)))!;
        Fault fault = Refused($"vessels.{tallest.Id}.length=0.01");
        Assert.Equal($"vessels.{tallest.Id}.length_cm", fault.Key);
        Assert.Contains("is shorter than the height between", fault.Message, StringComparison.Ordinal);

        double Z(string node) => ShippedModel.Model.Nodes.Single(row => row.Id == node).Z;
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        FaultList faults = new();
        Assert.Null(Apply(faults, "heart.rate=300", "nonsense=1", "blood.volume=-1"));
        Assert.Equal(3, faults.Count);
    }
}

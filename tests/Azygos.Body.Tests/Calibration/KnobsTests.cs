using Azygos.Body.Calibration;
using Azygos.Body.Model;

namespace Azygos.Body.Tests.Calibration;

/// <summary>Knobs scale the numbers that they name, and nothing else.</summary>
public sealed class KnobsTests
{
    private static BodyModel Model => ShippedBody.Model;

    [Fact]
    public void A_radius_scales_the_areas_of_both_sides_by_its_square()
    {
        double now = Model.Calibration.Single(k => k.Knob == "vertebral_vein_radius").Value!.Value;
        BodyModel turned = Knobs.Turn(Model, "vertebral_vein_radius", 2 * now);
        Assert.All(Model.Vessels.Zip(turned.Vessels), pair =>
        {
            bool isNamed = pair.First.Id is "vertebral_vein_right" or "vertebral_vein_left";
            Assert.Equal(pair.First with { RestArea = pair.First.RestArea * (isNamed ? 4 : 1) }, pair.Second);
        });
        Assert.Equal(2 * now, turned.Calibration.Single(k => k.Knob == "vertebral_vein_radius").Value);
    }

    [Fact]
    public void Turned_there_and_back_a_model_is_what_it_was()
    {
        BodyModel model = Model;
        foreach (CalibrationRow knob in Model.Calibration.Where(Knobs.IsFitted))
            model = Knobs.Turn(model, knob.Knob, knob.Start!.Value);
        foreach (CalibrationRow knob in Model.Calibration.Where(Knobs.IsFitted))
            model = Knobs.Turn(model, knob.Knob, knob.Value!.Value);
        // Rounding of a dozen operations; shares of drains and bridging veins are added up anew, and stand in the tables
        // with eight digits, the smallest of them being 0.01.
        Assert.All(Knobs.Changes(Model, model), change => Assert.Equal(
            1, change.Value / Number(Model, change), change.Column.Contains("share", StringComparison.Ordinal)
                ? 1e-6
                : 1e-14));
    }

    [Fact]
    public void Changes_are_the_numbers_that_a_knob_names_and_its_value()
    {
        IReadOnlyList<ChangedCell> changes = Knobs.Changes(Model, Knobs.Turn(Model, "blood_volume", 4500));
        Assert.Equal(
            [new ChangedCell("parameters", "blood.volume_mL", "value", 4500),
             new ChangedCell("calibration", "blood_volume", "value", 4500)],
            changes.Select(c => c with { Value = Math.Round(c.Value, 9) }));
    }

    [Fact]
    public void Shares_of_cerebral_outflow_still_add_up_to_one()
    {
        BodyModel turned = Knobs.Turn(Model, "cortical_drainage", 40);
        Assert.All(turned.CerebralDrains.GroupBy(d => d.Bed), bed => Assert.Equal(1, bed.Sum(d => d.Share), 1e-12));
        Assert.Equal(1, turned.BridgingVeins.Sum(b => b.FlowShare), 1e-7);   // as exactly as the shipped shares do
        double Cortical(BodyModel model) =>
            model.BridgingVeins.Single(b => b.Id == "bridging_cortical_right").FlowShare;
        Assert.Equal(40.0 / 53, Cortical(turned) / Cortical(Model), 1e-6);   // the shipped shares have eight digits
    }

    [Theory]
    [InlineData("vessels.no_such_*.rest_area_cm2", "fits no number")]
    [InlineData("vessels.ijv_right_j2.cells", "no column that a knob may scale")]
    [InlineData("heart.no_such", "fits no number")]
    public void A_pattern_that_turns_nothing_says_so(string cells, string reason)
    {
        Knobs.Paths(Model, cells, out string? fault);
        Assert.Contains(reason, fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no_such", 1.0)]
    [InlineData("emissary_walls", 1.0)]
    [InlineData("blood_volume", 0.0)]
    [InlineData("blood_volume", double.NaN)]
    public void A_knob_that_cannot_be_turned_is_refused(string knob, double value) =>
        Assert.Throws<ArgumentException>(() => Knobs.Turn(Model, knob, value));

    [Theory]
    [InlineData("a*", "a", true)]
    [InlineData("a*b", "ab", true)]
    [InlineData("a*b", "aXb", true)]
    [InlineData("ab*b", "ab", false)]
    [InlineData("*_ventricle", "left_ventricle", true)]
    [InlineData("a*c*e", "abcde", true)]
    [InlineData("a*d*c", "abcde", false)]
    [InlineData("a", "ab", false)]
    public void A_star_stands_for_any_letters(string pattern, string name, bool fits) =>
        Assert.Equal(fits, NamePattern.Fits(pattern, name));

    private static double Number(BodyModel model, ChangedCell cell) => cell.Table switch
    {
        "parameters" => model.Parameters[cell.Row].Value,
        "vessels" when cell.Column == "rest_area_cm2" => model.Vessels.Single(v => v.Id == cell.Row).RestArea,
        "vessels" => model.Vessels.Single(v => v.Id == cell.Row).Stiffness!.Value,
        "beds" when cell.Column[0] == 'p' => model.Beds.Single(b => b.Id == cell.Row).ProximalResistance,
        "beds" => model.Beds.Single(b => b.Id == cell.Row).DistalResistance,
        "chambers" => model.Chambers.Single(c => c.Id == cell.Row).PassiveElastance,
        "cerebral_drains" => model.CerebralDrains.Single(d => $"{d.Bed}:{d.Vein}" == cell.Row).Share,
        "bridging_veins" => model.BridgingVeins.Single(b => b.Id == cell.Row).FlowShare,
        _ => model.Calibration.Single(k => k.Knob == cell.Row).Value!.Value,
    };
}

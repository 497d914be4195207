using Azygos.Body.Anatomy;
using Azygos.Body.Model;
using Azygos.Files.Cases;
using Azygos.Files.Faults;
using Azygos.Files.ModelFolder;
using Azygos.Files.Overrides;

namespace Azygos.Files.Tests;

/// <summary>Tiers of vessels in files, and the level of detail of a run.</summary>
public sealed class TierTests
{
    private static readonly BodyModel Anatomical =
        ModelReader.Read(Path.Combine(AppContext.BaseDirectory, "models", "healthy-adult"));

    [Fact]
    public void A_tier_is_1_or_2()
    {
        ShippedModel model = ShippedModel.Copy();
        model.Cell("vessels.csv", "ijv_right_j2,", "tier", "3");
        Fault fault = Assert.Single(model.Faults());
        Assert.Equal(("tier", "3"), (fault.Key, fault.Value));
    }

    [Fact]
    public void Each_model_says_how_its_vessels_are_run()
    {
        Assert.Equal(VesselTreatment.Lumped, ShippedModel.Model.VesselTreatment);
        Assert.Equal(VesselTreatment.Waves, Anatomical.VesselTreatment);
    }

    [Fact]
    public void A_bed_that_core_detail_cannot_place_is_refused()
    {
        // The bed's vein is reached from the heart, by a vessel of tier 2, and no vessel leads from it to the heart.
        ShippedModel model = ShippedModel.Copy();
        BedRow bed = ShippedModel.Model.Beds[0];
        model.Add("nodes.csv", "island_a,Island,0,0,0,assumed,,");
        model.Add("vessels.csv", Vessel("bridge", "right_atrium", "island_a", tier: 2));
        int line = model.Cell("beds.csv", bed.Id + ",", "vein", "island_a");
        Fault fault = Assert.Single(model.Faults());
        Assert.Equal((line, "id", bed.Id), (fault.Line, fault.Key, fault.Value));
        Assert.Contains("core detail cannot place it", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_core_detail_would_cut_off_is_refused()
    {
        ShippedModel model = ShippedModel.Copy();
        int line = model.Add("nodes.csv", "island_a,Island,0,0,0,assumed,,");
        model.Add("nodes.csv", "island_b,Island,0,0,0,assumed,,");
        model.Add("vessels.csv", Vessel("bridge", "island_b", "right_atrium", tier: 2));
        model.Add("vessels.csv", Vessel("island", "island_a", "island_b", tier: 1));
        Assert.All(model.Faults(), fault =>
            Assert.Contains("core detail would cut it off", fault.Message, StringComparison.Ordinal));
        Assert.Equal([line, line + 1], model.Faults().Select(fault => fault.Line!.Value));
    }

    [Theory]
    [InlineData(null, null, AnatomicalDetail.Core)]
    [InlineData("full", null, AnatomicalDetail.Full)]
    [InlineData("full", AnatomicalDetail.Core, AnatomicalDetail.Core)]
    [InlineData(null, AnatomicalDetail.Full, AnatomicalDetail.Full)]
    public void A_run_has_the_detail_of_the_command_line_else_of_the_case_else_the_core(
        string? ofCase, AnatomicalDetail? commanded, AnatomicalDetail expected)
    {
        PreparedRun run = Prepare(ofCase is null ? "" : $"detail: {ofCase}\n", commanded, [])!;
        Assert.Equal(expected, run.Settings.Detail);
        Assert.Equal(Anatomical.At(expected).Vessels.Count, run.Model.Vessels.Count);
    }

    [Fact]
    public void A_level_that_there_is_not_is_refused() =>
        Assert.Contains("is not a level of detail; did you mean core?",
            Assert.Single(Refused("detail: cor\n", null, [])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("vessels.angular_artery_left_a.rest_area_cm2=0.01")]
    [InlineData("nodes.angular_artery_left_a_end.z_cm=32.1")]
    public void A_number_that_core_detail_leaves_out_is_refused(string replaced)
    {
        Assert.Contains("is not part of core detail",
            Assert.Single(Refused("", null, [replaced])).Message, StringComparison.Ordinal);
        Assert.NotNull(Prepare("", AnatomicalDetail.Full, [replaced]));
    }

    [Fact]
    public void A_number_of_a_bed_of_the_second_tier_reaches_the_core()
    {
        PreparedRun run = Prepare("", null, ["cerebral_beds.angular_left.height_cm=50"])!;
        const string Merged = "middle_cerebral_bifurcation_left_beds";
        double share = Anatomical.CerebralBeds.Single(bed => bed.Id == "angular_left").FlowShare;
        CerebralBedRow before = Anatomical.At(AnatomicalDetail.Core).CerebralBeds.Single(bed => bed.Id == Merged);
        double rise = 50 - Anatomical.CerebralBeds.Single(bed => bed.Id == "angular_left").Height;
        // Sums of a dozen terms.
        Assert.Equal(before.Height + rise * share / before.FlowShare,
            run.Model.CerebralBeds.Single(bed => bed.Id == Merged).Height, 1e-9);
    }

    private static string Vessel(string id, string from, string to, int tier) =>
        $"{id},Vessel,vein,neck,{from},{to},5,0.5,5,{ShippedModel.Model.Walls.Single(w => w.Id == "vein").Id},,tissue,"
        + $"{tier},1,assumed,,";

    private static PreparedRun? Prepare(string text, AnatomicalDetail? commanded, string[] replaced)
    {
        FaultList faults = new();
        PreparedRun? run = Prepare(text, commanded, replaced, faults);
        faults.ThrowIfAny();
        return run;
    }

    private static IReadOnlyList<Fault> Refused(string text, AnatomicalDetail? commanded, string[] replaced)
    {
        FaultList faults = new();
        Prepare(text, commanded, replaced, faults);
        return faults.Found;
    }

    private static PreparedRun? Prepare(
        string text, AnatomicalDetail? commanded, string[] replaced, FaultList faults) => PreparedRun.Prepare(
        Anatomical, CaseReader.Read(System.Text.Encoding.UTF8.GetBytes($"schema: azygos-case/1\n{text}"), "a.yaml", faults),
        null, [.. replaced.Select(one => Override.Parse(one, faults)!)], faults, commanded);
}

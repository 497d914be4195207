using Azygos.Body.Anatomy;
using Azygos.Body.Model;

namespace Azygos.Body.Tests.Anatomy;

/// <summary>Core detail leaves out vessels and keeps what the beds are.</summary>
public sealed class CoreDetailTests
{
    /// <summary>Sums of hundreds of doubles in another order.</summary>
    private const double Rounding = 1e-12;


    [Theory]
    [InlineData("core", 135, 111, 18)]
    [InlineData("full", 247, 114, 18)]
    public void A_level_of_detail_has_its_vessels(string detail, int arteries, int veins, int sinuses)
    {
        // Tier 1 of the sources has 16 sinuses: the calibrated structure needs the marginal sinus and the basilar plexus
        // too. It has 111 veins as here: both sigmoid emissaries joined it, both great saphenous veins left it.
        ILookup<string, VesselRow> kinds = AnatomicalBody.At(detail).Vessels.ToLookup(vessel => vessel.Kind);
        Assert.Equal((arteries, veins, sinuses),
            (kinds["artery"].Count(), kinds["vein"].Count(), kinds["sinus"].Count()));
    }

    [Fact]
    public void A_model_without_a_second_tier_is_its_own_core()
    {
        (BodyModel model, IReadOnlyList<MovedBed> moved) = CoreDetail.Of(ShippedBody.Model);
        Assert.Same(ShippedBody.Model, model);
        Assert.Empty(moved);
    }

    [Fact]
    public void Merging_keeps_flow_shares_and_where_they_drain()
    {
        Dictionary<string, double> full = Drained(AnatomicalBody.Full), core = Drained(AnatomicalBody.Core);
        Assert.Equal(full.Keys.Order(), core.Keys.Order());
        Assert.All(full, vein => Assert.Equal(vein.Value, core[vein.Key], Rounding));
        Assert.Equal(AnatomicalBody.Full.CerebralBeds.Sum(bed => bed.FlowShare),
            AnatomicalBody.Core.CerebralBeds.Sum(bed => bed.FlowShare), Rounding);
        Assert.Equal(AnatomicalBody.Full.CerebralBeds.Sum(bed => bed.FlowShare * bed.Height),
            AnatomicalBody.Core.CerebralBeds.Sum(bed => bed.FlowShare * bed.Height), Rounding * 100);
    }

    [Fact]
    public void Every_bed_of_the_second_tier_is_told_once_with_an_artery_of_the_first()
    {
        IReadOnlyList<MovedBed> moved = CoreDetail.Of(AnatomicalBody.Full).Moved;
        HashSet<string> core = [.. AnatomicalBody.Core.Vessels.SelectMany(v => new[] { v.From, v.To })];
        string[] onTier2 = [.. AnatomicalBody.Full.CerebralBeds.Where(bed => !core.Contains(bed.Artery)).Select(b => b.Id)];
        Assert.Equal(56, onTier2.Length);
        Assert.Equal(onTier2, moved.Select(bed => bed.Bed).Order(Comparer<string>.Create((a, b) =>
            Array.IndexOf(onTier2, a).CompareTo(Array.IndexOf(onTier2, b)))));
        Assert.All(moved, bed => Assert.Equal(bed.CoreArtery,
            AnatomicalBody.Core.CerebralBeds.Single(row => row.Id == bed.Into).Artery));
    }

    [Theory]
    [InlineData("temporo_occipital_left", "middle_cerebral_bifurcation_left")]
    [InlineData("anterior_choroidal_right", "anterior_choroidal_origin_right")]
    // Two ways lead there, through the pericallosal and the medial occipital artery: the shorter one counts.
    [InlineData("calcarine_right", "posterior_cerebral_p2_right_end")]
    [InlineData("pericallosal_parieto_occipital_left", "callosomarginal_origin_left")]
    public void A_bed_hangs_on_the_nearest_artery_upstream(string bed, string node) =>
        Assert.Equal(node, CoreDetail.Of(AnatomicalBody.Full).Moved.Single(moved => moved.Bed == bed).CoreArtery);

    [Fact]
    public void Tissue_beds_merge_with_the_sum_of_their_conductances_compliances_and_volumes()
    {
        // Second tier made for the test: everything beyond the aorta on the arterial side, renal veins on the other.
        string[] second = ["renal_artery_right", "renal_artery_anterior_right", "renal_artery_posterior_right",
            "renal_segmental_inferior_right", "renal_segmental_superior_right", "renal_vein_right"];
        BodyModel model = AnatomicalBody.Full with
        {
            Vessels = [.. AnatomicalBody.Full.Vessels.Select(vessel => Array.Exists(second, id =>
                vessel.Id == id || vessel.Id.StartsWith(id + "_", StringComparison.Ordinal))
                ? vessel with { Tier = 2 } : vessel)],
        };
        List<BedRow> before = [.. model.Beds.Where(bed => bed.Id.StartsWith("kidney_", StringComparison.Ordinal)
            && bed.Id.EndsWith("right", StringComparison.Ordinal))];
        BedRow after = CoreDetail.Of(model).Model.Beds.Single(bed => bed.Artery == "abdominal_aorta_renal");
        Assert.Equal(3, before.Count);
        Assert.Equal("inferior_vena_cava_renal", after.Vein);
        Assert.Equal(before.Sum(Conductance), Conductance(after), before.Sum(Conductance) * Rounding);
        Same(bed => bed.ArterialCompliance);
        Same(bed => bed.VenousCompliance);
        Same(bed => bed.UnstressedVolume);
        Same(bed => bed.SaturationVolume);
        Assert.Equal(1, after.ReflexShare, Rounding);
        Assert.Equal(before[0].Height, after.Height, Rounding * 100);

        void Same(Func<BedRow, double> of) => Assert.Equal(before.Sum(of), of(after), before.Sum(of) * Rounding);
    }

    private static double Conductance(BedRow bed) =>
        1 / (bed.ProximalResistance + bed.DistalResistance + bed.VenuleResistance);

    private static Dictionary<string, double> Drained(BodyModel model)
    {
        Dictionary<string, double> shares = model.CerebralBeds.ToDictionary(bed => bed.Id, bed => bed.FlowShare);
        return model.CerebralDrains.GroupBy(drain => drain.Vein)
            .ToDictionary(vein => vein.Key, vein => vein.Sum(drain => shares[drain.Bed] * drain.Share));
    }
}

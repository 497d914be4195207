using Azygos.Body.Calibration;
using Azygos.Body.Model;

namespace Azygos.Body.Tests.Anatomy;

/// <summary>What the anatomical model's tables must be, at both levels of detail.</summary>
public sealed class AnatomyTests
{
    /// <summary>Shares are printed to eight digits, and a bridging vein gathers up to thirty of them.</summary>
    private const double PrintedShare = 2e-7;

    [Theory]
    [InlineData("core")]
    [InlineData("full")]
    public void Every_vessel_spans_the_height_between_its_nodes(string detail)
    {
        // One height a node closes every loop; a vessel must be able to climb it.
        BodyModel model = AnatomicalBody.At(detail);
        Dictionary<string, double> heights = model.Nodes.ToDictionary(node => node.Id, node => node.Z);
        Assert.All(model.Vessels, vessel =>
            Assert.True(vessel.Length >= Math.Abs(heights[vessel.To] - heights[vessel.From]), vessel.Id));
        Assert.Equal(0, heights["right_atrium"]);
    }

    [Theory]
    [InlineData("core")]
    [InlineData("full")]
    public void Every_node_is_reached_and_every_reference_found(string detail)
    {
        BodyModel model = AnatomicalBody.At(detail);
        HashSet<string> nodes = [.. model.Nodes.Select(node => node.Id)];
        Dictionary<string, string> arteries = model.CerebralBeds.ToDictionary(bed => bed.Id, bed => bed.Artery);
        List<(string From, string To)> links =
        [
            .. model.Vessels.Select(row => (row.From, row.To)), .. model.Beds.Select(row => (row.Artery, row.Vein)),
            .. model.CerebralDrains.Select(row => (arteries[row.Bed], row.Vein)),
            .. model.BridgingVeins.Select(row => (row.From, row.To)),
            .. model.Compartments.Select(row => (row.From, row.To)), .. model.Valves.Select(row => (row.From, row.To)),
        ];
        Assert.All(links, link => Assert.True(nodes.Contains(link.From) && nodes.Contains(link.To), $"{link}"));
        HashSet<string> reached = ["right_atrium"];
        while (links.Where(link => reached.Contains(link.From) != reached.Contains(link.To)).ToList() is { Count: > 0 } next)
            foreach ((string from, string to) in next)
                reached.UnionWith([from, to]);
        Assert.Equal(["csf_cranial", "csf_spinal"], nodes.Except(reached).Order());
        HashSet<string> vessels = [.. model.Vessels.Select(row => row.Id)];
        Assert.All(model.Sites, site =>
            Assert.True(site.Vessel.Length > 0 ? vessels.Contains(site.Vessel) : nodes.Contains(site.Node), site.Id));
    }

    [Theory]
    [InlineData("core")]
    [InlineData("full")]
    public void Each_way_from_a_bed_of_the_brain_to_a_sinus_crosses_one_bridging_vein_that_carries_its_share(string detail)
    {
        BodyModel model = AnatomicalBody.At(detail);
        Dictionary<string, double> inflow = [];
        foreach (CerebralDrainRow drain in model.CerebralDrains)
        {
            string vein = drain.Vein;
            while (model.Vessels.SingleOrDefault(v => v.Wall == "cerebral_vein" && v.From == vein) is { } next)
                vein = next.To;
            Assert.Single(model.BridgingVeins, bridge => bridge.From == vein);
            inflow[vein] = inflow.GetValueOrDefault(vein)
                + drain.Share * model.CerebralBeds.Single(bed => bed.Id == drain.Bed).FlowShare;
        }

        Assert.Equal(model.BridgingVeins.Count, inflow.Count);
        Assert.All(model.BridgingVeins, bridge => Assert.Equal(inflow[bridge.From], bridge.FlowShare, PrintedShare));
        Assert.DoesNotContain(model.BridgingVeins, bridge =>
            model.Vessels.Any(v => v.Wall == "cerebral_vein" && v.From == bridge.To));
    }

    [Fact]
    public void Sites_of_the_lumped_model_are_sites_here() =>
        Assert.Empty(ShippedBody.Model.Sites.Select(site => site.Id)
            .Except(AnatomicalBody.Core.Sites.Select(site => site.Id)));

    [Fact]
    public void Both_bodies_are_judged_by_the_same_values() =>
        Assert.Equal(ShippedBody.Model.Validation, AnatomicalBody.Core.Validation);

    [Fact]
    public void Parts_that_both_models_have_are_the_same()
    {
        // Single vessels of the composite under one id in both; what was merged there, or moved by a merger, has another.
        Dictionary<string, VesselRow> lumped = ShippedBody.Model.Vessels.ToDictionary(vessel => vessel.Id);
        List<VesselRow> both = [.. AnatomicalBody.Full.Vessels.Where(vessel =>
            lumped.TryGetValue(vessel.Id, out VesselRow? other) && Composite(vessel) == Composite(other))];
        Assert.True(both.Count > 70, $"{both.Count}");
        // A fit turns the lumen of these.
        HashSet<string> turned = [.. AnatomicalBody.Full.Calibration.Where(Knobs.IsFitted)
            .SelectMany(knob => Knobs.Paths(AnatomicalBody.Full, knob.Cells, out _))];
        Assert.All(both, vessel =>
        {
            VesselRow other = lumped[vessel.Id];
            Assert.Equal((other.Kind, other.Wall, other.RestPressure), (vessel.Kind, vessel.Wall, vessel.RestPressure));
            Assert.Equal(other.Length, vessel.Length, other.Length * 1e-3);   // printed to four digits
            if (!turned.Contains($"vessels.{vessel.Id}.rest_area_cm2"))
                Assert.Equal(other.RestArea, vessel.RestArea, other.RestArea * 1e-3);
        });
        Assert.Empty(both.Where(vessel => vessel.Space != lumped[vessel.Id].Space).Select(vessel => vessel.Id));
    }

    // "composite V046a V047; …": the vessels of the source tables that the row stands for.
    private static string Composite(VesselRow vessel) => vessel.Provenance.Note.Split(';')[0];
}

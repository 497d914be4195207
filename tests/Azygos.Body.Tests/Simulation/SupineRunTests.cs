using Azygos.Body.Model;
using Azygos.Body.Results;

namespace Azygos.Body.Tests.Simulation;

[Trait("Speed", "slow")]
public sealed class SupineRunTests(SupineRun run) : IClassFixture<SupineRun>
{
    private readonly SimulationResult result = run.Result;

    [Fact]
    public void It_becomes_periodic() => Assert.True(result.Ending.Finished, result.Ending.Reason);

    [Fact]
    public void It_keeps_blood_and_cerebrospinal_fluid_to_1e12_a_breath() =>
        Assert.InRange(result.ConservationError, 0, 1e-12);

    [Fact]
    public void Every_number_is_finite() => Assert.Empty(NonFiniteNumbers.In(result));

    [Fact]
    public void What_the_model_was_fitted_to_holds()
    {
        List<string> misses = [.. result.Validation.Where(v => v.Target.Use == "fitted" && v.Hit != true).Select(
            v => FormattableString.Invariant(
            $"{v.Target.Id}: {v.Computed:G4}, not {v.Target.Low} to {v.Target.High} {v.Target.Unit}"))];
        Assert.True(misses.Count == 0, string.Join(Environment.NewLine, misses));
    }

    [Fact]
    public void The_validation_page_shows_what_the_run_gives() => ValidationPage.Compare(result);

    [Fact]
    public void Every_site_of_the_model_has_a_result_and_its_waves()
    {
        Assert.Equal(result.Model.Sites.Select(s => s.Id), result.Sites.Select(s => s.Site.Id));
        Assert.All(result.Waves, w => Assert.Equal(result.Times.Length, w.Values.Length));
        Assert.Equal(result.Period, result.Times[^1], 1e-9);
        Assert.Equal(result.Vessels.Select(v => v.Vessel.Id), result.Model.Vessels.Select(v => v.Id));
    }

    [Fact]
    public void Summaries_are_those_of_the_waves()
    {
        foreach (Wave wave in result.Waves.Where(w => w.Quantity == "pressure_mmHg"))
        {
            Summary summary = result.Site(wave.Site).Pressure;
            Assert.Equal(wave.Values.Min(), summary.Minimum);
            Assert.Equal(wave.Values.Max(), summary.Maximum);
            // Samples are evenly spaced and the last repeats the first.
            Assert.Equal(
                wave.Values.Skip(1).Average(), summary.Mean, 0.001 * Math.Max(1, summary.Maximum - summary.Minimum));
        }
    }

    [Fact]
    public void A_pull_back_on_either_side_leads_from_the_sagittal_sinus_down_to_the_right_atrium()
    {
        Assert.Equal(["right", "left"], result.PullBacks.Select(way => way.Side));
        foreach (PullBackResult way in result.PullBacks)
        {
            string[] nodes = [.. way.Stations.Select(station => station.Node)];
            string[] passed = ["superior_sagittal_sinus_frontal", "torcular", $"transverse_sigmoid_junction_{way.Side}",
                $"jugular_bulb_{way.Side}", $"ijv_j3_j2_{way.Side}", $"ijv_j2_j1_{way.Side}", "right_atrium"];
            Assert.Equal(passed, nodes.Intersect(passed));
            Assert.Equal(0, way.Stations[^1].Distance);
            Assert.All(way.Stations.Zip(way.Stations.Skip(1)), pair =>
            {
                Assert.True(pair.Second.Distance <= pair.First.Distance);
                // Flow runs down; slowing blood may win back its head, 0.2 mmHg at 22 cm/s.
                Assert.True(pair.Second.Pressure.Mean < pair.First.Pressure.Mean + 0.2,
                    $"{pair.First.Node} to {pair.Second.Node}");
            });
        }

        Assert.Equal(
            result.Site("right_atrium").Pressure, result.PullBacks[0].Stations[^1].Pressure);
    }

    [Fact]
    public void Headlines_are_the_sums_and_differences_of_their_sites()
    {
        IReadOnlyList<KeyNumber> numbers = KeyNumbers.Of(result);
        Assert.Equal(9, numbers.Count);
        Assert.Equal(result.Site("ijv_right_j2").Flow!.Value.Mean + result.Site("ijv_left_j2").Flow!.Value.Mean,
            numbers.Single(n => n.Id == "internal_jugular_veins").Value, 1e-9);
        Assert.Equal(result.Site("sss").Pressure.Mean - result.Site("jugular_bulb_right").Pressure.Mean,
            numbers.Single(n => n.Id == "sinus_to_bulb").Value, 1e-9);
    }

    // At every node where only vessels meet, mean flows add up to nothing: 1 mL/min is what the periodic tolerance
    // leaves.
    [Fact]
    public void Mean_flows_add_up_where_vessels_meet()
    {
        BodyModel model = result.Model;
        HashSet<string> others =
        [
            .. model.Beds.SelectMany(b => new[] { b.Artery, b.Vein }), .. model.CerebralBeds.Select(b => b.Artery),
            .. model.CerebralDrains.Select(d => d.Vein), .. model.BridgingVeins.SelectMany(b => new[] { b.From, b.To }),
            .. model.Compartments.SelectMany(c => new[] { c.From, c.To }),
            .. model.Valves.SelectMany(v => new[] { v.From, v.To }),
            .. model.Chambers.Select(c => c.Node), "torcular",
        ];
        int nodes = 0;
        foreach (NodeRow node in model.Nodes.Where(n => !others.Contains(n.Id)))
        {
            double into = result.Vessels.Where(v => v.Vessel.To == node.Id).Sum(v => v.Flow);
            double outOf = result.Vessels.Where(v => v.Vessel.From == node.Id).Sum(v => v.Flow);
            Assert.True(Math.Abs(into - outOf) < 1, FormattableString.Invariant($"{node.Id}: {into} in, {outOf} out"));
            nodes++;
        }

        Assert.InRange(nodes, 20, model.Nodes.Count);
    }

    // The mean-flow heart is only a start and a coarse model: it fills at the mean pressure, before the atrium's kick,
    // and ejects against the mean one.
    [Fact]
    public void The_mean_flow_heart_gives_the_beating_one_s_output_and_pressure_to_a_fifth()
    {
        MeanFlowBody mean = MeanFlowBody.Solve(ShippedBody.Model, 0);
        Assert.Equal(1, mean.CardiacOutput / result.CardiacOutput, 0.2);
        Assert.Equal(1,
            mean.Pressure("aortic_root") / result.Vessels.First(v => v.Vessel.From == "aortic_root").PressureFrom, 0.2);
    }
}

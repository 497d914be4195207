using Azygos.Body.Anatomy;
using Azygos.Body.Calibration;
using Azygos.Body.Model;
using Azygos.Body.Prediction;
using Azygos.Body.Results;
using Azygos.Body.Tests.Anatomy;

namespace Azygos.Body.Tests.Prediction;

public sealed class PredictorTests
{
    private static readonly Predictor Core = new(AnatomicalBody.Full, AnatomicalDetail.Core);

    private static readonly PredictionRow Jugular = new()
    {
        Id = "row",
        Label = "row",
        Group = "group",
        Tilt = 0,
        Changes = "vessels.ijv_right_j3.rest_area_cm2 x 0.2",
        Quantity = "flow:ijv_right_j3",
        Relation = PredictionRelation.Value,
        Beating = false,
        Unit = "mL/min",
        Band = "chosen",
        Blind = true,
        Provenance = new Provenance(Basis.Assumed, "", ""),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_change_is_the_difference_of_two_values_and_a_per_cent_that_over_the_one_at_rest()
    {
        double narrowed = Computed(Jugular), open = Computed(Jugular with { Changes = "" });
        Assert.True(narrowed < open, "a narrowed vein carries no less");
        Assert.Equal(
            narrowed - open, Computed(Jugular with { Relation = PredictionRelation.ChangeFromRest }), 1e-9);
        Assert.Equal(
            100 * (narrowed - open) / open,
            Computed(Jugular with { Relation = PredictionRelation.PercentFromRest, Unit = "%" }), 1e-9);
    }

    [Fact]
    public void Rest_is_the_posture_of_the_row_and_supine_is_lying_flat()
    {
        PredictionRow sitting = Jugular with { Tilt = 90, Changes = "" };
        Assert.Equal(0, Computed(sitting with { Relation = PredictionRelation.ChangeFromRest }));
        Assert.Equal(
            Computed(sitting) - Computed(sitting with { Tilt = 0 }),
            Computed(sitting with { Relation = PredictionRelation.ChangeFromSupine }), 1e-9);
    }

    [Fact]
    public void At_the_tilt_of_zero_the_quantity_is_near_zero()
    {
        PredictionRow row = Jugular with
        {
            Tilt = 90,
            Changes = "",
            Quantity = "pressure:torcular",
            Relation = PredictionRelation.TiltOfZero,
            Unit = "degrees",
        };
        double tilt = Computed(row);
        SteadyBody there = Core.State("", tilt, Cancellation);
        // A twentieth of a degree is 0.02 mmHg at 28 cm.
        Assert.InRange(there.Value("pressure:torcular", "mmHg")!.Value, -0.03, 0.03);
    }

    [Fact]
    public void A_state_from_a_neighbour_is_the_state_found_alone()
    {
        SteadyBody warm = Core.State("vessels.azygos.rest_area_cm2 = 0", 0, Cancellation);
        SteadyBody cold = SteadyBody.Find(warm.Model, default, null, Cancellation);
        // The stroke volumes settle to 1e-4 of themselves, of a cardiac output of 5.8 L/min through 1 mmHg min/L of
        // sinuses and veins.
        Assert.Equal(
            cold.Value("pressure:torcular", "mmHg")!.Value, warm.Value("pressure:torcular", "mmHg")!.Value, 2e-3);
    }

    [Fact]
    public void What_the_body_cannot_say_is_no_number_and_says_why()
    {
        // No pressure fills these vessels with a hundred times their blood.
        PredictionOutcome outcome = Core.Judge(Jugular with { Changes = "blood.volume_mL x 100" }, Cancellation);
        Assert.Null(outcome.Computed);
        Assert.Null(outcome.Hit);
        Assert.NotEqual("", outcome.Failure);
    }

    [Theory]
    [InlineData(5, null, 6.0, true, 0.0)]
    [InlineData(5, 5.0, 6.0, true, 0.0)]
    [InlineData(5, 5.5, 6.0, false, -0.5)]
    [InlineData(5, null, 4.0, false, 1.0)]
    [InlineData(5, 4.0, null, true, 0.0)]
    [InlineData(5, null, null, null, null)]
    public void A_hit_is_inside_the_band_and_an_open_end_never_misses(
        double computed, double? low, double? high, bool? hit, double? miss)
    {
        PredictionOutcome outcome = new(Jugular with { Low = low, High = high }, computed, "");
        Assert.Equal(hit, outcome.Hit);
        Assert.Equal(miss, outcome.Miss);
    }

    [Theory]
    [InlineData("flow:ijv_right_j2", PredictionRelation.Value, "mmHg", false)]
    [InlineData("flow:nowhere", PredictionRelation.Value, "mL/min", false)]
    [InlineData("flow:ijv_right_j2", PredictionRelation.PercentFromRest, "mL/min", false)]
    [InlineData("pressure:torcular", PredictionRelation.TiltOfZero, "mmHg", false)]
    [InlineData("pulse:pressure:aorta", PredictionRelation.Value, "mmHg", false)]
    [InlineData("breath:flow:svc", PredictionRelation.Value, "%", false)]
    [InlineData("breath:flow:torcular", PredictionRelation.Value, "%", true)]
    [InlineData("breath:flow:svc", PredictionRelation.Value, "mL/min", true)]
    [InlineData("weather", PredictionRelation.Value, "mL/min", false)]
    public void A_row_that_asks_for_what_there_is_not_is_a_fault(
        string quantity, PredictionRelation relation, string unit, bool beating) =>
        Assert.NotNull(PredictionFault.Of(
            Jugular with { Quantity = quantity, Relation = relation, Unit = unit, Beating = beating },
            AnatomicalBody.Full.Sites));

    [Fact]
    public void The_swing_of_a_breath_is_that_of_beat_means_whatever_the_pulse()
    {
        // Five beats with means 100, 120, 80, 100, 100; the pulse within each beat averages to zero.
        const int perBeat = 20;
        double[] means = [100, 120, 80, 100, 100];
        double[] flow = [.. means.SelectMany(mean => Enumerable.Range(0, perBeat)
            .Select(i => mean + 500 * Math.Sin(2 * Math.PI * i / perBeat))), 100];
        SimulationResult result = Simulation.SampleRun.Of(AnatomicalBody.Core, flow.Length) with
        {
            Waves = [new Wave("svc", "flow_mL_min", flow)],
        };
        Assert.Equal(40, BreathSwing.Of(result, "svc")!.Value, 1e-9);
        Assert.Null(BreathSwing.Of(result, "ivc"));
    }

    private static double Computed(PredictionRow row)
    {
        PredictionOutcome outcome = Core.Judge(row, Cancellation);
        Assert.Equal("", outcome.Failure);
        return outcome.Computed!.Value;
    }
}

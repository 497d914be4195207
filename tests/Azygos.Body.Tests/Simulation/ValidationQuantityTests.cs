using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Body.Simulation;

namespace Azygos.Body.Tests.Simulation;

public sealed class ValidationQuantityTests
{
    private static readonly SimulationResult Result = new()
    {
        Model = ShippedBody.Model,
        Settings = new SimulationSettings(),
        Ending = new RunEnding(true, "", 0, ""),
        SimulatedSeconds = 0,
        Period = 1,
        Beats = 1,
        Steps = 1,
        Unknowns = 1,
        PeriodicResidual = 0,
        WorstSite = "",
        ConservationError = 0,
        BloodVolume = 5000,
        MeanFillingPressure = 7,
        CardiacOutput = 6,
        Times = [0, 1],
        Sites = [Site("a", 100, 10, 2), Site("b", 300, 4, 1), Site("shut", 0, 1, 0)],
        Waves = [],
        Vessels = [],
        Validation = [],
    };

    [Theory]
    [InlineData("flow:a", "mL/min", 100)]
    [InlineData("flow:b", "mL/s", 5)]
    [InlineData("flow:b", "L/min", 0.3)]
    [InlineData("pressure:a", "mmHg", 10)]
    [InlineData("area:a", "cm²", 2)]
    [InlineData("area:a", "mm²", 200)]
    [InlineData("sum:flow:a+flow:b", "mL/min", 400)]
    [InlineData("difference:pressure:a-pressure:b", "mmHg", 6)]
    [InlineData("pulse:pressure:a", "mmHg", 2)]
    [InlineData("ratio:(flow:a)/(flow:a+flow:b)", "%", 25)]
    [InlineData("ratio:flow:a/flow:b", "%", 100.0 / 3)]
    [InlineData("cardiac_output", "L/min", 6)]
    [InlineData("mean_filling_pressure", "mmHg", 7)]
    public void A_key_gives_its_value_in_the_wanted_unit(string key, string unit, double expected)
    {
        Assert.Equal(expected, ValidationQuantity.Evaluate(key, unit, Result)!.Value, 1e-12 * expected);
        Assert.Null(ValidationQuantity.Fault(Row(key, unit), [.. Result.Sites.Select(s => s.Site)]));
    }

    [Theory]
    [InlineData("flow:elsewhere")]
    [InlineData("sum:flow:a+flow:elsewhere")]
    [InlineData("ratio:flow:a/flow:elsewhere")]
    [InlineData("ratio:flow:a/flow:shut")]
    public void A_site_that_was_not_recorded_or_a_share_of_nothing_gives_no_value(string key) =>
        Assert.Null(ValidationQuantity.Evaluate(
            key, key.StartsWith("ratio", StringComparison.Ordinal) ? "%" : "mL/min", Result));

    [Theory]
    [InlineData("", "")]
    [InlineData("flow", "mL/min")]
    [InlineData("flow:", "mL/min")]
    [InlineData("speed:a", "cm/s")]
    [InlineData("flow:a:b", "mL/min")]
    [InlineData("sum:", "mL/min")]
    [InlineData("sum:flow:a+", "mL/min")]
    [InlineData("sum:flow:a+pressure:b", "mL/min")]
    [InlineData("difference:flow:a", "mL/min")]
    [InlineData("difference:flow:a-flow:b-flow:a", "mL/min")]
    [InlineData("pulse:", "mmHg")]
    [InlineData("ratio:flow:a", "%")]
    [InlineData("ratio:flow:a/", "%")]
    [InlineData("ratio:flow:a/pressure:b", "%")]
    [InlineData("ratio:(flow:a/flow:b", "%")]
    [InlineData("cardiac output", "L/min")]
    [InlineData("flow: a", "mL/min")]
    [InlineData("flow:elsewhere", "mL/min")]
    [InlineData("flow:a", "mmHg")]
    [InlineData("flow:a", "bananas")]
    [InlineData("ratio:flow:a/flow:b", "mL/min")]
    public void A_malformed_key_a_missing_site_or_a_wrong_unit_is_told_before_a_run(string key, string unit) =>
        Assert.NotNull(ValidationQuantity.Fault(Row(key, unit), [.. Result.Sites.Select(s => s.Site)]));

    [Fact]
    public void Every_row_of_the_shipped_model_is_in_the_grammar() =>
        Assert.All(
            ShippedBody.Model.Validation, row => Assert.Null(ValidationQuantity.Fault(row, ShippedBody.Model.Sites)));

    private static ValidationRow Row(string key, string unit) =>
        new("row", key, "", "supine", 0, 0, 0, unit, "", "checked", new Provenance(Basis.Assumed, "", ""));

    private static SiteResult Site(string id, double flow, double pressure, double area) => new()
    {
        Site = new SiteRow(id, "", "", "vessel", 0.5, "", ""),
        Flow = new Summary(flow, 0, 0),
        Pressure = new Summary(pressure, pressure - 1, pressure + 1),
        Area = new Summary(area, 0, 0),
    };
}

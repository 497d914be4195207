using Azygos.Body.Calibration;
using Azygos.Body.Model;
using Azygos.Clinic.Lesions;

namespace Azygos.Clinic.Tests.Lesions;

public sealed class StenosisTests : LesionSpec<Stenosis>
{
    protected override LesionKind Kind => Stenosis.Kind;

    protected override Stenosis Harmless => Of(0);

    protected override IReadOnlyList<Stenosis> Growing => [Of(0.3), Of(0.5), Of(0.9), Of(0.999)];

    [Fact]
    public void Half_of_the_lumen_costs_next_to_nothing() =>
        Assert.InRange(With(Of(0.5)).Mark().Drop!.Value, 0.005, 0.1);   // 0.07 mmHg at 360 mL/min, of which half passes here

    [Fact]
    public void The_drop_is_that_of_the_law_at_the_flow_that_passes()
    {
        // The lumen is that of the vein under its pressure, the throat nearly that at rest: between the law of both.
        double flow = With(Of(0.9)).Mark().Flow!.Value.Mean, drop = With(Of(0.9)).Mark().Drop!.Value;
        Assert.InRange(drop, 0.3, 1.2);
        Assert.InRange(flow, 60, 160);
    }

    [Fact]
    public void A_stiffer_scar_lets_less_pass_in_a_distended_vein()
    {
        Assert.True(HeadDown(20) < HeadDown(1));

        static double HeadDown(double stiffness)
        {
            BodyModel narrowed = (Of(0.8) with { ScarStiffness = stiffness }).On(Healthy.Model);
            SteadyBody found = SteadyBody.Find(
                narrowed, Quantities.Angle.FromDegrees(-30), null, TestContext.Current.CancellationToken);
            Assert.Null(found.Failure);
            return found.FlowIn("ijv_left_j2");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_ends_of_a_vessel_are_places_too(double position) => Assert.InRange(
        With(Of(0.9) with { Position = position }).FlowIn("ijv_left_j2"),
        0.9 * With(Of(0.9)).FlowIn("ijv_left_j2"), 1.1 * With(Of(0.9)).FlowIn("ijv_left_j2"));

    private static Stenosis Of(double reduction) =>
        new() { Id = "stenosis", Vessel = "ijv_left_j2", AreaReduction = reduction };
}

public sealed class HypoplasiaTests : LesionSpec<Hypoplasia>
{
    protected override LesionKind Kind => Hypoplasia.Kind;

    protected override Hypoplasia Harmless => Of(0);

    protected override IReadOnlyList<Hypoplasia> Growing => [Of(0.3), Of(0.6), Of(0.9)];

    protected override IReadOnlyList<(Action<LesionValues> Say, string Key)> Misfits =>
        [(values => { values.Set("from_percent", 50.0); values.Set("to_percent", 52.0); }, "to_percent")];

    [Fact]
    public void A_part_costs_less_than_the_whole() => Assert.True(
        With(Of(0.8) with { From = 0.25, To = 0.5 }).FlowIn("ijv_left_j2") > With(Of(0.8)).FlowIn("ijv_left_j2"));

    [Fact]
    public void All_of_a_vein_holds_the_smaller_lumen()
    {
        VesselArea(Healthy.Steady, out double usual);
        VesselArea(With(Of(0.6)), out double small);
        // Stiffer by 1/√0.4, so that it is less distended than the usual one: below 0.4 of it.
        Assert.InRange(small / usual, 0.3, 0.41);

        static void VesselArea(SteadyBody body, out double area) =>
            area = body.Vessels.First(mean => mean.Vessel.Id == "ijv_left_j2").Area;
    }

    private static Hypoplasia Of(double reduction) =>
        new() { Id = "small", Vessel = "ijv_left_j2", AreaReduction = reduction };
}

public sealed class MembraneTests : LesionSpec<Membrane>
{
    protected override LesionKind Kind => Membrane.Kind;

    protected override Membrane Harmless => Of(0);

    protected override IReadOnlyList<Membrane> Growing => [Of(0.5), Of(0.9), Of(0.999)];

    private static Membrane Of(double reduction) =>
        new() { Id = "web", Vessel = "ijv_left_j2", AreaReduction = reduction };
}

public sealed class SeptumTests : LesionSpec<Septum>
{
    protected override LesionKind Kind => Septum.Kind;

    protected override Septum Harmless => Of(1);

    protected override IReadOnlyList<Septum> Growing => [Of(0.9), Of(0.7), Of(0.5)];

    [Fact]
    public void Two_equal_channels_are_a_trifle() =>
        Assert.InRange(With(Of(0.5)).Mark().Drop!.Value, 0, 0.2);

    private static Septum Of(double larger) => new() { Id = "septum", Vessel = "ijv_left_j2", LargerChannel = larger };
}

public sealed class FlapTests : LesionSpec<Flap>
{
    protected override LesionKind Kind => Flap.Kind;

    protected override Flap Harmless => Of(0, 0);

    protected override IReadOnlyList<Flap> Growing => [Of(0.5, 0.9), Of(0.9, 0)];

    [Fact]
    public void What_it_does_backward_does_not_matter_where_blood_runs_forward() => Assert.Equal(
        With(Of(0.5, 0.99)).FlowIn("ijv_left_j2"), With(Of(0.5, 0.1)).FlowIn("ijv_left_j2"), 1e-6);

    [Fact]
    public void A_vein_in_bone_has_none() => Assert.Contains(
        (Of(0.5, 0.9) with { Vessel = "sigmoid_emissary_left" }).FaultsOn(Healthy.Model), fault => fault.Key == "vessel");

    private static Flap Of(double forward, double backward) => new()
    {
        Id = "flap",
        Vessel = "ijv_left_j2",
        AreaReduction = forward,
        ReverseAreaReduction = backward,
    };
}

public sealed class ValveDefectTests : LesionSpec<ValveDefect>
{
    protected override LesionKind Kind => ValveDefect.Kind;

    protected override ValveDefect Harmless => Of(ValveFault.Leaking, 0);

    protected override IReadOnlyList<ValveDefect> Growing =>
        [Of(ValveFault.Stuck, 0.3), Of(ValveFault.Stuck, 0.1), Of(ValveFault.Reversed, 0)];

    protected override IReadOnlyList<(Action<LesionValues> Say, string Key)> Misfits =>
    [
        (values => values.Set("defect", "leaking"), "leak_percent"),
        (values => { values.Set("defect", "absent"); values.Set("opening_percent", 20.0); }, "opening_percent"),
    ];

    [Theory]
    [InlineData(ValveFault.Leaking)]
    [InlineData(ValveFault.Absent)]
    public void Blood_that_runs_to_the_heart_does_not_feel_it(ValveFault fault) => Assert.InRange(
        With(Of(fault, 0.4)).FlowIn("ijv_left_j2") / Healthy.Steady.FlowIn("ijv_left_j2"), 0.999, 1.001);

    [Fact]
    public void A_reversed_one_shuts_the_vein() =>
        Assert.InRange(With(Of(ValveFault.Reversed, 0)).FlowIn("ijv_left_j2"), -1, 1);   // mL/min

    private static ValveDefect Of(ValveFault fault, double share) =>
        new() { Id = "valve", Valve = "ijv_left_valve", Fault = fault, OpenShare = share };
}

public sealed class CompressionTests : LesionSpec<Compression>
{
    protected override LesionKind Kind => Compression.Kind;

    protected override Compression Harmless => Gap(0.1) with { Effect = 0 };

    protected override IReadOnlyList<Compression> Growing => [Gap(0.3), Gap(0.1), Gap(0.01)];

    protected override IReadOnlyList<(Action<LesionValues> Say, string Key)> Misfits =>
    [
        (_ => { }, "pressure_mmHg"),
        (values => { values.Set("pressure_mmHg", 5.0); values.Set("gap_cm2", 0.1); }, "pressure_mmHg"),
        (values => { values.Set("gap_cm2", 0.1); values.Set("rotation_degrees", 30.0); }, "rotation_degrees"),
    ];

    [Fact]
    public void A_pressure_above_that_inside_closes_the_vein_the_more_the_higher_it_is()
    {
        double free = Healthy.Steady.FlowIn("ijv_left_j2"), light = Pressed(4), firm = Pressed(15);
        Assert.True(free >= light && light > firm && firm < 0.3 * free, $"{free}, {light}, {firm} mL/min");

        static double Pressed(double pressure) => With(new Compression
        {
            Id = "pressed",
            Vessel = "ijv_left_j2",
            Pressure = pressure,
        }).FlowIn("ijv_left_j2");
    }

    [Fact]
    public void Without_pressure_the_body_is_the_one_that_was_given() => Assert.Same(
        Healthy.Model, new Compression { Id = "none", Vessel = "ijv_left_j2", Pressure = 0 }.On(Healthy.Model));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(40, 0.5)]
    [InlineData(90, 1)]
    public void The_head_s_rotation_says_how_much_of_it_is_felt(double degrees, double effect)
    {
        LesionValues values = new() { Id = "turned" };
        values.Set("vessel", "ijv_left_j2");
        values.Set("gap_cm2", 0.05);
        values.Set("rotation_degrees", degrees);
        values.Set("rotation_curve", [(0, 0), (80, 100)]);
        Assert.Equal(effect, ((Compression)Kind.Make(values)).Effect, 1e-12);
    }

    private static Compression Gap(double area) => new() { Id = "gap", Vessel = "ijv_left_j2", GapArea = area };
}

public sealed class AgenesisTests : LesionSpec<Agenesis>
{
    protected override LesionKind Kind => Agenesis.Kind;

    protected override Agenesis? Harmless => null;

    protected override IReadOnlyList<Agenesis> Growing => [new() { Id = "absent", Vessel = "ijv_left_j2" }];

    [Fact]
    public void It_carries_exactly_nothing() => Assert.Equal(0, With(Growing[0]).FlowIn("ijv_left_j2"));
}

public sealed class OcclusionTests : LesionSpec<Occlusion>
{
    protected override LesionKind Kind => Occlusion.Kind;

    protected override Occlusion? Harmless => null;

    protected override IReadOnlyList<Occlusion> Growing => [new() { Id = "shut", Vessel = "ijv_left_j2" }];

    [Fact]
    public void Exactly_nothing_passes_and_what_lies_on_either_side_stays()
    {
        // From nothing, as a run starts; from a neighbour's state its flow would die away to some 1e-58.
        SteadyBody shut = SteadyBody.Find(
            Growing[0].On(Healthy.Model), default, null, TestContext.Current.CancellationToken);
        Assert.Equal(0, shut.Mark().Flow!.Value.Mean);
        Assert.True(shut.Vessels.First(mean => mean.Vessel.Id == "ijv_left_j2").Area > 0);
        Assert.True(shut.Mark().Before!.Value.Mean > shut.Mark().Behind!.Value.Mean);
    }
}

public sealed class ThrombusTests : LesionSpec<Thrombus>
{
    protected override LesionKind Kind => Thrombus.Kind;

    protected override Thrombus Harmless => At(0);

    protected override IReadOnlyList<Thrombus> Growing => [At(1), At(2)];

    protected override IReadOnlyList<(Action<LesionValues> Say, string Key)> Misfits =>
        [(_ => { }, "course_months"), (values =>
        {
            values.Set("course_s", [(0, 0), (5, 50)]);
            values.Set("at_months", 1.0);
        }, "at_months")];

    [Theory]
    [InlineData(0.5, 0.4)]
    [InlineData(1, 0.8)]
    [InlineData(3, 0.6)]
    [InlineData(24, 0.2)]
    public void It_grows_and_dissolves_along_its_course(double month, double taken) =>
        Assert.Equal(taken, At(month).Taken, 1e-12);

    [Fact]
    public void A_course_in_seconds_needs_a_vessel_with_waves()
    {
        Thrombus growing = At(0) with { RunCourse = [(0, 0), (5, 0.9)] };
        Assert.Empty(growing.FaultsOn(Healthy.Model));
        Assert.Contains(growing.FaultsOn(Healthy.Model with { VesselTreatment = VesselTreatment.Lumped }),
            fault => fault.Key == "course_s");
    }

    private static Thrombus At(double month) => new()
    {
        Id = "clot",
        Vessel = "ijv_left_j2",
        Course = [(0, 0), (1, 0.8), (2, 0.99), (4, 0.21), (5, 0.2)],
        Moment = month,
    };
}

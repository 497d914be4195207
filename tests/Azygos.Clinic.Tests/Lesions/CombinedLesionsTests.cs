using Azygos.Body.Calibration;
using Azygos.Clinic.Lesions;

namespace Azygos.Clinic.Tests.Lesions;

public sealed class CombinedLesionsTests
{
    [Fact]
    public void Their_order_means_nothing()
    {
        Lesion[] lesions =
        [
            new Hypoplasia { Id = "a", Vessel = "ijv_left_j2", AreaReduction = 0.5 },
            new Stenosis { Id = "b", Vessel = "ijv_left_j2", Position = 0.2, AreaReduction = 0.8 },
            new Compression { Id = "c", Vessel = "ijv_right_j2", Pressure = 3 },
        ];
        double there = Healthy.With(Lesion.All(Healthy.Model, lesions)).FlowIn("ijv_left_j2");
        double back = Healthy.With(Lesion.All(Healthy.Model, lesions.Reverse())).FlowIn("ijv_left_j2");
        Assert.Equal(there, back, 1e-6);
    }

    [Fact]
    public void Two_in_one_vein_cost_more_than_either()
    {
        Stenosis upper = new() { Id = "upper", Vessel = "ijv_left_j2", Position = 0.1, AreaReduction = 0.9 };
        Stenosis lower = upper with { Id = "lower", Position = 0.9 };
        double one = Healthy.With(upper.On(Healthy.Model)).FlowIn("ijv_left_j2");
        double both = Healthy.With(Lesion.All(Healthy.Model, [upper, lower])).FlowIn("ijv_left_j2");
        double same = Healthy.With(Lesion.All(Healthy.Model, [upper, upper with { Id = "again" }])).FlowIn("ijv_left_j2");
        Assert.True(both < 0.85 * one, $"{both} of {one} mL/min");
        Assert.InRange(same, 0.95 * both, 1.05 * both);
    }

    [Fact]
    public void Ten_at_once_have_a_mean_flow_state_or_a_place_where_there_is_none()
    {
        SteadyBody found = SteadyBody.Find(
            Lesion.All(Healthy.Model, Ten), default, Healthy.Steady, TestContext.Current.CancellationToken);
        Assert.True(found.Failure is null || found.Place != "", found.Failure);
        if (found.Failure is null) Assert.Equal(10, found.Marks.Count);
    }

    /// <summary>Ten lesions of all kinds.</summary>
    internal static IReadOnlyList<Lesion> Ten =>
    [
        new Stenosis { Id = "1", Vessel = "ijv_left_j3", AreaReduction = 0.95 },
        new Stenosis { Id = "2", Vessel = "ijv_right_j1", AreaReduction = 0.999 },
        new Hypoplasia { Id = "3", Vessel = "transverse_sinus_left", AreaReduction = 0.8 },
        new Membrane { Id = "4", Vessel = "azygos_arch", AreaReduction = 0.9 },
        new Septum { Id = "5", Vessel = "ijv_right_j2" },
        new Flap { Id = "6", Vessel = "brachiocephalic_left", AreaReduction = 0.5, ReverseAreaReduction = 0.95 },
        new ValveDefect { Id = "7", Valve = "ijv_left_valve", Fault = ValveFault.Stuck, OpenShare = 0.2 },
        new Compression { Id = "8", Vessel = "ijv_left_j2", Pressure = 10 },
        new Agenesis { Id = "9", Vessel = "hemiazygos" },
        new Occlusion { Id = "10", Vessel = "vertebral_vein_left" },
    ];
}

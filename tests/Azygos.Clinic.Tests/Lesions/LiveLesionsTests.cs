using Azygos.Body.Live;
using Azygos.Clinic.Lesions;
using Azygos.Files.ModelFolder;

namespace Azygos.Clinic.Tests.Lesions;

/// <summary>Lesions that are turned on while a body runs: which can be, and that they arrive where a body with the lesion
/// is.</summary>
public sealed class LiveLesionsTests
{
    private static readonly Lazy<LiveBody> Start = new(() => LiveBody.Start(
        ModelReader.Read(Path.Combine(LesionPage.Root, "models", "healthy-adult-lumped"))));

    private const string Vein = "ijv_left_j2";

    public static TheoryData<Lesion> Turned { get; } =
    [
        new Stenosis { Id = "a", Vessel = Vein, AreaReduction = 0.95 },
        new Flap { Id = "a", Vessel = Vein, AreaReduction = 0.97, ReverseAreaReduction = 0.5 },
        new Membrane { Id = "a", Vessel = Vein, AreaReduction = 0.95 },
        new Occlusion { Id = "a", Vessel = Vein },
        new Compression { Id = "a", Vessel = Vein, GapArea = 0.02 },
        new Compression { Id = "a", Vessel = Vein, Pressure = 12, Length = 4 },
    ];

    [Theory]
    [MemberData(nameof(Turned))]
    [Trait("Speed", "slow")]
    public void Turned_on_by_degrees_a_lesion_arrives_where_a_body_that_has_it_is(Lesion lesion)
    {
        LiveBody body = Start.Value.Another();
        (LiveControl? control, double whole, string? reason) = LiveLesions.Offer(body, lesion);
        Assert.Null(reason);
        Assert.StartsWith("lesion:", control!.Id, StringComparison.Ordinal);
        double healthy = Flow(body, 8.6);
        body.Set(control.Id, whole);
        double turned = Flow(body, 12.9);
        LiveBody born = LiveBody.Start(lesion.On(Start.Value.Model), null, TestContext.Current.CancellationToken);
        double with = Flow(born, 21.5);
        Assert.True(turned < 0.7 * healthy, $"{turned} of {healthy} mL/min");
        // Autoregulation (20 s) and the reflex (12 s) are still on their way.
        Assert.Equal(with, turned, 0.1 * healthy);
        body.Set(control.Id, 0);
        Assert.InRange(Flow(body, 12.9), 0.9 * healthy, 1.1 * healthy);
    }

    [Fact]
    public void A_leaking_valve_is_the_control_of_the_valve()
    {
        LiveLesion leaking = LiveLesions.Offer(
            Start.Value, new ValveDefect { Id = "v", Valve = "ijv_left_valve", Fault = ValveFault.Leaking, OpenShare = 0.4 });
        LiveLesion absent = LiveLesions.Offer(
            Start.Value, new ValveDefect { Id = "v", Valve = "ijv_left_valve", Fault = ValveFault.Absent });
        Assert.Equal(("valve_leak:ijv_left_valve", 40), (leaking.Control!.Id, leaking.Whole));
        Assert.Equal(("valve_leak:ijv_left_valve", 100), (absent.Control!.Id, absent.Whole));
    }

    [Fact]
    public void What_changes_more_is_refused_with_a_reason()
    {
        Lesion[] refused =
        [
            new Hypoplasia { Id = "h", Vessel = Vein, AreaReduction = 0.8 }, new Agenesis { Id = "g", Vessel = Vein },
            new ValveDefect { Id = "s", Valve = "ijv_left_valve", Fault = ValveFault.Stuck, OpenShare = 0.5 },
            new Stenosis { Id = "n", Vessel = Vein, AreaReduction = 0 },
        ];
        foreach (Lesion lesion in refused)
        {
            LiveLesion offered = LiveLesions.Offer(Start.Value, lesion);
            Assert.Null(offered.Control);
            Assert.NotEmpty(offered.Reason!);
        }
    }

    // Mean over the last breath (4.3 s) of a time.
    private static double Flow(LiveBody body, double seconds)
    {
        int site = body.Sites.ToList().FindIndex(row => row.Id == Vein);
        double[] flow = body.Advance(seconds)!.Sites[site].Flow!;
        Assert.Null(body.Stopped);
        return flow[^430..].Average();
    }
}

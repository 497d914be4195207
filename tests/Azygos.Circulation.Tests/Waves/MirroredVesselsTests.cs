using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;
using Azygos.Circulation.Waves;

namespace Azygos.Circulation.Tests.Waves;

/// <summary>The same bits twice; a vessel drawn from its other end gives the mirrored run.</summary>
public sealed class MirroredVesselsTests
{
    private const double End = 0.5;

    // Rounding, which shocks and limiters of a thousand steps may raise by some digits.
    private const double Rounding = 1e-11;

    [Fact]
    public void The_same_run_gives_the_same_bits()
    {
        WaveSystem first = Run(), second = Run();
        foreach ((VesselLine a, VesselLine b) in first.Mesh.Lines.Zip(second.Mesh.Lines))
        {
            Assert.Equal(a.Area.Select(BitConverter.DoubleToInt64Bits), b.Area.Select(BitConverter.DoubleToInt64Bits));
            Assert.Equal(a.Flow.Select(BitConverter.DoubleToInt64Bits), b.Flow.Select(BitConverter.DoubleToInt64Bits));
        }
    }

    [Theory]
    [InlineData("stem")]
    [InlineData("jump")]
    [InlineData("taper")]
    [InlineData("stem", "jump", "taper")]
    public void A_vessel_drawn_backwards_gives_the_mirrored_run(params string[] backwards)
    {
        WaveSystem forwards = Run(), mirrored = Run(backwards);
        foreach (string id in forwards.Mesh.LinesOf.Keys)
        {
            double sign = backwards.Contains(id) ? -1 : 1;
            double[] areas = mirrored.Along(id, VesselQuantity.AreaRatio);
            double[] flows = mirrored.Along(id, VesselQuantity.Velocity);
            if (sign < 0) Array.Reverse(areas);
            if (sign < 0) Array.Reverse(flows);
            foreach ((double α, double β) in forwards.Along(id, VesselQuantity.AreaRatio).Zip(areas))
                Assert.Equal(α, β, Rounding);
            foreach ((double u, double v) in forwards.Along(id, VesselQuantity.Velocity).Zip(flows))
                Assert.Equal(u, sign * v, Rounding);
        }
    }

    private static WaveSystem Run(params string[] backwards)
    {
        WallPoint thin = Tubes.VeinPoint with { Gravity = 3 }, thick = new(0.6e-4, 1_000, 600, 600, 3);
        Vessel[] vessels =
        [
            Tubes.Vein("stem", "in", "fork", 0.5),
            new()
            {
                Id = "jump",
                From = "fork",
                To = "bed",
                Length = 0.25,
                Wall = VesselWall.StiffVein,
                Profile = new TabulatedProfile([0, 0.125, 0.125, 0.25], [thin, thin, thick, thick]),
                Start = new HydrostaticStart(500, 0, 0),
                OutsidePressure = Tubes.Pulse(100, 0.2, 0.05),
                GravityFactor = Tubes.Pulse(0.5, 0.3, 0.1).Above(1),
            },
            new()
            {
                Id = "taper",
                From = "fork",
                To = "end",
                Length = 0.125,
                Wall = VesselWall.Artery,
                Profile = new TaperedProfile
                {
                    Length = 0.125,
                    Radius = (4e-3, 3e-3),
                    Thickness = (1e-3, 0.5e-3),
                    YoungModulus = 1e5,
                    ReferencePressure = 500,
                },
                Start = new HydrostaticStart(500, 0, 0),
            },
        ];
        Vessel[] drawn = [.. vessels.Select(vessel => backwards.Contains(vessel.Id) ? Backwards(vessel) : vessel)];
        return Tubes.System(Tubes.Viscous with { MomentumFactor = 1.1 }, 16, drawn,
            new FlowNode("in", Tubes.Pulse(2e-5, 0.1, 0.03)), new JunctionNode("fork"),
            new PressureNode("end", new ConstantWaveform(500)), new WindkesselNode("bed")
            {
                ProximalResistance = 1e7,
                DistalResistance = 5e7,
                Compliance = 1e-9,
                OutletPressure = 0,
                InitialPressure = 500,
            }).To(End);
    }

    private static Vessel Backwards(Vessel vessel) => vessel with
    {
        From = vessel.To,
        To = vessel.From,
        Profile = new MirroredProfile(vessel.Profile, vessel.Length),
        Start = new MirroredStart(vessel),
    };

    private sealed record MirroredProfile(VesselProfile Original, double Length) : VesselProfile
    {
        public override IReadOnlyList<double> Jumps => [.. Original.Jumps.Select(x => Length - x)];

        public override bool IsUniform => Original.IsUniform;

        public override WallPoint At(double x, bool fromLeft)
        {
            WallPoint point = Original.At(Length - x, !fromLeft);
            return point with { Gravity = -point.Gravity };
        }
    }

    private sealed record MirroredStart(Vessel Original) : VesselStart
    {
        public override (double Area, double Velocity) At(double x, Vessel vessel, Blood blood, in WallPoint at)
        {
            WallPoint there = at with { Gravity = -at.Gravity };
            (double area, double velocity) = Original.Start.At(Original.Length - x, Original, blood, there);
            return (area, -velocity);
        }
    }
}

using Azygos.Circulation.Vessels;
using Azygos.Circulation.Walls;
using Azygos.Circulation.Waves;
using Azygos.Testing;

namespace Azygos.Circulation.Tests.Waves;

/// <summary>Where vessels with steps of their own meet, the order stays 2: a smooth pulse on its way through two equal
/// vessels, against the exact simple wave, refined in space and time.</summary>
public sealed class OrderAcrossLevelsTests
{
    private const int Coarsest = 24, Refinements = 4;   // cells of the coarser vessel in the length of the finer

    // The finer vessel is this long [m] and the coarser 2ᵏ times, of as many cells; the pulse goes to half way across
    // the joint. Seven widths lie between it and the far ends: e⁻⁴⁹ is nothing.
    private const double Finer = 0.8, Width = 0.06, Way = 0.35;

    // The network's step as a share of a cell of the slower vessel: the levels then differ by the ratio of the cells.
    private const double Cfl = 0.75;

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    public void Through_arteries(int levels, bool isToTheFiner) =>
        Through<Artery>(VesselWall.Artery, Tubes.ArteryPoint, 0.05, levels, isToTheFiner);

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    public void Through_veins(int levels, bool isToTheFiner) =>
        Through<StiffVein>(VesselWall.StiffVein, Tubes.VeinPoint, 0.01, levels, isToTheFiner);

    private static void Through<TLaw>(
        VesselWall wall, WallPoint point, double amplitude, int levels, bool isToTheFiner)
        where TLaw : struct, IWallLaw
    {
        double coarser = Math.ScaleB(Finer, levels);
        double first = isToTheFiner ? coarser : Finer, second = isToTheFiner ? Finer : coarser;
        double c = wall.WaveSpeed(point.ReferenceArea, point, Tubes.Inviscid.Density);
        SimpleWave<TLaw> wave = new(point, Tubes.Inviscid.Density)
        { Amplitude = amplitude, Centre = first - Way, Width = Width };
        ObservedOrder.Over(Finer / Coarsest, Refinements, h =>
        {
            WaveSystem system = Tubes.System(Tubes.Inviscid, (int)Math.Round(coarser / h),
            [
                Tubes.Of("first", "in", "joint", first, wall, point, wave.StartFrom(0)),
                Tubes.Of("second", "joint", "out", second, wall, point, wave.StartFrom(first)),
            ],
                new TransmissiveNode("in"), new JunctionNode("joint"), new TransmissiveNode("out"));
            VesselLine a = system.Line("first"), b = system.Line("second");
            system.To(Way / c, Cfl * h / c, () => Assert.Equal(levels, Math.Abs(a.Level - b.Level)));
            return Errors(system, wave, "first", 0).Concat(Errors(system, wave, "second", first)).Rms();
        }).LastTwoAreAtLeast(ObservedOrder.SecondOrder);
    }

    // As shares of the reference area and of the wave speed, each cell weighted with its length.
    private static IEnumerable<double> Errors<TLaw>(
        WaveSystem system, SimpleWave<TLaw> wave, string vessel, double place)
        where TLaw : struct, IWallLaw
    {
        VesselLine line = system.Line(vessel);
        double weight = Math.Sqrt(line.CellLength * line.Cells);
        for (int i = 0; i < line.Cells; i++)
        {
            (double area, double velocity) = wave.At(place + line.CentreOf(i), system.Time);
            yield return weight * (line.Read(VesselQuantity.Area, i, system.Time) - area) / line.ReferenceAreaOf(i);
            yield return weight * (line.Read(VesselQuantity.Velocity, i, system.Time) - velocity) / line.WaveSpeedOf(i);
        }
    }
}

using Azygos.Circulation.ExactSolutions;
using Azygos.Circulation.Vessels;

namespace Azygos.Circulation.Tests.ExactSolutions;

/// <summary>Tubes of the tests: an artery and veins of our own choosing.</summary>
internal static class Tubes
{
    public const double Density = 1055;

    public static ElasticTube Artery { get; } = Of(VesselWall.Artery, 2.4e-4, 46000, 46000, 0);

    public static ElasticTube StifferArtery { get; } = Of(VesselWall.Artery, 1.5e-4, 90000, 90000, 0);

    public static ElasticTube Vein { get; } = Of(VesselWall.StiffVein, 8e-5, 250, 250, 0);

    public static ElasticTube SqueezedVein { get; } = Of(VesselWall.StiffVein, 6e-5, 400, 400, 300);

    public static ElasticTube BodyVein { get; } = Of(VesselWall.SoftVein, 9e-5, 900, 14, 0);

    public static ElasticTube AnyLaw { get; } = Of(VesselWall.Power(4, -0.8), 7e-5, 500, 500, 0);

    public static IEnumerable<ElasticTube> All => [Artery, StifferArtery, Vein, SqueezedVein, BodyVein, AnyLaw];

    private static ElasticTube Of(VesselWall wall, double area, double distension, double bending, double reference)
        => new(wall, new WallPoint(area, distension, bending, reference, 0), Density);
}

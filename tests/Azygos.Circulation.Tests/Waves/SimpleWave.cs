using Azygos.Circulation.Vessels;
using Azygos.Circulation.Walls;
using Azygos.Numerics;

namespace Azygos.Circulation.Tests.Waves;

/// <summary>A wave that runs one way through a uniform vessel without friction: exact until it breaks.</summary>
/// <remarks>
/// α(x, 0) = 1 + a exp(−((x − x₀)/w)²), u = ∫₁^α c dα/α; every value of α moves at u(α) + c(α). x is measured along the
/// way of the wave, from a place common to all the vessels that it runs through.
/// </remarks>
internal sealed class SimpleWave<TLaw>(WallPoint point, double density)
    where TLaw : struct, IWallLaw
{
    private const int Bisections = 100;

    public required double Amplitude { get; init; }

    public required double Centre { get; init; }

    public required double Width { get; init; }

    /// <summary>A [m²] and u [m/s] at a place and time.</summary>
    public (double Area, double Velocity) At(double x, double time)
    {
        // x = ξ + (u + c)(α(ξ)) t; the right side grows with ξ until the wave breaks.
        double fastest = Math.Max(Speed(1), Speed(1 + Amplitude)), low = x - fastest * time, high = x;
        for (int i = 0; i < Bisections; i++)
        {
            double ξ = 0.5 * (low + high);
            if (ξ <= low || ξ >= high) break;
            if (ξ + Speed(Start(ξ)) * time < x) low = ξ;
            else high = ξ;
        }

        double α = Start(low);
        return (point.ReferenceArea * α, Velocity(α));
    }

    /// <summary>The start of a vessel that begins at a place on the wave's way.</summary>
    public VesselStart StartFrom(double place) => new OnTheWay(this, place);

    private double Start(double ξ) => 1 + Amplitude * Math.Exp(-Math.Pow((ξ - Centre) / Width, 2));

    private double Velocity(double α) =>
        default(TLaw).WaveIntegral<Real>(new(1), new(α), new(point.Distension), new(point.Bending)).Value
            / Math.Sqrt(density);

    private double Speed(double α) => Velocity(α) + Math.Sqrt(
        α * default(TLaw).Slope<Real>(new(α), new(point.Distension), new(point.Bending)).Value / density);

    private sealed record OnTheWay(SimpleWave<TLaw> Wave, double Place) : VesselStart
    {
        public override (double Area, double Velocity) At(double x, Vessel vessel, Blood blood, in WallPoint at) =>
            Wave.At(Place + x, 0);
    }
}

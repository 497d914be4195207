using Azygos.Numerics;

namespace Azygos.Clinic.Instruments.Ultrasound;

/// <summary>Velocity across a round lumen: u(r) = u_mean (γ + 2)/γ (1 − (r/R)^γ), zero outside.</summary>
/// <source choice="power-law profile, the same as that of the simulated friction; γ = 2 is Poiseuille's, 9 is nearly
/// flat"/>
public static class VelocityProfile
{
    /// <summary>Local over mean velocity [1]; 0 at the wall and outside.</summary>
    /// <param name="radiusShare">r/R [1], 0 or above.</param>
    /// <param name="exponent">γ [1], above 0.</param>
    public static double Relative(double radiusShare, double exponent) => radiusShare >= 1
        ? 0
        : (exponent + 2) / exponent * (1 - (radiusShare <= 0 ? 0
            : RealMath.Pow(new Real(radiusShare), exponent).Value));

    /// <summary>Share of the lumen that moves faster than a velocity [1].</summary>
    /// <param name="velocity">Velocity [m/s], 0 or above.</param>
    /// <param name="mean">Mean velocity [m/s]; its sign does not matter.</param>
    /// <param name="exponent">γ [1], above 0.</param>
    public static double ShareAbove(double velocity, double mean, double exponent)
    {
        double peak = Math.Abs(mean) * Relative(0, exponent);
        return velocity >= peak ? 0 : velocity <= 0 ? 1
            : RealMath.Pow(new Real(1 - velocity / peak), 2 / exponent).Value;
    }
}

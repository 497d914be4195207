namespace Azygos.Circulation.ExactSolutions;

/// <summary>A wave that leaves a Riemann problem: a shock, or a rarefaction between two speeds.</summary>
/// <param name="IsShock">True for a shock; its head and tail have one speed.</param>
/// <param name="Head">Speed of the side that meets undisturbed blood first [m/s], positive along x.</param>
/// <param name="Tail">Speed of the other side [m/s].</param>
/// <source doi="10.4208/cicp.210611.240212a" at="elementary waves"/>
public readonly record struct TubeWave(bool IsShock, double Head, double Tail)
{
    /// <summary>The wave between undisturbed and star state.</summary>
    /// <param name="tube">The tube.</param>
    /// <param name="ahead">Undisturbed state.</param>
    /// <param name="behind">Star state.</param>
    /// <param name="side">−1: it runs toward smaller x; +1: toward larger x.</param>
    internal static TubeWave Between(ElasticTube tube, TubeState ahead, TubeState behind, int side)
    {
        if (behind.Area > ahead.Area)
        {
            double speed = (behind.Flow - ahead.Flow) / (behind.Area - ahead.Area);
            return new TubeWave(true, speed, speed);
        }
        return new TubeWave(
            false, ahead.Velocity + side * tube.WaveSpeed(ahead.Area),
            behind.Velocity + side * tube.WaveSpeed(behind.Area));
    }
}

namespace Azygos.Circulation.Blocks;

/// <summary>The normalised elastance of a ventricle over a beat: 25 Fourier modes.</summary>
/// <remarks>e(x) = Σ a_k cos(2πkx) − b_k sin(2πkx), x the time since the beat began over its length; from 0.05 to
/// about 1.</remarks>
/// <source doi="10.1007/s10439-012-0579-3" at="elastance of the ventricles; modes as the block format fixes
/// them"/>
internal static class VentricularElastance
{
    private static readonly (double Cosine, double Sine)[] Modes =
    [
        (0.283748803, 0), (0.031830626, -0.374299825), (-0.209472400, -0.018127770), (0.020520047, 0.073971113),
        (0.008316883, -0.047249597), (-0.041677660, 0.003212163), (0.000867323, 0.019441411),
        (-0.001675379, -0.005565534), (-0.011252277, 0.003401432), (-0.000414677, 0.008376795),
        (0.000253749, -0.000071880), (-0.002584966, 0.001566861), (0.000584752, 0.003143555),
        (0.000028502, -0.000024787), (0.000022961, -0.000007476), (0.000018735, -0.000001281),
        (0.000015573, 0.000001781), (0.000013133, 0.000003494), (0.000011199, 0.000004507),
        (0.000009634, 0.000005117), (0.000008343, 0.000005481), (0.000007265, 0.000005687),
        (0.000006354, 0.000005789), (0.000005575, 0.000005821), (0.000004903, 0.000005805),
    ];

    /// <summary>e at a share of the beat.</summary>
    public static double At(double x)
    {
        double sum = 0;
        for (int k = 0; k < Modes.Length; k++)
        {
            double angle = 2 * Math.PI * k * x;
            sum += Modes[k].Cosine * Math.Cos(angle) - Modes[k].Sine * Math.Sin(angle);
        }
        return sum;
    }
}

namespace Azygos.Studies.Populations;

/// <summary>A small transverse sinus makes the jugular vein below it smaller, and leaves mean and spread of all people
/// as published.</summary>
/// <remarks>
/// A = s B, s = f for the share q, else 1. Published are the mean m and the variation c of A, people with a small sinus
/// among them: so E B = m/E s, and 1 + c_B² = (1 + c²) (E s)²/E s², E s = 1 − q + q f, E s² = 1 − q + q f².
/// </remarks>
/// <source choice="mean and variation of a product of two independent variables"/>
internal readonly record struct SinusEffect(bool IsHypoplastic, double Share, double Factor)
{
    /// <summary>The area at a score.</summary>
    public double At(LognormalMarginal published, double z)
    {
        double first = 1 - Share + Share * Factor, second = 1 - Share + Share * Factor * Factor;
        double c2 = Math.Exp(published.ScoreDeviation!.Value * published.ScoreDeviation.Value);      // 1 + c²
        double variance = Math.Log(c2 * first * first / second);
        double median = published.At(0) * Math.Sqrt(c2) / first / Math.Exp(variance / 2);
        return median * Math.Exp(Math.Sqrt(variance) * z) * (IsHypoplastic ? Factor : 1);
    }
}

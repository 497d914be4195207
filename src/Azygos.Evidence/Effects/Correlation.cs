namespace Azygos.Evidence.Effects;

/// <summary>A correlation and the number of people behind it.</summary>
/// <param name="R">r in (−1, 1).</param>
/// <param name="Size">n.</param>
/// <source choice="one place for the three scales of a correlation"/>
public readonly record struct Correlation(double R, double Size)
{
    /// <summary>r itself, variance (1 − r²)²/(n − 1).</summary>
    /// <source doi="10.18637/jss.v036.i03" at="§3.1, measure COR"/>
    public EffectEstimate? Raw() => EffectEstimate.OrNone(R, (1 - R * R) * (1 - R * R) / (Size - 1));

    /// <summary>Fisher's z = atanh r, variance 1/(n − 3).</summary>
    /// <source doi="10.2307/2331838" at="Fisher 1915; variance 1/(n − 3): Fisher 1921"/>
    public EffectEstimate? FisherZ() => Size > 3 ? EffectEstimate.OrNone(Math.Atanh(R), 1 / (Size - 3)) : null;

    /// <summary>Olkin and Pratt's unbiased r, variance (1 − r²)²/(n − 1) at the corrected r.</summary>
    /// <remarks>r ₂F₁(½, ½; (n − 2)/2; 1 − r²), summed to the last digit.</remarks>
    /// <source doi="10.1214/aoms/1177706717" at="eq. 2.3"/>
    public EffectEstimate? Unbiased()
    {
        if (Size <= 4) return null;
        double x = 1 - R * R, c = (Size - 2) / 2, term = 1, sum = 1;
        for (int i = 0; i < 100_000 && term > 1e-17 * sum; i++)
        {
            term *= (0.5 + i) * (0.5 + i) / ((c + i) * (i + 1)) * x;
            sum += term;
        }
        double r = R * sum;
        return EffectEstimate.OrNone(r, (1 - r * r) * (1 - r * r) / (Size - 1));
    }
}

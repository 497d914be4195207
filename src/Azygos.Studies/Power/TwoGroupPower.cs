using Azygos.Evidence.Distributions;
using Azygos.Evidence.Effects;
using Azygos.Studies.Designs;
using Azygos.Studies.Results;

namespace Azygos.Studies.Power;

/// <summary>How likely a study of two groups finds that they differ: exactly, and by the usual formula.</summary>
/// <param name="First">Share with the event in the first group [1].</param>
/// <param name="Second">Share with the event in the second group [1].</param>
/// <param name="Size1">People of the first group.</param>
/// <param name="Size2">People of the second group.</param>
/// <param name="Level">Level of the interval that must leave 1 out.</param>
/// <source doi="10.1002/0471445428" at="Fleiss, Levin, Paik 2003, ch. 4: sample sizes for two proportions"/>
public sealed record TwoGroupPower(double First, double Second, int Size1, int Size2, double Level)
{
    /// <summary>Largest group whose every outcome is gone through.</summary>
    /// <source choice="a million tables, some seconds"/>
    public const int LargestExact = 1000;

    private double Z => Normal.TwoSidedQuantile(Level);

    /// <summary>The formula: Φ((|p₁ − p₂| − z √(p̄ q̄ (1/n₁ + 1/n₂)))/√(p₁ q₁/n₁ + p₂ q₂/n₂)) [1].</summary>
    public double Formula()
    {
        double pooled = (Size1 * First + Size2 * Second) / (Size1 + Size2);
        double atNull = Math.Sqrt(pooled * (1 - pooled) * (1.0 / Size1 + 1.0 / Size2));
        double own = Math.Sqrt(First * (1 - First) / Size1 + Second * (1 - Second) / Size2);
        return Normal.Cumulative((Math.Abs(First - Second) - Z * atNull) / own);
    }

    /// <summary>Σ P(x₁) P(x₂) over the outcomes whose interval leaves an odds ratio of 1 out: no approximation.</summary>
    /// <param name="interval">Which interval.</param>
    public double Exact(OddsRatioInterval interval)
    {
        double[] one = Binomial(Size1, First), two = Binomial(Size2, Second);
        double power = 0;
        for (int a = 0; a <= Size1; a++)
            for (int c = 0; c <= Size2; c++)
            {
                // Outcomes rarer than this change no digit that is printed, and exact intervals are not free.
                if (one[a] * two[c] > 1e-12 && Rejects(a, c, interval)) power += one[a] * two[c];
            }
        return power;
    }

    /// <summary>People for each group of equal size that the formula asks for.</summary>
    /// <param name="power">Power wanted, in (0, 1).</param>
    public double SizeByFormula(double power)
    {
        double mean = (First + Second) / 2, gap = First - Second;
        double root = Z * Math.Sqrt(2 * mean * (1 - mean))
            + Normal.Quantile(power) * Math.Sqrt(First * (1 - First) + Second * (1 - Second));
        return Math.Ceiling(root * root / (gap * gap));
    }

    private bool Rejects(int a, int c, OddsRatioInterval interval)
    {
        TwoByTwo table = new(a, Size1 - a, c, Size2 - c);
        if (table.IsUninformative) return false;
        if (interval == OddsRatioInterval.Woolf)
        {
            EffectEstimate effect = OddsRatio.From(
                ZeroCellPolicy.Half.Rule.Apply(table, anyZero: table.HasZero))!.Value;
            return Math.Abs(effect.Value) > Z * Math.Sqrt(effect.Variance);
        }
        return TableIntervals.Of(table, Level).TryGet(out TableIntervals? all)
            && all.Of(interval) is var (low, high) && (low > 0 || high < 0);
    }

    private static double[] Binomial(int n, double p)
    {
        double[] mass = new double[n + 1];
        double log = n * Math.Log(1 - p);
        for (int x = 0; x <= n; x++)
        {
            mass[x] = Math.Exp(log);
            log += Math.Log((double)(n - x) / (x + 1)) + Math.Log(p) - Math.Log(1 - p);
        }
        return mass;
    }
}

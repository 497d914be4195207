using Azygos.Evidence.Distributions;
using Azygos.Numerics;
using Azygos.Studies.Results;

namespace Azygos.Studies.Examiners;

/// <summary>How far two examiners agree on a criterion if they agree on numbers as they did on areas, and what was
/// published.</summary>
/// <remarks>
/// Each examiner has a normal score of the criterion's deciding number; two scores of one person correlate by ρ = ICC of
/// areas, the only thing that is fitted; whoever is above the threshold that gives the positive rate m is called. P(both) =
/// m² + ∫₀^ρ exp(−z²/(1 + r))/(2π√(1 − r²)) dr, z = Φ⁻¹(m); κ = (P(both) − m²)/(m (1 − m)). The interval is that of κ
/// counted in a study of that size, from the least ICC's lower end to the greatest's upper end.
/// </remarks>
/// <param name="Criterion">The criterion.</param>
/// <param name="PositiveRate">m, in the mix of the agreement study's groups [1].</param>
/// <param name="Predicted">κ at the middle ICC, with κ at the least and the greatest.</param>
/// <param name="Low">Lower end of what such a study would count.</param>
/// <param name="High">Upper end.</param>
/// <param name="Published">κ as published.</param>
/// <source doi="10.1136/bmjopen-2013-003508" at="abstract: ICC 0.05 to 0.25; κ of five criteria and of two or more; 38 MS and
/// 55 controls"/>
public sealed record PredictedAgreement(
    string Criterion, double PositiveRate, Spread Predicted, double Low, double High, double Published)
{
    private const int Purpose = 23, Studies = 4000, Cases = 38, Controls = 55;

    // Of areas between examiners: least, middle and greatest.
    private static readonly double[] Intraclass = [0.05, 0.15, 0.25];

    // Positive of 65 with MS and of 235 controls (Zamboni 2009), and the published κ.
    private static readonly (string Criterion, int Cases, int Controls, double Kappa)[] Rows =
    [
        ("1 reflux in the neck", 46, 0, 0.29), ("2 reflux inside the skull", 40, 0, -0.02),
        ("3 narrow lumen", 24, 1, 0.23), ("4 no flow", 34, 7, -0.09), ("5 wider sitting", 36, 25, 0.22),
        ("two or more", 65, 0, 0.20),
    ];

    /// <summary>True where the published κ lies within what such a study would count.</summary>
    public bool IsHit => Published >= Low && Published <= High;

    /// <summary>True where it lies within κ over the ICC, the chance of who was examined set aside.</summary>
    public bool IsWithinRange => Published >= Predicted.Low && Published <= Predicted.High;

    /// <summary>All five criteria, and two or more of them.</summary>
    /// <source doi="10.1136/jnnp.2008.157164" at="counts of each criterion, 65 MS and 235 controls"/>
    public static IReadOnlyList<PredictedAgreement> All() => [.. Rows.Select((row, at) =>
    {
        double m = (Cases * row.Cases / 65.0 + Controls * row.Controls / 235.0) / (Cases + Controls);
        double[] kappas = [.. Intraclass.Select(icc => Kappa(m, icc))];
        return new PredictedAgreement(row.Criterion, m, new Spread(kappas[1], kappas[0], kappas[2], Cases + Controls),
            Counted(m, Intraclass[0], at).Low, Counted(m, Intraclass[^1], at).High, row.Kappa);
    })];

    /// <summary>κ of two dichotomised scores.</summary>
    /// <param name="positiveRate">m in (0, 1).</param>
    /// <param name="correlation">ρ in [0, 1).</param>
    public static double Kappa(double positiveRate, double correlation) =>
        (Both(positiveRate, correlation) - positiveRate * positiveRate) / (positiveRate * (1 - positiveRate));

    // Simpson's rule; 200 steps give nine digits at ρ 0.8, and more below.
    private static double Both(double m, double correlation)
    {
        const int steps = 200;
        double z = Normal.Quantile(m), sum = 0, h = correlation / steps;
        for (int k = 0; k <= steps; k++)
        {
            double r = k * h, weight = k is 0 or steps ? 1 : k % 2 == 1 ? 4 : 2;
            sum += weight * Math.Exp(-z * z / (1 + r)) / (2 * Math.PI * Math.Sqrt(1 - r * r));
        }
        return m * m + sum * h / 3;
    }

    private static Spread Counted(double m, double correlation, int criterion)
    {
        double both = Both(m, correlation);
        return Spread.Of(Enumerable.Range(0, Studies).Select(study =>
        {
            AddressedNumbers stream = new(1, Purpose, criterion, study);
            int[] counts = new int[4];
            for (int person = 0; person < Cases + Controls; person++)
            {
                double u = stream.NextUniform();
                counts[u < both ? 0 : u < m ? 1 : u < 2 * m - both ? 2 : 3]++;
            }
            return new PairedCalls(counts[0], counts[1], counts[2], counts[3]).Kappa();
        }).Where(kappa => kappa.HasValue).Select(kappa => kappa.Value))!;
    }
}

namespace Azygos.Clinic.Examination;

/// <summary>Agreement of two readers who err independently.</summary>
/// <remarks>With sensitivity s, specificity c, J = s + c − 1, prevalence p and positive rate m = p s + (1 − p)(1 − c):
/// κ = p (1 − p) J²/(m (1 − m)).</remarks>
/// <source choice="Cohen's kappa of two independent raters with equal errors, worked out; checked by drawing"/>
public static class RaterAgreement
{
    /// <summary>Share of all readings that is positive, m [1].</summary>
    /// <param name="prevalence">p [1].</param>
    /// <param name="sensitivity">s [1].</param>
    /// <param name="specificity">c [1].</param>
    public static double PositiveRate(double prevalence, double sensitivity, double specificity) =>
        prevalence * sensitivity + (1 - prevalence) * (1 - specificity);

    /// <summary>Cohen's kappa [1].</summary>
    /// <param name="prevalence">p [1].</param>
    /// <param name="sensitivity">s [1].</param>
    /// <param name="specificity">c [1].</param>
    public static double Kappa(double prevalence, double sensitivity, double specificity)
    {
        double m = PositiveRate(prevalence, sensitivity, specificity), j = sensitivity + specificity - 1;
        return prevalence * (1 - prevalence) * j * j / (m * (1 - m));
    }

    /// <summary>Cohen's kappa of counted pairs [1].</summary>
    /// <param name="both">Both positive.</param>
    /// <param name="first">Only the first.</param>
    /// <param name="second">Only the second.</param>
    /// <param name="neither">Neither.</param>
    public static double Kappa(int both, int first, int second, int neither)
    {
        double n = both + first + second + (double)neither, a = (both + first) / n, b = (both + second) / n;
        double seen = (both + neither) / n, chance = a * b + (1 - a) * (1 - b);
        return (seen - chance) / (1 - chance);
    }
}

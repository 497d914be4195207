using Azygos.Evidence.Distributions;
using Azygos.Quantities;
using Azygos.Studies.Populations;

namespace Azygos.Studies.Examiners;

/// <summary>Measures the jugular veins and calls the third criterion: least area at most 0.3 cm².</summary>
/// <remarks>
/// ln A_measured = ln A + b + e, b of the examiner, e of this examination, at most a factor of 5 in all; Var(b) + Var(e)
/// = σ² (1 − ICC)/ICC, σ the spread of ln A over people. A third is the examiner's, two thirds posture, breathing and
/// probe pressure (assumed). Given b, P(positive) = P(e ≤ ln 0.3 cm² − ln A − b).
/// </remarks>
/// <param name="intraclass">ICC of areas between examiners, in (0, 1).</param>
/// <source doi="10.1136/bmjopen-2013-003508" at="abstract: ICC 0.05 to 0.25; the split and the cap are assumed"/>
public sealed class CalibreExaminer(double intraclass) : IExaminer
{
    /// <summary>Least area that is no finding.</summary>
    /// <source doi="10.1136/jnnp.2008.157164" at="criterion 3, as restated in PMC3061048 table 2: 0.3 cm²"/>
    public static Area Threshold => Area.FromSquareCentimetres(0.3);

    private const double OperatorShare = 1.0 / 3;         // assumed; no study parts the two
    private const double LargestFactor = 5;               // assumed cap of an error of measurement

    // σ² = ln(1 + CV²) with the published CV of 0.76: the spread that the published ICC compares with.
    private static readonly double Variance = Math.Log(1 + 0.76 * 0.76);
    private readonly double error = Math.Sqrt(Variance * (1 - intraclass) / intraclass);

    /// <inheritdoc/>
    public double Unexpecting(Person person, bool hasLesion, double operatorScore)
    {
        ArgumentNullException.ThrowIfNull(person);
        return Probability(person.LeastArea, operatorScore);
    }

    /// <summary>P(positive) for a least area.</summary>
    /// <param name="least">A.</param>
    /// <param name="operatorScore">Normal score of b.</param>
    public double Probability(Area least, double operatorScore)
    {
        double b = Math.Sqrt(OperatorShare) * error * operatorScore, e = Math.Sqrt(1 - OperatorShare) * error;
        double cap = Math.Log(LargestFactor), wanted = Math.Log(Threshold.SquareMetres / least.SquareMetres);
        // b + e is cut off at the cap: mass beyond it sits there.
        return wanted >= cap ? 1 : wanted < -cap ? 0 : Normal.Cumulative((wanted - b) / e);
    }
}

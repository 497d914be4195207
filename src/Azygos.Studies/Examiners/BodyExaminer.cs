using Azygos.Studies.Bodies;
using Azygos.Studies.Populations;

namespace Azygos.Studies.Examiners;

/// <summary>Examines a body that was run: calls each of the five criteria, or whether there are two of them.</summary>
/// <remarks>
/// Criterion 3 by the least lumen measured with the agreement given (as <see cref="CalibreExaminer"/>, with the body's
/// lumen for the person's area); the others called with sensitivity s where the body meets them and 1 − c where it does
/// not. Calls are independent given the body; two or more of five by the distribution of a sum of five such calls.
/// </remarks>
/// <param name="criterion">Which is called: <c>vh1</c> … <c>vh5</c>, or <c>ccsvi</c>, two or more.</param>
/// <param name="reader">s and c of criteria 1, 2, 4 and 5.</param>
/// <param name="intraclass">ICC of areas; null: areas are read as they are.</param>
/// <source ref="PMC3061048" at="table 2: two of five"/>
public sealed class BodyExaminer(string criterion, Accuracy reader, double? intraclass) : IExaminer
{
    private readonly CalibreExaminer? calibre = intraclass is { } icc ? new CalibreExaminer(icc) : null;

    /// <inheritdoc/>
    public double Unexpecting(Person person, bool hasLesion, double operatorScore)
    {
        ArgumentNullException.ThrowIfNull(person);
        double[] calls = Calls(person.Body ?? throw new InvalidOperationException("nobody ran this person's body"),
            operatorScore);
        return criterion == "ccsvi" ? TwoOrMore(calls) : calls[criterion[^1] - '1'];
    }

    /// <summary>Probability of a positive call of each of the five criteria by somebody who expects nothing [1].</summary>
    /// <param name="body">What the body shows.</param>
    /// <param name="operatorScore">Normal score of who examines.</param>
    public double[] Calls(BodyFindings body, double operatorScore)
    {
        ArgumentNullException.ThrowIfNull(body);
        return [.. body.Met.Select((isMet, at) => at != BodyQuantity.LeastLumen
            ? isMet ? reader.Sensitivity : 1 - reader.Specificity
            : calibre?.Probability(body.LeastLumen, operatorScore) ?? (isMet ? 1 : 0))];
    }

    // One less the chances of none and of exactly one.
    private static double TwoOrMore(double[] calls)
    {
        double none = 1, one = 0;
        foreach (double p in calls) (none, one) = (none * (1 - p), one * (1 - p) + none * p);
        return Math.Max(0, 1 - none - one);
    }
}

using Azygos.Clinic.Criteria;
using Azygos.Evidence.Linear;

namespace Azygos.Studies.Bodies;

/// <summary>Predicts what a body shows from the person's numbers: one quadratic a quantity, fitted to people who were
/// solved.</summary>
/// <remarks>
/// y = c + Σ b_i x_i + Σ_{i≤j} a_ij x_i x_j over <see cref="PersonFeatures"/>; ridge λ on all but c. Lumens on their
/// logarithm, velocities of the neck on asinh. The error stands beside it: people left out in ten folds, predicted by the other nine.
/// </remarks>
/// <source doi="10.1080/00401706.1970.10488634" at="Hoerl and Kennard 1970, ridge regression"/>
/// <source choice="the one kind that is fitted at once and cannot hide how wrong it is; λ of 1 person of 100"/>
public sealed class Surrogate
{
    /// <summary>People whom it is fitted to.</summary>
    /// <source choice="three for a coefficient; the error with twice as many is in docs/validation/solved-people.md"/>
    public const int TrainingPeople = 480;

    private const int Folds = 10;

    // λ over the number of people, x of spread about 1.
    private const double Ridge = 0.01;

    private readonly double[][] coefficients;

    private Surrogate(string hash, double[][] coefficients, SurrogateError error) =>
        (Hash, this.coefficients, Error) = (hash, coefficients, error);

    /// <summary>Hash of the bodies that it was fitted to.</summary>
    public string Hash { get; }

    /// <summary>Error on people whom it was not fitted to.</summary>
    public SurrogateError Error { get; }

    /// <summary>Coefficients; shape [quantities][terms].</summary>
    /// <source choice="fitted, none chosen"/>
    public IReadOnlyList<IReadOnlyList<double>> Coefficients => coefficients;

    /// <summary>The surrogate that a file holds.</summary>
    /// <param name="hash">Hash of the bodies.</param>
    /// <param name="coefficients">Shape [quantities][terms].</param>
    /// <param name="error">Its error.</param>
    /// <exception cref="ArgumentException">The shape is another.</exception>
    public static Surrogate From(string hash, double[][] coefficients, SurrogateError error)
    {
        ArgumentNullException.ThrowIfNull(coefficients);
        if (coefficients.Length != BodyQuantity.All.Count || coefficients.Any(one => one.Length != Terms))
            throw new ArgumentException("these are not the coefficients of a surrogate", nameof(coefficients));
        return new Surrogate(hash, coefficients, error);
    }

    /// <summary>Fits it to people who were solved.</summary>
    /// <param name="hash">Hash of the bodies.</param>
    /// <param name="people">Numbers and findings; those without findings were stopped and are counted.</param>
    /// <param name="rules">The version of the rules by which calls are compared.</param>
    public static Surrogate Fit(string hash, IReadOnlyList<(PersonFeatures Features, BodyFindings? Body)> people,
        CriteriaRules rules)
    {
        ArgumentNullException.ThrowIfNull(people);
        double[][] terms = [.. people.Where(one => one.Body is not null).Select(one => Expanded(one.Features))];
        BodyFindings[] bodies = [.. people.Select(one => one.Body).OfType<BodyFindings>()];
        double[][] values = [.. bodies.Select(body => body.Values.Select(Scaled).ToArray())];
        double[][] left = new double[terms.Length][];
        for (int fold = 0; fold < Folds; fold++)
        {
            int[] inside = [.. Enumerable.Range(0, terms.Length).Where(i => i % Folds != fold)];
            double[][] fitted = Solved([.. inside.Select(i => terms[i])], [.. inside.Select(i => values[i])]);
            for (int i = fold; i < terms.Length; i += Folds) left[i] = Applied(fitted, terms[i]);
        }
        return new Surrogate(hash, Solved(terms, values), SurrogateError.Of(bodies, left, rules, people.Count - bodies.Length));
    }

    /// <summary>What a person's body would show.</summary>
    /// <param name="features">The person's numbers.</param>
    /// <param name="rules">The version of the rules.</param>
    public BodyFindings Predict(PersonFeatures features, CriteriaRules rules)
    {
        double[] values = Applied(coefficients, Expanded(features));
        return new BodyFindings(FindingOrigin.Surrogate, values,
            BodyFindings.Judge(values, MeanFlowExamination.DeadBand, rules));
    }

    private static int Terms => 1 + PersonFeatures.Count + PersonFeatures.Count * (PersonFeatures.Count + 1) / 2;

    /// <summary>The scale on which a quantity is fitted: lumens by their logarithm, velocities of the neck nearly so away
    /// from 0.</summary>
    private static double Scaled(double value, int quantity) => quantity switch
    {
        BodyQuantity.LeastLumen => Math.Log(value),
        BodyQuantity.NeckReflux or BodyQuantity.Quietest =>
            Math.Asinh(value / MeanFlowExamination.DeadBand),
        _ => value,
    };

    private static double Unscaled(double value, int quantity) => quantity switch
    {
        BodyQuantity.LeastLumen => Math.Exp(value),
        BodyQuantity.NeckReflux or BodyQuantity.Quietest =>
            Math.Sinh(value) * MeanFlowExamination.DeadBand,
        _ => value,
    };

    private static double[] Expanded(PersonFeatures features)
    {
        double[] terms = new double[Terms];
        IReadOnlyList<double> x = features.Values;
        terms[0] = 1;
        int at = 1;
        for (int i = 0; i < x.Count; i++) terms[at++] = x[i];
        for (int i = 0; i < x.Count; i++)
            for (int j = i; j < x.Count; j++) terms[at++] = x[i] * x[j];
        return terms;
    }

    private static double[] Applied(double[][] fitted, double[] terms) =>
    [
        .. fitted.Select((b, quantity) =>
        {
            double sum = 0;
            for (int i = 0; i < terms.Length; i++) sum += b[i] * terms[i];
            return Unscaled(sum, quantity);
        }),
    ];

    /// <summary>(XᵀX + λ n D) b = Xᵀy, D without the constant term.</summary>
    private static double[][] Solved(double[][] x, double[][] y)
    {
        int n = Terms;
        double[] normal = new double[n * n];
        foreach (double[] row in x)
            for (int i = 0; i < n; i++)
                for (int j = 0; j <= i; j++) normal[i * n + j] += row[i] * row[j];
        for (int i = 1; i < n; i++) normal[i * n + i] += Ridge * x.Length;
        if (double.IsNaN(Cholesky.Factor(normal, n)))
            throw new ArgumentException("too few people for a surrogate", nameof(x));
        return [.. Enumerable.Range(0, BodyQuantity.All.Count).Select(quantity =>
        {
            double[] b = new double[n];
            for (int k = 0; k < x.Length; k++)
                for (int i = 0; i < n; i++) b[i] += x[k][i] * y[k][quantity];
            Cholesky.Solve(normal, n, b);
            return b;
        })];
    }
}

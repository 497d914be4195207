using Azygos.Evidence.Distributions;
using Azygos.Evidence.Effects;
using Azygos.Evidence.Pooling;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Azygos.Evidence.Networks;

/// <summary>One arm of a trial.</summary>
/// <param name="Study">Trial.</param>
/// <param name="Treatment">Treatment given.</param>
/// <param name="Value">Mean (or other arm-level effect).</param>
/// <param name="Variance">Its sampling variance.</param>
/// <source doi="10.1002/jrsm.1058" at="arm-based data of a contrast-based network"/>
public sealed record NetworkArm(string Study, string Treatment, double Value, double Variance)
{
    /// <summary>An arm from its mean, standard deviation and size.</summary>
    public static NetworkArm FromMean(string study, string treatment, GroupMean group)
        => new(study, treatment, group.Mean, group.Deviation * group.Deviation / group.Size);
}

/// <summary>Differences of all treatments of a network.</summary>
/// <param name="Treatments">Treatments, alphabetical.</param>
/// <param name="Difference">Row treatment minus column treatment.</param>
/// <param name="StandardError">Standard errors of the differences.</param>
/// <source doi="10.1002/jrsm.1058" at="§3"/>
public sealed record NetworkLeague(IReadOnlyList<string> Treatments, double[,] Difference, double[,] StandardError)
{
    /// <summary>P-scores: mean certainty that a treatment is better than another; in [0, 1].</summary>
    /// <param name="smallIsGood">True when smaller values are better.</param>
    /// <source doi="10.1186/s12874-015-0060-8" at="Rücker and Schwarzer 2015, eq. 3"/>
    public double[] Scores(bool smallIsGood)
    {
        int n = Treatments.Count;
        double[] scores = new double[n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                if (i != j)
                    scores[i] += Normal.Cumulative((smallIsGood ? -1 : 1) * Difference[i, j] / StandardError[i, j])
                        / (n - 1);
        return scores;
    }
}

/// <summary>A frequentist network meta-analysis.</summary>
/// <param name="Common">All differences under a common effect for each contrast.</param>
/// <param name="Random">All differences with between-study variance τ² in each contrast.</param>
/// <param name="Tau2">τ² by the generalised method of moments.</param>
/// <param name="I2">max(0, 1 − df/Q) [1].</param>
/// <param name="Total">Q of the whole network.</param>
/// <param name="WithinDesigns">Heterogeneity between studies of the same set of treatments.</param>
/// <param name="BetweenDesigns">Inconsistency between designs.</param>
/// <param name="Studies">Number of trials.</param>
/// <param name="Comparisons">Number of pairwise comparisons.</param>
/// <param name="Designs">Number of different sets of treatments.</param>
/// <remarks>
/// Contrasts of a trial against its first arm have variances s_j² + s₁² and covariances s₁²; under heterogeneity τ² and
/// τ²/2 are added.
/// Generalised least squares on T − 1 basic contrasts; τ² = max(0, (Q − df)/tr PΩ).
/// </remarks>
/// <source doi="10.1002/jrsm.1058" at="Rücker 2012; multi-arm trials and τ²: 10.1186/1471-2288-13-35"/>
public sealed record NetworkModel(
    NetworkLeague Common, NetworkLeague Random, double Tau2, double I2, OmnibusTest Total, OmnibusTest WithinDesigns,
    OmnibusTest BetweenDesigns, int Studies, int Comparisons, int Designs)
{
    /// <summary>Fits a network; refused when treatments are not connected or a trial has one arm.</summary>
    public static Outcome<NetworkModel> Fit(IReadOnlyList<NetworkArm> arms)
    {
        string[] treatments = [.. arms.Select(static a => a.Treatment).Distinct().Order(StringComparer.Ordinal)];
        NetworkArm[][] trials = [.. arms.GroupBy(static a => a.Study)
            .Select(static g => g.OrderBy(static a => a.Treatment, StringComparer.Ordinal).ToArray())];
        if (Faults(trials) is { } faults) return faults;
        if (!Connected(trials, treatments.Length))
            return new NoAnswer(Refusal.NotEstimable,
                "The network falls apart: some treatments share no trial with the rest, even indirectly.");
        (Vector<double> y, Matrix<double> v, Matrix<double> between) = Contrasts(trials);
        Matrix<double> x = Design(trials, treatments);
        Solution common = Solution.Of(x, y, v);
        int degrees = y.Count - (treatments.Length - 1);
        double excess = common.Q - degrees, trace = (common.Projection * between).Trace();
        double tau2 = degrees > 0 && trace > 0 ? Math.Max(0, excess / trace) : 0;
        Solution random = Solution.Of(x, y, v + tau2 * between);

        double within = 0;
        int withinDegrees = 0;
        NetworkArm[][][] designs = [.. trials.GroupBy(static t => string.Join(':', t.Select(static a => a.Treatment)))
            .Select(static g => g.ToArray())];
        foreach (NetworkArm[][] design in designs.Where(static d => d.Length > 1))
        {
            string[] own = [.. design[0].Select(static a => a.Treatment)];
            (Vector<double> yd, Matrix<double> vd, _) = Contrasts(design);
            within += Solution.Of(Design(design, own), yd, vd).Q;
            withinDegrees += yd.Count - (own.Length - 1);
        }
        return new NetworkModel(
            League(treatments, common), League(treatments, random), tau2,
            common.Q > 0 ? Math.Max(0, (common.Q - degrees) / common.Q) : 0,
            OmnibusTest.ChiSquare(common.Q, degrees), OmnibusTest.ChiSquare(within, withinDegrees),
            OmnibusTest.ChiSquare(Math.Max(0, common.Q - within), degrees - withinDegrees),
            trials.Length, trials.Sum(static t => t.Length * (t.Length - 1) / 2), designs.Length);
    }

    private static NoAnswer? Faults(NetworkArm[][] trials)
    {
        List<string> faults = [];
        foreach (NetworkArm[] trial in trials)
        {
            if (trial.Length < 2) faults.Add($"trial '{trial[0].Study}' has one arm");
            if (trial.Select(static a => a.Treatment).Distinct().Count() < trial.Length)
                faults.Add($"trial '{trial[0].Study}' names a treatment twice");
            foreach (NetworkArm arm in trial)
                if (!double.IsFinite(arm.Value) || !(arm.Variance > 0) || !double.IsFinite(arm.Variance))
                    faults.Add(
                        $"trial '{arm.Study}', arm '{arm.Treatment}': value {arm.Value}, variance {arm.Variance}");
        }
        return faults.Count > 0 ? new NoAnswer(Refusal.BadValue, string.Join("; ", faults) + ".")
            : trials.Length == 0 ? new NoAnswer(Refusal.NoStudies, "No trial is left to analyse.") : null;
    }

    private static bool Connected(NetworkArm[][] trials, int treatments)
    {
        HashSet<string> reached = [trials[0][0].Treatment];
        for (bool grew = true; grew;)
        {
            grew = false;
            foreach (NetworkArm[] trial in trials)
                if (trial.Any(a => reached.Contains(a.Treatment)))
                    foreach (NetworkArm arm in trial) grew |= reached.Add(arm.Treatment);
        }
        return reached.Count == treatments;
    }

    /// <summary>Contrasts against each trial's first arm, their covariance, and the structure of τ².</summary>
    private static (Vector<double> Y, Matrix<double> V, Matrix<double> Between) Contrasts(NetworkArm[][] trials)
    {
        int n = trials.Sum(static t => t.Length - 1), at = 0;
        Vector<double> y = DenseVector.Create(n, 0);
        Matrix<double> v = DenseMatrix.Create(n, n, 0), between = DenseMatrix.Create(n, n, 0);
        foreach (NetworkArm[] trial in trials)
        {
            int own = trial.Length - 1;
            for (int i = 0; i < own; i++)
            {
                y[at + i] = trial[i + 1].Value - trial[0].Value;
                for (int j = 0; j < own; j++)
                {
                    v[at + i, at + j] = trial[0].Variance + (i == j ? trial[i + 1].Variance : 0);
                    between[at + i, at + j] = i == j ? 1 : 0.5;
                }
            }
            at += own;
        }
        return (y, v, between);
    }

    private static Matrix<double> Design(NetworkArm[][] trials, string[] treatments)
    {
        Matrix<double> x = DenseMatrix.Create(trials.Sum(static t => t.Length - 1), treatments.Length - 1, 0);
        int row = 0;
        foreach (NetworkArm[] trial in trials)
            for (int i = 1; i < trial.Length; i++, row++)
            {
                Set(row, trial[i].Treatment, 1);
                Set(row, trial[0].Treatment, -1);
            }
        return x;

        // Basic contrasts against the first treatment.
        void Set(int row, string treatment, double value)
        {
            int column = Array.IndexOf(treatments, treatment) - 1;
            if (column >= 0) x[row, column] += value;
        }
    }

    private static NetworkLeague League(string[] treatments, Solution s)
    {
        int n = treatments.Length;
        double[,] difference = new double[n, n], error = new double[n, n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
            {
                difference[i, j] = Of(i) - Of(j);
                error[i, j] = i == j ? 0 : Math.Sqrt(Covariance(i, i) + Covariance(j, j) - 2 * Covariance(i, j));
            }
        return new NetworkLeague(treatments, difference, error);

        double Of(int i) => i == 0 ? 0 : s.Beta[i - 1];
        double Covariance(int i, int j) => i == 0 || j == 0 ? 0 : s.Covariance[i - 1, j - 1];
    }

    private sealed record Solution(Vector<double> Beta, Matrix<double> Covariance, Matrix<double> Projection, double Q)
    {
        internal static Solution Of(Matrix<double> x, Vector<double> y, Matrix<double> v)
        {
            Matrix<double> w = v.Inverse(), wx = w * x, inverse = x.TransposeThisAndMultiply(wx).Inverse();
            Matrix<double> p = w - wx * inverse * wx.Transpose();
            Vector<double> beta = inverse * wx.TransposeThisAndMultiply(y), r = y - x * beta;
            return new Solution(beta, inverse, p, r * (w * r));
        }
    }
}

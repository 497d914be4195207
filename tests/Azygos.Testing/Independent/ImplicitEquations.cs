namespace Azygos.Testing.Independent;

/// <summary>Equations E ẏ + F y + c(y) = 0 of named variables, stepped by the generalised-α method with dense
/// matrices.</summary>
/// <remarks>
/// An independent program of the kind that block models are written for: every pressure, flow and volume is a variable,
/// every law a row, nothing is eliminated. It shares no code and no formulation with the solver that is compared with
/// it. Steps as Jansen, Whiting and Hulbert 2000 (doi 10.1016/S0045-7825(00)00203-6) have them.
/// </remarks>
public abstract class ImplicitEquations
{
    private const int MaximumIterations = 30;

    private readonly List<string> names = [];
    private readonly List<double> start = [];
    private double[] y = [], slope = [], within = [], slopeWithin = [], residual = [];
    private double[,] matrix = new double[0, 0];
    private double slopeFactor, valueFactor;
    private int row;

    /// <summary>Largest residual that counts as solved.</summary>
    public double Tolerance { get; init; } = 1e-8;

    /// <summary>Declares a variable; its index.</summary>
    protected int Variable(string name, double initial = 0)
    {
        names.Add(name);
        start.Add(initial);
        return names.Count - 1;
    }

    /// <summary>Value of a variable where the equations hold now.</summary>
    protected double Now(int variable) => within[variable];

    /// <summary>Writes all rows for a time.</summary>
    protected abstract void Rows(double time);

    /// <summary>Variables whose value at the end of the step is set to 0 before a correction is added.</summary>
    protected virtual IEnumerable<int> Held => [];

    /// <summary>Ends the row being written.</summary>
    protected void EndRow() => row++;

    /// <summary>Adds coefficient × variable to the row.</summary>
    protected void Times(double coefficient, int variable)
    {
        residual[row] += coefficient * within[variable];
        matrix[row, variable] += valueFactor * coefficient;
    }

    /// <summary>Adds coefficient × rate of a variable to the row.</summary>
    protected void TimesRate(double coefficient, int variable)
    {
        residual[row] += coefficient * slopeWithin[variable];
        matrix[row, variable] += slopeFactor * coefficient;
    }

    /// <summary>Adds a number, and its slope by a variable, to the row.</summary>
    protected void Plus(double value, int variable, double valueSlope)
    {
        residual[row] += value;
        matrix[row, variable] += valueFactor * valueSlope;
    }

    /// <summary>Steps of length <paramref name="h"/>; all variables after every step, the start first.</summary>
    public IReadOnlyList<double[]> Run(double h, int steps, double rho)
    {
        int n = names.Count;
        double αm = 0.5 * (3 - rho) / (1 + rho), αf = 1 / (1 + rho), γ = 0.5 + αm - αf;
        (y, slope) = ([.. start], new double[n]);
        (within, slopeWithin, residual) = (new double[n], new double[n], new double[n]);
        (slopeFactor, valueFactor) = (αm, αf * γ * h);
        List<double[]> all = [[.. y]];
        for (int k = 0; k < steps; k++)
        {
            double[] next = [.. y], nextSlope = [.. slope.Select(s => s * (1 - 1 / γ))];
            for (int pass = 0; ; pass++)
            {
                if (pass == MaximumIterations) throw new InvalidOperationException($"step {k} does not converge");
                for (int i = 0; i < n; i++)
                {
                    within[i] = y[i] + αf * (next[i] - y[i]);
                    slopeWithin[i] = slope[i] + αm * (nextSlope[i] - slope[i]);
                }
                Array.Clear(residual);
                matrix = new double[n, n];
                row = 0;
                Rows(k * h + αf * h);
                if (row != n) throw new InvalidOperationException($"{row} rows for {n} variables");
                if (residual.Max(Math.Abs) < Tolerance) break;
                double[] correction = Solve(matrix, residual);
                foreach (int held in Held) next[held] = 0;
                for (int i = 0; i < n; i++)
                {
                    nextSlope[i] -= correction[i];
                    next[i] -= γ * h * correction[i];
                }
            }
            (y, slope) = (next, nextSlope);
            all.Add([.. y]);
        }
        return all;
    }

    // Gaussian elimination with partial pivoting.
    private static double[] Solve(double[,] a, double[] b)
    {
        int n = b.Length;
        double[] x = [.. b];
        for (int k = 0; k < n; k++)
        {
            int pivot = Enumerable.Range(k, n - k).MaxBy(i => Math.Abs(a[i, k]));
            for (int j = 0; j < n; j++) (a[k, j], a[pivot, j]) = (a[pivot, j], a[k, j]);
            (x[k], x[pivot]) = (x[pivot], x[k]);
            for (int i = k + 1; i < n; i++)
            {
                double factor = a[i, k] / a[k, k];
                if (factor == 0) continue;
                for (int j = k; j < n; j++) a[i, j] -= factor * a[k, j];
                x[i] -= factor * x[k];
            }
        }
        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < n; j++) x[i] -= a[i, j] * x[j];
            x[i] /= a[i, i];
        }
        return x;
    }
}

using Azygos.Circulation.Assembly;
using Azygos.Circulation.Stepping;
using Azygos.Quantities;

namespace Azygos.Circulation.Running;

/// <summary>Anderson mixing of whole periods: finds the periodic state of slow compartments without marching through their time constants.</summary>
/// <remarks>
/// With z the contents at a period's start and g(z) those at its end, the next start is g_k − Σ γ_j (g_{j+1} − g_j), γ the least-squares
/// combination that makes the change g − z smallest, measured in pressures (mmHg), flows (10 mL/s) and states. Weights add up to one, so every
/// volume that a period conserves is conserved by the mixture too.
/// </remarks>
/// <source doi="10.1137/10078356X" at="Anderson acceleration, type II, with a window"/>
internal sealed class PeriodMixer(LumpedSystem system)
{
    // Chosen: a handful of slow modes (cerebrospinal fluid, autoregulation, reservoirs); old periods are dropped.
    private const int Window = 6;

    // Chosen: singular values below this share of the largest carry no information in a noisy history.
    private const double Regularisation = 1e-10;

    private readonly double[] scale = [.. system.Unknowns.Select(u => u.Kind switch
    {
        UnknownKind.Pressure => Pressure.FromMillimetresOfMercury(1).Pascals,
        UnknownKind.Flow => Flow.FromMillilitresPerSecond(10).CubicMetresPerSecond,
        _ => 1.0,
    })];

    private readonly List<(double[] Change, double[] Value, double[] Content)> history = [];

    /// <summary>Forgets the history, after a jump that the mixture did not foresee.</summary>
    public void Restart() => history.Clear();

    /// <summary>Notes a period from <paramref name="start"/> to <paramref name="end"/> and overwrites <paramref name="end"/> with the next start.</summary>
    /// <returns>False when the history is too short to mix: the end stays as it is.</returns>
    public bool Mix(LumpedState start, LumpedState end)
    {
        int n = system.Unknowns.Length;
        var change = new double[n];
        for (int i = 0; i < n; i++)
            change[i] = (end.Value[i] - start.Value[i]) / scale[i];
        history.Add((change, [.. end.Value], [.. end.Content]));
        if (history.Count > Window + 1) history.RemoveAt(0);
        int m = history.Count - 1;
        if (m < 1) return false;
        double[] γ = LeastSquares(m, change);
        for (int j = 0; j < m; j++)
        {
            for (int i = 0; i < n; i++)
                end.Value[i] -= γ[j] * (history[j + 1].Value[i] - history[j].Value[i]);
            for (int i = 0; i < end.Content.Length; i++)
                end.Content[i] -= γ[j] * (history[j + 1].Content[i] - history[j].Content[i]);
        }

        return true;
    }

    // Normal equations of min ‖f − ΔF γ‖, regularised, by Cholesky: at most 6 × 6.
    private double[] LeastSquares(int m, double[] f)
    {
        var normal = new double[m, m];
        var right = new double[m];
        for (int a = 0; a < m; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                double sum = 0;
                for (int i = 0; i < f.Length; i++)
                    sum += (history[a + 1].Change[i] - history[a].Change[i]) * (history[b + 1].Change[i] - history[b].Change[i]);
                normal[a, b] = normal[b, a] = sum;
            }

            for (int i = 0; i < f.Length; i++)
                right[a] += (history[a + 1].Change[i] - history[a].Change[i]) * f[i];
        }

        double trace = 0;
        for (int a = 0; a < m; a++)
            trace += normal[a, a];
        for (int a = 0; a < m; a++)
            normal[a, a] += Regularisation * trace + double.Epsilon;
        for (int a = 0; a < m; a++)
        {
            for (int b = 0; b < a; b++)
            {
                double l = normal[a, b];
                for (int k = 0; k < b; k++)
                    l -= normal[a, k] * normal[b, k];
                normal[a, b] = l / normal[b, b];
                right[a] -= normal[a, b] * right[b];
            }

            double d = normal[a, a];
            for (int k = 0; k < a; k++)
                d -= normal[a, k] * normal[a, k];
            normal[a, a] = Math.Sqrt(Math.Max(d, Regularisation * trace + double.Epsilon));
            right[a] /= normal[a, a];
        }

        for (int a = m - 1; a >= 0; a--)
        {
            for (int b = a + 1; b < m; b++)
                right[a] -= normal[b, a] * right[b];
            right[a] /= normal[a, a];
        }

        return right;
    }
}

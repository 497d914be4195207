using MathNet.Numerics;

namespace Azygos.Evidence.Counts;

/// <summary>A count whose likelihood is a canonical exponential family: l(η) = y η − A(η) + constant.</summary>
/// <remarks>Score y − A′(η), information A″(η): all that a mixed model needs of a binomial, Poisson or hypergeometric
/// count.</remarks>
/// <source choice="one shape for every exact likelihood of the engine"/>
internal abstract class CountLikelihood
{
    /// <summary>l(η), all constants included.</summary>
    internal abstract double LogLikelihood(double eta);

    /// <summary>l, l′ and −l″ at η.</summary>
    internal abstract (double Value, double Score, double Information) At(double eta);

    /// <summary>The η of largest likelihood; infinite when the count is at an end of its range.</summary>
    internal abstract double Best { get; }

    /// <summary>l at that η.</summary>
    internal abstract double BestLogLikelihood { get; }

    /// <summary>False when the best η is infinite.</summary>
    internal bool IsInterior => double.IsFinite(Best);
}

/// <summary>y events among n people, logit link.</summary>
/// <source choice="binomial, canonical link"/>
internal sealed class BinomialCount(double events, double size) : CountLikelihood
{
    private readonly double _constant = LogChoose(size, events);

    internal override double Best => Math.Log(events / (size - events));

    internal override double BestLogLikelihood => _constant + Term(events, size) + Term(size - events, size);

    internal override double LogLikelihood(double eta) => _constant + events * eta - size * LogOnePlusExp(eta);

    internal override (double Value, double Score, double Information) At(double eta)
    {
        double p = 1 / (1 + Math.Exp(-eta));
        return (LogLikelihood(eta), events - size * p, size * p * (1 - p));
    }

    internal static double LogChoose(double n, double k)
        => SpecialFunctions.GammaLn(n + 1) - SpecialFunctions.GammaLn(k + 1) - SpecialFunctions.GammaLn(n - k + 1);

    /// <summary>ln(1 + eˣ) without overflow.</summary>
    internal static double LogOnePlusExp(double x)
        => x > 0 ? x + Distributions.Beta.LogOnePlus(Math.Exp(-x)) : Distributions.Beta.LogOnePlus(Math.Exp(x));

    private static double Term(double y, double n) => y == 0 ? 0 : y * Math.Log(y / n);
}

/// <summary>y events in person-time t, log link.</summary>
/// <source choice="Poisson, canonical link"/>
internal sealed class PoissonCount(double events, double time) : CountLikelihood
{
    private readonly double _constant = events * Math.Log(time) - SpecialFunctions.GammaLn(events + 1);

    internal override double Best => Math.Log(events / time);

    internal override double BestLogLikelihood
        => events == 0 ? 0 : events * Math.Log(events) - events - SpecialFunctions.GammaLn(events + 1);

    internal override double LogLikelihood(double eta) => _constant + events * eta - time * Math.Exp(eta);

    internal override (double Value, double Score, double Information) At(double eta)
    {
        double mean = time * Math.Exp(eta);
        return (_constant + events * eta - mean, events - mean, mean);
    }
}

/// <summary>Events of the first group given the margins of a 2 × 2 table; η is the log odds ratio.</summary>
/// <remarks>Non-central hypergeometric: P(a) ∝ C(N₁, a) C(N₂, m − a) e^{η a}; sums outward from the largest
/// term.</remarks>
/// <source doi="10.1002/sim.4040" at="Stijnen, Hamza and Özdemir 2010, §3.2"/>
internal sealed class HypergeometricCount : CountLikelihood
{
    private readonly double _events;
    private readonly int _lowest;
    private readonly double[] _logWeights;
    private readonly double[] _ratios;

    internal HypergeometricCount(double a, double n1, double c, double n2)
    {
        double m = a + c;
        _events = a;
        _lowest = (int)Math.Max(0, m - n2);
        _logWeights = new double[(int)Math.Min(n1, m) - _lowest + 1];
        for (int i = 0; i < _logWeights.Length; i++)
            _logWeights[i] = BinomialCount.LogChoose(n1, _lowest + i) + BinomialCount.LogChoose(n2, m - _lowest - i);
        _ratios = new double[Math.Max(0, _logWeights.Length - 1)];
        for (int i = 0; i < _ratios.Length; i++)
        {
            double at = _lowest + i;
            _ratios[i] = (n1 - at) * (m - at) / ((at + 1) * (n2 - m + at + 1));
        }
    }

    internal override double Best
    {
        get
        {
            if (_events == _lowest) return double.NegativeInfinity;
            if (_events == _lowest + _logWeights.Length - 1) return double.PositiveInfinity;
            double eta = 0;
            for (int i = 0; i < 200; i++)
            {
                (_, double score, double information) = At(eta);
                double step = Math.Clamp(score / information, -1, 1);
                eta += step;
                if (Math.Abs(step) < 1e-14 * (1 + Math.Abs(eta))) break;
            }
            return eta;
        }
    }

    internal override double BestLogLikelihood => IsInterior ? LogLikelihood(Best) : 0;

    internal override double LogLikelihood(double eta) => At(eta).Value;

    /// <summary>
    /// Terms outward from the largest, each from its neighbour by one product, until they no longer count: the weights
    /// are log-concave, so what is left out is below 1e-18 of the sum.
    /// </summary>
    internal override (double Value, double Score, double Information) At(double eta)
    {
        const double Negligible = 1e-20;
        double odds = Math.Exp(eta), sum = 1, first = 0, second = 0;
        int mode = Mode(odds), own = (int)_events - _lowest;
        double p = 1;
        for (int i = mode; i + 1 < _logWeights.Length && p > Negligible; i++)
        {
            p *= _ratios[i] * odds;
            Add(i + 1, p);
        }
        p = 1;
        for (int i = mode; i > 0 && p > Negligible; i--)
        {
            p /= _ratios[i - 1] * odds;
            Add(i - 1, p);
        }
        double mean = first / sum;
        return (
            _logWeights[own] - _logWeights[mode] + (own - mode) * eta - Math.Log(sum),
            own - mode - mean, second / sum - mean * mean);

        void Add(int i, double weight)
        {
            double d = i - mode;
            sum += weight;
            first += weight * d;
            second += weight * d * d;
        }
    }

    /// <summary>The largest term: the last i that is no smaller than its left neighbour.</summary>
    private int Mode(double odds)
    {
        int low = 0, high = _logWeights.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_ratios[middle - 1] * odds >= 1) low = middle; else high = middle - 1;
        }
        return low;
    }
}
